"""Draft: a request as plain values under their wire names, before it is written as bytes.

Envelope, fills and credentials are put into it; what it holds is what is written.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Final, get_args

from . import where
from .absent import ABSENT
from .operation import Location, Where

LOCATIONS: Final[tuple[Location, ...]] = get_args(Location)


@dataclass(frozen=True, slots=True)
class Draft:
    """Values by place; ``body`` is ``ABSENT`` where there is none. Its text shows none of them."""

    path: dict[str, Any] = field(default_factory=dict, repr=False)
    query: dict[str, Any] = field(default_factory=dict, repr=False)
    header: dict[str, Any] = field(default_factory=dict, repr=False)
    cookie: dict[str, Any] = field(default_factory=dict, repr=False)
    body: Any = field(default=ABSENT, repr=False)
    beside: dict[Where, Any] = field(default_factory=dict, repr=False)
    """What will stand beside the payload, once that is put where the envelope wants it."""

    def place(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = getattr(self, location)
        return values

    def get(self, at: Where) -> Any:
        """Give what lies somewhere, else ``ABSENT``."""
        location, name = split(at)
        return self.place(location).get(name, ABSENT) if location else where.get(self.body, at)

    def put(self, at: Where, value: Any) -> "Draft":
        """Give the draft with the value there."""
        location, name = split(at)
        if location:
            return replace(self, **{location: {**self.place(location), name: value}})
        return replace(self, body=where.put(self.body, at, value))


def split(at: Where) -> tuple[Location | None, str]:
    """Take ``query:page`` apart; a pointer into the body has no location."""
    location, colon, name = at.partition(":")
    if colon:
        for known in LOCATIONS:
            if location == known:
                return known, name
    return None, at
