"""Token refresh: how a client keeps its tokens. In: a scene whose calls need a token. Out: problems.

One token is got for all calls, from the vendor's own address and with nothing but the credentials that get it. It is
used until shortly before its end, and renewed once when it is refused. What came instead of a token is not kept.
"""

from collections.abc import Iterator
from functools import partial

import httpx2

from qiyue.api import Kind, SecurityScheme
from qiyue.contract.auth.credentials import KEY
from qiyue.contract.client.scenarios.failures import error_class_name, html_response
from qiyue.contract.client.scenarios.recorded_call import RecordedCall, copy_response, token_text
from qiyue.contract.client.scenarios.scripted_server import Act, ReceivedRequest, ScriptedClient, answer_in_order
from qiyue.contract.http.message import value_at
from qiyue.contract.oracle.checks import Problem
from qiyue.drivers import CallOutcome, Form, Options

_LIFE = 4000.0


def check_token_refresh(scene: RecordedCall, form: Form) -> Iterator[Problem]:
    """Hold a client to its tokens."""
    for sentence in _kept(scene, form):
        yield Problem("token", f"The {form} client {sentence}.")


def _kept(scene: RecordedCall, form: Form) -> Iterator[str]:
    for scheme in scene.token_schemes:
        yield from _used(scene, form, scheme)
        yield from _lives(scene, form, scheme)
        yield from _refused(scene, form, scheme)
        yield from _failed(scene, form, scheme)
        if form == "async":
            yield from _together(scene, form, scheme)


def _used(scene: RecordedCall, form: Form, scheme: SecurityScheme) -> Iterator[str]:
    """Call twice: one token serves both, and goes where it belongs."""
    stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    stage.call(), stage.call()
    asked = stage.token_requests_of(scheme.id)
    if len(asked) != 1:
        yield f"gets {len(asked)} tokens for two calls"
        return
    right = scene.success.request
    if any(each.request.url.copy_with(raw_path=b"/") != right.url.copy_with(raw_path=b"/") for each in asked):
        yield "gets its token from another address than its own"
    if any(token_text(1) in _said(each.request) for each in asked):
        yield "sends a token to get one"
    if any(_token_in(scheme, each) != token_text(1) for each in stage.asked):
        yield "does not send the token that it got"
    rule = scene.rule(scheme.id)
    if any(KEY not in str(value_at(asked[0].request, where)) for where, _ in rule.request):
        yield "asks for a token without its credentials"


def _lives(scene: RecordedCall, form: Form, scheme: SecurityScheme) -> Iterator[str]:
    """Let a token come to its end."""
    rule = scene.rule(scheme.id)
    told = scene.lifetime(scheme.id, _LIFE)
    if told is None:
        return
    early = float(rule.early)
    for life in (told,) if not rule.lifetime else (told, early / 2):
        end = life - early if early < life else life / 2
        for after, number in ((end - 2, 1), (end + 2, 2)):
            stage = ScriptedClient(scene, form, answer_in_order(scene.success_response), lifetime=life)
            stage.call()
            stage.clock.wait(after)
            stage.call()
            used = _token_in(scheme, stage.asked[-1]) if stage.asked else ""
            if used != token_text(number):
                when = f"{after:g} seconds old, of {life:g},"
                yield f"{'uses' if number == 2 else 'renews'} a token that is {when} where {early:g} are its last"


def _refused(scene: RecordedCall, form: Form, scheme: SecurityScheme) -> Iterator[str]:
    """Refuse a token once, and for ever; and refuse a call for another reason."""
    rule = scene.rule(scheme.id)
    for kind, response in _refusals(scene):
        about = f"where a call is refused as {kind.value}"
        stage, came = _played(scene, form, partial(copy_response, response), scene.success_response)
        if kind in rule.renew_on:
            if (len(stage.token_requests_of(scheme.id)), len(stage.asked)) != (2, 2) or came.raised:
                yield f"does not get another token, and call again, {about}"
            elif [_token_in(scheme, each) for each in stage.asked] != [token_text(1), token_text(2)]:
                yield f"does not send the new token {about}"
            stage, came = _played(scene, form, partial(copy_response, response))
            if len(stage.asked) != 2 or came.raised is None or came.raised.name != error_class_name(kind):
                yield f"calls {len(stage.asked)} times {about} again and again"
        elif len(stage.token_requests_of(scheme.id)) != 1:
            yield f"gets another token {about}"


def _refusals(scene: RecordedCall) -> Iterator[tuple[Kind, httpx2.Response]]:
    """Give one refusal of each kind."""
    found: dict[Kind, httpx2.Response] = {}
    for response in (*(each for _, each in scene.refusals), html_response(401), html_response(403), html_response(404)):
        kind = scene.verdict(response).kind
        if kind is not None:
            found.setdefault(kind, response)
    yield from found.items()


def _played(scene: RecordedCall, form: Form, *acts: Act) -> tuple[ScriptedClient, CallOutcome]:
    stage = ScriptedClient(scene, form, answer_in_order(*acts))
    return stage, stage.call(Options(max_retries=0))


def _failed(scene: RecordedCall, form: Form, scheme: SecurityScheme) -> Iterator[str]:
    """Let no token come, and then one."""
    stage = ScriptedClient(
        scene, form, answer_in_order(scene.success_response), tokens=answer_in_order(partial(html_response, 400))
    )
    if stage.call(Options(max_retries=0)).raised is None or stage.asked:
        yield "calls without a token where it got none"
    stage.tokens = None
    if stage.call().raised is not None or len(stage.token_requests_of(scheme.id)) != 2:
        yield "does not ask again where it got no token before"


def _together(scene: RecordedCall, form: Form, scheme: SecurityScheme) -> Iterator[str]:
    """Call twice at once."""
    stage = ScriptedClient(scene, form, answer_in_order(scene.success_response))
    stage.call_twice()
    if len(stage.token_requests_of(scheme.id)) != 1:
        yield f"gets {len(stage.token_requests_of(scheme.id))} tokens for two calls at once"


def _token_in(scheme: SecurityScheme, asked: ReceivedRequest) -> str:
    """Give the token that a request carries where the scheme says."""
    where = f"{scheme.location}:{scheme.name}" if scheme.type == "apiKey" else "header:Authorization"
    return str(value_at(asked.request, where)).rpartition(" ")[2]


def _said(request: httpx2.Request) -> str:
    return f"{request.url} {request.headers.raw} {request.content!r}"
