"""Clock: what the mock calls now. Injected in tests; the machine's own where none is given."""

from collections.abc import Callable
from time import time
from typing import Final, TypeAlias

Clock: TypeAlias = Callable[[], float]
"""Gives the seconds since 1970."""

SYSTEM: Final[Clock] = time
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def seconds(duration: str) -> int:
    """Read a duration of the document: ``5m`` → 300."""
    return int(duration[:-1]) * _UNITS[duration[-1]]
