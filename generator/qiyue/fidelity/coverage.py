"""What of a page the spec has used: every segment is cited by elements, or skipped for a reason, or uncovered.

In: a lock and the marks of the vendor's editions. Out: a ``Coverage`` of each page. The page itself is not needed. A
segment is uncovered too if somebody who cited it when it was locked no longer does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qiyue.api import Grade
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.lock import Entry, Lock, Reason
from qiyue.fidelity.reach import Reach


@dataclass(frozen=True, slots=True)
class Open:
    """A segment that is neither used nor skipped, as a whole or in some of its lines, or that lost a citation."""

    entry: Entry
    lines: tuple[int, ...]
    lost: tuple[str, ...] = ()
    """Who cited it when it was locked and does not now; a name stands for each citation."""


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
    drafts: int
    """Segments that only drafts cite: no person has confirmed that they say it."""
    later: int
    """Segments that somebody cites of whom the lock does not know yet."""

    @property
    def covered(self) -> int:
        return self.segments - len(self.open)

    @property
    def confirmed(self) -> int:
        return self.covered - self.drafts

    def percent(self, count: int) -> str:
        """Give a count as a part of all segments, rounded down: 100 means all."""
        return f"{count * 1000 // self.segments / 10:g} %" if self.segments else "100 %"


def cover(lock: Lock, marks: Iterable[Mark]) -> tuple[Coverage, ...]:
    """Account for every page of a lock."""
    by_page = _by_page(marks)
    return tuple(_page(page, found.entries, by_page.get(page, [])) for page, found in lock.pages.items())


def record_citations(lock: Lock, marks: Iterable[Mark]) -> Lock:
    """Give a lock with the names of who cites each segment now."""
    by_page = _by_page(marks)
    pages = {
        page: replace(found, entries=entries_cited(found.entries, by_page.get(page, [])))
        for page, found in lock.pages.items()
    }
    return replace(lock, pages=pages)


def entries_cited(entries: Sequence[Entry], marks: Iterable[Mark]) -> tuple[Entry, ...]:
    """Give the entries of a page with the names of who cites each; what is cited needs no reason to be skipped."""
    reach = Reach(entries, marks)
    return tuple(
        replace(entry, cited=_names(reach.citing(index)), skip=entry.skip if reach.missing(index) else "")
        for index, entry in enumerate(entries)
    )


def _by_page(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.page, []).append(mark)
    return found


def _names(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Give the name of each mark: it stays when what is around its element moves."""
    return tuple(sorted(mark.name for mark in marks))


def _more(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names that are more often among the first."""
    return () if names == others else tuple((Counter(names) - Counter(others)).elements())


def _page(page: str, entries: Sequence[Entry], marks: Sequence[Mark]) -> Coverage:
    reach = Reach(entries, marks)
    order = list(Grade)
    grades: Counter[Grade] = Counter()
    reasons: Counter[Reason] = Counter()
    still_open = []
    drafts = later = 0
    for index, entry in enumerate(entries):
        missing, names = reach.missing(index), _names(reach.citing(index))
        lost = _more(entry.cited, names) if len(names) < len(entry.cited) else ()  # as many: others took their place
        later += bool(_more(names, entry.cited))
        if (missing and not entry.skip) or lost:
            still_open.append(Open(entry, missing or tuple(reach.demanded(index)), lost))
        elif missing:
            reasons[Reason(entry.skip)] += 1
        else:
            counting = reach.counting(index)
            grades[min((mark.grade for mark in counting), key=order.index)] += 1
            drafts += all(mark.draft for mark in counting)
    held = {line for entry in entries for line in entry.lines}
    return Coverage(
        page,
        len(entries),
        {grade: grades[grade] for grade in Grade if grades[grade]},
        {reason: reasons[reason] for reason in Reason if reasons[reason]},
        tuple(still_open),
        tuple(mark for mark in marks if not held.intersection(mark.lines)),
        drafts,
        later,
    )
