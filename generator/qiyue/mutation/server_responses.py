"""Server responses: servers that answer otherwise than the spec says. In: an answer of the right one. Out: a wrong
one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from qiyue.api import Answer, Kind, Operation
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.media import preferred
from qiyue.base.where import get, put
from qiyue.contract import server
from qiyue.contract.generators.boundary.schema_variants import SchemaVariants
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.http.message import to_mock_request
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import Verdict, judge
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.refuse import Refusals
from qiyue.mutation.exchange_wrappers import ChangedServer
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.values import Plain

_HTML = b"<html><body>gateway</body></html>"
_UNHEARD = 987_654


@dataclass(frozen=True)
class ServerExchange:
    """An answer of the right server, and what it answers."""

    subject: FaultTarget
    operation: Operation
    incoming: Incoming
    reply: Reply

    @cached_property
    def verdict(self) -> Verdict:
        return judge(self.operation, ReceivedResponse(self.reply.status, dict(self.reply.headers), self.reply.body))

    @cached_property
    def body(self) -> Plain:
        """The body as plain data; ``None`` where it is no JSON."""
        try:
            return json.loads(self.reply.body)
        except json.JsonError:
            return None

    @property
    def documented(self) -> Answer | None:
        """What the document says of answers with this status."""
        by_status = {answer.status.upper(): answer for answer in self.operation.answers}
        names = (str(self.reply.status), f"{self.reply.status // 100}XX", "DEFAULT")
        return next((by_status[name] for name in names if name in by_status), None)

    def with_body(self, body: Plain) -> Reply:
        return replace(self.reply, body=json.dumps(body))

    def with_header(self, name: str, value: str | None) -> Reply:
        """Give the answer with a header, or without it."""
        rest = tuple(pair for pair in self.reply.headers if pair[0].lower() != name)
        return replace(self.reply, headers=rest if value is None else (*rest, (name, value)))


Change: TypeAlias = Callable[[ServerExchange], Reply | None]
"""``None`` where an answer stays as it is."""


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, change in _SUCCESSES:
        yield response_fault(name, check, change, lambda verdict: verdict.success)
    for name, check, change in _REFUSALS:
        yield response_fault(name, check, change, lambda verdict: not verdict.success)
    for name, word, is_meant in _BROKEN:
        fault = response_fault(name, "body", _breaking(word, is_meant), lambda verdict: verdict.success)
        yield replace(fault, plant=_with_word(word, fault.plant))
    yield Fault("takes every call for a good one", "refusal", _always_good)
    yield Fault("refuses every call, with the status of a success", "example", _never_good)


def response_fault(
    name: str, check: str, change: Change, wanted: Callable[[Verdict], bool], target: str = "mock"
) -> Fault:
    """Make a fault of a server whose answers are changed: those to the operation itself, of a wanted verdict."""

    def changed(said: ServerExchange) -> Reply:
        is_meant = said.incoming.path.endswith(_ending(said.operation)) and wanted(said.verdict)
        return (change(said) if is_meant else None) or said.reply

    def plant(subject: FaultTarget, operation: Operation) -> Mutant:
        def answer(incoming: Incoming, reply: Reply) -> Reply:
            return changed(ServerExchange(subject, operation, incoming, reply))

        return Mutant(lambda clock: ChangedServer(server(subject.for_operation(operation), clock), answer))

    def touches(subject: FaultTarget, operation: Operation, exchange: Exchange) -> bool:
        headers = tuple(pair for pair in exchange.response.headers.items() if pair[0] != "content-length")
        reply = Reply(exchange.response.status_code, headers, exchange.response.content)
        return changed(ServerExchange(subject, operation, to_mock_request(exchange.request), reply)) != reply

    return Fault(name, check, plant, target=target, touches=touches)


def _ending(operation: Operation) -> str:
    """Give the end of the paths of an operation, as far as it is the same for all calls."""
    return operation.path.partition("?")[0].rpartition("}")[2]


def _always_good(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server that gives its last good answer to all calls."""
    kept: list[Reply] = []

    def changed(incoming: Incoming, reply: Reply) -> Reply:
        if not incoming.path.endswith(_ending(operation)):
            return reply
        if judge(operation, ReceivedResponse(reply.status, dict(reply.headers), reply.body)).success:
            kept[:] = [reply]
        return kept[-1] if kept else reply

    return Mutant(lambda clock: ChangedServer(server(subject.for_operation(operation), clock), changed))


def _never_good(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server that refuses all calls in the same words, with the status of a success."""
    refusals = Refusals(subject.api, operation, subject.answers)
    rows = operation.errors.codes if operation.errors else ()
    kinds = (Kind.BAD_SIGNATURE, Kind.BAD_CREDENTIAL, Kind.MISSING_CREDENTIAL, Kind.INVALID_PARAMETER)
    kind = next((kind for kind in kinds if any(kind is row.kind for row in rows)), Kind.INVALID_PARAMETER)
    reply = replace(refusals.reply(Failure(kind)), status=200)
    if judge(operation, ReceivedResponse(reply.status, dict(reply.headers), reply.body)).success:
        return None
    return Mutant(lambda clock: ChangedServer(server(subject.for_operation(operation), clock), lambda *_: reply))


def _html(said: ServerExchange) -> Reply:
    return replace(said.with_header("content-type", "text/html"), body=_HTML)


def _other_status(said: ServerExchange) -> Reply | None:
    statuses = (201, 202, 206) if said.verdict.success else (418, 451, 409)
    return next((replace(said.reply, status=each) for each in statuses if not _named(said.operation, each)), None)


def _named(operation: Operation, status: int) -> bool:
    known = {answer.status.upper() for answer in operation.answers}
    return not known.isdisjoint({str(status), f"{status // 100}XX", "DEFAULT"})


def _without_header(said: ServerExchange) -> Reply | None:
    wanted = [header.name.lower() for header in (said.documented.headers if said.documented else ()) if header.required]
    return said.with_header(wanted[0], None) if wanted else None


def _code_at(said: ServerExchange) -> str:
    """Give the pointer to the code in the body, ``""`` where it is elsewhere."""
    envelope = said.operation.envelope.answer if said.operation.envelope else None
    at = (said.operation.errors.at if said.operation.errors else "") or (envelope.code if envelope else "")
    return at if at.startswith("/") and get(said.body, at) is not ABSENT else ""


def _without_code(said: ServerExchange) -> Reply | None:
    at = _code_at(said)
    parent, _, name = at.rpartition("/")
    held = get(said.body, parent) if at else None
    if not isinstance(held, dict):
        return None
    rest = {key: value for key, value in held.items() if key != name}
    return said.with_body(put(said.body, parent, rest))


def _unheard_code(said: ServerExchange) -> Reply | None:
    at = _code_at(said)
    if not at:
        return None
    return said.with_body(put(said.body, at, str(_UNHEARD) if isinstance(get(said.body, at), str) else _UNHEARD))


def _other_code(said: ServerExchange) -> Reply | None:
    """Refuse with the code of another reason."""
    at, mine = _code_at(said), {said.verdict.kind, *said.verdict.covers}
    rows = said.operation.errors.codes if said.operation.errors else ()
    others = [row for row in rows if row.kind and row.emit and not row.at and mine.isdisjoint({row.kind, *row.covers})]
    others = [row for row in others if row.status in (0, said.reply.status)]
    return said.with_body(put(said.body, at, others[0].code)) if at and others else None


def _bare_error(said: ServerExchange) -> Reply | None:
    return said.with_body({"oops": True}) if isinstance(said.body, dict) else None


def _body(change: Callable[[bytes], bytes]) -> Change:
    return lambda said: replace(said.reply, body=change(said.reply.body)) if said.body else None


def _with_word(word: str, plant: Plant) -> Plant:
    """Plant where the answers to an operation have a keyword."""
    return lambda subject, operation: (
        plant(subject, operation) if word in subject.response_keywords(operation) else None
    )


def _breaking(word: str, is_meant: Callable[[Plain, Plain], bool]) -> Change:
    """Give a change that breaks one keyword of the documented schema, where a value like that is answered."""

    def change(said: ServerExchange) -> Reply | None:
        media = preferred(said.documented.media) if said.documented else None
        if media is None or media.type is None or said.body is None:
            return None
        validator = said.subject.answers.validator(media.type)
        for found in SchemaVariants(said.subject.api, written=False).vary(
            said.subject.api.schema(media.type), said.body, ""
        ):
            values = get(said.body, found.at), get(found.value, found.at)
            if found.word == word and not found.valid and is_meant(*values) and not validator.is_valid(found.value):
                return said.with_body(found.value)
        return None

    return change


def _any(_was: Plain, _now: Plain) -> bool:
    return True


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


_SUCCESSES: tuple[tuple[str, str, Change], ...] = (
    ("answers 500 to a good call", "server-error", lambda said: replace(said.reply, status=500)),
    ("answers with a status that nobody named", "status", _other_status),
    ("answers a page of HTML", "content-type", _html),
    ("calls its JSON plain text", "content-type", lambda said: said.with_header("content-type", "text/plain")),
    ("does not say what its answer is", "content-type", lambda said: said.with_header("content-type", None)),
    ("leaves out a header that is promised", "headers", _without_header),
    ("answers nothing where a body is promised", "body", _body(lambda _: b"")),
    ("breaks off in the middle of an answer", "body", _body(lambda body: body[: len(body) // 2])),
    ("says something after the end of its JSON", "body", _body(lambda body: body + b"}")),
    ("answers bytes that are no text", "body", _body(lambda body: body.replace(b":", b':"\xff\xfe"', 1))),
    ("answers null", "body", _body(lambda _: b"null")),
    ("answers a list around what is promised", "body", _body(lambda body: b"[" + body + b"]")),
)
_REFUSALS: tuple[tuple[str, str, Change], ...] = (
    ("refuses without a code", "code", _without_code),
    ("refuses with a code that nobody named", "code", _unheard_code),
    ("refuses for another reason than the right one", "refusal", _other_code),
    ("refuses with a page of HTML", "content-type", _html),
    ("refuses with a status that nobody named", "status", _other_status),
    ("refuses in words of its own", "body", _bare_error),
    ("fails where it should refuse", "server-error", lambda said: replace(said.reply, status=500)),
)
_BROKEN: tuple[tuple[str, str, Callable[[Plain, Plain], bool]], ...] = (
    ("leaves out a member that is promised", "required", _any),
    ("answers null where a value is promised", "type", lambda _, now: now is None),
    ("answers a number as text", "type", lambda was, now: _is_number(was) and isinstance(now, str)),
    ("answers a text as a number", "type", lambda was, now: isinstance(was, str) and _is_number(now)),
    ("answers truth as text", "type", lambda was, now: isinstance(was, bool) and isinstance(now, str)),
    ("answers something else where a list is promised", "type", lambda was, _: isinstance(was, list)),
    ("answers something else where an object is promised", "type", lambda was, _: isinstance(was, dict)),
    ("answers a fraction where a whole number is promised", "type", lambda _, now: isinstance(now, Decimal)),
    ("answers a value that is none of those named", "enum", _any),
    ("answers another value than the one that is named", "const", _any),
    ("answers a text of another pattern", "pattern", _any),
    ("answers a text that is no date, address or id", "format", _any),
    ("answers a number that is too small", "minimum", _any),
    ("answers a number that is too large", "maximum", _any),
    ("answers a text that is too short", "minLength", _any),
    ("answers a text that is too long", "maxLength", _any),
    ("answers a list that is too short", "minItems", _any),
    ("answers a member that is forbidden", "additionalProperties", _any),
)
