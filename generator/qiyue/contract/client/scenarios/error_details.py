"""Error details: whether an error says all that there is to say. In: a failure, what a client raised. Out:
problems."""

import pickle
from collections.abc import Iterator, Mapping

from qiyue.contract.client.scenarios.failures import Failure
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import Form
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.checks import Problem

_BUILT_IN: Mapping[str, type[Exception]] = {
    "TransportError": ConnectionError,
    "RequestTimeoutError": TimeoutError,
    "InvalidRequestError": ValueError,
}
"""What those catch who know no client."""


def check_error(scene: RecordedCall, form: Form, failure: Failure, raised: Exception | None) -> Iterator[Problem]:
    """Say what is wrong with what was raised for a failure."""
    for sentence in _wrong(scene, failure, raised):
        yield Problem("error", f"For {failure.about} the {form} client {sentence}.", "/responses")


def _wrong(scene: RecordedCall, failure: Failure, raised: Exception | None) -> Iterator[str]:
    if raised is None:
        yield "raises nothing"
        return
    name = type(raised).__name__
    if failure.error and name != failure.error:
        yield f"raises {name}, where {failure.error} is right"
    elif not isinstance(raised, (scene.package.error("ClientError"), _BUILT_IN.get(name, Exception))):
        yield f"raises a {name} that is not what it is called"
    elif failure.kind and getattr(raised, "kind", "") != failure.kind:
        yield f"raises {name} of kind {getattr(raised, 'kind', '')}, where {failure.kind} is right"
    elif scene.operation.id not in str(raised):
        yield "does not say which operation failed"
    elif _copy(raised) != (name, str(raised), getattr(raised, "status", 0)):
        yield f"raises a {name} that is another one when it was pickled"
    else:
        yield from _untold(failure, raised)


def _untold(failure: Failure, raised: Exception) -> Iterator[str]:
    """Say what of a refusal is not to be found in its error."""
    response = failure.act()
    if isinstance(response, Exception) or failure.verdict is None:
        return
    received = ReceivedResponse(response.status_code, response.headers, response.content)
    told = {name: getattr(raised, name, None) for name in ("status", "raw", "code")}
    if told["status"] != received.status or told["raw"] != received.content:
        yield "raises an error that does not hold the answer"
    elif getattr(raised, "headers", {}).get("content-type") != response.headers.get("content-type"):
        yield "raises an error that does not hold the headers of the answer"
    elif failure.is_code and str(told["code"]) != str(failure.verdict.code):
        yield f"raises an error with the code {told['code']!r}, where {failure.verdict.code!r} was answered"


def _copy(raised: Exception) -> tuple[str, str, int] | None:
    """Give what an error is after it went to another process, ``None`` where it cannot go."""
    try:
        copy = pickle.loads(pickle.dumps(raised))
        return type(copy).__name__, str(copy), getattr(copy, "status", 0)
    except Exception:  # noqa: BLE001 - what is wrong with it does not matter
        return None
