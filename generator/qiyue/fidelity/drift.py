"""What a changed page means for the spec, element by element.

In: the lock of a page, its segments now, the marks of the vendor's editions. Out: ``Item``s: what is to be looked at,
and notes on what is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from qiyue.fidelity.align import HEADS, Alignment, Trail, align, row_of
from qiyue.fidelity.changes import Change, changes, speaks, told_once
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.elements import Elements
from qiyue.fidelity.fitting import Fitting, shape
from qiyue.fidelity.items import Item, ItemKind, drop_nested_items, group_items
from qiyue.fidelity.lock import Entry, Locked, lock_page
from qiyue.fidelity.telling import CitationText
from qiyue.pages import Kind, Page, Segment, segments
from qiyue.values import Plain

_SHORT: Final = 100
_NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class Drift:
    """The items of one page, and how its segments found each other."""

    items: tuple[Item, ...]
    alignment: Alignment
    old: Locked
    new: Locked


def drift(old: Locked, page: Page, marks: Sequence[Mark], documents: Sequence[Plain] = ()) -> Drift:
    """Compare a page with what the lock says of it.

    ``marks`` are those of this page; ``documents`` are the merged documents of the vendor's editions, whose schemas
    the samples of the page should fit.
    """
    read = segments(page)
    new = lock_page(page, read)
    found = align(old.entries, new.entries)
    if old.digest == new.digest:
        return Drift((), found, old, new)
    told = _Drift(old.entries, new.entries, read, Elements(marks), found, Fitting(documents))
    return Drift(group_items(drop_nested_items(told.items())), found, old, new)


@dataclass(frozen=True)
class _Drift:
    old: tuple[Entry, ...]
    new: tuple[Entry, ...]
    segments: Sequence[Segment]
    elements: Elements
    alignment: Alignment
    fitting: Fitting

    def items(self) -> Iterator[Item]:
        unfit = list(self.unfit())
        wrong = {item.after for item in unfit}
        for item in (*self.changed(), *self.gone(), *self.added()):
            if item.fact not in {"type", "format"} or item.after not in wrong:
                yield item
        yield from unfit

    def changed(self) -> Iterator[Item]:
        for before, after in self.alignment.changed:
            old, new = self.old[before], self.new[after]
            for change in changes(old, new):
                yield self._item(change, old, new, self.segments[after].text)
            if not (speaks(old) and speaks(new)) and (marks := self._very_ground(old)):
                yield Item(
                    ItemKind.REWORDED,
                    old.subject,
                    "text",
                    None,
                    None,
                    old.place,
                    new.place,
                    _short(self.segments[after].text),
                    marks,
                )

    def _item(self, change: Change, old: Entry, new: Entry, text: str) -> Item:
        what = ItemKind.REWORDED if change.what == "text" else ItemKind.CHANGED
        marks = self.elements.about(old, change.subject, change.what)
        note = not marks and not self._telling.tells(new, text, rules=not old.skip)
        return Item(
            what, change.subject, change.what, change.old, change.new, old.place, new.place, _short(text), marks, note
        )

    def gone(self) -> Iterator[Item]:
        lost = {line for index in self.alignment.gone for line in self.old[index].lines}
        heads: set[str] = set()
        for index in self.alignment.gone:
            entry = self.old[index]
            marks = self.elements.about(entry) if speaks(entry) else self._very_ground(entry)
            if not marks or (entry.kind in {Kind.CELL, Kind.ENDPOINT} and entry.subject in heads):
                continue
            heads |= {entry.subject} if entry.kind in HEADS else set()
            if shape(entry.subject) in self._shapes_left and not any(self._is_bare(mark, lost) for mark in marks):
                continue
            if (row := self._there.get(row_of(self.old, index))) is not None:
                lost_facts = [Change(fact.subject, fact.what, fact.value, None) for fact in entry.facts]
                yield from (self._item(change, entry, self.new[row], "") for change in told_once(lost_facts))
                continue
            yield Item(
                ItemKind.GROUNDLESS, entry.subject, entry.kind.value, before=entry.place, marks=marks, trail=entry.trail
            )

    def _very_ground(self, entry: Entry) -> tuple[Mark, ...]:
        """Give the marks that cite an entry and hardly anything else."""
        return tuple(mark for mark in self.elements.about(entry) if mark.last - mark.first <= 1)

    def _is_bare(self, mark: Mark, lost: set[int]) -> bool:
        """Tell whether nothing is left of what a fact of an element cites."""
        others = [each for each in self.elements.marks if (each.element, each.fact) == (mark.element, mark.fact)]
        return all(lost.issuperset(each.lines) for each in others)

    @cached_property
    def _shapes_left(self) -> set[str]:
        """What the samples of the page still show."""
        return {shape(entry.subject) for entry in self.new if entry.subject.startswith("/")}

    def added(self) -> Iterator[Item]:
        known = {shape(entry.subject) for entry in self.old if entry.kind is Kind.SAMPLE and entry.subject}
        heads: set[str] = set()
        for index in self.alignment.added:
            entry, text = self.new[index], self.segments[index].text
            note = not self._telling.tells(entry, text)
            if (note and not speaks(entry)) or (entry.kind is Kind.SAMPLE and shape(entry.subject) in known):
                continue
            if entry.kind in {Kind.CELL, Kind.ENDPOINT} and entry.subject in heads:
                continue
            heads |= {entry.subject} if entry.kind in HEADS else set()
            known.add(shape(entry.subject))
            if (row := self._back.get(row_of(self.new, index))) is not None:
                facts = [Change(fact.subject, fact.what, None, fact.value) for fact in entry.facts]
                yield from (self._item(change, self.old[row], entry, text) for change in told_once(facts))
                continue
            marks = self._beside(index)
            yield Item(
                ItemKind.NEW,
                entry.subject,
                entry.kind.value,
                after=entry.place,
                text=_short(text),
                marks=marks,
                note=note,
                trail=entry.trail,
            )

    @cached_property
    def _telling(self) -> CitationText:
        return CitationText((*self.old, *self.new))

    @cached_property
    def _back(self) -> Mapping[int, int]:
        return {after: before for before, after in (*self.alignment.same, *self.alignment.changed)}

    @cached_property
    def _there(self) -> Mapping[int, int]:
        return {before: after for after, before in self._back.items()}

    def _beside(self, index: int) -> tuple[Mark, ...]:
        """Give who cites the nearest segment that was there before, of the same section if there is one."""
        for trail in (self.new[index].trail, None):
            for others in (range(index - 1, index - _NEAR, -1), range(index + 1, index + _NEAR)):
                for other in others:
                    if not 0 <= other < len(self.new) or trail not in (None, self.new[other].trail):
                        break
                    before = self._back.get(other)
                    if before is not None and (marks := self.elements.about(self.old[before])):
                        return marks
        return ()

    def unfit(self) -> Iterator[Item]:
        """Say which samples no longer fit the schema of the element that cites them."""
        for index, segment in enumerate(self.segments):
            entry = self.new[index]
            if entry.kind is Kind.SAMPLE and entry.subject.startswith("/"):
                before = self._back.get(index)
                same = (
                    [self.old[before]]
                    if before is not None
                    else self._by_shape.get((entry.trail, shape(entry.subject)), [])
                )
                for old in same[:1]:
                    marks = self.elements.about(old)
                    if wrong := self.fitting.problem(segment, marks):
                        yield Item(
                            ItemKind.UNFIT,
                            entry.subject,
                            "sample",
                            before=old.place,
                            after=entry.place,
                            text=wrong,
                            marks=marks,
                        )

    @cached_property
    def _by_shape(self) -> Mapping[tuple[Trail, str], list[Entry]]:
        found: dict[tuple[Trail, str], list[Entry]] = {}
        for before, after in (*self.alignment.same, *self.alignment.changed):
            if self.old[before].kind is Kind.SAMPLE:
                found.setdefault((self.new[after].trail, shape(self.old[before].subject)), []).append(self.old[before])
        return found


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."
