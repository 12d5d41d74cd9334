"""Filters: what holds of a list of which only a part is asked for.

In: steps, an operation that lists. Out: problems. A filter leaves what meets its value, finds what has it, and gives
nothing where no item has it; one that is fixed leaves nothing else either.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import Any, Final, TypeAlias

from qiyue.api import Operation, Where
from qiyue.base import where
from qiyue.base.equality import json_equal
from qiyue.contract.auth.credentials import client_scope_values
from qiyue.contract.journeys.calls import JourneyCalls
from qiyue.contract.oracle.checks import Problem
from qiyue.examples import nodes_of
from qiyue.mock.answered import spot
from qiyue.mock.compare import alike, contains, within
from qiyue.sample.valid import is_valid
from qiyue.values import Plain

Match: TypeAlias = Callable[[Plain, Plain], bool]
"""Tells whether what an item has meets what was asked for."""
_MATCHES: Final[Mapping[str, Match]] = {
    "equal": alike,
    "contains": contains,
    "from": lambda held, bound: within(held, bound, "from"),
    "to": lambda held, bound: within(held, bound, "to"),
}


def check_filters(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Ask for items by each filter."""
    pages = operation.pagination
    longest = {pages.size: pages.max_size} if pages and pages.size and pages.max_size else {}
    whole = _items(operation, steps.call(operation, longest))
    yield from _of_others(steps, operation, whole)
    nodes = nodes_of(steps.api, operation)
    for rule in (rule["filter"] for rule in (operation.mock.rules if operation.mock else ()) if "filter" in rule):
        at, match = rule.get("at", ""), _MATCHES[rule.get("match", "equal")]
        if "is" in rule:
            yield from _strange(whole, rule, partial(alike, rule["is"]), "its fixed filter")
            continue
        for value, is_there in _values(whole, rule):
            asked = next(
                (each for each in (value, [value]) if at in nodes and is_valid(steps.api, nodes[at], each)), None
            )
            if asked is not None:
                found = _items(operation, steps.call(operation, {at: asked}))
                yield from _strange(found, rule, partial(_meets, match, value), at)
                if pages and any(json_equal(one, other) for one, other in combinations(found, 2)):
                    yield Problem("pages", f"Asked for items by {at}, the server gives one twice.")
                if is_there and not found:
                    yield Problem("filter", f"Asked for items by {at}, the server does not find the one that has it.")


def _of_others(steps: JourneyCalls, operation: Operation, whole: list[Plain]) -> Iterator[Problem]:
    """Say where an item is of another scope than that under which it was asked for."""
    role = operation.mock
    asked = client_scope_values(steps.api, operation).get(role.scope) if role and "scope-at" in role.extra else None
    if role and asked is not None:
        by = {"by": role.extra["scope-at"]}
        for problem in _strange(whole, by, partial(alike, asked), role.scope):
            yield replace(problem, check="scope")


def _meets(match: Match, asked: Plain, held: Plain) -> bool:
    return match(held, asked)


def _items(operation: Operation, body: Plain) -> list[Plain]:
    items = where.get(body, spot(operation)) if body is not None else None
    return items if isinstance(items, list) else []


def _values(whole: list[Plain], rule: Mapping[str, Any]) -> Iterator[tuple[Plain, bool]]:
    """Give values to ask for, each with whether an item has it."""
    held = [value for item in whole for _, value in where.each(item, rule["by"]) if isinstance(value, str | int)]
    for value in held[:1] + held[-1:]:
        yield value, True
    if held and isinstance(held[0], str):
        if rule.get("match") == "contains":
            yield held[0][1:], len(held[0]) > 1
        yield from ((value, False) for value in (held[0][:-1], f"{held[0]}1", f"{held[0]}-unheard-of") if value)


def _strange(
    items: list[Plain], rule: Mapping[str, Any], meets: Callable[[Plain], bool], by: Where
) -> Iterator[Problem]:
    """Say where an item shows other values than those that were asked for."""
    for item in items:
        held = [value for _, value in where.each(item, rule["by"])]
        if held and not any(map(meets, held)):
            yield Problem("filter", f"Asked for items by {by}, the server gives one that has another value.")
            return
