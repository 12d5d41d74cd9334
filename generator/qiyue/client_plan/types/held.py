"""Names of types that a lock holds. In: an Api, the lines of its lock. Out: the name of a schema, a field, a value."""

from collections.abc import Iterator, Mapping

from qiyue.api import Api
from qiyue.base.where import pointer
from qiyue.client_plan.keys import type_keys
from qiyue.client_plan.words import Words
from qiyue.values import Plain


class HeldNames:
    """Names by where the schema stands in the document; without a lock nothing is held and no place is known."""

    def __init__(self, api: Api, lock: Mapping[str, str] | None) -> None:
        self._lock = lock or {}
        self._places: dict[int, str] = {}
        self._nodes = [] if lock is None else list(_nodes(api))  # kept, so that identities stay theirs
        for place, node in self._nodes:
            self._places.setdefault(id(node), place)

    def place(self, node: Plain) -> str:
        """Return the key of a schema: ``#/components/schemas/Tea``; ``""`` where its place is unknown."""
        return self._places.get(id(node), "")

    def type_name(self, node: Plain) -> str:
        """Return the name of a type, ``""`` where none is held."""
        return self._lock.get(self.place(node), "")

    def reserved(self) -> Iterator[str]:
        """Walk the names of all schemas that are still there."""
        return (self._lock[place] for place in dict.fromkeys(self._places.values()) if place in self._lock)

    def words(self, key: str) -> Words:
        """Return the words of a field or a value, ``()`` where none are held."""
        return tuple(self._lock[key].split("_")) if key in self._lock else ()


def _nodes(api: Api) -> Iterator[tuple[str, Plain]]:
    for type_id, key in type_keys(api).items():
        yield from _inside(key, api.types[type_id])


def _inside(place: str, node: Plain) -> Iterator[tuple[str, Plain]]:
    if isinstance(node, Mapping):
        yield place, node
        for key, child in node.items():
            yield from _inside(place + pointer([str(key)]), child)
    elif isinstance(node, tuple | list):
        for index, child in enumerate(node):
            yield from _inside(f"{place}/{index}", child)
