"""Store: the objects that the mock keeps, by name of the store and scope. Starts with the document's seed.

An object is plain data that nobody changes: a changed one takes the place of the old one.
"""

import hashlib
from collections.abc import Mapping, Sequence
from uuid import UUID

from qiyue.api import Api
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get, put
from qiyue.mock.storage import Storage
from qiyue.mock.table import Kept, Table
from qiyue.values import Plain, freeze, thaw

_KEY = "/id"
"""Where an object has its key, for stores of which no operation says it."""


class Stores:
    """All objects of one running mock."""

    def __init__(self, api: Api, seed: int, storage: Storage) -> None:
        self._seed, self._seeded = seed, api.mock.get("seed", {})
        self._counts: dict[Plain, int] = {}
        self._keys: dict[str, str] = {}
        self._scopes: dict[str, str] = {}
        for role in (operation.mock for operation in api.operations if operation.mock):
            if role.key.get("at", "").startswith("/"):
                self._keys.setdefault(role.store, role.key["at"])
            if "scope-at" in role.extra:
                self._scopes.setdefault(role.store, role.extra["scope-at"])
        self._tables: dict[str, Table] = {}
        self._next_number = 0
        self._objects = storage.part("objects", self._apply_object)
        self._counters = storage.part("counts", self._apply_count)

    def add_seed(self) -> None:
        """Keep the document's seed, unless something was ever kept."""
        if self._next_number:
            return
        for store, values in self._seeded.items():
            for value in values:
                self.add(store, thaw(value), self._own_scope(store, value))

    def key_of(self, store: str) -> str:
        """Tell where the objects of a store have their key."""
        return self._keys.get(store, _KEY)

    def all(self, store: str, scope: Plain = None) -> Sequence[Plain]:
        """Give the objects that are seen under a scope; ``None`` sees all."""
        return self._table(store).seen(scope)

    def find(self, store: str, key: Plain, at: str = "", scope: Plain = None) -> Plain | None:
        """Give the object that has this value at a spot (its key, if none is named)."""
        return next(iter(self.find_all(store, key, at, scope)), None)

    def find_all(self, store: str, key: Plain, at: str = "", scope: Plain = None) -> list[Plain]:
        """Give the objects that have this value, or the text of it, at a spot (their key, if none is named)."""
        table = self._table(store)
        return [table[number].value for number in table.alike(at or self.key_of(store), key, scope)]

    def add(self, store: str, value: Plain, scope: Plain = None) -> None:
        """Keep an object; its scope is written into it, where the document says where."""
        self._put(store, self._next_number, Kept(self.scoped(store, value, scope), scope))

    def scoped(self, store: str, value: Plain, scope: Plain) -> Plain:
        """Give the object with its scope, where the document says where it holds it."""
        at = self._scopes.get(store)
        return put(value, at, scope) if at and scope is not None else value

    def replace(self, store: str, known: Plain, value: Plain) -> bool:
        """Put an object in the place of one that was found; ``False`` where it is gone."""
        table = self._table(store)
        number = next(iter(self._equal(store, known)), None)
        if number is not None:
            self._put(store, number, Kept(value, table[number].scope))
        return number is not None

    def remove(self, store: str, known: Plain) -> None:
        """Forget an object that was found."""
        for number in self._equal(store, known):
            self._objects.drop([store, number])

    def _put(self, store: str, number: int, kept: Kept) -> None:
        self._objects.put([store, number], {"value": kept.value, "scope": kept.scope})

    def _apply_object(self, key: Plain, value: Plain) -> None:
        store, number = key
        self._next_number = max(self._next_number, number + 1)
        if value is ABSENT:
            self._table(store).drop(number)
        else:
            self._table(store).put(number, Kept(value["value"], value["scope"]))

    def _apply_count(self, name: Plain, value: Plain) -> None:
        if value is ABSENT:
            self._counts.pop(freeze(name), None)
        else:
            self._counts[freeze(name)] = value

    def _table(self, store: str) -> Table:
        return self._tables.setdefault(store, Table())

    def _equal(self, store: str, known: Plain) -> list[int]:
        """Give the numbers of the objects that are the same data as one that was found."""
        table, at = self._table(store), self.key_of(store)
        same = table.alike(at, get(known, at), None)
        return [number for number in same if json_equal(table[number].value, known)]

    def _own_scope(self, store: str, value: Plain) -> Plain:
        found = get(value, self._scopes[store]) if store in self._scopes else None
        return None if found is ABSENT else found

    def next(self, *name: Plain) -> int:
        """Count from 1 up, under a name."""
        reached = self._counts.get(freeze(name), 0) + 1
        self._counters.put(thaw(name), reached)
        return reached

    def new_key(self, store: str, key: Mapping[str, Plain]) -> Plain:
        """Make the key of a new object, one that no kept object has; the same in every run with the same seed."""
        made = self._made_key(store, key)
        while self.find_all(store, made, str(key.get("at", ""))):
            made = self._made_key(store, key)
        return made

    def _made_key(self, store: str, key: Mapping[str, Plain]) -> Plain:
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
