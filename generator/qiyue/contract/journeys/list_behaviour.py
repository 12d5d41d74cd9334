"""List behaviour: page sizes, pages, filters and orders of lists that anybody's objects may be in. In: an operation
that lists, calls. Out: problems; all rest on the document.

Others may add and delete meanwhile: what is wrong is looked at twice before it is told.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from qiyue.api import Operation, Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.contract.journeys.calls import LiveCalls
from qiyue.contract.journeys.resource_calls import size_parameter
from qiyue.contract.oracle.checks import Problem
from qiyue.inference import list_spot
from qiyue.mock.compare import alike, number
from qiyue.schema.selection import first_form
from qiyue.values import Missing, Plain

_PAGES = frozenset("page pageno pagenum pagenumber pageindex p".split())
_OFFSETS = frozenset("offset skip start".split())
_TOTALS = frozenset("total totalcount count totalelements totalitems".split())
_ORDERS = frozenset("order sort direction sortorder orderby dir".split())
_LONGEST = 30
"""Pages that are read at most."""


class ListBehaviour:
    """What one list does with the parameters that it declares."""

    def __init__(self, calls: LiveCalls, operation: Operation, key: Where) -> None:
        self._calls, self._operation, self._key = calls, operation, key
        self._at = list_spot(calls.api, operation)
        self._size = size_parameter(operation)

    def problems(self) -> Iterator[Problem]:
        """Tell what the list does otherwise than the document says."""
        if self._at is None:
            return
        for rule in (self._sizes, self._pages, self._filters, self._orders):
            first = list(rule())
            again = {each.message for each in rule()} if first else set()
            yield from (each for each in first if each.message in again)

    def _sizes(self) -> Iterator[Problem]:
        """Ask for two items, and for as many as the document calls the default."""
        if self._size is None:
            return
        at, node = self._size[0], self._node(self._size[1])
        if node.get("minimum", 1) <= 2 and len(self._items({at: 2}) or ()) > 2:
            yield Problem("limit", f"A page of 2 has more items ({at}, document).")
        default = node.get("default")
        if isinstance(default, int):
            left, said, more = self._items({}), self._items({at: default}), self._items({at: default + 1})
            if left is not None and said is not None and len(left) != len(said):
                yield Problem("limit", f"Without {at} a page has another length than the default says (document).")
            elif more is not None and left is not None and len(left) > default:
                yield Problem("limit", f"Without {at} a page is longer than the default says (document).")

    def _pages(self) -> Iterator[Problem]:
        """Read the list page by page."""
        turn = self._turn()
        if turn is None or self._size is None or not self._key:
            return
        whole = self._items({self._size[0]: self._largest()})
        if whole is None or not 3 <= len(whole) < self._largest():
            return  # it has no second page, or too many
        size = max(2, -(-len(whole) // _LONGEST))
        rows: list[Plain] = []
        for index in range(-(-len(whole) // size)):
            rows += self._items({self._size[0]: size, turn[0]: turn[1] + index * (size if turn[2] else 1)}) or []
        keys = [where.get(row, self._key) for row in rows]
        if any(json_equal(key, other) for index, key in enumerate(keys) for other in keys[:index]):
            yield Problem("pages", "Two pages have the same item (document).")
        elif len(rows) != len(whole):
            yield Problem("pages", "All pages together have another number of items than the list (document).")
        yield from self._totals(len(whole), {self._size[0]: size}, "")

    def _totals(self, count: int, asked: Mapping[Where, Plain], under: str) -> Iterator[Problem]:
        body = self._body(asked)
        above = (self._at or "").rpartition("/")[0]
        holder = where.get(body, above) if body is not ABSENT else ABSENT
        for name, value in holder.items() if isinstance(holder, dict) else ():
            if "".join(filter(str.isalnum, name.lower())) in _TOTALS and number(value) not in (None, count):
                yield Problem("total", f"The {name} that is told{under} is not how many items there are (document).")

    def _filters(self) -> Iterator[Problem]:
        """Ask for the objects that have a value, for each parameter that is called like a member of them."""
        largest = {self._size[0]: self._largest()} if self._size else {}
        whole = self._items(largest) or []
        for parameter in self._operation.parameters:
            at, node = f"query:{parameter.name}", self._node(parameter.type)
            told = [where.get(item, f"/{parameter.name}") for item in whole]
            known = [value for value in told if isinstance(value, str | int) and value != ""]
            if parameter.location != "query" or not known or not ("enum" in node or node.get("type") == "boolean"):
                continue
            for value in _different(known):
                found = self._items({**largest, at: value})
                others = [item for item in found or () if not alike(where.get(item, f"/{parameter.name}"), value)]
                if others:
                    yield Problem("filter", f"{at} lets through objects that have another value (document).")
                elif found is not None and len(found) < sum(json_equal(value, each) for each in known):
                    yield Problem("filter", f"{at} leaves out objects that have the value (document).")
                elif found is not None and self._size and len(found) < self._largest():
                    yield from self._totals(len(found), {self._size[0]: 2, at: value}, f" under {at}")

    def _orders(self) -> Iterator[Problem]:
        """Ask for both orders."""
        for parameter in self._operation.parameters:
            choices = self._node(parameter.type).get("enum", ())
            word = "".join(filter(str.isalnum, parameter.name.lower()))
            ways = {str(each).lower(): each for each in choices}
            if parameter.location == "query" and word in _ORDERS and {"asc", "desc"} <= ways.keys():
                ask = partial(self._items)
                up, down = (ask({f"query:{parameter.name}": ways[way]}) for way in ("asc", "desc"))
                if up and down and len(_different(up)) > 1 and json_equal(up, down):
                    yield Problem(
                        "order", f"query:{parameter.name} changes nothing: asc and desc are alike (document)."
                    )

    def _turn(self) -> tuple[Where, int, bool] | None:
        """Return the parameter that turns pages, its first value, and whether it counts items."""
        for each in self._operation.parameters:
            word, node = "".join(filter(str.isalnum, each.name.lower())), self._node(each.type)
            if each.location == "query" and word in _PAGES:
                first = node.get("default", node.get("minimum", 1))
                return f"query:{each.name}", first if first in (0, 1) else 1, False
            if each.location == "query" and word in _OFFSETS:
                return f"query:{each.name}", 0, True
        return None

    def _largest(self) -> int:
        node = self._node(self._size[1]) if self._size else {}
        return min(int(node.get("maximum", 100)), 100)

    def _items(self, asked: Mapping[Where, Plain]) -> list[Plain] | None:
        found = where.get(self._body(asked), self._at or "")
        return found if isinstance(found, list) else None

    def _body(self, asked: Mapping[Where, Plain]) -> Plain:
        answered = self._calls.answer(self._operation, self._calls.example(self._operation, asked))
        if answered is None or not answered.verdict.success:
            return ABSENT
        try:
            return answered.received.body()
        except Missing:
            return ABSENT

    def _node(self, type_id: str) -> Mapping[str, Any]:
        return first_form(self._calls.api.schema(type_id), self._calls.api.types)


def _different(values: list[Plain]) -> list[Plain]:
    """Return values without those that were there before, at most three."""
    found: list[Plain] = []
    is_new: Callable[[Plain], bool] = lambda value: not any(json_equal(value, each) for each in found)  # noqa: E731
    for value in values:
        if len(found) < 3 and is_new(value):
            found.append(value)
    return found
