"""State: what mocks keep, as plain data that can be written to a file and read again.

wren:
  objects: {books: [{value: {…}, scope: "1"}]}
  counts: [{name: [key, books], count: 3}]
"""

from collections.abc import Iterator
from typing import Final

import jsonschema_rs

from qiyue.mock.store import Stores
from qiyue.values import Plain
from qiyue.wording import Problem, problems

_KEPT: Final = {"type": "object", "properties": {"value": {}, "scope": {}}, "required": ["value", "scope"]}
_COUNT: Final = {
    "type": "object",
    "properties": {"name": {"type": "array"}, "count": {"type": "integer"}},
    "required": ["name", "count"],
}
SCHEMA: Final = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {
            "objects": {"type": "object", "additionalProperties": {"type": "array", "items": _KEPT}},
            "counts": {"type": "array", "items": _COUNT},
        },
        "required": ["objects", "counts"],
        "additionalProperties": False,
    },
}
_VALIDATOR: Final = jsonschema_rs.Draft202012Validator(SCHEMA)


def wrong(kept: Plain) -> Iterator[Problem]:
    """Say why something is not what a mock has written."""
    yield from problems(_VALIDATOR, SCHEMA, kept)


class State:
    """What the mocks of one server keep, by their names; starts with what an earlier server kept."""

    def __init__(self, kept: Plain = None) -> None:
        self._kept: dict[str, Plain] = dict(kept or {})
        self._running: dict[str, Stores] = {}

    def begin(self, name: str, stores: Stores) -> None:
        """Let a mock go on where the earlier one stopped."""
        if name in self._kept:
            stores.load(self._kept[name])
        self._running[name] = stores

    def dump(self) -> Plain:
        """Give what is kept now, also of mocks that do not run this time."""
        return {**self._kept, **{name: stores.dump() for name, stores in self._running.items()}}
