"""Values of fields that nobody gives: a time, a number once used, a constant. In: a rule. Out: the value."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Protocol
from uuid import UUID

from .time_format import time_text, zone


class FillRule(Protocol):
    """What is made; the words are those of ``fill`` in ``x-qiyue-envelope``."""

    @property
    def make(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def value(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """What fills are made of: the time, in seconds since 1970, and randomness."""

    now: float
    random: Random


def make(fill: FillRule, moment: Moment) -> Any:
    """Make one value."""
    match fill.make:
        case "uuid":
            return str(UUID(int=moment.random.getrandbits(128), version=4))
        case "epoch-ms":
            return int(moment.now * 1000)
        case "epoch-s":
            return int(moment.now)
        case "time":
            return time_text(datetime.fromtimestamp(moment.now, zone(fill.zone)), fill.format)
        case "random":
            return f"{moment.random.getrandbits(64):016x}"
    return fill.value
