"""Signature checks: servers that look at signatures and clocks, and not closely enough. In: a request. Out: whether
such a server takes its signature for right; then it is signed anew, and passed to the right server."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

import httpx2
from starlette.types import ASGIApp, Receive, Scope, Send

from qiyue.api import Api, Operation, Signature
from qiyue.base.duration import seconds
from qiyue.base.signature import sign
from qiyue.contract import server
from qiyue.contract.auth.completion import compute_signature, decode_parameters, sign_request
from qiyue.contract.auth.credentials import KEY
from qiyue.contract.generators.signature_mutations import ADDED
from qiyue.contract.http.asgi_transport import BASE_URL, call_app
from qiyue.contract.http.message import value_at
from qiyue.contract.model.clock import Clock
from qiyue.mock.incoming import Reply, receive_all, send_reply
from qiyue.mutation.api_changes import each_operation
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.mutation.request_schemas import build_server
from qiyue.values import FrozenMap, Plain

Comparison: TypeAlias = Callable[[str, str], bool]
"""From the signature that was sent and the right one to whether it will do."""
Reading: TypeAlias = Callable[[Mapping[str, Plain]], Mapping[str, Plain]]
"""From what was sent to what is signed of it."""
_EIGHT_HOURS = 8 * 3600


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, comparing in _COMPARING:
        yield Fault(name, "signature", _lenient(comparing, dict), late=True)
    for name, reading in _READING:
        yield Fault(name, "signature", _lenient(str.__eq__, reading), late=True)
    yield Fault("forgets a signature after a second", "replay", build_server(_forgetting), late=True)
    yield Fault("lets in clocks a second further than it may", "clock", build_server(_within(1)), late=True)
    yield Fault("refuses clocks a second nearer than it may", "success", build_server(_within(-1)), late=True)
    yield Fault("goes by the clock of another time zone", "example", _elsewhere, ("success",), late=True)


class _Lenient:
    """A server that takes more signatures than the right one."""

    def __init__(
        self, inner: ASGIApp, operation: Operation, rule: Signature, takes: Comparison, reads: Reading
    ) -> None:
        self._inner, self._operation, self._rule, self._takes, self._reads = inner, operation, rule, takes, reads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        incoming = await receive_all(scope, receive)
        url = (
            BASE_URL
            + scope["raw_path"].decode()
            + ("?" + scope["query_string"].decode() if scope["query_string"] else "")
        )
        request = httpx2.Request(incoming.method, url, headers=scope["headers"], content=incoming.body)
        sent, right = value_at(request, self._rule.put), compute_signature(self._operation, request)
        if isinstance(sent, str) and sent != right and self._takes(sent, self._wanted(request)):
            request = sign_request(self._operation, request)
        response = await call_app(self._inner, request)
        await send_reply(Reply(response.status_code, tuple(response.headers.items()), response.content), send)

    def _wanted(self, request: httpx2.Request) -> str:
        return sign(self._rule, self._reads(decode_parameters(self._operation, request)), KEY)


def _lenient(takes: Comparison, reads: Reading) -> Plant:
    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        rule = operation.signature
        if rule is None:
            return None
        return Mutant(
            lambda clock: _Lenient(server(subject.for_operation(operation), clock), operation, rule, takes, reads)
        )

    return plant


def _forgetting(api: Api) -> Api:
    def change(operation: Operation) -> Operation:
        rule = operation.signature
        if rule is None or rule.unique is None:
            return operation
        return replace(operation, signature=replace(rule, unique=replace(rule.unique, remember=Decimal(1))))

    return each_operation(api, change)


def _within(more: int) -> Callable[[Api], Api]:
    """Give a change of how far a clock may be off."""

    def rule(words: FrozenMap) -> FrozenMap:
        clock = words.get("clock")
        changed = {"clock": FrozenMap({**clock, "within": f"{seconds(clock['within']) + more}s"})} if clock else {}
        return FrozenMap({**words, **changed})

    return lambda api: replace(api, mock=FrozenMap({**api.mock, "rules": tuple(map(rule, api.mock.get("rules", ())))}))


def _elsewhere(subject: FaultTarget, operation: Operation) -> Mutant | None:
    api = subject.for_operation(operation)
    if _within(1)(api) == api:
        return None
    return Mutant(lambda clock: server(api, _Shifted(clock)))


class _Shifted:
    """A clock that shows the local time of somewhere else."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self.tick, self.wait = clock, clock.tick, clock.wait

    def __call__(self) -> float:
        return self._clock() + _EIGHT_HOURS


def _stripped(values: Mapping[str, Plain]) -> Mapping[str, Plain]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


_COMPARING: tuple[tuple[str, Comparison], ...] = (
    ("compares half of a signature", lambda sent, right: sent[: len(right) // 2] == right[: len(right) // 2]),
    ("compares all but the end of a signature", lambda sent, right: sent[:-1] == right[:-1]),
    ("compares the beginning of what is sent as a signature", lambda sent, right: sent.startswith(right)),
    ("compares as much of a signature as is sent", lambda sent, right: right.startswith(sent)),
    ("looks at no case in a signature", lambda sent, right: sent.lower() == right.lower()),
    ("looks at no white space around a signature", lambda sent, right: sent.strip() == right),
    ("takes an empty signature", lambda sent, _: not sent),
    ("looks at the characters of a signature in no order", lambda sent, right: sorted(sent) == sorted(right)),
)
_READING: tuple[tuple[str, Reading], ...] = (
    ("verifies texts without the white space around them", _stripped),
    ("verifies nothing that it does not know", lambda values: {k: v for k, v in values.items() if k != ADDED}),
)
