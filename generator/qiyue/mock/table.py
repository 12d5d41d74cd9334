"""Table: the objects of one store, found by number, by scope, or by the value that they have at a spot.

An index of a spot is built when it is first asked for and kept up from then on: what looks for one object costs
O(log n), however many are kept.
"""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, overload

from qiyue.api import Where
from qiyue.base import json
from qiyue.base.equality import json_key
from qiyue.base.where import get
from qiyue.values import Plain

_IS: Final = "is"
_READS: Final = "reads"


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One object that is kept."""

    value: Plain
    scope: Plain = None
    """The value under which it is seen; ``None`` is everywhere."""

    def is_seen(self, scope: Plain) -> bool:
        """Tell whether a caller with this scope sees it; ``None`` sees all."""
        return scope is None or self.scope is None or json_key(self.scope) == json_key(scope)


class Table:
    """The objects of one store by number; they stand in the order of their numbers."""

    def __init__(self) -> None:
        self._kept: dict[int, Kept] = {}
        self._views: dict[Hashable, list[int]] = {}
        self._indexes: dict[Where, dict[Hashable, list[int]]] = {}

    def __iter__(self) -> Iterator[Kept]:
        return (self._kept[number] for number in self._view(None))

    def __getitem__(self, number: int) -> Kept:
        return self._kept[number]

    def put(self, number: int, kept: Kept) -> None:
        """Keep an object under a number, in the place of the one that had it."""
        self.drop(number)
        self._kept[number] = kept
        for scope, view in self._views.items():
            if scope is None or kept.scope is None or json_key(kept.scope) == scope:
                insort(view, number)
        for at, index in self._indexes.items():
            _enter(index, at, number, kept)

    def drop(self, number: int) -> None:
        """Forget the object with a number, if there is one."""
        kept = self._kept.pop(number, None)
        if kept is None:
            return
        for view in self._views.values():
            _take_out(view, number)
        for at, index in self._indexes.items():
            for entry in _entries(get(kept.value, at)):
                _take_out(index[entry], number)
                if not index[entry]:
                    del index[entry]

    def seen(self, scope: Plain) -> Sequence[Plain]:
        """The values that are seen under a scope, as a sequence that copies only what is taken of it."""
        return _Values(self._kept, self._view(scope))

    def alike(self, at: Where, value: Plain, scope: Plain) -> Iterator[int]:
        """The numbers of the objects that have a value at a spot, or the text of it (see ``compare.alike``)."""
        index = self._index(at)
        found = {number for entry in _asked(value) for number in index.get(entry, ())}
        return (number for number in sorted(found) if self._kept[number].is_seen(scope))

    def _view(self, scope: Plain) -> list[int]:
        key = json_key(scope)
        if key not in self._views:
            self._views[key] = sorted(number for number, kept in self._kept.items() if kept.is_seen(scope))
        return self._views[key]

    def _index(self, at: Where) -> dict[Hashable, list[int]]:
        if at not in self._indexes:
            index = self._indexes[at] = {}
            for number in self._view(None):
                _enter(index, at, number, self._kept[number])
        return self._indexes[at]


class _Values(Sequence[Plain]):
    """The values of the objects with these numbers."""

    def __init__(self, kept: dict[int, Kept], numbers: list[int]) -> None:
        self._kept, self._numbers = kept, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Plain: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Plain]: ...
    def __getitem__(self, index: int | slice) -> Plain:
        if isinstance(index, slice):
            return [self._kept[number].value for number in self._numbers[index]]
        return self._kept[self._numbers[index]].value


def _enter(index: dict[Hashable, list[int]], at: Where, number: int, kept: Kept) -> None:
    for entry in _entries(get(kept.value, at)):
        insort(index.setdefault(entry, []), number)


def _take_out(numbers: list[int], number: int) -> None:
    place = bisect_left(numbers, number)
    if numbers[place : place + 1] == [number]:
        del numbers[place]


def _entries(value: Plain) -> list[Hashable]:
    """Give the entries under which an object with this value stands: as it is, and a text as what it reads as."""
    own = [(_IS, json_key(value))]
    return [*own, *((_READS, key) for key in _read(value))]


def _asked(value: Plain) -> list[Hashable]:
    """Give the entries of all that is alike to a value."""
    own: list[Hashable] = [(_IS, json_key(value))]
    if isinstance(value, str):
        return [*own, *((_IS, key) for key in _read(value))]
    return [*own, (_READS, json_key(value))]


def _read(value: Plain) -> list[Hashable]:
    """Give what a text reads as, where it is JSON and no text again."""
    try:
        read = json.loads(value) if isinstance(value, str) else value
    except json.JsonError:
        return []
    return [json_key(read)] if isinstance(value, str) and not isinstance(read, str) else []
