"""Schema variants: from a type and a valid value of it to its variations, each with one thing changed.

In: Api, a node, a value. Out: whole values that differ from the first in one spot: at the edge of one keyword, with
the place of that keyword in the document. A type that holds itself is entered once.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeAlias

from qiyue.api import Api
from qiyue.base import json
from qiyue.base.where import pointer
from qiyue.contract.generators.boundary.keywords import KeywordBoundaries
from qiyue.sample import sample_of
from qiyue.sample.valid import is_valid
from qiyue.schema.composition import parts
from qiyue.schema.keywords import UNIONS
from qiyue.schema.selection import RecursiveSchemaError, select_branches
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class SchemaVariant:
    """A value that differs from a valid one in one spot."""

    value: Plain
    valid: bool
    word: str
    """The keyword that it exercises."""
    place: str
    """Where the document has that keyword."""
    at: str
    """The spot of the value, as a JSON Pointer."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Spot:
    """A node and a value of it, somewhere in the whole."""

    node: Any
    value: Plain
    place: str
    at: str = ""
    seen: tuple[str, ...] = ()
    """The types that hold it."""
    depth: int = 0
    in_text: bool = False
    """Whether it lies in JSON that is held as text: then the text is the spot, and what it says stays valid."""
    whole: Callable[[Plain], Plain] = lambda value: value
    """Gives the whole with another value here."""

    def varied(self, value: Plain, word: str, place: str, member: str = "", *, valid: bool = True) -> SchemaVariant:
        """Give the whole with another value here."""
        return SchemaVariant(self.whole(value), valid, word, place, self.below(member), self.depth)

    def below(self, part: str | int) -> str:
        """Give the spot of a member or item."""
        return self.at if self.in_text or part == "" else self.at + pointer([part])


_Waiting: TypeAlias = deque[Iterator[SchemaVariant]]
_Parts: TypeAlias = Sequence[tuple[Mapping[str, Any], str]]
"""What a node is made of, each with its place."""


class SchemaVariants:
    """Makes variations. ``written`` are values that travel as text: there a number is no wrong text."""

    def __init__(self, api: Api, *, written: bool) -> None:
        self._api, self._edges = api, KeywordBoundaries(api, written=written)

    def vary(self, node: Any, value: Plain, place: str) -> Iterator[SchemaVariant]:
        """Give every variation of a value, those inside the fewest types first. Types that hold each other have
        more than anybody can wait for: take what is needed."""
        waiting: _Waiting = deque()
        waiting.append(self._vary(_Spot(node, value, place), waiting))
        while waiting:
            yield from waiting.popleft()

    def _vary(self, spot: _Spot, waiting: _Waiting) -> Iterator[SchemaVariant]:
        """Give the variations of a spot, and of what lies in it, unless it is a type: its inside then has to wait."""
        try:
            flat = select_branches(spot.node, self._api.types, above=spot.seen).node
        except RecursiveSchemaError:
            return
        held = list(parts(spot.node, self._api.types, spot.place))
        entered = (*spot.seen, *(part["$ref"] for part, _ in held if "$ref" in part))
        is_union = any(part.get(word) for part, _ in held for word in UNIONS)
        for part, where in held:
            for edge in self._edges.of(part, flat, spot.value, is_union=is_union):
                if edge.valid or not spot.in_text:
                    yield spot.varied(edge.value, edge.word, f"{where}/{edge.word}", edge.member, valid=edge.valid)
        if entered == spot.seen:
            yield from self._inside(spot, held, flat, waiting)
        else:
            inner = replace(spot, seen=entered, depth=spot.depth + 1)
            waiting.append(self._inside(inner, held, flat, waiting))

    def _inside(self, spot: _Spot, held: _Parts, flat: Mapping[str, Any], waiting: _Waiting) -> Iterator[SchemaVariant]:
        """Vary what lies in a spot: alternatives, members, items, and JSON that is held as text."""
        for found in chain(self._branches(spot, held), self._held(spot, held, flat)):
            if isinstance(found, SchemaVariant):
                yield found
            else:
                yield from self._vary(found, waiting)

    def _branches(self, spot: _Spot, held: _Parts) -> Iterator[SchemaVariant | _Spot]:
        unions = [(part, word, f"{where}/{word}") for part, where in held for word in UNIONS if part.get(word)]
        for part, word, place in unions:
            for index, branch in enumerate(part[word]):
                one = {**part, word: (branch,)}
                try:
                    made = spot.value if is_valid(self._api, one, spot.value) else sample_of(self._api, one, full=True)
                except RecursiveSchemaError:
                    continue
                yield spot.varied(made, word, f"{place}/{index}")
                yield replace(spot, node=branch, value=made, place=f"{place}/{index}")

    def _held(self, spot: _Spot, held: _Parts, flat: Mapping[str, Any]) -> Iterator[SchemaVariant | _Spot]:
        if isinstance(spot.value, Mapping):
            for part, place in held:
                for name, node in part.get("properties", {}).items():
                    yield from self._member(spot, flat, name, node, f"{place}/properties{pointer([name])}")
        elif isinstance(spot.value, list):
            for part, place in held:
                yield from _items(spot, part, place)
        elif (
            isinstance(spot.value, str) and "contentSchema" in flat and "json" in str(flat.get("contentMediaType", ""))
        ):
            yield from _text(spot, flat["contentSchema"], f"{held[-1][1]}/contentSchema")

    def _member(
        self, spot: _Spot, flat: Mapping[str, Any], name: str, node: Any, place: str
    ) -> Iterator[SchemaVariant | _Spot]:
        if isinstance(node, Mapping) and node.get("readOnly"):
            return
        inner = spot.value.get(name)
        if name not in spot.value:
            try:
                inner = sample_of(self._api, flat["properties"][name], full=True)
            except RecursiveSchemaError:
                return
            yield spot.varied({**spot.value, name: inner}, "properties", place, name)

        def whole(new: Plain) -> Plain:
            return spot.whole({**spot.value, name: new})

        yield replace(spot, node=node, value=inner, place=place, at=spot.below(name), whole=whole)


def _items(spot: _Spot, part: Mapping[str, Any], place: str) -> Iterator[_Spot]:
    nodes = [(node, f"{place}/prefixItems/{index}") for index, node in enumerate(part.get("prefixItems", ()))]
    if "items" in part and len(spot.value) > len(nodes):
        nodes.append((part["items"], f"{place}/items"))
    for index, (node, where) in enumerate(nodes[: len(spot.value)]):

        def whole(new: Plain, index: int = index) -> Plain:
            return spot.whole([*spot.value[:index], new, *spot.value[index + 1 :]])

        yield replace(spot, node=node, value=spot.value[index], place=where, at=spot.below(index), whole=whole)


def _text(spot: _Spot, node: Any, place: str) -> Iterator[_Spot]:
    try:
        said = json.loads(spot.value.encode())
    except json.JsonError:
        return

    def whole(new: Plain) -> Plain:
        return spot.whole(json.text(new))

    yield replace(spot, node=node, value=said, place=place, in_text=True, whole=whole)
