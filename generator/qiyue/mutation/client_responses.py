"""Client responses: clients that hear something else than the server said, or take it for something else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

import httpx2

from qiyue.api import Operation
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.contract.auth.credentials import KEY
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import Verdict, judge
from qiyue.mutation.api_changes import decimals_to_floats
from qiyue.mutation.client_wrappers import wrap_client
from qiyue.mutation.fault import Fault, Mutant, changes_exchange
from qiyue.mutation.fault_target import FaultTarget
from qiyue.values import Plain

Change: TypeAlias = Callable[[Operation, httpx2.Response, Verdict], httpx2.Response | None]


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, change in _OF_SUCCESSES:
        yield replace(client_response_fault(name, "decoded", _if(change, success=True)), others=("heard",))
    for name, check, change, success in _OF_ODD:  # the answers that are made odd stand in no exchange
        yield replace(client_response_fault(name, check, _if(change, success=success)), touches=changes_exchange)
    for name, change in _OF_REFUSALS:
        yield client_response_fault(name, "raised", _if(change, success=False))
    yield Fault("takes a refusal for a success", "raised", _deaf, target="client")


def client_response_fault(name: str, check: str, change: Change) -> Fault:
    """Make a fault of a client that hears other answers to an operation."""

    def hears(operation: Operation, request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        if not _is_for(operation, request):
            return response
        return change(operation, response, _verdict(operation, response)) or response

    def plant(_subject: FaultTarget, operation: Operation) -> Mutant:
        def heard(request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
            return hears(operation, request, response)

        return Mutant(driver=lambda right: wrap_client(right, hearing=heard))

    def touches(_subject: FaultTarget, operation: Operation, exchange: Exchange) -> bool:
        other = hears(operation, exchange.request, exchange.response)
        return (other.status_code, other.content) != (exchange.response.status_code, exchange.response.content)

    return Fault(name, check, plant, target="client", touches=touches)


def _deaf(_subject: FaultTarget, operation: Operation) -> Mutant:
    """Plant a client that hears its last success again instead of a refusal."""
    kept: list[httpx2.Response] = []

    def heard(request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        if _is_for(operation, request) and _verdict(operation, response).success:
            kept[:] = [response]
        return kept[-1] if kept and _is_for(operation, request) else response

    return Mutant(driver=lambda right: wrap_client(right, hearing=heard))


def _is_for(operation: Operation, request: httpx2.Request) -> bool:
    return request.url.path.endswith(operation.path.partition("?")[0].rpartition("}")[2])


def _verdict(operation: Operation, response: httpx2.Response) -> Verdict:
    return judge(operation, ReceivedResponse(response.status_code, response.headers, response.content))


def _if(change: Change, *, success: bool) -> Change:
    return lambda operation, response, verdict: (
        change(operation, response, verdict) if verdict.success is success else None
    )


def _saying(response: httpx2.Response, content: bytes, status: int = 0) -> httpx2.Response:
    return httpx2.Response(status or response.status_code, headers=response.headers, content=content)


def _payload(change: Callable[[Plain], Plain]) -> Change:
    """Give a change of every value in the payload of an answer, the innermost first."""

    def inside(value: Plain) -> Plain:
        if isinstance(value, dict):
            return change({name: inside(each) for name, each in value.items()})
        return change([inside(each) for each in value]) if isinstance(value, list) else change(value)

    def heard(operation: Operation, response: httpx2.Response, _verdict: Verdict) -> httpx2.Response | None:
        at = operation.envelope.answer.payload if operation.envelope and operation.envelope.answer else ""
        try:
            body = json.loads(response.content)
        except json.JsonError:
            return None
        payload = get(body, at)
        return None if payload is ABSENT else _saying(response, json.dumps(put(body, at, inside(payload))))

    return heard


def _each(form: type, change: Callable[[Plain], Plain]) -> Change:
    """Give a change of the values of one form in the payload of an answer."""
    return _payload(lambda value: change(value) if type(value) is form else value)


def _other_code(operation: Operation, response: httpx2.Response, verdict: Verdict) -> httpx2.Response | None:
    envelope = operation.envelope.answer if operation.envelope else None
    at = (operation.errors.at if operation.errors else "") or (envelope.code if envelope else "")
    rows = operation.errors.codes if operation.errors else ()
    others = [
        row.code
        for row in rows
        if row.kind and row.kind is not verdict.kind and row.status in (0, response.status_code)
    ]
    if not at.startswith("/") or not others:
        return _saying(response, response.content, 429) if response.status_code >= 400 else None
    return _saying(response, json.dumps(put(json.loads(response.content), at, others[0])))


def _closed(value: Plain) -> Plain:
    return {name: each for name, each in value.items() if name != "x-unheard-of"} if isinstance(value, dict) else value


def _with_key(operation: Operation, response: httpx2.Response, _verdict: Verdict) -> httpx2.Response | None:
    answer = operation.envelope.answer if operation.envelope else None
    if answer is None or not answer.message.startswith("/") or not operation.security:
        return None
    body = json.loads(response.content)
    told = get(body, answer.message)
    return _saying(response, json.dumps(put(body, answer.message, f"{told} {KEY}"))) if isinstance(told, str) else None


def _without_words(operation: Operation, response: httpx2.Response, _verdict: Verdict) -> httpx2.Response | None:
    answer = operation.envelope.answer if operation.envelope else None
    body = json.loads(response.content)
    if answer is None or not answer.message.startswith("/") or get(body, answer.message) is ABSENT:
        return None
    return _saying(response, json.dumps(put(body, answer.message, "no")))


_OF_ODD: tuple[tuple[str, str, Change, bool], ...] = (
    ("loses a field that nobody declared", "heard", _payload(_closed), True),
    (
        "gives the unknown value of an enumeration as nothing",
        "heard",
        _each(str, lambda value: None if value == "unheard-of" else value),
        True,
    ),
    (
        "gives up at null",
        "heard",
        lambda _, response, __: _saying(response, b"<") if b":null" in response.content else None,
        True,
    ),
    ("tells its key in what it raises", "secret", _with_key, False),
    ("hides what the server says", "told", _without_words, False),
)
_OF_SUCCESSES: tuple[tuple[str, Change], ...] = (
    ("loses a member of an answer", _each(dict, lambda value: dict(list(value.items())[:-1]))),
    ("loses the first item of a list", _each(list, lambda value: value[1:])),
    ("gives a list the other way round", _each(list, lambda value: value[::-1])),
    ("reads amounts as doubles", _each(Decimal, decimals_to_floats)),
    ("reads ids as doubles", _each(int, decimals_to_floats)),
    ("rounds amounts", _each(Decimal, lambda value: value.quantize(Decimal("0.1")))),
    ("takes truth for its opposite", _each(bool, lambda value: not value)),
    ("takes zero for nothing", _payload(lambda value: None if value == 0 and not isinstance(value, bool) else value)),
    ("takes an empty text for nothing", _each(str, lambda value: value or None)),
    ("shortens texts", _each(str, lambda value: value[:3])),
    ("gives texts in small letters", _each(str, str.lower)),
    ("reads Chinese in another encoding", _each(str, lambda value: value.encode().decode("latin-1"))),
    ("hears an error where there was none", lambda _, response, __: _saying(response, response.content, 500)),
    ("hears nothing", lambda _, response, __: _saying(response, b"")),
)
_OF_REFUSALS: tuple[tuple[str, Change], ...] = (
    ("mistakes the reason of a refusal", _other_code),
    ("cannot read refusals", lambda _, response, __: _saying(response, b"<html>", 502)),
)
