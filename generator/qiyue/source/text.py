"""One text that was read, and the spots in it: an offset in, a ``Place`` with line, column and excerpt out."""

from bisect import bisect_right
from functools import cached_property

from qiyue.base.value import Value
from qiyue.diagnostics import Diagnostic, Place
from qiyue.values import Plain

MAX_DEPTH = 200
"""How many mappings and lists may lie in each other: what later stages can walk by recursion."""

_EXCERPT = 240  # an excerpt of a minified file would be the whole file


class Source(Value):
    """A text file that was read; ``json`` tells its syntax."""

    file: str
    text: str
    json: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while (found := self.text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start
        if column >= _EXCERPT:
            return Place(self.file, line, column + 1)
        excerpt = self.text[start : start + _EXCERPT + 80].split("\n", 1)[0].rstrip("\r")
        return Place(self.file, line, column + 1, excerpt)


class Loaded(Value):
    """What a text holds: fresh ``dict`` and ``list`` values that nobody else shares."""

    source: Source
    data: Plain
    doubled: tuple[Diagnostic, ...] = ()
    """Keys that stand twice in one mapping, each a gap at its later place, where the last one was allowed to count."""
