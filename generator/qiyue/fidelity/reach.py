"""How far a citation reaches: what it counts for, and what it only passes over.

Each row of a table, each call and each sample states something of its own. A range that reaches over several of them
speaks of them together: it counts for the headings and the prose in it, and for nothing that one of them states.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from qiyue.fidelity.citations import Mark
from qiyue.fidelity.lock import Entry
from qiyue.pages import Kind

ByLine: TypeAlias = dict[int, list[Mark]]

_OF_A_ROW: Final = frozenset({Kind.ROW, Kind.CODE, Kind.ENDPOINT, Kind.CELL})


class Reach:
    """The marks of one page by the lines that they count for."""

    def __init__(self, entries: Sequence[Entry], marks: Iterable[Mark]) -> None:
        self._entries, self._pieces = entries, tuple(_pieces(entries))
        stated: dict[int, set[int]] = {}
        for entry, piece in zip(entries, self._pieces, strict=True):
            for line in entry.lines if piece else ():
                stated.setdefault(line, set()).add(piece)
        self._any: ByLine = {}
        self._near: ByLine = {}
        for mark in marks:
            reached = [stated[line] for line in mark.lines if line in stated]
            near = not reached or bool(set.intersection(*reached))
            for line in mark.lines:
                self._any.setdefault(line, []).append(mark)
                if near:
                    self._near.setdefault(line, []).append(mark)

    def citing(self, index: int) -> tuple[Mark, ...]:
        """Give the marks that touch an entry, whether they count or not."""
        return tuple(dict.fromkeys(mark for line in self._entries[index].lines for mark in self._any.get(line, ())))

    def counting(self, index: int) -> tuple[Mark, ...]:
        """Give the marks that count for an entry."""
        by_line = self._by_line(index)
        return tuple(dict.fromkeys(mark for line in self.demanded(index) for mark in by_line.get(line, ())))

    def missing(self, index: int) -> tuple[int, ...]:
        """Give the lines of an entry that nothing counts for."""
        by_line = self._by_line(index)
        return tuple(line for line in self.demanded(index) if line not in by_line)

    def _by_line(self, index: int) -> ByLine:
        return self._near if self._pieces[index] else self._any

    def demanded(self, index: int) -> range:
        """Give the lines to cite: all of prose; of what is stated where it begins, for brackets and bars may follow."""
        lines = self._entries[index].lines
        return lines[:1] if self._pieces[index] else lines


def _pieces(entries: Iterable[Entry]) -> Iterator[int]:
    """Give for each entry the number of the row, call or sample that it states something of, 0 where it is prose."""
    number, before = 0, None
    for entry in entries:
        sample = entry.kind is Kind.SAMPLE
        if not sample and entry.kind not in _OF_A_ROW:
            before = None
        elif entry.facts:
            key = (sample, entry.trail, "" if sample else entry.subject)
            number += key != before
            before = key
        yield number if before and entry.facts else 0
