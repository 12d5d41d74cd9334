"""Rule: what a rule of the catalogue may do: refuse a call, change an object, choose an example."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.store import Stores
from qiyue.values import FrozenMap, Plain

Check: TypeAlias = Callable[[FrozenMap, Call, Stores], Failure | None]
Change: TypeAlias = Callable[[FrozenMap, Call, Stores, Plain], Plain]
Choose: TypeAlias = Callable[[FrozenMap, Call], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``words`` are the words of its entry that are understood."""

    words: frozenset[str]
    check: Check | None = None
    """Say why the call is refused, if it is."""
    change: Change | None = None
    """Give the object, changed."""
    choose: Choose | None = None
    """Name the example to answer, else ``""``."""
