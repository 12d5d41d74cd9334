"""Restrictions on values. In: schemas of the Api. Out: tables of ``Limits`` for the runtime, one for each class.

Models carry types only. A class inside another is a limit whose rule is ``limits``: so types that hold each other
need no end. Enums are left to the vendor, which may know more values than the page does.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from qiyue.api import TypeId, Types
from qiyue.api.types import is_named
from qiyue.base.where import pointer
from qiyue.client_plan.types.build import Gap
from qiyue.client_plan.types.table import TypeTable
from qiyue.client_plan.types.type_ref import ClassType, TaggedType
from qiyue.runtime.operation import Limits
from qiyue.schema.json_types import json_types
from qiyue.schema.merge import merge_all_of
from qiyue.targets.python.conditions import conditions
from qiyue.targets.python.expressions import Expression
from qiyue.targets.python.words import Scope, constant
from qiyue.values import Plain

NUMBERS = (
    "minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems minProperties "
    "maxProperties"
).split()


_STRUCTURED = frozenset({"object", "array"})


class LimitTables:
    """The tables of one client; ``used`` holds those that something has asked for, by name."""

    def __init__(self, types: Types, table: TypeTable, gap: Gap) -> None:
        self._types, self._gap = types, gap
        self._here: TypeId = ""
        self._told: set[int] = set()
        self._classes = frozenset(each for each, ref in table.refs.items() if isinstance(ref, ClassType | TaggedType))
        self._nested = frozenset(filter(self._is_nested, types)) - self._classes
        self._own = {type_id: self._limits(type_id) for type_id in sorted(self._classes | self._nested)}
        self._live = self._with_limits()
        scope = Scope()
        self._names = {
            type_id: scope.take(f"{constant(table.names[type_id])}_LIMITS", "_") for type_id in sorted(self._live)
        }
        self.used: dict[str, tuple[Limits, ...]] = {}

    def of(self, node: Plain, at: str) -> tuple[Limits, ...]:
        """Give the limits of everything inside a schema, ``at`` being where it stands."""
        return self._written(self._walk(node, at, frozenset()))

    def _limits(self, type_id: TypeId) -> tuple[Limits, ...]:
        self._here = type_id
        return tuple(self._walk(self._types[type_id], "", frozenset({type_id})))

    def _written(self, limits: Iterator[Limits] | tuple[Limits, ...]) -> tuple[Limits, ...]:
        """Let references to tables be names; those to tables without any limit go."""
        written = []
        for limit in limits:
            if "when" in limit.rules:
                written.append(Limits(limit.at, {"when": tuple(map(self._written, limit.rules["when"]))}))
            elif "limits" not in limit.rules:
                written.append(limit)
            elif limit.rules["limits"] in self._live:
                table = Expression(f"lambda: {self._use(limit.rules['limits'])}")
                written.append(Limits(limit.at, {"limits": table}))
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
        live = [owner for owner, limits in self._own.items() if any("limits" not in limit.rules for limit in limits)]
        for owner, limits in self._own.items():
            for limit in limits:
                if "limits" in limit.rules:
                    users.setdefault(limit.rules["limits"], []).append(owner)
        found = set(live)
        while live:
            fresh = [owner for owner in users.get(live.pop(), ()) if owner not in found]
            found.update(fresh)
            live += fresh
        return frozenset(found)

    def _is_nested(self, type_id: TypeId) -> bool:
        """Tell whether a type has others inside. One that is no class is written out where a class uses it.

        Where another such type uses it, it has a table of its own: types that hold each other (objects that may be
        null) would otherwise be written out along every path between them.
        """
        types = json_types(self._types[type_id])
        return is_named(type_id) and (not types or not _STRUCTURED.isdisjoint(types))

    def _unread(self, raw: Plain) -> None:
        """Tell of a condition that is not checked; once."""
        if id(raw) not in self._told:
            self._told.add(id(raw))
            self._gap("condition-unchecked", "a condition asks too much: the client does not check it", self._here)

    def _walk(self, raw: Plain, at: str, above: frozenset[TypeId]) -> Iterator[Limits]:
        """Walk the limits of a schema; a class inside is one limit, named by its type id."""
        node = merge_all_of(raw, self._types)
        opened: Types = {} if "$ref" in node else self._types
        for limit in conditions(raw, opened, lambda schema: self._walk(schema, "", above), lambda: self._unread(raw)):
            yield Limits(at, limit.rules)
        if "$ref" in node:
            target = node["$ref"]
            if target in self._classes or (target in self._nested and not above.isdisjoint(self._nested)):
                yield Limits(at, {"limits": target})
            elif target not in above:
                yield from self._walk(self._types.get(target, {}), at, above | {target})
            return
        if rules := _rules(node):
            yield Limits(at, rules)
        for name, schema in (node.get("properties") or {}).items():
            yield from self._walk(schema, at + pointer([name]), above)
        if isinstance(node.get("items"), Mapping):
            yield from self._walk(node["items"], at + "/*", above)
        branches = [b for b in (*node.get("anyOf", ()), *node.get("oneOf", ())) if b != {"type": "null"}]
        if len(branches) == 1:
            yield from self._walk(branches[0], at, above)


def _rules(node: Mapping[str, Plain]) -> dict[str, Plain]:
    bounds = ((rule, node.get(rule)) for rule in NUMBERS)
    rules = {rule: bound for rule, bound in bounds if isinstance(bound, int | Decimal) and not isinstance(bound, bool)}
    if isinstance(node.get("pattern"), str):
        rules["pattern"] = node["pattern"]
    if node.get("uniqueItems") is True:
        rules["uniqueItems"] = True
    return rules
