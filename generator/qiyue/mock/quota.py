"""Quota: how many calls the vendor takes in a span of time. In: ``x-qiyue-quota``, the clock. Out: failures."""

from collections.abc import Iterator

from qiyue.api import Kind, Quota
from qiyue.mock.clock import Clock
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming
from qiyue.mock.storage import Storage
from qiyue.mock.timestamps import Timestamps


class Counter:
    """The calls of the last span; operations under one quota share one."""

    kind = Kind.RATE_LIMITED

    def __init__(self, quota: Quota, clock: Clock, storage: Storage, operation: str = "") -> None:
        self._most, self._span, self._clock = quota.calls, int(quota.per), clock
        self._calls = Timestamps(storage, f"calls {operation}")
        """Number of a call → when it came."""

    def check(self, _incoming: Incoming) -> Iterator[Failure]:
        """Say that there were too many calls."""
        moment = self._clock()
        self._calls.expire(lambda came: moment - came >= self._span)
        if len(self._calls) >= self._most:
            yield Failure(Kind.RATE_LIMITED, "", "quota", self._span - (moment - self._calls.first()))

    def note(self, _incoming: Incoming) -> None:
        """Count a call that came this far."""
        last = self._calls.last_key()
        self._calls.add(0 if last is None else last + 1, self._clock())
