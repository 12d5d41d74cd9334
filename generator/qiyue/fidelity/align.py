"""Which segment of a page is which of the same page at another time.

In: the entries of both. Out: an ``Alignment``: pairs that say the same, wherever they stand now; stretches that are
only wrapped otherwise; pairs of which one became the other; what is left on either side. Each pass takes what the
passes before it left, from the surest sign to the weakest, and none of them compares everything with everything.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from qiyue.fidelity.lock import Entry, similarity
from qiyue.fidelity.pairing import Gap, Pairing
from qiyue.pages import Kind

Trail: TypeAlias = tuple[str, ...]

ALIKE: Final = 0.34
"""How alike two texts at one spot are that are held for one text, reworded."""

_BOUND: Final = frozenset({Kind.ENDPOINT, Kind.ROW, Kind.CELL, Kind.CODE, Kind.SAMPLE})
"""Kinds whose text means something else under another heading."""

HEADS: Final = frozenset({Kind.ROW, Kind.CODE, Kind.ENDPOINT})
"""Kinds that begin a row, of which further cells may follow."""

_PROSE: Final = frozenset({Kind.SENTENCE, Kind.HEADING, Kind.COLUMNS, Kind.NAVIGATION, Kind.BOILERPLATE})
_REFILLED: Final = frozenset({Kind.CELL, Kind.ENDPOINT})
_GAP: Final = 2500
_NEAR: Final = 20
"""A page that is another page altogether is not compared piece by piece."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Indices of old and new entries. Every index is in one of these."""

    same: tuple[tuple[int, int], ...]
    wrapped: tuple[Gap, ...]
    changed: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    added: tuple[int, ...]


def align(old: Sequence[Entry], new: Sequence[Entry]) -> Alignment:
    """Align two readings of a page."""
    found = Pairing(old, new)
    _equal(found, {})
    _grow(found)
    trails = _trails(found)
    _equal(found, trails)
    _grow(found)
    _moved(found)
    _equal(found, _trails(found))
    _grow(found)
    same = dict(found.there)
    _wrapped(found)
    _named(found, _trails(found))
    _renamed(found)
    _refilled(found)
    _reworded(found)
    changed = tuple((before, after) for before, after in found.there.items() if before not in same)
    return Alignment(
        tuple(same.items()), tuple(found.wrapped), changed, tuple(found.free_old()), tuple(found.free_new())
    )


def _equal(found: Pairing, trails: dict[Trail, Trail]) -> None:
    """Pair what says the same under the same headings, as many times as before."""
    groups = found.groups(
        lambda entry: (trails.get(entry.trail, entry.trail), entry.key), lambda entry: (entry.trail, entry.key)
    )
    for old, new in groups:
        if len(old) == len(new):
            for before, after in zip(old, new, strict=True):
                found.pair(before, after)


def _grow(found: Pairing) -> None:
    """Pair what says the same right behind, then right before, what is paired already."""
    for step, indices in ((1, found.free_old()), (-1, reversed(found.free_old()))):
        for index in indices:
            beside = found.there.get(index - step)
            if beside is None or not found.is_free(index, beside + step):
                continue
            if found.old[index].key == found.new[beside + step].key:
                found.pair(index, beside + step)


def _trails(found: Pairing) -> dict[Trail, Trail]:
    """Tell by the pairs what became of the headings above."""
    votes: dict[Trail, Counter[Trail]] = {}
    for before, after in found.there.items():
        votes.setdefault(found.old[before].trail, Counter())[found.new[after].trail] += 1
    return {trail: counted.most_common(1)[0][0] for trail, counted in votes.items()}


def _moved(found: Pairing) -> None:
    """Pair what says the same anywhere else; what means something only below its heading stays there."""
    groups = list(
        found.groups(lambda e: None if e.kind in _BOUND else e.key, lambda e: None if e.kind in _BOUND else e.key)
    )
    for old, new in groups:
        for before, after in zip(old, new, strict=False):
            found.pair(before, after)


def _wrapped(found: Pairing) -> None:
    """Find stretches whose texts, joined, are equal."""
    for old, new in list(found.gaps()):
        if len(old) * len(new) > _GAP:
            continue
        for position in range(len(old)):
            for start in range(len(new)):
                if found.is_free(old[position], new[start]):
                    before, after = _joined(found, old[position:], new[start:])
                    if before:
                        found.wrap(before, after)


def _joined(found: Pairing, old: list[int], new: list[int]) -> Gap:
    """Join from the first of both on until the texts are equal; gives nothing if they never are."""
    ends, after_ends = 1, 1
    before, after = found.old[old[0]].digest, found.new[new[0]].digest
    while before != after:
        if before.length == after.length:
            return [], []
        if before.length < after.length:
            if ends == len(old) or not found.is_free_old(old[ends]):
                return [], []
            before, ends = before + found.old[old[ends]].digest, ends + 1
        else:
            if after_ends == len(new) or not found.is_free_new(new[after_ends]):
                return [], []
            after, after_ends = after + found.new[new[after_ends]].digest, after_ends + 1
    return (old[:ends], new[:after_ends]) if ends + after_ends > 2 else ([], [])


def _named(found: Pairing, trails: dict[Trail, Trail]) -> None:
    """Pair what speaks of the same subject in the same way under the same headings: there, it was changed."""

    def key(entry: Entry, trail: Trail) -> tuple[object, ...] | None:
        return (trail, entry.kind, entry.subject, entry.facts[0].what.split("/")[0]) if entry.subject else None

    groups = found.groups(lambda e: key(e, trails.get(e.trail, e.trail)), lambda e: key(e, e.trail))
    for old, new in list(groups):
        for before, after in zip(old, new, strict=False):
            found.pair(before, after)


def _renamed(found: Pairing) -> None:
    """Pair rows at one spot that have another name and mostly the same cells."""
    for old, new in list(found.gaps()):
        rows = [index for index in new if found.new[index].kind in HEADS]
        for before in old:
            if found.old[before].kind not in HEADS:
                continue
            free = [row for row in rows if found.is_free_new(row)]
            scores = {row: _alike_rows(found, before, row) for row in free[:_NEAR]}
            best = max(scores, key=scores.__getitem__, default=None)
            if best is not None and scores[best] >= 0.5:
                _pair_rows(found, before, best)


def _cells(entries: Sequence[Entry], row: int) -> list[int]:
    """Give the further cells of a row."""
    end = row + 1
    while end < len(entries) and entries[end].kind is Kind.CELL and entries[end].subject == entries[row].subject:
        end += 1
    return list(range(row + 1, end))


def row_of(entries: Sequence[Entry], index: int) -> int:
    """Give the row that a further cell belongs to, -1 for what is none."""
    head = index
    while head > 0 and entries[head].kind is Kind.CELL and entries[head].subject == entries[index].subject:
        head -= 1
    is_row = head < index and entries[head].kind in HEADS and entries[head].subject == entries[index].subject
    return head if is_row else -1


def _alike_rows(found: Pairing, old: int, new: int) -> float:
    if found.old[old].kind is not found.new[new].kind:
        return 0
    before = [found.old[index].digest for index in _cells(found.old, old)]
    after = [found.new[index].digest for index in _cells(found.new, new)]
    if not before or not after:
        return similarity(found.old[old], found.new[new])
    return 2 * sum((Counter(before) & Counter(after)).values()) / (len(before) + len(after))


def _pair_rows(found: Pairing, old: int, new: int) -> None:
    found.pair(old, new)
    cells = _cells(found.new, new)
    for before in _cells(found.old, old):
        equal = [after for after in cells if found.new[after].digest == found.old[before].digest]
        after = next((each for each in equal if found.is_free(before, each)), None)
        if after is not None:
            found.pair(before, after)


def _refilled(found: Pairing) -> None:
    """Pair cells, and pieces of calls, that stand where as many of them stood."""
    for old, new in list(found.gaps()):
        before, after = [found.old[index].kind for index in old], [found.new[index].kind for index in new]
        if before == after and _REFILLED.issuperset(before):
            for earlier, later in zip(old, new, strict=True):
                found.pair(earlier, later)


def _reworded(found: Pairing) -> None:
    """Pair texts of one kind at one spot that are alike."""
    for old, new in list(found.gaps()):
        if len(old) * len(new) > _GAP:
            continue
        scores = sorted(
            (-similarity(found.old[before], found.new[after]), before, after)
            for before in old
            for after in new
            if _family(found.old[before]) == _family(found.new[after])
        )
        for score, before, after in scores:
            if -score >= ALIKE and found.is_free(before, after):
                found.pair(before, after)


def _family(entry: Entry) -> Kind:
    """Give its kind; a few more words make a sentence of a heading."""
    return Kind.SENTENCE if entry.kind in _PROSE else entry.kind
