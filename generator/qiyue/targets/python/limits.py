"""Restrictions on values. In: schemas of the Api. Out: tables of ``Limit`` for the runtime, one for each class.

Models carry types only. A class inside another is a limit whose rule is ``limits``: so types that hold each other
need no end. Enums are left to the vendor, which may know more values than the page does.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import TypeId, Types
from qiyue.runtime.operation import Limit
from qiyue.targets.python.conditions import conditions
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.hoist import Gap, Schemas
from qiyue.targets.python.merge import flatten
from qiyue.targets.python.names import Names
from qiyue.targets.python.scalars import NULL
from qiyue.targets.python.words import Scope, constant
from qiyue.values import Plain, pointer

NUMBERS = (
    "minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems minProperties "
    "maxProperties"
).split()


class LimitTables:
    """The tables of one client; ``used`` holds those that something has asked for, by name."""

    def __init__(self, types: Types, schemas: Schemas, names: Names, gap: Gap) -> None:
        self._types, self._gap = types, gap
        self._here: TypeId = ""
        self._told: set[int] = set()
        self._classes = frozenset(type_id for type_id, use in schemas.uses.items() if "$ref" in use)
        self._own = {type_id: self._limits(type_id) for type_id in sorted(self._classes)}
        self._live = self._with_limits()
        scope = Scope()
        self._names = {
            type_id: scope.take(f"{constant(names.types[type_id])}_LIMITS", "_") for type_id in sorted(self._live)
        }
        self.used: dict[str, tuple[Limit, ...]] = {}

    def of(self, node: Plain, at: str) -> tuple[Limit, ...]:
        """Give the limits of everything inside a schema, ``at`` being where it stands."""
        return self._written(self._walk(node, at, frozenset()))

    def _limits(self, type_id: TypeId) -> tuple[Limit, ...]:
        self._here = type_id
        return tuple(self._walk(self._types[type_id], "", frozenset({type_id})))

    def _written(self, limits: Iterator[Limit] | tuple[Limit, ...]) -> tuple[Limit, ...]:
        """Let references to tables be names; those to tables without any limit go."""
        written = []
        for limit in limits:
            if limit.rule == "when":
                written.append(Limit(limit.at, "when", tuple(map(self._written, limit.value))))
            elif limit.rule != "limits":
                written.append(limit)
            elif limit.value in self._live:
                written.append(Limit(limit.at, "limits", Expression(f"lambda: {self._use(limit.value)}")))
        return tuple(written)

    def _use(self, type_id: TypeId) -> str:
        name = self._names[type_id]
        if name not in self.used:
            self.used[name] = ()
            self.used[name] = self._written(self._own[type_id])
        return name

    def _with_limits(self) -> frozenset[TypeId]:
        """Give the classes that have a limit, of their own or further inside."""
        users: dict[TypeId, list[TypeId]] = {}
        live = [owner for owner, limits in self._own.items() if any(limit.rule != "limits" for limit in limits)]
        for owner, limits in self._own.items():
            for limit in limits:
                if limit.rule == "limits":
                    users.setdefault(limit.value, []).append(owner)
        found = set(live)
        while live:
            fresh = [owner for owner in users.get(live.pop(), ()) if owner not in found]
            found.update(fresh)
            live += fresh
        return frozenset(found)

    def _unread(self, raw: Plain) -> None:
        """Tell of a condition that is not checked; once."""
        if id(raw) not in self._told:
            self._told.add(id(raw))
            self._gap("condition-unchecked", "a condition asks too much: the client does not check it", self._here)

    def _walk(self, raw: Plain, at: str, above: frozenset[TypeId]) -> Iterator[Limit]:
        """Walk the limits of a schema; a class inside is one limit, named by its type id."""
        node = flatten(raw, self._types, lambda _: None)
        opened: Types = {} if "$ref" in node else self._types
        for limit in conditions(raw, opened, lambda schema: self._walk(schema, "", above), lambda: self._unread(raw)):
            yield Limit(at, limit.rule, limit.value)
        if "$ref" in node:
            target = node["$ref"]
            if target in self._classes:
                yield Limit(at, "limits", target)
            elif target not in above:
                yield from self._walk(self._types.get(target, {}), at, above | {target})
            return
        yield from _rules(node, at)
        for name, schema in (node.get("properties") or {}).items():
            yield from self._walk(schema, at + pointer([name]), above)
        if isinstance(node.get("items"), Mapping):
            yield from self._walk(node["items"], at + "/*", above)
        branches = [b for b in (*node.get("anyOf", ()), *node.get("oneOf", ())) if b != NULL]
        if len(branches) == 1:
            yield from self._walk(branches[0], at, above)


def _rules(node: Mapping[str, Plain], at: str) -> Iterator[Limit]:
    for rule in NUMBERS:
        if rule in node and not isinstance(node[rule], bool | str | Mapping | tuple | None):
            yield Limit(at, rule, node[rule])
    if isinstance(node.get("pattern"), str):
        yield Limit(at, "pattern", node["pattern"])
    if node.get("uniqueItems") is True:
        yield Limit(at, "uniqueItems", value=True)
