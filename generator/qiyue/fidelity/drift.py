"""What a changed page means for the spec, element by element.

In: the lock of a page, its segments now, the marks of the vendor's editions. Out: ``Item``s: what is to be looked at,
and notes on what is not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from qiyue.fidelity.align import Alignment, align
from qiyue.fidelity.changes import Change, changes, speaks
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.elements import Elements
from qiyue.fidelity.lock import Entry, entries
from qiyue.pages import Kind, Segment
from qiyue.values import Plain

_INDEX: Final = re.compile(r"/\d+(?=/|$)")
_RULE: Final = re.compile(
    r"必须|不得|不能|禁止|仅|只能|最大|最多|最小|最少|至少|不超过|超过|限制|上限|废弃|停用|下线|默认|必填|有效期|"
    r"\b(?:must|shall|required|only|not|maximum|minimum|at most|at least|deprecated|limit|default|expires?)\b",
    re.IGNORECASE,
)


class What(StrEnum):
    """What happened to a segment."""

    CHANGED = "changed"  # a fact says otherwise, appeared or went
    REWORDED = "reworded"  # other words, and no fact that could be told
    GROUNDLESS = "groundless"  # what elements cite is no longer there
    NEW = "new"  # nothing cites it yet
    UNFIT = "unfit"  # a sample no longer fits its schema


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is otherwise on the page. A ``note`` asks for nothing."""

    what: What
    subject: str = ""
    fact: str = ""
    old: Plain = None
    new: Plain = None
    before: str = ""
    """Its lines in the page of the lock."""
    after: str = ""
    """Its lines in the page of today."""
    text: str = ""
    """What stands there today."""
    marks: tuple[Mark, ...] = ()
    """Who cites it, the most fitting first; of something new, who cites what stands beside it."""
    note: bool = False

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings that are cited along with it by the element it is about."""
        if not self.marks:
            return ()
        element = self.marks[0].element
        return tuple(dict.fromkeys(f for mark in self.marks if mark.element == element for f in mark.findings))


@dataclass(frozen=True, slots=True)
class Drift:
    """The items of one page, and how its segments found each other."""

    items: tuple[Item, ...]
    alignment: Alignment
    old: tuple[Entry, ...]
    new: tuple[Entry, ...]


def drift(old: tuple[Entry, ...], segments: Sequence[Segment], marks: Sequence[Mark]) -> Drift:
    """Compare a page with what the lock says of it; ``marks`` are those of this page."""
    new = entries(segments)
    found = _Drift(old, new, [segment.text for segment in segments], Elements(marks), align(old, new))
    items = [*found.changed(), *found.gone(), *found.added()]
    return Drift(tuple(dict.fromkeys(items)), found.alignment, old, new)


@dataclass(frozen=True)
class _Drift:
    old: tuple[Entry, ...]
    new: tuple[Entry, ...]
    texts: Sequence[str]
    elements: Elements
    alignment: Alignment

    def changed(self) -> Iterator[Item]:
        for before, after in self.alignment.changed:
            old, new = self.old[before], self.new[after]
            for change in changes(old, new):
                yield self._item(change, old, new, self.texts[after])

    def _item(self, change: Change, old: Entry, new: Entry, text: str) -> Item:
        what = What.REWORDED if change.what == "text" else What.CHANGED
        marks = self.elements.about(old, change.subject, change.what)
        note = not marks and not (speaks(new) and self._tells(new, text))
        return Item(
            what, change.subject, change.what, change.old, change.new, old.place, new.place, _short(text), marks, note
        )

    def gone(self) -> Iterator[Item]:
        lost = {line for index in self.alignment.gone for line in self.old[index].lines}
        for index in self.alignment.gone:
            entry = self.old[index]
            marks = self.elements.about(entry)
            if marks and speaks(entry):
                note = entry.kind is Kind.SAMPLE and not self._last_of_its_kind(entry)
                yield Item(What.GROUNDLESS, entry.subject, before=entry.place, marks=_bare(marks, lost), note=note)

    def _last_of_its_kind(self, entry: Entry) -> bool:
        return _shape(entry) not in self._shapes_now

    @property
    def _shapes_now(self) -> set[str]:
        return {_shape(entry) for entry in self.new if entry.kind is Kind.SAMPLE}

    def added(self) -> Iterator[Item]:
        known = {_shape(entry) for entry in self.old if entry.kind is Kind.SAMPLE}
        heads: set[tuple[str, int]] = set()
        for index in self.alignment.added:
            entry, text = self.new[index], self.texts[index]
            if not speaks(entry) or (entry.kind is Kind.SAMPLE and _shape(entry) in known):
                continue
            if entry.kind is Kind.CELL and (entry.subject, entry.first) in heads:
                continue
            heads.add((entry.subject, entry.first))
            known.add(_shape(entry))
            note = not self._tells(entry, text)
            yield Item(
                What.NEW,
                entry.subject,
                entry.kind.value,
                after=entry.place,
                text=_short(text),
                marks=self._beside(index),
                note=note,
            )

    def _tells(self, entry: Entry, text: str) -> bool:
        """Tell whether an entry says something that a spec would have to say."""
        if entry.kind is Kind.SENTENCE:
            return bool(entry.facts) or bool(_RULE.search(text))
        return entry.kind is not Kind.SAMPLE or bool(entry.facts)

    def _beside(self, index: int) -> tuple[Mark, ...]:
        """Give who cites the nearest segment of the same section that was there before."""
        back = {after: before for before, after in (*self.alignment.same, *self.alignment.changed)}
        trail = self.new[index].trail
        for step in (-1, 1):
            other = index + step
            while 0 <= other < len(self.new) and self.new[other].trail == trail:
                if other in back and (marks := self.elements.about(self.old[back[other]])):
                    return marks
                other += step
        return ()


def _bare(marks: tuple[Mark, ...], lost: set[int]) -> tuple[Mark, ...]:
    """Put those first that have lost all they cite."""
    return tuple(sorted(marks, key=lambda mark: not lost.issuperset(mark.lines)))


def _shape(entry: Entry) -> str:
    """Give the subject of a sample, whichever item of a list it lies in."""
    return _INDEX.sub("/*", entry.subject)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."
