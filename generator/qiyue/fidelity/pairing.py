"""Pairs of old and new entries that are being found, and what of both is still free."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeAlias

from qiyue.fidelity.lock import Entry

Key: TypeAlias = Callable[[Entry], Hashable]
Gap: TypeAlias = tuple[list[int], list[int]]


class Pairing:
    """A growing set of pairs of indices; no index is in two pairs."""

    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self.old, self.new = old, new
        self.there: dict[int, int] = {}
        self.back: dict[int, int] = {}
        self.wrapped: list[Gap] = []
        """Stretches that say the same in other pieces."""
        self._used: tuple[set[int], set[int]] = (set(), set())

    def pair(self, old: int, new: int) -> None:
        self.there[old] = new
        self.back[new] = old
        self._used[0].add(old)
        self._used[1].add(new)

    def wrap(self, old: list[int], new: list[int]) -> None:
        self.wrapped.append((old, new))
        self._used[0].update(old)
        self._used[1].update(new)

    def is_free(self, old: int, new: int) -> bool:
        return self.is_free_old(old) and self.is_free_new(new)

    def is_free_old(self, index: int) -> bool:
        return 0 <= index < len(self.old) and index not in self._used[0]

    def is_free_new(self, index: int) -> bool:
        return 0 <= index < len(self.new) and index not in self._used[1]

    def free_old(self) -> list[int]:
        return [index for index in range(len(self.old)) if index not in self._used[0]]

    def free_new(self) -> list[int]:
        return [index for index in range(len(self.new)) if index not in self._used[1]]

    def groups(self, old_key: Key, new_key: Key) -> Iterator[Gap]:
        """Give what is free on both sides under equal keys; the key ``None`` is none."""
        found: dict[Hashable, Gap] = {}
        for side, indices, entries, key in (
            (0, self.free_old(), self.old, old_key),
            (1, self.free_new(), self.new, new_key),
        ):
            for index in indices:
                if (value := key(entries[index])) is not None:
                    found.setdefault(value, ([], []))[side].append(index)
        yield from ((old, new) for old, new in found.values() if old and new)

    def gaps(self) -> Iterator[Gap]:
        """Give each free stretch of the old page with what is free where it stood: between the same neighbours."""
        for stretch in _stretches(self.free_old()):
            before, after = self.there.get(stretch[0] - 1), self.there.get(stretch[-1] + 1)
            start = before + 1 if before is not None else 0 if stretch[0] == 0 else None
            end = after - 1 if after is not None else len(self.new) - 1 if stretch[-1] == len(self.old) - 1 else None
            new: set[int] = set()
            while start is not None and self.is_free_new(start):
                new.add(start)
                start += 1
            while end is not None and self.is_free_new(end):
                new.add(end)
                end -= 1
            yield stretch, sorted(new)


def _stretches(indices: list[int]) -> Iterator[list[int]]:
    stretch: list[int] = []
    for index in indices:
        if stretch and index != stretch[-1] + 1:
            yield stretch
            stretch = []
        stretch.append(index)
    if stretch:
        yield stretch
