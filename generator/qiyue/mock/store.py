"""Store: the objects that the mock keeps, by name of the store and scope. Starts with the document's seed."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from qiyue.api import Api
from qiyue.runtime.where import get
from qiyue.values import Plain, freeze, same, thaw

_KEY = "/id"
"""Where an object has its key, for stores of which no operation says it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    value: Plain
    scope: Plain = None
    """The value under which it is seen; ``None`` is everywhere."""


class Stores:
    """All objects of one running mock."""

    def __init__(self, api: Api, seed: int) -> None:
        self._seed = seed
        self._counts: dict[Plain, int] = {}
        self._objects: dict[str, list[_Kept]] = {
            name: [_Kept(freeze(value)) for value in values] for name, values in api.mock.get("seed", {}).items()
        }
        self._keys: dict[str, str] = {}
        for operation in api.operations:
            at = operation.mock.key.get("at", "") if operation.mock else ""
            if operation.mock and at.startswith("/"):
                self._keys.setdefault(operation.mock.store, at)

    def key_of(self, store: str) -> str:
        """Tell where the objects of a store have their key."""
        return self._keys.get(store, _KEY)

    def all(self, store: str, scope: Plain = None) -> list[Plain]:
        """Give fresh copies of the objects that are seen under a scope; ``None`` sees all."""
        return [thaw(value) for value in self._seen(store, scope)]

    def find(self, store: str, key: Plain, at: str = "", scope: Plain = None) -> Plain | None:
        """Give a fresh copy of the object that has this value at a spot (its key, if none is named)."""
        spot = at or self.key_of(store)
        return next((thaw(value) for value in self._seen(store, scope) if same(get(value, spot), key)), None)

    def _seen(self, store: str, scope: Plain) -> Iterator[Plain]:
        for kept in self._objects.get(store, ()):
            if scope is None or kept.scope is None or same(kept.scope, scope):
                yield kept.value

    def add(self, store: str, value: Plain, scope: Plain = None) -> None:
        """Keep an object."""
        self._objects.setdefault(store, []).append(_Kept(freeze(value), scope))

    def next(self, *name: Plain) -> int:
        """Count from 1 up, under a name."""
        counter = freeze(name)
        self._counts[counter] = self._counts.get(counter, 0) + 1
        return self._counts[counter]

    def new_key(self, store: str, key: Mapping[str, Plain]) -> Plain:
        """Make the key of a new object; the same one in every run with the same seed."""
        number, prefix = self.next("key", store), key.get("prefix", "")
        made = hashlib.sha256(f"{self._seed}/{store}/{number}".encode()).digest()
        match key.get("make"):
            case "uuid":
                return prefix + str(UUID(bytes=made[:16], version=4))
            case "id19-text":
                return prefix + str(10**18 + int.from_bytes(made[:16]) % (9 * 10**18))
            case "sequence":
                return number
            case _:
                return f"{prefix}{number:06}"
