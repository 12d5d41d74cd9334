"""Failures: what may happen to a call. In: a scene. Out: each failure, whether the call is to be sent again, and the
class of the error that tells of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

import httpx2

from qiyue.api import Kind
from qiyue.base.equality import json_equal
from qiyue.contract.client.scenarios.recorded_call import RecordedCall, copy_response
from qiyue.contract.oracle.verdict import Verdict

RetryRule = Literal["never", "safe", "always", "once"]
"""``safe``: where the operation may be sent twice."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure."""

    about: str
    act: Callable[[], httpx2.Response | Exception]
    again: RetryRule
    error: str
    """The class of what is raised in the end; ``""`` where the document does not tell."""
    kind: str = ""
    verdict: Verdict | None = None
    """What a refusal means."""
    is_code: bool = False
    """Whether it is a documented refusal."""


def build_failures(scene: RecordedCall, *, whole: bool) -> Iterator[Failure]:
    """Give every failure that is tried on one operation, or what breaks and a few refusals.

    Refusals after which a token is renewed are left out.
    """
    for about, error, often, name, kind in _BROKEN:
        yield Failure(about, partial(error, "it is the wire"), often, name, kind)
    for status in _STATUSES if whole else _FEW:
        yield from _refused(scene, f"status {status}", partial(html_response, status))
    for code, response in scene.refusals if whole else ():
        yield from _refused(scene, f"code {code!r}", partial(copy_response, response), is_code=True)


def find_retryable_status(scene: RecordedCall) -> int:
    """Give a status that passes by itself; 0 where the document says of each that it does not."""
    passing = (
        status
        for status in (429, 503, 502)
        if _again(scene, html_response(status), scene.verdict(html_response(status))) == "safe"
    )
    return next(passing, 0)


def html_response(status: int, **headers: str) -> httpx2.Response:
    """Give the answer of something that stands before the vendor's server."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    elsewhere = {"location": "https://elsewhere.invalid/"} if 300 <= status < 400 else {}
    return httpx2.Response(status, headers={"content-type": "text/html", **elsewhere, **named}, content=_HTML)


def refreshes_token(scene: RecordedCall, kind: Kind | None) -> bool:
    """Tell whether a refusal may be due to the token."""
    return any(kind in scheme.token.renew_on for scheme in scene.token_schemes if scheme.token)


def error_class_name(kind: Kind) -> str:
    """Give the name of the class of error for a refusal of some kind."""
    return "".join(word.capitalize() for word in kind.value.split("-")) + "Error"


def _refused(
    scene: RecordedCall, about: str, act: Callable[[], httpx2.Response], *, is_code: bool = False
) -> Iterator[Failure]:
    response = act()
    verdict = scene.verdict(response)
    if verdict.success or refreshes_token(scene, verdict.kind):
        return
    error = error_class_name(verdict.kind) if verdict.kind else ""
    yield Failure(about, act, _again(scene, response, verdict), error, verdict.kind or "", verdict, is_code)


def _again(scene: RecordedCall, response: httpx2.Response, verdict: Verdict) -> RetryRule:
    """Tell whether a refused call is sent again: the code table says so, else the status. One that the vendor takes for
    a call it has seen is signed anew, once."""
    signature = scene.operation.signature
    if verdict.kind is Kind.REPLAY and signature and signature.unique:
        return "once"
    for row in scene.operation.errors.codes if scene.operation.errors else ():
        if json_equal(row.code, verdict.code) and row.status in (0, response.status_code):
            return _RULES[row.retry]
        if (
            verdict.code is None
            and verdict.kind is row.kind is Kind.RATE_LIMITED
            and row.status == response.status_code
        ):
            return _RULES[row.retry]
    passing = verdict.kind is Kind.RATE_LIMITED or response.status_code in _PASSING
    return "safe" if passing else "never"


_HTML = b"<html><body><h1>no</h1></body></html>"
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_STATUSES = (302, 400, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504, 505)
_FEW = (302, 404, 503)
_RULES: Mapping[str, RetryRule] = {"never": "never", "safe": "safe", "always": "always"}
_BROKEN: tuple[tuple[str, type[httpx2.HTTPError], RetryRule, str, str], ...] = (
    ("a refused connection", httpx2.ConnectError, "always", "TransportError", "transport"),
    ("a connection that takes too long", httpx2.ConnectTimeout, "always", "RequestTimeoutError", "timeout"),
    ("no free connection", httpx2.PoolTimeout, "always", "RequestTimeoutError", "timeout"),
    ("an answer that takes too long", httpx2.ReadTimeout, "safe", "RequestTimeoutError", "timeout"),
    ("a request that takes too long", httpx2.WriteTimeout, "safe", "RequestTimeoutError", "timeout"),
    ("a connection that breaks", httpx2.ReadError, "safe", "TransportError", "transport"),
    ("a server that hangs up", httpx2.RemoteProtocolError, "safe", "TransportError", "transport"),
    ("an answer in a broken encoding", httpx2.DecodingError, "never", "UndecodableError", "undecodable"),
    ("a header that cannot be sent", httpx2.LocalProtocolError, "never", "InvalidRequestError", "invalid-parameter"),
)
"""What breaks, whether the call is sent again, what is raised in the end, and its kind."""
