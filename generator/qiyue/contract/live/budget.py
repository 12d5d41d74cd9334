"""Budget: how much a live run asks of a server. In: an operation that is about to be called. Out: how long it may
take.

A request waits for its turn: so many in a second, and what the vendor's quotas take. When the requests or the time are
used up, the run ends.
"""

import time
from collections.abc import Callable

from qiyue.api import Api, Operation
from qiyue.base.throttle import Throttle
from qiyue.contract.model.stop import OUT_OF_TIME, StopRun

TIMEOUT = 10.0
"""Seconds for one answer, where the spec says nothing."""
GRACE = 10.0
"""Seconds for deleting what was made, when the time is up."""


class RequestBudget:
    """The turns of one run."""

    def __init__(
        self,
        api: Api,
        *,
        rate: float,
        max_requests: int | None = None,
        time_budget: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._shared, self._clock, self._sleep = api.quota, clock, sleep
        self._rate = Throttle(calls=1, seconds=1 / rate)
        self._quotas: dict[str, Throttle] = {}
        self._left = max_requests
        self._most = max_requests
        self._end = float("inf") if time_budget is None else clock() + time_budget

    def turn(self, operation: Operation) -> float:
        """Wait for the turn of one more request; give the seconds that it may take.

        Raises:
            Stop: there is none.
        """
        if self._left == 0:
            raise StopRun(f"{self._most} requests were sent, and no more were allowed")
        self.wait(max(throttle.take(self._clock()) for throttle in self._throttles(operation)))
        self._left = None if self._left is None else self._left - 1
        return min(float(operation.timeout or TIMEOUT), self._end - self._clock())

    def wait(self, duration: float) -> None:
        """Let time pass.

        Raises:
            Stop: the run would end meanwhile.
        """
        if self._clock() + duration >= self._end:
            raise StopRun(OUT_OF_TIME)
        if duration > 0:
            self._sleep(duration)

    def last(self) -> None:
        """Give the time that deleting takes, and as many requests as it needs."""
        self._end, self._left = max(self._end, self._clock() + GRACE), None

    def _throttles(self, operation: Operation) -> list[Throttle]:
        quota = operation.quota
        if quota is None:
            return [self._rate]
        name = "" if quota == self._shared else operation.id
        return [self._rate, self._quotas.setdefault(name, Throttle(quota.calls, int(quota.per)))]
