"""Discovered keys: keys that a live server's own answers name, for the calls that read more of the same.

In: Api; answers of lists. Out: values by where. ``GET /pets`` tells the ids for ``GET /pets/{id}``; a store of
``x-qiyue-mock`` that both operations name tells, too. What changes anything is never called with them: they name what
is somebody's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qiyue.api import Api, Operation, Where
from qiyue.base.where import get, pointer
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.model.effect import reason_to_skip
from qiyue.mock.answered import spot
from qiyue.values import Missing, Plain


@dataclass(frozen=True, slots=True)
class _Source:
    """A list that names what an operation asks for at a spot, by one of its keys."""

    list: str
    asked: Where
    keys: tuple[Where, ...]


class DiscoveredKeys:
    """What one run learned."""

    def __init__(self, api: Api) -> None:
        reading = [each for each in api.operations if not reason_to_skip(each, allow_writes=False)]
        self._sources = {each.id: tuple(_sources(each, reading)) for each in reading}
        self._items: dict[str, list[Plain]] = {}

    def note(self, operation: Operation, received: ReceivedResponse) -> None:
        """Remember what a list holds."""
        try:
            found = _listed(get(received.body(), spot(operation)))
        except Missing:
            return
        if found:
            self._items[operation.id] = found

    def values(self, operation: Operation) -> dict[Where, Plain]:
        """Give what is known of the spots at which an operation asks for something."""
        known = ((each.asked, self._key(each)) for each in self._sources.get(operation.id, ()))
        return {where: value for where, value in known if value is not None}

    def _key(self, source: _Source) -> Plain:
        found = (get(item, key) for item in self._items.get(source.list, ()) for key in source.keys)
        return next((value for value in found if isinstance(value, str | int) and value != ""), None)


def _sources(operation: Operation, reading: list[Operation]) -> Iterator[_Source]:
    role = operation.mock
    asked = role.key.get("from", "") if role else ""
    for other in reading:
        if role and asked and other.mock and (other.mock.do, other.mock.store) == ("list", role.store):
            yield _Source(other.id, asked, (role.key.get("at", "/id"),))
        below = re.match(re.escape(other.path.rstrip("/")) + r"/\{([^{}]+)\}(?:/|\Z)", operation.path)
        if below and other.method == "GET":
            yield _Source(other.id, f"path:{below[1]}", (pointer([below[1]]), "/id"))


def _listed(value: Plain) -> list[Plain]:
    """Give the objects of a list, or of the first list that an object holds."""
    lists = [value, *value.values()] if isinstance(value, Mapping) else [value]
    return next(([item for item in each if isinstance(item, Mapping)] for each in lists if isinstance(each, list)), [])
