"""Where each value of a document came from: a JSON Pointer in, the place in the right file out.

Nothing is kept while reading: the first question about a text reads that text again.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from qiyue.diagnostics import Place
from qiyue.source import events, json
from qiyue.source.spots import Spot, grow
from qiyue.source.text import Source
from qiyue.values import pointer_parts

Parts: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Origin:
    """The text and the pointer a value was read from; ``inside`` holds what came from elsewhere since."""

    source: Source
    parts: Parts = ()
    inside: "dict[str, Origin] | list[Origin] | None" = None


@dataclass
class Places:
    """The places of one document, which may be merged from several texts."""

    origin: Origin
    _spots: dict[int, Spot] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, source: Source) -> "Places":
        return cls(Origin(source))

    def place(self, pointer: str) -> Place:
        """Give the place of the value at a pointer, or of the nearest value around it."""
        origin, rest = _follow(self.origin, pointer_parts(pointer))
        spot = self._spot(origin.source).nearest((*origin.parts, *rest))
        return origin.source.place(spot.offset)

    def _spot(self, source: Source) -> Spot:
        if id(source) not in self._spots:
            self._spots[id(source)] = grow(json.tokens(source) if source.json else events.tokens(source))
        return self._spots[id(source)]


def _follow(origin: Origin, parts: Parts) -> tuple[Origin, Parts]:
    for position, part in enumerate(parts):
        inside = origin.inside
        if isinstance(inside, dict) and part in inside:
            origin = inside[part]
        elif isinstance(inside, list) and part.isascii() and part.isdigit() and int(part) < len(inside):
            origin = inside[int(part)]
        else:
            return origin, parts[position:]
    return origin, ()
