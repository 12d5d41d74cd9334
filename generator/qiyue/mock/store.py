"""Store: the objects that the mock keeps, by name of the store and scope. Starts with the document's seed.

An object is plain data that nobody changes: a changed one takes the place of the old one.
"""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import count
from uuid import UUID

from qiyue.api import Api
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get, put
from qiyue.mock.table import Kept, Table
from qiyue.values import Plain, freeze, thaw

_KEY = "/id"
"""Where an object has its key, for stores of which no operation says it."""


class Stores:
    """All objects of one running mock."""

    def __init__(self, api: Api, seed: int) -> None:
        self._seed = seed
        self._counts: dict[Plain, int] = {}
        self._keys: dict[str, str] = {}
        self._scopes: dict[str, str] = {}
        for role in (operation.mock for operation in api.operations if operation.mock):
            if role.key.get("at", "").startswith("/"):
                self._keys.setdefault(role.store, role.key["at"])
            if "scope-at" in role.extra:
                self._scopes.setdefault(role.store, role.extra["scope-at"])
        self._tables: dict[str, Table] = {}
        self._numbers = count()
        for store, values in api.mock.get("seed", {}).items():
            for value in values:
                self.add(store, thaw(value), self._own_scope(store, value))

    def load(self, kept: Plain) -> None:
        """Keep what ``dump`` gave, and nothing else."""
        self._tables = {}
        for store, objects in kept["objects"].items():
            for one in objects:
                self._table(store).put(next(self._numbers), Kept(one["value"], one["scope"]))
        self._counts = {freeze(one["name"]): one["count"] for one in kept["counts"]}

    def dump(self) -> Plain:
        """Give all objects and counts as plain data."""
        objects = {
            store: [{"value": one.value, "scope": one.scope} for one in table] for store, table in self._tables.items()
        }
        return {"objects": objects, "counts": [{"name": thaw(n), "count": c} for n, c in self._counts.items()]}

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
        self._table(store).put(next(self._numbers), Kept(self.scoped(store, value, scope), scope))

    def scoped(self, store: str, value: Plain, scope: Plain) -> Plain:
        """Give the object with its scope, where the document says where it holds it."""
        at = self._scopes.get(store)
        return put(value, at, scope) if at and scope is not None else value

    def replace(self, store: str, known: Plain, value: Plain) -> bool:
        """Put an object in the place of one that was found; ``False`` where it is gone."""
        table = self._table(store)
        number = next(iter(self._equal(store, known)), None)
        if number is not None:
            table.put(number, Kept(value, table[number].scope))
        return number is not None

    def remove(self, store: str, known: Plain) -> None:
        """Forget an object that was found."""
        for number in self._equal(store, known):
            self._table(store).drop(number)

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
        counter = freeze(name)
        self._counts[counter] = self._counts.get(counter, 0) + 1
        return self._counts[counter]

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
