"""Response: an answer as it came. In: status, headers, bytes. Out: its body as data, a value at a spot."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from qiyue.api import Where
from qiyue.values import Missing, Plain, at


@dataclass(frozen=True)
class ReceivedResponse:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    def read(self, where: Where) -> Plain:
        """Give what lies at a spot of the answer.

        Raises:
            Missing: nothing is there.
        """
        place, _, name = where.partition(":")
        if place == "header" and name:
            wanted = name.lower()
            found = [value for key, value in self.headers.items() if key.lower() == wanted]
            if not found:
                raise Missing(where)
            return found[0]
        return at(self.body(), where)

    def body(self) -> Plain:
        """Give the body as plain data with exact numbers.

        Raises:
            Missing: it is no JSON.
        """
        if not self._said:
            raise Missing("the body is no JSON")
        return self._said[0]

    @cached_property
    def _said(self) -> tuple[Plain, ...]:
        try:
            return (json.loads(self.content, parse_float=Decimal),)
        except ValueError:
            return ()


_PRISM = "https://stoplight.io/prism/errors"


def name_proxy(received: ReceivedResponse) -> str:
    """Return which proxy an answer comes from, ``""`` where none is seen."""
    if not received.headers.get("content-type", "").startswith("application/problem+json"):
        return ""
    try:
        named = received.read("/type")
    except Missing:
        return ""
    return "problem+json of Prism" if str(named).startswith(_PRISM) else ""
