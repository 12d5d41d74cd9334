"""Throttle: no more calls in a window of time than the vendor's quota takes. Who comes too early waits for his turn."""

from collections import deque
from collections.abc import Generator, MutableMapping
from threading import Lock
from typing import Any

from .flows import Quota
from .operation import Operation
from .steps import Outcome, Step, Wait


class Throttle:
    """The moments of the last calls, those to come included; threads and tasks share it."""

    def __init__(self, quota: Quota) -> None:
        self._seconds = quota.seconds
        self._moments: deque[float] = deque(maxlen=quota.calls)
        self._lock = Lock()

    def take(self, now: float) -> float:
        """Take the next free moment; give the seconds until then."""
        with self._lock:
            full = len(self._moments) == self._moments.maxlen
            moment = max(now, self._moments[0] + self._seconds) if full else now
            self._moments.append(moment)
            return moment - now


def throttled(
    operation: Operation[Any], throttles: MutableMapping[str, Throttle], now: float
) -> Generator[Step, Outcome, float]:
    """Wait until the quota has room for one more call; give the seconds that took."""
    quota = operation.quota
    if quota is None:
        return 0.0
    wait = throttles.setdefault("" if quota.shared else operation.id, Throttle(quota)).take(now)
    if wait > 0:
        yield Wait(wait)
    return wait
