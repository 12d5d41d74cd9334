"""Clock: the time in which a run takes place. Against our own mock it moves from call to call and no other way, so
that a seed sends the same requests."""

import time
from typing import Protocol

START = 1_773_797_400.0
"""2026-03-18 09:30 in Shanghai."""


class Clock(Protocol):
    """Gives the seconds since 1970."""

    def __call__(self) -> float: ...

    def tick(self) -> None:
        """Go on to the next call."""

    def wait(self, seconds: float) -> None:
        """Let time pass."""


class ControlledClock:
    """A clock that stands still but for a second between two calls, and for waiting."""

    def __init__(self, start: float = START) -> None:
        self._now = start

    def __call__(self) -> float:
        return self._now

    def tick(self) -> None:
        self._now += 1

    def wait(self, seconds: float) -> None:
        self._now += seconds


class RealClock:
    """The machine's clock."""

    def __call__(self) -> float:
        return time.time()

    def tick(self) -> None:
        pass

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)
