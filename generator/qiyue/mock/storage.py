"""Storage: where a mock keeps what it must know again, be it for one process or for the next one too.

A part of a mock (its objects, its tokens, …) has a map in memory, and changes it by ``Part`` only. What is acknowledged
is kept: a request is answered inside of a transaction, and the transaction ends before the answer is sent.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeAlias

from qiyue.base.absent import ABSENT
from qiyue.values import Plain

Apply: TypeAlias = Callable[[Plain, Plain], None]
"""Takes a key and its new value into the map of a part; the value ``ABSENT`` takes the key out."""


class StorageError(Exception):
    """A change could not be kept; nothing of its transaction was. The text says why."""


class Part:
    """One map of a mock: each change goes into it at once. Keys and values are JSON data."""

    def __init__(self, apply: Apply) -> None:
        self._apply = apply

    def put(self, key: Plain, value: Plain) -> None:
        """Set the value of a key."""
        self._apply(key, value)

    def drop(self, key: Plain) -> None:
        """Take a key out."""
        self._apply(key, ABSENT)

    def expire(self, key: Plain) -> None:
        """Take a key out that every process takes out by itself when its time has come."""
        self._apply(key, ABSENT)


class Storage(Protocol):
    """What one mock keeps."""

    def part(self, name: str, apply: Apply) -> Part:
        """The changes of one map; its name is unique in the mock. A transaction brings what was kept earlier."""

    def transaction(self) -> AbstractContextManager[None]:
        """Around one request: before it the maps hold what other processes have kept, after it the request's changes
        are kept. If the block raises, its changes are taken back.

        Raises:
            StorageError: the changes cannot be kept.
        """


class Memory:
    """Storage that ends with the process."""

    def part(self, _name: str, apply: Apply) -> Part:
        """A map in memory needs nothing more."""
        return Part(apply)

    def transaction(self) -> AbstractContextManager[None]:
        """Nothing has to be done around a request."""
        return _NOTHING


_NOTHING = nullcontext()
