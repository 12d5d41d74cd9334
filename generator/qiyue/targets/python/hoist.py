"""Types of the Api → a flat table of classes, which ``models`` writes in Python one by one.

In: schemas as the spec has them. Out: ``Schemas``: how each type is written where it is used (``uses``), and classes.
A class is an object with properties, or an enum of two values or more; every inline one is named here. ``required`` are
the fields that every answer has, ``sent`` those that every request has.

Names that are not classes (``UserList``, ``UserOrNull``) are written out where they are used.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from qiyue.api import TypeId, Types
from qiyue.api.types import NAMED
from qiyue.base.media import is_json
from qiyue.base.value import Value
from qiyue.schema.json_types import json_types, takes_null
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import is_silent, merge_all_of
from qiyue.schema.references import dereference, target_of
from qiyue.targets.python.branches import branches_of
from qiyue.targets.python.docs import schema_text
from qiyue.targets.python.enums import as_enum, enum_of, is_enum
from qiyue.targets.python.families import Family, families
from qiyue.targets.python.scalars import literal, scalar, scalars
from qiyue.targets.python.times import VendorTime, VendorTimes
from qiyue.targets.python.unions import Known, TaggedUnion, implied, tagged
from qiyue.targets.python.uses import ANY, NULL, Use, alias, custom, nullable, size, union
from qiyue.targets.python.words import Scope, pascal
from qiyue.values import FrozenMap, Plain

Gap: TypeAlias = Callable[[str, str, str], None]
"""Told a code, a sentence and a type id."""

DESCRIBING = ("deprecated", "readOnly", "x-qiyue-sensitive", "x-qiyue-scope")
_LARGEST = 100
"""Types that one is written with where it is used: large ones that hold large ones would grow without end."""
_PENDING: Use = {"pending": True}


class Schemas(Value):
    """Every class by name, and how each type is written where it is used."""

    classes: Mapping[str, Use]
    uses: Mapping[TypeId, Use]
    times: tuple[VendorTime, ...] = ()
    """The ways of writing times that some use names."""
    unions: Mapping[str, TaggedUnion] = field(default_factory=dict)
    """The unions that a tag tells apart, by name."""
    aliases: Mapping[str, Use] = field(default_factory=dict)
    """The types that hold themselves or are large, and are no class, by name: ``Tree`` → a list of ``Tree``."""


def hoist(types: Types, names: Mapping[TypeId, str], scope: Scope, gap: Gap) -> Schemas:
    """Name and simplify every type; ``names`` holds the names of the types that have an id."""
    hoister = _Hoister(types, names, scope, gap, VendorTimes(scope))
    for type_id in sorted(types, key=lambda type_id: _merges(types[type_id])):
        hoister.use(type_id)
        hoister.finish()
    return Schemas(hoister.classes, hoister.uses, tuple(hoister.times.listed), hoister.unions, hoister.aliases)


def _merges(node: Plain) -> bool:
    """Types without allOf come first, so that inline types are named after the type that holds them."""
    return isinstance(node, Mapping) and "allOf" in node


@dataclass(slots=True)
class _Hoister:
    types: Types
    names: Mapping[TypeId, str]
    scope: Scope
    gap: Gap
    times: VendorTimes
    classes: dict[str, Use] = field(default_factory=dict)
    uses: dict[TypeId, Use] = field(default_factory=dict)
    unions: dict[str, TaggedUnion] = field(default_factory=dict)
    aliases: dict[str, Use] = field(default_factory=dict)
    _told: dict[TaggedUnion, str] = field(default_factory=dict)
    """The first name of each union."""
    _inline: dict[int, tuple[str, Plain]] = field(default_factory=dict)
    """Identity of a node → its name, and the node itself, so that the identity stays its own."""
    _waiting: deque[tuple[str, Use, TypeId]] = field(default_factory=deque)
    _here: str = ""
    _families: Mapping[TypeId, Family] = field(init=False)
    _bases: dict[TypeId, Use] = field(default_factory=dict)
    """The class of a base itself, where its use is the union with its children."""

    def __post_init__(self) -> None:
        self._families = families(self.types)

    def use(self, type_id: TypeId) -> Use:
        """Give the type as it is written where it is used."""
        known = self.uses.get(type_id)
        if known is _PENDING:
            self.aliases.setdefault(self.names[type_id], ANY)
            return alias(self.names[type_id])
        if known is None:
            node = self.types.get(type_id)
            if node is None:
                self._gap("dangling-type", f"there is no type {type_id}; any value is taken")
                return ANY
            self.uses[type_id] = _PENDING
            outer, self._here = self._here, type_id
            own = self.uses[type_id] = self._unlooped(type_id, self._write(node, self.names[type_id], own=True))
            known = self.uses[type_id] = self._with_children(type_id, own)
            self._here = outer
        return known

    def _unlooped(self, type_id: TypeId, own: Use) -> Use:
        """Give a type that holds itself, or is large, a name; what it is, is not itself again."""
        name, itself = self.names[type_id], alias(self.names[type_id])
        if name not in self.aliases and size(own) <= _LARGEST:
            return own
        parts = [part for part in own.get("anyOf", (own,)) if part != itself]
        self.aliases[name] = union(parts)
        if self.aliases[name] != ANY:
            return itself
        self._gap("recursive-alias", f"{type_id} refers to itself and is nothing else; any value is taken")
        return ANY

    def form(self, type_id: TypeId) -> Use:
        """Give the type itself, without its children."""
        use = self.use(type_id)
        return self._bases.get(type_id, use)

    def _with_children(self, type_id: TypeId, own: Use) -> Use:
        """Let a base be itself or one of its children, where it is a class and says how to tell them."""
        family, itself = self._families.get(type_id), {"$ref": NAMED + self.names[type_id]}
        if family is None or itself not in own.get("anyOf", (own,)):
            return own
        self._bases[type_id] = itself
        members = [each for each in family.children if not target_of(merge_all_of(self.types[each], self.types))]
        forms = {each: self.form(each) for each in members}
        classes = {**{each: form for each, form in forms.items() if "$ref" in form}, type_id: itself}
        branches = [{"$ref": each} for each in classes]
        told = tagged(family.discriminator, branches, [*classes.values()], self._known, type_id)
        if told is None or len(classes) == 1:
            return own
        return self._alias(told, self.scope.take(f"Any{self.names[type_id]}"), NULL in own.get("anyOf", ()))

    @property
    def _known(self) -> Known:
        return Known(self.types, self.form, self.unions)

    def _alias(self, told: TaggedUnion, name: str, takes_null: bool) -> Use:
        self.unions[name] = told
        self._told.setdefault(told, name)
        use: Use = {"python": name, "tagged": [{"$ref": NAMED + each} for each in told.classes]}
        return nullable(use) if takes_null else use

    def finish(self) -> None:
        """Write the classes that were named on the way, and those named by them."""
        while self._waiting:
            name, node, self._here = self._waiting.popleft()
            required = frozenset(map(str, node.get("required", ())))
            properties = {
                wire: _described(self._write(schema, name + pascal(wire, "Value")), schema, self.types)
                for wire, schema in node["properties"].items()
            }
            further = node.get("additionalProperties")
            unnamed = [wire for wire in sorted(required - properties.keys()) if further is not False]
            properties.update((wire, ANY) for wire in unnamed)
            extra = self._write(further, name + "Value") if isinstance(further, Mapping) else ANY
            received, sent = (
                [wire for wire in properties if wire in required and not _is(node["properties"].get(wire), word)]
                for word in ("writeOnly", "readOnly")
            )
            received = [wire for wire in received if wire not in unnamed]
            written = {"properties": properties, "required": received, "sent": sent}
            more = {"extra": extra} if extra else {}
            self.classes[name] = {"type": "object", **written, **more, **_notes(node)}

    def _gap(self, code: str, message: str) -> None:
        self.gap(code, message, self._here)

    def _write(self, raw: Plain, owner: str, own: bool = False) -> Use:
        node = as_enum(merge_all_of(raw, self.types, self._gap), self.types)
        if "$ref" in node:
            return self.use(node["$ref"])
        kinds = json_types(node)
        if kinds == ("null",):
            return NULL
        core = tuple(kind for kind in kinds if kind != "null")
        written = self._class(raw, node, core, owner, own) or self._plain(node, core, owner, own)
        return nullable(written) if takes_null(node) else written

    def _class(self, raw: Plain, node: Use, kinds: tuple[str, ...], owner: str, own: bool) -> Use | None:
        """Give the reference to the class that this node is, if it is one."""
        if is_enum(node):
            return self._reference(raw, owner, own, enum_of(node))
        if node.get("properties") and kinds in ((), ("object",)):
            told = [node[word] for word in UNIONS if isinstance(node.get(word), tuple | list)]
            spread = told and not is_silent(told[0])
            return self._union(node, owner, own) if spread else self._reference(raw, owner, own, node)
        return None

    def _reference(self, raw: Plain, owner: str, own: bool, node: Use) -> Use:
        name, _ = self._inline.get(id(raw), ("", None))
        if not name:
            name = owner if own else self.scope.take(owner)
            self._inline[id(raw)] = name, raw
            if "properties" in node:
                self._waiting.append((name, node, self._here))
            else:
                self.classes[name] = {**node, **_notes(raw)}
        return {"$ref": NAMED + name}

    def _plain(self, node: Use, kinds: tuple[str, ...], owner: str, own: bool) -> Use:
        values = tuple(value for value in node.get("enum", ()) if value is not None)
        if "const" in node or len(values) == 1:
            return literal(node.get("const", values[0] if values else None))
        if values:
            return scalars(values)
        if any(isinstance(node.get(word), tuple | list) for word in UNIONS):
            return self._union(node, owner, own)
        return union([self._one(kind, node, owner) for kind in kinds]) if kinds else ANY

    def _union(self, node: Use, owner: str, own: bool) -> Use:
        listed = branches_of(node, owner, self._here if own else "", self.types)
        uses = [self._write(each.node, each.name) for each in listed]
        joined = union(uses)
        forms = [each.node for each in listed]
        discriminator = node["discriminator"] if "discriminator" in node else implied(forms, self.types)
        if discriminator is None or "$ref" in joined or "tagged" in joined:
            return joined
        told = tagged(discriminator, [each.said for each in listed], uses, self._known)
        if told is None:
            if "discriminator" in node:
                self._gap("discriminator-unread", f"{owner}: what fits best is chosen, not what the discriminator says")
            return joined
        known = "" if own else self._told.get(told, "")
        return self._alias(told, known or (owner if own else self.scope.take(owner)), NULL in uses)

    def _one(self, kind: str, node: Use, owner: str) -> Use:
        if kind == "array":
            if "prefixItems" in node:
                return self._places(node, owner)
            return {"type": "array", "items": self._write(node.get("items", {}), owner + "Item")}
        if kind == "object":
            return {"type": "object", "additionalProperties": self._write(_values(node), owner + "Value")}
        if kind == "string" and is_json(str(node.get("contentMediaType", ""))) and "contentEncoding" not in node:
            inner = self._write(node.get("contentSchema", {}), owner + "Content")
            return {**custom("JsonText"), "inner": inner}
        time = self.times.named(kind, node["x-qiyue-time"]) if "x-qiyue-time" in node else None
        if time is not None:
            return {**custom(time.name), "time": time.base, "count": time.is_count}
        return scalar(kind, node)

    def _places(self, node: Use, owner: str) -> Use:
        """Write a list of fixed places: a tuple where all are always there and no more, else a list."""
        places, further = node["prefixItems"], node.get("items", True)
        most, least = node.get("maxItems", None if further else len(places)), node.get("minItems")
        if most == least == len(places):
            written = [self._write(place, f"{owner}Item{n}") for n, place in enumerate(places, 1)]
            return {**custom("tuple"), "places": written}
        self._gap("tuple-as-list", f"{owner}: a list of fixed places that may lack some, or have more, becomes a list")
        listed = places if further is False else (*places, further)
        return {"type": "array", "items": self._write(FrozenMap({"anyOf": listed}), owner + "Item")}


def _values(node: Use) -> Plain:
    """Give the schema of the values of a map."""
    values = node.get("additionalProperties", {})
    return values if isinstance(values, Mapping) else {}


def _described(use: Use, schema: Plain, types: Types) -> Use:
    """The use of a field with what is worth saying; where its schema says nothing, what that refers to describes it."""
    if not isinstance(schema, Mapping):
        return use
    told = _notes(schema)
    if "description" not in told and target_of(schema):
        referred = dereference(schema, types)
        text = str(referred.get("description") or "") if isinstance(referred, Mapping) else ""
        told = {"description": text, **told} if text else told
    return {**use, **told}


def _is(schema: Plain, word: str) -> bool:
    return isinstance(schema, Mapping) and schema.get(word) is True


def _notes(node: Use) -> dict[str, Plain]:
    """Give what is worth saying about a class or a field."""
    text = schema_text(node)
    told = {key: node[key] for key in DESCRIBING if node.get(key) is True or isinstance(node.get(key), Mapping)}
    return {**({"description": text} if text else {}), **told}
