"""Timestamps: keys, and when each came. In: keys and seconds since 1970. Out: those that are not over yet."""

from collections.abc import Callable
from itertools import takewhile

from qiyue.base.absent import ABSENT
from qiyue.mock.storage import Storage
from qiyue.values import Plain


class Timestamps:
    """The timestamps of one part of a mock, the oldest first."""

    def __init__(self, storage: Storage, part: str) -> None:
        self._times: dict[Plain, float] = {}
        self._part = storage.part(part, self._apply)

    def __len__(self) -> int:
        return len(self._times)

    def get(self, key: Plain) -> float | None:
        """When a key came; ``None`` where it did not, or is over."""
        return self._times.get(key)

    def first(self) -> float:
        """The first moment; there must be one."""
        return next(iter(self._times.values()))

    def last_key(self) -> Plain:
        """The key that came last; ``None`` where there is none."""
        return next(reversed(self._times), None)

    def add(self, key: Plain, moment: float) -> None:
        """Note when a key came; it is the newest then."""
        self._part.put(key, moment)

    def expire(self, is_over: Callable[[float], bool]) -> None:
        """Forget the moments that are over; a later one is over only after all before it."""
        for key in list(takewhile(lambda known: is_over(self._times[known]), self._times)):
            self._part.expire(key)

    def _apply(self, key: Plain, moment: Plain) -> None:
        self._times.pop(key, None)
        if moment is not ABSENT:
            self._times[key] = float(moment)
