"""Where each value of a document came from: a JSON Pointer in, the place in the right file out.

Nothing is kept while reading: the first question about a text reads that text again.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from qiyue.base.where import parts_of
from qiyue.diagnostics import Place
from qiyue.source import json
from qiyue.source.spots import Token, TokenPosition, grow
from qiyue.source.text import Source
from qiyue.values import Plain

Parts: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Origin:
    """The text and the pointer a value was read from; ``members`` and ``items`` tell what came from elsewhere since."""

    source: Source
    parts: Parts = ()
    members: "dict[str, Origin]" = field(default_factory=dict)
    items: "list[Origin] | None" = None

    def child(self, data: Plain, part: str | int) -> "Origin":
        """Give the origin of one value in ``data``, the value of this origin, so that it can be changed."""
        if isinstance(part, int):
            return self.listed(data)[part]
        return self.members.setdefault(part, Origin(self.source, (*self.parts, part)))

    def listed(self, data: Plain) -> "list[Origin]":
        """Give the origins of the items of ``data``, to be changed as the list itself is."""
        if self.items is None:
            self.items = [Origin(self.source, (*self.parts, str(index))) for index in range(len(data))]
        return self.items

    def follow(self, parts: Parts) -> "tuple[Origin, Parts]":
        """Go down to the last known origin; gives it and what is left of the way."""
        origin = self
        for position, part in enumerate(parts):
            items = origin.items or ()
            if part in origin.members:
                origin = origin.members[part]
            elif part.isascii() and part.isdigit() and int(part) < len(items):
                origin = items[int(part)]
            else:
                return origin, parts[position:]
        return origin, ()


@dataclass
class Places:
    """The places of one document, which may be merged from several texts."""

    origin: Origin
    _spots: dict[int, TokenPosition] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, source: Source) -> "Places":
        return cls(Origin(source))

    def add_file(self, holder: str, name: str, source: Source) -> None:
        """Know that the member ``name`` of the root's member ``holder`` is a file of its own."""
        files = self.origin.members.setdefault(holder, Origin(self.origin.source))
        files.members[name] = Origin(source)

    def rename(self, old: str, new: str) -> None:
        """Know that the root's member ``new`` is called ``old`` in its text."""
        known = self.origin.members.get(old)
        self.origin.members[new] = known or Origin(self.origin.source, (*self.origin.parts, old))

    def move(self, moves: Iterable[tuple[str, str]]) -> None:
        """Know where the values at new pointers were written: pairs of a new pointer and the old one."""
        known = [(new, self._origin(old)) for new, old in moves]
        for new, origin in known:
            *way, last = parts_of(new)
            holder = self.origin
            for part in way:
                holder = holder.members.setdefault(part, Origin(holder.source, (*holder.parts, part)))
            holder.members[last] = origin

    def _origin(self, pointer: str) -> Origin:
        origin, rest = self.origin.follow(parts_of(pointer))
        return Origin(origin.source, (*origin.parts, *rest)) if rest else copy(origin)

    def place(self, pointer: str) -> Place:
        """Give the place of the value at a pointer, or of the nearest value around it."""
        origin, rest = self.origin.follow(parts_of(pointer))
        spot = self._spot(origin.source).nearest((*origin.parts, *rest))
        return replace(origin.source.place(spot.offset), pointer=pointer)

    def _spot(self, source: Source) -> TokenPosition:
        if id(source) not in self._spots:
            self._spots[id(source)] = grow(_tokens(source))
        return self._spots[id(source)]


def _tokens(source: Source) -> Iterator[Token]:
    if source.json:
        return json.tokens(source)
    from qiyue.source import events

    return events.tokens(source)
