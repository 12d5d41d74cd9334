"""Rule: what a rule of the catalogue may do: refuse a call, choose objects, change what is kept or answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qiyue.mock.failure import Failure
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain

Check: TypeAlias = Callable[[FrozenMap, Turn], Failure | None]
Choose: TypeAlias = Callable[[FrozenMap, Turn], str]
Select: TypeAlias = Callable[[FrozenMap, Turn, Sequence[Plain]], Sequence[Plain]]
Change: TypeAlias = Callable[[FrozenMap, Turn, Plain], Plain]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``words`` are the words of its entry that are understood."""

    words: frozenset[str]
    check: Check | None = None
    """Say why the call is refused, if it is."""
    choose: Choose | None = None
    """Name the example to answer, else ``""``."""
    keep: Select | None = None
    """Give the objects that a list or a sum is about."""
    cut: Select | None = None
    """Give the objects of a list that are answered."""
    mark: Change | None = None
    """Give an object that is made, changed or answered, changed."""
    change: Change | None = None
    """Give the object of a create, save or update, or else the whole answer, changed."""
