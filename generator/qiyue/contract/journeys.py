"""Journeys: calls that follow from one another. What was made is found again, digit for digit; pages are disjoint and
add up; what may be sent twice gives the same twice.

In: a plan, an operation, a way to send. Out: problems. Which calls belong together is said by ``x-qiyue-mock``,
``x-qiyue-pagination`` and ``x-qiyue-safety``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from qiyue.api import Operation, Where
from qiyue.contract.cases import Plan, Planned
from qiyue.contract.checks import Problem
from qiyue.contract.values_in import value_in, with_values
from qiyue.examples import example_requests, nodes_of
from qiyue.mock.answered import spot
from qiyue.mock.compare import number
from qiyue.runtime import where
from qiyue.runtime.absent import ABSENT
from qiyue.sample.valid import fits
from qiyue.values import Plain, pointer, same

Send: TypeAlias = Callable[[Operation, Planned], Plain | None]
"""Sends a case and gives the body of its success, ``None`` where it was refused."""
_AMOUNT = "0.10000000000000000001"
_REPEATED = ("get", "list")
_MADE = ("sequence", "stamp", "total", "copy")
"""Rules by which a server writes into what it was sent."""
_PAGES = 5
"""So many pages are read of a list."""


def journey(plan: Plan, operation: Operation, send: Send) -> Iterator[Problem]:
    """Make the journeys that begin with an operation."""
    role, safety = operation.mock, operation.safety
    if role and role.do == "create" and role.store:
        yield from _found_again(plan, operation, send)
    if role and role.do == "list" and operation.pagination:
        yield from _pages(plan, operation, send)
    if safety and safety.idempotent and role and role.do in _REPEATED:
        yield from _the_same(plan, operation, send)


def _found_again(plan: Plan, operation: Operation, send: Send) -> Iterator[Problem]:
    """Make an object, get it, and compare what was sent with what is found."""
    planned = _exact(plan, operation)
    made = send(operation, planned)
    if made is None:
        planned = _example(plan, operation)
        made = send(operation, planned)
    role = operation.mock
    key = where.get(where.get(made, spot(operation)), role.key.get("at", "")) if made is not None and role else ABSENT
    sent = where.get(planned.case.body, _payload(operation))
    if isinstance(key, dict | list) or key in (ABSENT, None) or not isinstance(sent, dict):
        return
    for other in plan.api.operations:
        asked = other.mock and other.mock.key.get("from", "")
        if other.mock and role and asked and (other.mock.do, other.mock.store) == ("get", role.store):
            found = send(other, _with(_example(plan, other), {asked: key}))
            if found is None:
                yield Problem("kept", f"What {operation.id} made is not found by {other.id}.")
            else:
                own = {name: value for name, value in sent.items() if pointer([name]) not in _made(operation)}
                yield from _differences(own, where.get(found, spot(other)), other.id)


def _made(operation: Operation) -> set[Where]:
    """Give the spots of an object that the server writes itself."""
    rules = operation.mock.rules if operation.mock else ()
    words = [rule[name] for rule in rules for name in _MADE if name in rule]
    return {str(each[word]) for each in words for word in ("at", "to") if word in each}


def _differences(sent: Mapping[str, Plain], found: Plain, by: str) -> Iterator[Problem]:
    for name, value in sent.items():
        shown = where.get(found, f"/{name}")
        if shown is not ABSENT and number(value) is not None and number(shown) != number(value):
            yield Problem("kept", f"The {name} that was sent is another one in what {by} finds.")


def _exact(plan: Plan, operation: Operation) -> Planned:
    """Give an example with numbers that no double holds, where the spec allows them."""
    planned = _example(plan, operation)
    payload, nodes = where.get(planned.case.body, _payload(operation)), nodes_of(plan.api, operation)
    finer: dict[Where, Plain] = {}
    for name, value in payload.items() if isinstance(payload, dict) else ():
        at = _payload(operation) + pointer([name])
        if at in nodes and fits(plan.api, nodes[at], _finer(value)):
            finer[at] = _finer(value)
    return _with(planned, finer)


def _finer(value: Plain) -> Plain:
    """Give a number, or a decimal text, that no double holds."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 2**53 + 1
    if isinstance(value, Decimal):
        return Decimal(_AMOUNT)
    return _AMOUNT if isinstance(value, str) and "." in value and number(value) is not None else value


def _pages(plan: Plan, operation: Operation, send: Send) -> Iterator[Problem]:
    """Read a list page by page."""
    rule, planned = operation.pagination, _example(plan, operation)
    if rule is None or rule.style != "page" or not rule.page or not rule.size:
        return
    whole = send(operation, planned)
    total = where.get(whole, rule.total) if whole is not None and rule.total.startswith("/") else ABSENT
    count = number(total)
    if count is None or count < 2:
        return
    size = max(1, -(-int(count) // _PAGES))
    text = isinstance(value_in(planned.case, rule.size), str)
    rows: list[Plain] = []
    for page in range(rule.first, rule.first + -(-int(count) // size)):
        asked: dict[Where, Plain] = {rule.page: str(page) if text else page, rule.size: str(size) if text else size}
        body = send(operation, _with(planned, asked))
        items = where.get(body, rule.items) if body is not None else []
        items = items if isinstance(items, list) else []
        if len(items) > size:
            yield Problem("pages", f"A page of {size} has {len(items)} items.")
        if any(same(item, other) for item in items for other in rows):
            yield Problem("pages", "Two pages have the same item.")
        rows += items
    if len(rows) != count:
        yield Problem("pages", f"All pages together have {len(rows)} items, where {count} were announced.")


def _the_same(plan: Plan, operation: Operation, send: Send) -> Iterator[Problem]:
    """Send twice. The second may be refused: what is deleted is not there any more."""
    first, second = (send(operation, _example(plan, operation)) for _ in range(2))
    at = spot(operation)
    if first is not None and second is not None and not same(where.get(first, at), where.get(second, at)):
        yield Problem("idempotent", "The same request, sent twice with nothing between, gives two answers.")


def _payload(operation: Operation) -> Where:
    role, request = operation.mock, operation.envelope.request if operation.envelope else None
    return str(role.extra["object"]) if role and "object" in role.extra else request.payload if request else ""


def _example(plan: Plan, operation: Operation) -> Planned:
    request = example_requests(plan.api, operation)[0]
    return replace(plan.planned(operation, request, "stateful"), about="a step of a journey")


def _with(planned: Planned, values: Mapping[Where, Plain]) -> Planned:
    return replace(planned, case=with_values(planned.case, values))
