"""Error details: whether an error says all that there is to say. In: a failure, what a client raised. Out:
problems."""

from collections.abc import Iterator, Mapping

from qiyue.contract.client.scenarios.failures import Failure
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import Failure as Raised
from qiyue.drivers import Form

_BUILT_IN: Mapping[str, str] = {
    "TransportError": "ConnectionError",
    "RequestTimeoutError": "TimeoutError",
    "InvalidRequestError": "ValueError",
}
"""What those catch who know no client."""


def check_error(scene: RecordedCall, form: Form, failure: Failure, raised: Raised | None) -> Iterator[Problem]:
    """Say what is wrong with what was raised for a failure."""
    for sentence in _wrong(scene, failure, raised):
        yield Problem("error", f"For {failure.about} the {form} client {sentence}.", "/responses")


def _wrong(scene: RecordedCall, failure: Failure, raised: Raised | None) -> Iterator[str]:
    if raised is None:
        yield "raises nothing"
        return
    name = raised.name
    if failure.error and name != failure.error:
        yield f"raises {name}, where {failure.error} is right"
    elif not {"ClientError", _BUILT_IN.get(name, "ClientError")} <= {*raised.caught_as}:
        yield f"raises a {name} that is not what it is called"
    elif failure.kind and raised.kind != failure.kind:
        yield f"raises {name} of kind {raised.kind}, where {failure.kind} is right"
    elif scene.operation.id not in raised.text:
        yield "does not say which operation failed"
    elif not raised.travels:
        yield f"raises a {name} that is another one when it was pickled"
    else:
        yield from _untold(failure, raised)


def _untold(failure: Failure, raised: Raised) -> Iterator[str]:
    """Say what of a refusal is not to be found in its error."""
    response = failure.act()
    if isinstance(response, Exception) or failure.verdict is None:
        return
    received = ReceivedResponse(response.status_code, response.headers, response.content)
    if raised.status != received.status or raised.raw != received.content:
        yield "raises an error that does not hold the answer"
    elif raised.headers.get("content-type") != response.headers.get("content-type"):
        yield "raises an error that does not hold the headers of the answer"
    elif failure.is_code and str(raised.code) != str(failure.verdict.code):
        yield f"raises an error with the code {raised.code!r}, where {failure.verdict.code!r} was answered"
