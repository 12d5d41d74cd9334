"""Pagination: what holds of a list that is read page by page.

In: steps, an operation that lists. Out: problems. Pages are as long as was asked, hold no item twice, add up to the
total that each of them tells, and are the same when they are read again; there is nothing behind the last, and nothing
before the first. The longest page that may be asked for is given, a longer one refused or cut.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from qiyue.api import Operation, Pagination, Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.contract.generators.check_order import INVALID
from qiyue.contract.http.request_values import value_in
from qiyue.contract.journeys.calls import JourneyCalls
from qiyue.contract.oracle.checks import Problem
from qiyue.examples import nodes_of
from qiyue.mock.compare import number
from qiyue.sample.valid import is_valid
from qiyue.values import Plain

_PAGES = 5
"""A list is read in so many pages."""
_ENDLESS = 40
"""Pages after which a list has no end."""


def check_pages(steps: JourneyCalls, operation: Operation) -> Iterator[Problem]:
    """Read a list page by page, and its first page again."""
    rule = operation.pagination
    whole = steps.call(operation) if rule and rule.size else None
    if rule is None or whole is None:
        return
    announced = _told(whole, rule.total)
    size = max(1, -(-announced // _PAGES)) if announced else 1
    pages = list(islice(_pages(steps, operation, rule, size), _ENDLESS))
    rows: list[Plain] = []
    for items, body in pages:
        if len(items) > size:
            yield Problem("pages", f"A page of {size} has {len(items)} items.")
        if any(json_equal(item, other) for item in items for other in rows):
            yield Problem("pages", "Two pages have the same item.")
        if _told(body, rule.total) != announced:
            yield Problem("pages", "The pages of one list announce different numbers of items.")
        rows += items
    if len(pages) == _ENDLESS:
        yield Problem("pages", f"The list has no end: {_ENDLESS} pages lead to a next one.")
    elif announced is not None and len(rows) != announced:
        yield Problem("pages", f"All pages together have {len(rows)} items, where {announced} were announced.")
    if len(pages) < _ENDLESS and not _same_items(rows, read_all_items(steps, operation, rule, size + 1)):
        yield Problem("pages", "The list is another one when it is read in pages of another size.")
    yield from _ends(steps, operation, rule, size, pages)
    yield from _sizes(steps, operation, rule)


def read_all_items(steps: JourneyCalls, operation: Operation, rule: Pagination, size: int = 1) -> list[Plain]:
    """Give the items of all pages."""
    return [item for items, _ in islice(_pages(steps, operation, rule, size), _ENDLESS) for item in items]


def _same_items(one: list[Plain], other: list[Plain]) -> bool:
    return len(one) == len(other) and all(any(json_equal(item, each) for each in other) for item in one)


def _sizes(steps: JourneyCalls, operation: Operation, rule: Pagination) -> Iterator[Problem]:
    """Ask for the longest page and for a longer one, for none, and for the page before the first."""
    words = _words(operation)
    if rule.max_size:
        steps.call(operation, _asked(steps, operation, {rule.size: rule.max_size}))
        asked = _asked(steps, operation, {rule.size: rule.max_size + 1})
        if words.get("over") != "cap":
            steps.refused(operation, steps.example(operation, asked), "a page that is too long", "pages", INVALID)
        elif _fits(steps, operation, asked) and len(_page(steps, operation, rule, asked)[0]) > rule.max_size:
            yield Problem("pages", f"A page has more than the {rule.max_size} items that it may have.")
    if words.get("zero") != "default":
        asked = _asked(steps, operation, {rule.size: 0})
        steps.refused(operation, steps.example(operation, asked), "a page of 0 items", "pages", INVALID)
    if rule.style != "cursor":
        asked = _asked(steps, operation, {rule.page: rule.first - 1})
        steps.refused(operation, steps.example(operation, asked), "the page before the first", "pages", INVALID)


def _words(operation: Operation) -> Mapping[str, Plain]:
    """Give what the vendor does with pages that are too long or empty."""
    rules = operation.mock.rules if operation.mock else ()
    return next((rule["page"] for rule in rules if "page" in rule), {})


def _fits(steps: JourneyCalls, operation: Operation, asked: Mapping[Where, Plain]) -> bool:
    nodes = nodes_of(steps.api, operation)
    return all(is_valid(steps.api, nodes.get(at, True), value) for at, value in asked.items())


def _ends(
    steps: JourneyCalls, operation: Operation, rule: Pagination, size: int, pages: list[tuple[list[Plain], Plain]]
) -> Iterator[Problem]:
    """Say where the first page is another one when it is read again, or where there is something behind the last."""
    again = next(_pages(steps, operation, rule, size), None)
    if again and pages and not json_equal(again[0], pages[0][0]):
        yield Problem("pages", "The first page is another one when it is read again.")
    told = _told(pages[-1][1], rule.pages) if pages else None
    if told is not None and rule.style == "page" and told != len(pages):
        yield Problem("pages", f"{told} pages are announced, where there are {len(pages)}.")
    if rule.style != "cursor" and pages and len(pages) < _ENDLESS:
        count = sum(len(items) for items, _ in pages)
        behind = rule.first + (len(pages) if rule.style == "page" else count)
        items, _ = _page(steps, operation, rule, {rule.page: behind, rule.size: size})
        if items:
            yield Problem("pages", "There are items behind the last page.")


def _pages(
    steps: JourneyCalls, operation: Operation, rule: Pagination, size: int
) -> Iterator[tuple[list[Plain], Plain]]:
    """Give the items and the body of one page after the other, as long as the answers say that there are more."""
    at: Plain = ABSENT if rule.style == "cursor" else rule.first
    count = 0
    while True:
        asked = {rule.size: size} | ({} if at is ABSENT else {rule.cursor or rule.page: at})
        items, body = _page(steps, operation, rule, asked)
        if body is None:
            return
        yield items, body
        count += len(items)
        total = _told(body, rule.total)
        if rule.style == "cursor":
            at = where.get(body, rule.next)
            if at in (ABSENT, None, "", False):
                return
        elif not items or (count >= total if total is not None else len(items) < size):
            return
        elif isinstance(at, int):
            at += len(items) if rule.style == "offset" else 1


def _page(
    steps: JourneyCalls, operation: Operation, rule: Pagination, asked: Mapping[Where, Plain]
) -> tuple[list[Plain], Plain | None]:
    body = steps.call(operation, _asked(steps, operation, asked))
    items = where.get(body, rule.items) if body is not None else None
    return items if isinstance(items, list) else [], body


def _asked(steps: JourneyCalls, operation: Operation, values: Mapping[Where, Plain]) -> dict[Where, Plain]:
    """Write numbers as text where the example has text."""
    example = steps.example(operation).case
    return {at: str(value) if isinstance(value_in(example, at), str) else value for at, value in values.items()}


def _told(body: Plain, at: Where) -> int | None:
    """Give a number of items or pages that an answer tells."""
    told = number(where.get(body, at)) if at.startswith("/") else None
    return None if told is None else int(told)
