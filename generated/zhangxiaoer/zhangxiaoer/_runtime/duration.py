"""Durations as a document writes them: ``5m``."""

from typing import Final

_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def seconds(duration: str) -> int:
    """Read a duration: ``5m`` → 300."""
    return int(duration[:-1]) * _UNITS[duration[-1]]
