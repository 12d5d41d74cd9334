"""Request options: what a caller may say beside the arguments of a call. In: a scene. Out: problems.

A call's own option stands before the client's, and that before what the document says; what a caller adds to a request
is in it, and nothing else is changed by it. The whole response holds what came.
"""

from collections.abc import Iterator

import httpx2

from qiyue.api import Where
from qiyue.base.equality import json_equal
from qiyue.base.media import essence, is_json
from qiyue.base.where import get
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.retried_requests import is_same_request
from qiyue.contract.client.scenarios.scripted_server import ScriptedClient, answer_in_order
from qiyue.contract.http.message import FORM, to_mock_request, value_at, with_value
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import NOTHING, Form, Options
from qiyue.mock import decoded
from qiyue.values import FrozenMap

_NAME, _VALUE = "x-added", "added by+all"
_USUAL = 60.0
"""Seconds to wait where nothing is said."""
_UNNAMED = 299
"""A status of success that few documents name."""


def check_request_options(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Give options to a call."""
    plain = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    plain.call()
    for sentence in (
        *_timeouts(scene, form),
        *_additions(scene, form, plain),
        *_response(scene, form),
        *_strict(scene, form),
    ):
        yield Problem("option", f"The {form} client {sentence}.")


def _timeouts(scene: RecordedCall, form: Form) -> Iterator[str]:
    told = float(scene.operation.timeout) if scene.operation.timeout else _USUAL
    seven = Options(timeout=7)
    for about, made, called, wanted in (
        ("where nothing is said", NOTHING, NOTHING, told),
        ("where the client is told 7", seven, NOTHING, 7),
        ("where the call is told 3.5, and the client 7", seven, Options(timeout=3.5), 3.5),
    ):
        stage = ScriptedClient(scene, form, answer_in_order(scene.success_response), options=made)
        stage.call(called)
        found = {each for one in stage.asked for each in one.request.extensions.get("timeout", {}).values()}
        if found != {wanted}:
            times = " and ".join(f"{each:g}" for each in sorted(found, key=str)) or "no"
            yield f"waits {times} seconds {about}, where {wanted:g} is right"


def _additions(scene: RecordedCall, form: Form, plain: ScriptedClient) -> Iterator[str]:
    """Add something to each part of a request."""
    bare = plain.asked[-1].request
    more = FrozenMap({_NAME: _VALUE})
    added = (
        ("extra_headers", Options(extra_headers=more), f"header:{_NAME}"),
        ("extra_query", Options(extra_query=more), f"query:{_NAME}"),
        ("extra_body", Options(extra_body=more), _member(scene)),
    )
    for option, given, at in added:
        if not at:
            continue
        stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
        stage.call(given)
        request = stage.asked[-1].request if stage.asked else None
        if request is None or value_at(request, at) != _VALUE:
            yield f"does not send what it is given as {option}"
        elif not is_same_request(scene, with_value(bare, at, _VALUE), request):
            yield f"sends something else too where it is given {option}"
    stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    stage.call(Options(extra_headers=FrozenMap({"USER-AGENT": _VALUE})))
    if [len(each.request.headers.get_list("user-agent")) for each in stage.asked] != [1]:
        yield "sends a header of the caller beside its own"


def _member(scene: RecordedCall) -> Where:
    """Give where a further member of the payload goes; ``""`` where a payload has no members."""
    envelope = scene.operation.envelope and scene.operation.envelope.request
    at = envelope.payload if envelope else ""
    content_type = scene.success.request.headers.get("content-type", "")
    body = decoded.body(to_mock_request(scene.success.request))
    is_read = is_json(content_type) or essence(content_type) == FORM
    return f"{at}/{_NAME}" if is_read and isinstance(get(body, at), dict) else ""


def _response(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Look at the whole response."""
    if not scene.offer.answers:
        return
    stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    came, alone = stage.call(way="response"), stage.call()
    whole, response, verdict = came.whole, scene.success_response(), scene.verdict(scene.success_response())
    is_coded = bool(scene.operation.errors and scene.operation.errors.codes and verdict.code is not None)
    if came.raised is not None:
        yield f"raises {came.raised.name} where it is to give the whole response"
    elif whole is None or not json_equal(whole.data, alone.returned):
        yield "gives other data in the whole response than by itself"
    elif (whole.status, whole.raw) != (response.status_code, response.content):
        yield "does not give the whole response as it came"
    elif whole.headers.get("content-type") != response.headers.get("content-type"):
        yield "does not give the headers of the whole response"
    elif is_coded and str(whole.code) != str(verdict.code):
        yield f"gives the code {whole.code!r} in the whole response, where {verdict.code!r} was answered"
    elif verdict.message and whole.message != verdict.message:
        yield "does not give the message of the whole response"


def _strict(scene: RecordedCall, form: Form) -> Iterator[str]:
    """Answer with a status that nobody named."""
    declared = {answer.status.upper() for answer in scene.operation.answers}

    def odd() -> httpx2.Response:
        response = scene.success_response()
        response.status_code = _UNNAMED
        return response

    if not declared.isdisjoint({str(_UNNAMED), "2XX", "DEFAULT"}) or not scene.verdict(odd()).success:
        return
    if ScriptedClient(scene, form, answer_in_order(odd)).call().raised is not None:
        yield "does not take a success with a status that nobody named"
    came = ScriptedClient(scene, form, answer_in_order(odd), listens=True).call(Options(strict=True))
    if came.raised is None or came.raised.name != "DeviationError":
        yield "does not raise, where it is to be strict, for a status that nobody named"
    if (scene.operation.id, "status") not in came.deviations:
        yield "does not tell its listener of a status that nobody named"
