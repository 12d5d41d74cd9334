"""Server state: servers that lose, change or double what they keep, and lists that cannot be trusted.

In: answers of the right server, one after the other, or its Api. Out: wrong ones. One call alone shows none of these.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from html import escape
from typing import TypeAlias

from qiyue.api import Api, Operation
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.contract import server
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import judge
from qiyue.mock.answered import spot
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mutation.api_changes import decimals_to_floats, each_operation, without_rules
from qiyue.mutation.exchange_wrappers import ChangedServer
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.mutation.request_schemas import build_server
from qiyue.values import Plain

Rows: TypeAlias = list[Plain]
ListChange: TypeAlias = Callable[[Rows, list[Rows]], Rows]
"""From the items of an answer, and those of all answers before, to other ones."""
BodyChange: TypeAlias = Callable[[Operation, Plain], Plain]


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, change in _LISTS:
        yield _late(name, "pages", _list(change))
    for name, at, by in (
        ("announces more items than there are", "total", 1),
        ("announces fewer items than there are", "total", -1),
        ("announces more pages than there are", "pages", 1),
    ):
        yield _late(name, "pages", _told(at, by))
    yield _late("never comes to the end of a list", "pages", _endless)
    yield _late("looks at no page", "pages", build_server(lambda api: without_rules(api, "page")))
    yield _late("looks at no filter", "filter", build_server(lambda api: without_rules(api, "filter")))
    yield _late("loses digits of what it keeps", "kept", _found(lambda _, value: decimals_to_floats(value)))
    yield _late("keeps texts in small letters", "kept", _found(_each_text(str.lower)))
    yield _late("deletes nothing", "deleted", build_server(_idle("delete")))
    yield _late("changes nothing", "kept", build_server(_idle("update")))
    yield _late("keeps nothing that it is sent", "kept", _seen(build_server(_idle("create"))))
    yield _late("cuts what it keeps", "kept", _found(_each_text(lambda text: text[:20])))
    yield _late("escapes what it keeps", "kept", _found(_each_text(escape)))
    yield _late("keeps nothing but ASCII", "kept", _found(_each_text(_ascii)))
    yield _late("gives every new thing the same key", "kept", _same_key)
    yield _late("deletes more than it is asked for", "deleted", _emptied)
    yield _late("answers otherwise when it is asked again", "idempotent", _by_turns)


def _late(name: str, check: str, plant: Plant) -> Fault:
    return Fault(name, check, plant, phases=("stateful",))


def _seen(plant: Plant) -> Plant:
    """Plant where another operation shows what is kept."""

    def planted(subject: FaultTarget, operation: Operation) -> Mutant | None:
        store = operation.mock.store if operation.mock else ""
        roles = [each.mock for each in subject.api.operations if each.mock and each.mock.store == store]
        shown = any((role.do == "get" and "from" in role.key) or role.do == "list" for role in roles)
        by_token = any(scheme.token for scheme in subject.api.security_schemes)  # tokens are made and kept as well
        return plant(subject, operation) if shown and not by_token else None

    return planted


def _idle(do: str) -> Callable[[Api], Api]:
    """Answer as if something was done."""

    def change(operation: Operation) -> Operation:
        role = operation.mock
        return replace(operation, mock=replace(role, do="answer")) if role and role.do == do else operation

    return lambda api: each_operation(api, change)


def _rewritten(
    subject: FaultTarget, operation: Operation, wanted: Callable[[Operation], bool], change: BodyChange
) -> Mutant:
    """Plant a server whose successes are changed, of an operation and those around it that are wanted."""
    around = subject.for_operation(operation)
    meant = [each for each in around.operations if wanted(each)]

    def answer(incoming: Incoming, reply: Reply) -> Reply:
        for each in meant:
            ending = each.path.partition("?")[0].rpartition("}")[2]
            received = ReceivedResponse(reply.status, dict(reply.headers), reply.body)
            if incoming.method == each.method and incoming.path.endswith(ending) and judge(each, received).success:
                return replace(reply, body=json.dumps(change(each, json.loads(reply.body))))
        return reply

    return Mutant(lambda clock: ChangedServer(server(around, clock), answer))


def _is_list(operation: Operation) -> bool:
    return bool(operation.pagination and operation.pagination.size and operation.mock and operation.mock.do == "list")


def _list(change: ListChange) -> Plant:
    """Plant a server that gives other items."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        before: list[Rows] = []

        def changed(each: Operation, body: Plain) -> Plain:
            rows = get(body, spot(each))
            if not isinstance(rows, list):
                return body
            other = change(rows, before)
            before.append(rows)
            return put(body, spot(each), other)

        return _rewritten(subject, operation, operation.__eq__, changed) if _is_list(operation) else None

    return plant


def _told(name: str, by: int) -> Plant:
    """Plant a server that tells another number about a list."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        at = str(getattr(operation.pagination, name, ""))

        def changed(_: Operation, body: Plain) -> Plain:
            told = get(body, at)
            return put(body, at, told + by) if isinstance(told, int) else body

        return _rewritten(subject, operation, operation.__eq__, changed) if _is_list(operation) and at else None

    return plant


def _endless(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server that always knows a next page."""
    at = operation.pagination.next if operation.pagination else ""

    def changed(_: Operation, body: Plain) -> Plain:
        return body if get(body, at) not in (ABSENT, None) else put(body, at, "0")

    return _rewritten(subject, operation, operation.__eq__, changed) if _is_list(operation) and at else None


def _found(change: BodyChange) -> Plant:
    """Plant a server that finds something else than was made or changed."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if operation.mock is None or operation.mock.do not in ("create", "update", "save"):
            return None

        def changed(each: Operation, body: Plain) -> Plain:
            held = get(body, spot(each))
            return body if held is ABSENT else put(body, spot(each), change(each, held))

        return _rewritten(subject, operation, lambda each: bool(each.mock and each.mock.do == "get"), changed)

    return plant


def _each_text(change: Callable[[str], str]) -> BodyChange:
    """Give a change of every text."""

    def changed(operation: Operation, value: Plain) -> Plain:
        if isinstance(value, dict):
            return {name: changed(operation, each) for name, each in value.items()}
        return change(value) if isinstance(value, str) else value

    return changed


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def _same_key(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server that calls all that it makes by the key of the first."""
    role = operation.mock
    once = role is not None and any("unique" in rule for rule in role.rules)
    if role is None or role.do != "create" or "make" not in role.key or once:
        return None
    first: list[Plain] = []

    def changed(each: Operation, body: Plain) -> Plain:
        at = spot(each) + role.key["at"]
        first.append(get(body, at))
        return body if first[0] is ABSENT else put(body, at, first[0])

    return _rewritten(subject, operation, operation.__eq__, changed)


def _emptied(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server that has nothing left when something was deleted."""
    lists = [each for each in subject.for_operation(operation).operations if each.mock and each.mock.do == "list"]
    if operation.mock is None or operation.mock.do != "delete" or not lists:
        return None
    deleted: list[Incoming] = []

    def answer(incoming: Incoming, reply: Reply) -> Reply:
        if incoming.method == operation.method and reply.status < 300:
            deleted.append(incoming)
        shows = [each for each in lists if incoming.method == each.method and reply.status == 200]
        return (
            replace(reply, body=json.dumps(put(json.loads(reply.body), spot(shows[0]), [])))
            if shows and deleted
            else reply
        )

    return Mutant(lambda clock: ChangedServer(server(subject.for_operation(operation), clock), answer))


def _by_turns(subject: FaultTarget, operation: Operation) -> Mutant | None:
    """Plant a server whose numbers are others every other time."""
    turns = [0]
    if operation.mock is None or operation.mock.do != "get":
        return None

    def changed(_: Operation, body: Plain) -> Plain:
        turns[0] += 1
        return body if turns[0] % 2 else _more(body)

    return _rewritten(subject, operation, operation.__eq__, changed)


def _more(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {name: _more(each) for name, each in value.items()}
    return value + 1 if isinstance(value, Decimal) else f"{value}1" if isinstance(value, str) else value


_LISTS: tuple[tuple[str, ListChange], ...] = (
    ("skips an item of a list", lambda rows, before: rows[1:] if before else rows),
    ("leaves out the last item of a page", lambda rows, _: rows[:-1]),
    (
        "repeats the last item of the page before",
        lambda rows, before: [*(before[-1][-1:] if before else []), *rows][: max(1, len(rows))],
    ),
    ("gives the first page again and again", lambda rows, before: before[1] if len(before) > 1 else rows),
    ("gives longer pages than it is asked for", lambda rows, _: [*rows, *rows[:1]]),
    ("goes on behind the last page", lambda rows, before: rows or before[-1]),
    ("gives an item twice on a page", lambda rows, _: [*rows, *rows][: max(2, len(rows))]),
)
