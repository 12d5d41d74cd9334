"""Habits: what most servers do, though no document and no RFC asks for it. A server that keeps a habit in one place and
breaks it in another is at fault; one that never keeps it may be meant so."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Habits(Generic[T]):
    """The habits that one run saw kept, and broken."""

    kept: set[str] = field(default_factory=set)
    broken: list[tuple[str, T]] = field(default_factory=list)

    def keep(self, habit: str) -> None:
        self.kept.add(habit)

    def settle(self, *, strict: bool) -> Iterator[tuple[T, bool]]:
        """Return what is broken, and whether that is a fault."""
        yield from ((what, strict or habit in self.kept) for habit, what in self.broken)
