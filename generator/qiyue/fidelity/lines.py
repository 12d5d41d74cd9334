"""Where the lines of a page are now.

In: the drift of a page. Out: ``Lines``: old lines to new lines. A range stays one range as long as nothing came into
it that was elsewhere before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from qiyue.fidelity.drift import Drift
from qiyue.fidelity.lock import Entry, Locked

Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Lines:
    """``moved``: old line → new lines. ``origin``: new line → the old lines that it says again."""

    moved: dict[int, frozenset[int]]
    origin: dict[int, frozenset[int]]
    gone: frozenset[int]
    """Old lines of which nothing is left."""

    @classmethod
    def of(cls, drift: Drift) -> "Lines":
        moved: dict[int, set[int]] = {}
        origin: dict[int, set[int]] = {}
        pairs = _pairs(drift)
        if drift.old.digest == drift.new.digest and _last(drift.old) == _last(drift.new):
            pairs = ((line, line) for entry in drift.old.entries for line in entry.lines)  # the same page, read anew
        for before, after in pairs:
            moved.setdefault(before, set()).add(after)
            origin.setdefault(after, set()).add(before)
        gone = {line for entry in drift.old.entries for line in entry.lines} - moved.keys()
        return cls(_frozen(moved), _frozen(origin), frozenset(gone))

    def ranges(self, first: int, last: int) -> tuple[Range, ...]:
        """Give where a range of old lines is now; nothing if none of it is left."""
        old = range(first, last + 1)
        steps = {new - line for line in old for new in self.moved.get(line, ())}
        after = sorted({new for line in old for new in self.moved.get(line, ())})
        if len(steps) == 1 and not self.gone.intersection(old):
            shifted = (first + min(steps), last + min(steps))
            if shifted[0] > 0 and not self._foreign(range(shifted[0], shifted[1] + 1), old):
                return (shifted,)
        return tuple(self._joined(after, old)) if after else ()

    def _joined(self, lines: list[int], old: range) -> Iterator[Range]:
        start = end = lines[0]
        for line in lines[1:]:
            if self._foreign(range(end + 1, line), old):
                yield start, end
                start = line
            end = line
        yield start, end

    def _foreign(self, lines: Iterable[int], old: range) -> bool:
        """Tell whether lines say what was elsewhere before."""
        return any(self.origin.get(line, frozenset()) - set(old) for line in lines)


def _pairs(drift: Drift) -> Iterator[tuple[int, int]]:
    for before, after in (*drift.alignment.same, *drift.alignment.changed):
        yield from _line_by_line(drift.old.entries[before], drift.new.entries[after])
    for run, later in drift.alignment.wrapped:
        old = {line for index in run for line in drift.old.entries[index].lines}
        new = {line for index in later for line in drift.new.entries[index].lines}
        yield from ((before, after) for before in old for after in new)


def _last(page: Locked) -> int:
    return page.entries[-1].last if page.entries else 0


def _line_by_line(old: Entry, new: Entry) -> Iterable[tuple[int, int]]:
    if len(old.lines) == len(new.lines):
        return zip(old.lines, new.lines, strict=True)
    return ((before, after) for before in old.lines for after in new.lines)


def _frozen(lines: dict[int, set[int]]) -> dict[int, frozenset[int]]:
    return {line: frozenset(found) for line, found in lines.items()}
