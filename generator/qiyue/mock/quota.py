"""Quota: how many calls the vendor takes in a span of time. In: ``x-qiyue-quota``, the clock. Out: failures."""

from collections.abc import Iterator
from itertools import takewhile

from qiyue.api import Kind, Quota
from qiyue.base.absent import ABSENT
from qiyue.mock.clock import Clock
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming
from qiyue.mock.storage import Storage
from qiyue.values import Plain


class Counter:
    """The calls of the last span; operations under one quota share one."""

    kind = Kind.RATE_LIMITED

    def __init__(self, quota: Quota, clock: Clock, storage: Storage, operation: str = "") -> None:
        self._most, self._span, self._clock = quota.calls, int(quota.per), clock
        self._times: dict[int, float] = {}
        """Number of a call → when it came, the oldest first."""
        self._next_number = 0
        self._part = storage.part(f"calls {operation}", self._apply)

    def check(self, _incoming: Incoming) -> Iterator[Failure]:
        """Say that there were too many calls."""
        moment = self._clock()
        for number in list(takewhile(lambda known: moment - self._times[known] >= self._span, self._times)):
            self._part.expire(number)
        if len(self._times) >= self._most:
            oldest = next(iter(self._times.values()))
            yield Failure(Kind.RATE_LIMITED, "", "quota", self._span - (moment - oldest))

    def note(self, _incoming: Incoming) -> None:
        """Count a call that came this far."""
        self._part.put(self._next_number, self._clock())

    def _apply(self, number: Plain, moment: Plain) -> None:
        self._next_number = max(self._next_number, number + 1)
        self._times.pop(number, None)
        if moment is not ABSENT:
            self._times[number] = float(moment)
