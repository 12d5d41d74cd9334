"""Timeouts: how long each step of an attempt may take: to get a connection of the pool, to connect, to send a piece of
the request, to wait for the next piece of the answer.
"""

from collections.abc import Mapping
from typing import Any, Final

import httpx2

PHASES: Final = ("connect", "read", "write", "pool")
USUAL: Final = httpx2.Timeout(60.0)
_OF_HTTPX2: Final = httpx2.Timeout(5.0)


def timeouts(given: Any) -> httpx2.Timeout | None:
    """Read the option ``timeout``: seconds for each step, ``httpx2.Timeout``, or seconds by the names of the steps, of
    which those that are not named have the usual ones.

    Raises:
        TypeError: it is something else.
        ValueError: a number is not more than 0.
    """
    if given is None:
        return None
    if isinstance(given, httpx2.Timeout):
        return given
    if not isinstance(given, Mapping):
        return httpx2.Timeout(_seconds(given))
    if unknown := [str(name) for name in given if name not in PHASES]:
        raise TypeError(f"timeout has no {unknown[0]!r}; it has {', '.join(PHASES)}")
    named = {name: None if seconds is None else _seconds(seconds) for name, seconds in given.items()}
    return httpx2.Timeout(**{**USUAL.as_dict(), **named})


def timeouts_of(http: httpx2.Client | httpx2.AsyncClient | None) -> httpx2.Timeout | None:
    """Return the timeouts that a caller has given his own client; ``None`` where they are those that httpx2 gives to
    every client."""
    own = getattr(http, "timeout", None)
    return own if own != _OF_HTTPX2 else None


def longest(timeout: httpx2.Timeout) -> float | None:
    """Return the seconds of the slowest step, ``None`` where one has no limit."""
    phases = (timeout.connect, timeout.read, timeout.write, timeout.pool)
    limited = [seconds for seconds in phases if seconds is not None]
    return max(limited) if len(limited) == len(phases) else None


def words(timeout: httpx2.Timeout, phase: str) -> str:
    """Say how long a step was waited for: ``1 s``."""
    return f"{timeout.as_dict().get(phase) or 0:g} s"


def _seconds(given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError("timeout is a number of seconds, httpx2.Timeout, or a mapping with connect, read, write, pool")
    if not given > 0:
        raise ValueError("timeout is more than 0 seconds")
    return float(given)
