"""Lifecycle: calls that follow from one another. What was made or changed is found again, digit for digit; what was
deleted is not; what may be sent twice gives the same twice, and makes nothing twice.

In: steps, an operation. Out: problems. Which calls belong together is said by ``x-qiyue-mock``,
``x-qiyue-pagination`` and ``x-qiyue-safety``.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from qiyue.api import Operation, Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import pointer
from qiyue.contract.http.request_values import value_in
from qiyue.contract.journeys.calls import JourneyCalls
from qiyue.contract.journeys.filters import check_filters
from qiyue.contract.journeys.pagination import check_pages, read_all_items
from qiyue.contract.journeys.vendor_rules import check_vendor_rules
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.checks import Problem
from qiyue.examples import nodes_of
from qiyue.mock.answered import spot
from qiyue.mock.compare import alike, number
from qiyue.sample.valid import is_valid
from qiyue.schema.integer_width import within_width
from qiyue.values import Plain

_AMOUNT = "0.10000000000000000001"
_WIDE = "<税> é&\\'\"%20😀"
"""Ends a text; lost by whoever escapes, decodes or cuts once too often."""
_FORMED = frozenset({"format", "contentMediaType", "contentSchema", "x-qiyue-time"})
"""Keywords of texts that are more than text."""
_REPEATED = ("get", "list")
_MADE = ("sequence", "stamp", "total", "copy")
"""Rules by which a server writes into what it was sent."""


def run_journeys(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Make the journeys that begin with an operation."""
    role, safety = operation.mock, operation.safety
    check_vendor_rules(steps, operation)
    if role and role.do == "create" and role.store:
        yield from _found_again(steps, operation)
    if role and role.do in ("update", "save") and role.store:
        yield from _changed(steps, operation)
    if role and role.do == "delete" and role.store:
        yield from _gone(steps, operation)
    if role and role.do == "list":
        yield from check_filters(steps, operation)
        yield from check_pages(steps, operation)
    if safety and safety.idempotent and role and role.do in _REPEATED:
        yield from _the_same(steps, operation)
    elif safety and safety.idempotent and role and role.store:
        yield from _once(steps, operation)


def _found_again(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Make an object, get it, and compare what was sent with what is found."""
    for planned in (_exact(steps, operation, texts=True), _exact(steps, operation), steps.example(operation)):
        made = steps.send(operation, planned)
        if made is not None:
            break
    role, key = operation.mock, _made_key(operation, made)
    sent = where.get(planned.case.body, _payload(operation))
    if made is None or not isinstance(sent, dict):
        return
    yield from _differences(_own(operation, sent), where.get(made, spot(operation)), operation.id)
    for by, found in _sightings(steps, operation, planned, key):
        if found is None:
            yield Problem("kept", f"What {operation.id} made is not found by {by}.")
        else:
            yield from _differences(_own(operation, sent), found, by)
    again = steps.send(operation, planned) if role and "make" in role.key else None
    if key is not ABSENT and again is not None and json_equal(_made_key(operation, again), key):
        yield Problem("kept", f"Two things that {operation.id} made have the same key.")


def _changed(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Change an object, get it, and compare what was sent with what is found."""
    planned = steps.example(operation)
    sent, key = where.get(planned.case.body, _payload(operation)), _key(planned, operation)
    before = _others(steps, operation, planned, key)
    if key is ABSENT or not isinstance(sent, dict) or steps.send(operation, planned) is None:
        return
    for by, found in _sightings(steps, operation, planned, key):
        if found is not None:
            yield from _differences(_own(operation, sent), found, by)
    yield from _lost(before, _others(steps, operation, planned, key), "kept", operation.id)


def _gone(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Delete an object, and look for it."""
    planned = steps.example(operation)
    key = _key(planned, operation)
    before = _others(steps, operation, planned, key)
    if key is ABSENT or steps.send(operation, planned) is None:
        return
    for by, found in _sightings(steps, operation, planned, key):
        if found is not None:
            yield Problem("deleted", f"What {operation.id} deleted is still found by {by}.")
    yield from _lost(before, _others(steps, operation, planned, key), "deleted", operation.id)


def _once(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Send twice what may be sent twice: the second time makes nothing more, and unmakes nothing."""
    if steps.call(operation) is None:
        return
    lists = list(_listing(steps, operation))
    counts = [_count(steps, other) for other in lists]
    steps.call(operation)
    if [_count(steps, other) for other in lists] != counts:
        yield Problem("idempotent", "The same request, sent a second time, changes how many objects there are.")


def _count(steps: JourneyCalls, operation: Operation) -> Plain:
    rule = operation.pagination
    body = steps.call(operation)
    items, told = where.get(body, spot(operation)), where.get(body, rule.total) if rule and rule.total else ABSENT
    if rule and rule.size and told is ABSENT:
        return len(read_all_items(steps, operation, rule))
    return told if told is not ABSENT else len(items) if isinstance(items, list) else None


def _sightings(
    steps: JourneyCalls, operation: Operation, planned: Case, key: Plain
) -> Iterator[tuple[str, Plain | None]]:
    """Look for an object by all operations that could show it: each gives it, or ``None``."""
    role = operation.mock
    if role is None or key in (ABSENT, None) or isinstance(key, dict | list):
        return
    for other in steps.api.operations:
        asked = str(other.mock.key.get("from", "")) if other.mock else ""
        if other.mock and asked and (other.mock.do, other.mock.store) == ("get", role.store):
            found = steps.call(other, {asked: key, **_scope(operation, other, planned)})
            yield other.id, None if found is None else where.get(found, spot(other))
    for other in _listing(steps, operation):
        body = steps.call(other, _scope(operation, other, planned))
        items = where.get(body, spot(other))
        at = role.key.get("at", "")
        named = [item for item in items if alike(where.get(item, at), key)] if isinstance(items, list) and at else []
        if named or _is_whole(other, body, items):
            yield other.id, next(iter(named), None)


def _others(steps: JourneyCalls, operation: Operation, planned: Case, key: Plain) -> dict[str, list[Plain]]:
    """Give all objects but one, by each list that shows where they have their keys."""
    at = operation.mock.key.get("at", "") if operation.mock else ""
    found: dict[str, list[Plain]] = {}
    for other in _listing(steps, operation) if key is not ABSENT else ():
        items = where.get(steps.call(other, _scope(operation, other, planned)), spot(other))
        if isinstance(items, list) and not any(where.get(item, at) is ABSENT for item in items):
            found[other.id] = [item for item in items if not alike(where.get(item, at), key)]
    return found


def _lost(
    before: Mapping[str, list[Plain]], after: Mapping[str, list[Plain]], check: str, by: str
) -> Iterator[Problem]:
    """Say where an object is not what it was, though another one was meant."""
    for name, items in before.items():
        now = after.get(name, [])
        if any(not any(json_equal(item, other) for other in now) for item in items):
            yield Problem(check, f"What {name} shows beside the object that {by} was called for is not what it was.")


def _scope(operation: Operation, other: Operation, planned: Case) -> dict[Where, Plain]:
    """Give the scope of a call for another operation, so that both look at the same objects."""
    at = other.mock.scope if other.mock else ""
    value = value_in(planned.case, operation.mock.scope) if operation.mock and operation.mock.scope else ABSENT
    return {} if not at or value is ABSENT else {at: value}


def _is_whole(operation: Operation, body: Plain, items: Plain) -> bool:
    """Tell whether a list shows all that is kept: no page is left, and no filter was asked for."""
    total = where.get(body, operation.pagination.total) if operation.pagination else ABSENT
    rules = operation.mock.rules if operation.mock else ()
    return (
        isinstance(items, list)
        and (operation.pagination is None or len(items) == total)
        and not any("filter" in rule for rule in rules)
    )


def _listing(steps: JourneyCalls, operation: Operation) -> Iterator[Operation]:
    """Give the operations that list what an operation keeps."""
    store = operation.mock.store if operation.mock else ""
    yield from (
        each for each in steps.api.operations if each.mock and (each.mock.do, each.mock.store) == ("list", store)
    )


def _key(planned: Case, operation: Operation) -> Plain:
    """Give what names the object in a request, ``ABSENT`` where that is not one text or number."""
    key = operation.mock.key if operation.mock else {}
    found = value_in(planned.case, str(key.get("from") or key.get("at", "")))
    return found if isinstance(found, str | int) else ABSENT


def _made_key(operation: Operation, made: Plain) -> Plain:
    """Give the key of what an answer says was made, ``ABSENT`` where it does not say."""
    key = operation.mock.key if operation.mock else {}
    return where.get(where.get(made, spot(operation)), key.get("at", "")) if made is not None else ABSENT


def _own(operation: Operation, sent: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give what was sent without what the server writes itself."""
    made = _made(operation)
    return {name: value for name, value in sent.items() if pointer([name]) not in made}


def _made(operation: Operation) -> set[Where]:
    """Give the spots of an object that the server writes itself."""
    role = operation.mock
    words = [rule[name] for rule in (role.rules if role else ()) for name in _MADE if name in rule]
    key = {str(role.key["at"])} if role and role.do == "create" and "make" in role.key else set()
    return key | {str(each[word]) for each in words for word in ("at", "to") if word in each}


def _differences(sent: Mapping[str, Plain], found: Plain, by: str) -> Iterator[Problem]:
    for name, value in sent.items():
        shown = where.get(found, pointer([name]))
        if shown is not ABSENT and shown is not None and _differ(value, shown):
            yield Problem("kept", f"The {name} that was sent is another one in what {by} answers.")


def _differ(sent: Plain, shown: Plain) -> bool:
    """Tell whether two values are not the same number or truth, or not the same text."""
    if number(sent) is not None:
        return number(shown) != number(sent)
    return isinstance(sent, str | bool) and type(shown) is type(sent) and shown != sent


def _exact(steps: JourneyCalls, operation: Operation, *, texts: bool = False) -> Case:
    """Give an example with numbers that no double holds, and texts that few keep as they are, where the spec allows
    them."""
    planned = steps.example(operation)
    payload, nodes = where.get(planned.case.body, _payload(operation)), nodes_of(steps.api, operation)
    finer: dict[Where, Plain] = {}
    for name, value in payload.items() if isinstance(payload, dict) else ():
        at = _payload(operation) + pointer([name])
        is_free = texts and isinstance(value, str) and _FORMED.isdisjoint(nodes.get(at, ()))
        for other in (_finer(value), *(_wider(value) if is_free else ())):
            if at in nodes and other != value and is_valid(steps.api, within_width(nodes[at]), other):
                finer[at] = other
    return steps.example(operation, finer)


def _wider(text: str) -> Iterator[str]:
    """Give longer texts, each with more that is seldom kept as it is."""
    yield from (f"{text}{_WIDE * times}" for times in (1, 2, 9))


def _finer(value: Plain) -> Plain:
    """Give a number, or a decimal text, that no double holds."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 2**53 + 1
    if isinstance(value, Decimal):
        return Decimal(_AMOUNT)
    return _AMOUNT if isinstance(value, str) and "." in value and number(value) is not None else value


def _the_same(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Send twice. The second may be refused: what is deleted is not there any more."""
    first, second = (steps.call(operation) for _ in range(2))
    at = spot(operation)
    if first is not None and second is not None and not json_equal(where.get(first, at), where.get(second, at)):
        yield Problem("idempotent", "The same request, sent twice with nothing between, gives two answers.")


def _payload(operation: Operation) -> Where:
    role, request = operation.mock, operation.envelope.request if operation.envelope else None
    return str(role.extra["object"]) if role and "object" in role.extra else request.payload if request else ""
