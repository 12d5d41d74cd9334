"""What of a page the spec has used: every segment is cited by elements, or skipped for a reason, or uncovered.

In: a lock and the marks of the vendor's editions. Out: a ``Coverage`` of each page. The page itself is not needed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qiyue.api import Grade
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.lock import Entry, Lock, Reason


@dataclass(frozen=True, slots=True)
class Open:
    """A segment that is neither used nor skipped, as a whole or in some of its lines."""

    entry: Entry
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The account of one page."""

    page: str
    segments: int
    grades: Mapping[Grade, int]
    """Segments that are cited, each by the best grade that cites it."""
    reasons: Mapping[Reason, int]
    open: tuple[Open, ...]
    groundless: tuple[Mark, ...]
    """Citations of lines that hold no segment."""

    @property
    def covered(self) -> int:
        return self.segments - len(self.open)

    @property
    def percent(self) -> str:
        """Rounded down: 100 means all."""
        return f"{self.covered * 1000 // self.segments / 10:g} %" if self.segments else "100 %"


def cover(lock: Lock, marks: Iterable[Mark]) -> tuple[Coverage, ...]:
    """Account for every page of a lock."""
    by_page: dict[str, list[Mark]] = {}
    for mark in marks:
        by_page.setdefault(mark.page, []).append(mark)
    return tuple(_page(page, found.entries, by_page.get(page, [])) for page, found in lock.pages.items())


def best_grades(marks: Iterable[Mark]) -> dict[int, Grade]:
    """Give for every cited line the best grade that cites it."""
    order = list(Grade)
    found: dict[int, Grade] = {}
    for mark in marks:
        for line in mark.lines:
            found[line] = min(found.get(line, mark.grade), mark.grade, key=order.index)
    return found


def _page(page: str, entries: tuple[Entry, ...], marks: list[Mark]) -> Coverage:
    order = list(Grade)
    cited = best_grades(marks)
    grades: Counter[Grade] = Counter()
    reasons: Counter[Reason] = Counter()
    still_open = []
    for entry in entries:
        missing = tuple(line for line in entry.lines if line not in cited)
        if not missing:
            grades[min((cited[line] for line in entry.lines), key=order.index)] += 1
        elif entry.skip:
            reasons[Reason(entry.skip)] += 1
        else:
            still_open.append(Open(entry, missing))
    held = {line for entry in entries for line in entry.lines}
    groundless = tuple(mark for mark in marks if not held.intersection(mark.lines))
    return Coverage(
        page,
        len(entries),
        {grade: grades[grade] for grade in Grade if grades[grade]},
        {reason: reasons[reason] for reason in Reason if reasons[reason]},
        tuple(still_open),
        groundless,
    )
