"""Who says where it is known from: every citation of a page by the elements of a vendor's editions.

In: compiled editions. Out: marks: the element, the fact, the lines, the findings cited along with them, and the place
in the hand-written file. Editions of one vendor share elements: what two of them say at one place is one mark.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from qiyue import evidence
from qiyue.api import Grade
from qiyue.base.where import pointer
from qiyue.diagnostics import Place
from qiyue.document import Places
from qiyue.pipeline import Compiled
from qiyue.positions import Position, walk
from qiyue.values import Plain

SOURCE: Final = "x-qiyue-source"


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One citation of lines of a page by a fact of an element; the fact ``""`` stands for the element as a whole.

    A mark is equal to itself only.
    """

    element: str
    """The pointer of the element in the merged document."""
    name: str
    """What the element is called on the wire: a field, a parameter, a code, a path."""
    fact: str
    grade: Grade
    page: str
    first: int
    last: int
    findings: tuple[str, ...]
    place: Place
    draft: bool = False
    """Whether a person still has to confirm it."""

    @property
    def lines(self) -> range:
        return range(self.first, self.last + 1)


def marks(compiled: Iterable[Compiled]) -> tuple[Mark, ...]:
    """Give every citation of lines, each once."""
    found = {
        (mark.place, mark.fact, mark.page, mark.first, mark.last): mark for each in compiled for mark in _marks(each)
    }
    return tuple(found.values())


def _marks(compiled: Compiled) -> Iterator[Mark]:
    for position in walk(compiled.data):
        if SOURCE in position.data:
            yield from _of(position, compiled.places)


def _of(position: Position, places: Places) -> Iterator[Mark]:
    written: Plain = position.data[SOURCE]
    for fact, cited in evidence.parse(written).facts:
        here = [SOURCE, fact] if isinstance(written, dict) else [SOURCE]
        place = places.place(position.pointer + pointer(here))
        findings = tuple(dict.fromkeys(citation.finding for citation in cited if citation.finding))
        for each in cited:
            if each.first:
                yield Mark(
                    position.pointer,
                    _name(position),
                    fact,
                    each.grade,
                    each.page,
                    each.first,
                    each.last,
                    findings,
                    place,
                    each.draft,
                )


def _name(position: Position) -> str:
    data = position.data
    if position.kind == "operation":
        return position.parent.name if position.parent else ""
    own = {"parameter": "name", "code": "code", "security-scheme": "name", "catalogue-row": "name", "tag": "name"}
    return str(data.get(own.get(position.kind, ""), position.name))
