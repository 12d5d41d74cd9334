"""Quota: how many calls the vendor takes in a span of time. In: ``x-qiyue-quota``, the clock. Out: failures."""

from collections import deque
from collections.abc import Iterator

from qiyue.api import Kind, Quota
from qiyue.base.duration import seconds
from qiyue.mock.clock import Clock
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming


class Counter:
    """The calls of the last span; operations under one quota share one."""

    kind = Kind.RATE_LIMITED

    def __init__(self, quota: Quota, clock: Clock) -> None:
        self._most, self._span, self._clock = quota.calls, seconds(quota.per), clock
        self._times: deque[float] = deque()

    def check(self, _incoming: Incoming) -> Iterator[Failure]:
        """Say that there were too many calls."""
        moment = self._clock()
        while self._times and moment - self._times[0] >= self._span:
            self._times.popleft()
        if len(self._times) >= self._most:
            yield Failure(Kind.RATE_LIMITED, "", "quota", self._span - (moment - self._times[0]))

    def note(self, _incoming: Incoming) -> None:
        """Count a call that came this far."""
        self._times.append(self._clock())
