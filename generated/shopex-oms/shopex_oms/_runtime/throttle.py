"""Throttle: no more calls in a window of time than the vendor's quota takes. Who comes too early waits for his turn."""

from collections import deque
from math import inf

from .forks import Renewed


class Throttle(Renewed):
    """The moments of the last calls, those to come included; threads and tasks share it."""

    def __init__(self, calls: int, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self._moments: deque[float] = deque(maxlen=calls)

    def take(self, now: float, longest: float = inf) -> float:
        """Take the next free moment; give the seconds until then. One that is further off than ``longest`` is not
        taken."""
        with self.lock:
            full = len(self._moments) == self._moments.maxlen
            moment = max(now, self._moments[0] + self._seconds) if full else now
            if moment - now <= longest:
                self._moments.append(moment)
            return moment - now
