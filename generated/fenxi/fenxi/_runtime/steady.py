"""Steady: seconds that never go back. They measure how long something takes, where a wall clock may be set."""

from collections.abc import Callable

from .forks import Renewed


class Steady(Renewed):
    """Counts the seconds by which a wall clock goes on; what it is set back by does not count."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._last = clock()
        self._passed = 0.0

    def __call__(self) -> float:
        read = self._clock()
        with self.lock:
            self._passed += max(0.0, read - self._last)
            self._last = read
            return self._passed
