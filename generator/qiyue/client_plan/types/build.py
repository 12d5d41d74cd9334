"""Types of the Api → the table of types, which a target writes class by class.

In: schemas as the spec has them. Out: a ``TypeTable``: how each type is written where it is used, and classes.
A class is an object with members, or an enum of two values or more; every inline one is named here.

Names that are not classes (``UserList``, ``UserOrNull``) are written out where they are used.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from qiyue.api import Api, TypeId, Types
from qiyue.base.media import is_json
from qiyue.client_plan.texts import schema_text
from qiyue.client_plan.types.branches import branches_of
from qiyue.client_plan.types.enums import as_enum, enum_of, is_enum
from qiyue.client_plan.types.families import Family, families
from qiyue.client_plan.types.fields import field_of, is_set, name_fields
from qiyue.client_plan.types.held import HeldNames
from qiyue.client_plan.types.names import TypeNames, pascal, plan_type_names
from qiyue.client_plan.types.scalars import literal, scalar, scalars
from qiyue.client_plan.types.table import Class, Field, ObjectType, TaggedUnion, TypeTable
from qiyue.client_plan.types.tags import Known, implied, tagged
from qiyue.client_plan.types.times import VendorTimes
from qiyue.client_plan.types.type_ref import (
    ANY,
    NULL,
    AliasType,
    ClassType,
    JsonTextType,
    ListType,
    MapType,
    TaggedType,
    TupleType,
    TypeRef,
    VendorTimeType,
    nullable,
    parts_of_union,
    size,
    union,
)
from qiyue.schema.json_types import json_types, takes_null
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import merge_all_of, only_requires
from qiyue.schema.references import target_of
from qiyue.values import FrozenMap, Plain

Gap: TypeAlias = Callable[[str, str, str], None]
"""Told a code, a sentence and a type id."""

_LARGEST = 100
"""Types that one is written with where it is used: large ones that hold large ones would grow without end."""


def build_types(api: Api, gap: Gap, lock: Mapping[str, str] | None = None) -> TypeTable:
    """Name and simplify every type of an Api; names that a lock holds stay."""
    held = HeldNames(api, lock)
    scope = TypeNames(held.reserved())
    names = plan_type_names(api, scope, held)
    exact = bool(api.pages) or any(operation.evidence for operation in api.operations)
    builder = _Builder(api.types, names, scope, gap, VendorTimes(scope), exact, held)
    for type_id in sorted(api.types, key=lambda type_id: _merges(api.types[type_id])):
        builder.ref(type_id)
        builder.finish()
    refs = {type_id: ref for type_id, ref in builder.refs.items() if ref is not None}
    times = tuple(builder.times.listed)
    return TypeTable(builder.classes, refs, names, times, builder.unions, builder.aliases, builder.places)


def _merges(node: Plain) -> bool:
    """Types without allOf come first, so that inline types are named after the type that holds them."""
    return isinstance(node, Mapping) and "allOf" in node


@dataclass(slots=True)
class _Builder:
    types: Types
    names: Mapping[TypeId, str]
    scope: TypeNames
    gap: Gap
    times: VendorTimes
    exact: bool
    held: HeldNames
    places: dict[str, str] = field(default_factory=dict)
    """Where each class stands in the document, where a lock asks for it."""
    classes: dict[str, Class] = field(default_factory=dict)
    refs: dict[TypeId, TypeRef | None] = field(default_factory=dict)
    """``None`` while the type is being written."""
    unions: dict[str, TaggedUnion] = field(default_factory=dict)
    aliases: dict[str, TypeRef] = field(default_factory=dict)
    _told: dict[TaggedUnion, str] = field(default_factory=dict)
    """The first name of each union."""
    _inline: dict[int, tuple[str, Plain]] = field(default_factory=dict)
    """Identity of a node → its name, and the node itself, so that the identity stays its own."""
    _waiting: deque[tuple[str, Mapping[str, Plain], TypeId]] = field(default_factory=deque)
    _here: str = ""
    _families: Mapping[TypeId, Family] = field(init=False)
    _bases: dict[TypeId, ClassType] = field(default_factory=dict)
    """The class of a base itself, where its type is the union with its children."""

    def __post_init__(self) -> None:
        self._families = families(self.types)

    def ref(self, type_id: TypeId) -> TypeRef:
        """Return the type as it is written where it is used."""
        if type_id not in self.types:
            self._gap("dangling-type", f"there is no type {type_id}; any value is taken")
            return ANY
        if type_id not in self.refs:
            self.refs[type_id] = None
            outer, self._here = self._here, type_id
            own = self._write(self.types[type_id], self.names[type_id], own=True)
            own = self.refs[type_id] = self._unlooped(type_id, own)
            self.refs[type_id] = self._with_children(type_id, own)
            self._here = outer
        known = self.refs[type_id]
        if known is None:
            self.aliases.setdefault(self.names[type_id], ANY)
            return AliasType(self.names[type_id])
        return known

    def _unlooped(self, type_id: TypeId, own: TypeRef) -> TypeRef:
        """Return a type that holds itself, or is large, as a name; what it is, is not itself again."""
        name, itself = self.names[type_id], AliasType(self.names[type_id])
        if name not in self.aliases and size(own) <= _LARGEST:
            return own
        self.aliases[name] = union(part for part in parts_of_union(own) if part != itself)
        if self.aliases[name] != ANY:
            return itself
        self._gap("recursive-alias", f"{type_id} refers to itself and is nothing else; any value is taken")
        return ANY

    def form(self, type_id: TypeId) -> TypeRef:
        """Return the type itself, without its children."""
        ref = self.ref(type_id)
        return self._bases.get(type_id, ref)

    def _with_children(self, type_id: TypeId, own: TypeRef) -> TypeRef:
        """Let a base be itself or one of its children, where it is a class and says how to tell them."""
        family, itself = self._families.get(type_id), ClassType(self.names[type_id])
        if family is None or itself not in parts_of_union(own):
            return own
        self._bases[type_id] = itself
        members = [each for each in family.children if not target_of(merge_all_of(self.types[each], self.types))]
        forms = {each: self.form(each) for each in members}
        classes = {**{each: form for each, form in forms.items() if isinstance(form, ClassType)}, type_id: itself}
        branches = [{"$ref": each} for each in classes]
        told = tagged(family.discriminator, branches, [*classes.values()], self._known, type_id)
        if told is None or len(classes) == 1:
            return own
        return self._tagged(told, self.scope.take(f"Any{self.names[type_id]}"), NULL in parts_of_union(own))

    @property
    def _known(self) -> Known:
        return Known(self.types, self.form, self.unions)

    def _tagged(self, told: TaggedUnion, name: str, takes_null: bool) -> TypeRef:
        self.unions[name] = told
        self._told.setdefault(told, name)
        ref = TaggedType(name, tuple(map(ClassType, told.classes)))
        return nullable(ref) if takes_null else ref

    def finish(self) -> None:
        """Write the classes that were named on the way, and those named by them."""
        while self._waiting:
            name, node, self._here = self._waiting.popleft()
            self.classes[name] = self._object(name, node)

    def _object(self, name: str, node: Mapping[str, Plain]) -> ObjectType:
        required = frozenset(map(str, node.get("required", ())))
        fields = [
            field_of(wire, self._write(schema, name + pascal(wire, "Value")), schema, self.types)
            for wire, schema in node["properties"].items()
        ]
        further = node.get("additionalProperties")
        unnamed = sorted(required - node["properties"].keys()) if further is not False else []
        extra = self._write(further, name + "Value") if isinstance(further, Mapping) else ANY
        received, sent = (
            [wire for wire, schema in node["properties"].items() if wire in required and not is_set(schema, word)]
            for word in ("writeOnly", "readOnly")
        )
        listed = (*fields, *(Field(wire, ANY) for wire in unnamed))
        named = name_fields(listed, self.places.get(name, ""), self.held)
        return ObjectType(named, frozenset(received), frozenset([*sent, *unnamed]), extra, schema_text(node))

    def _gap(self, code: str, message: str) -> None:
        self.gap(code, message, self._here)

    def _write(self, raw: Plain, owner: str, own: bool = False) -> TypeRef:
        node = as_enum(merge_all_of(raw, self.types, self._gap), self.types)
        if "$ref" in node:
            return self.ref(node["$ref"])
        kinds = json_types(node)
        if kinds == ("null",):
            return NULL
        core = tuple(kind for kind in kinds if kind != "null")
        written = self._class(raw, node, core, owner, own) or self._plain(node, core, owner, own)
        return nullable(written) if takes_null(node) else written

    def _class(
        self, raw: Plain, node: Mapping[str, Plain], kinds: tuple[str, ...], owner: str, own: bool
    ) -> TypeRef | None:
        """Return the reference to the class that this node is, if it is one."""
        if is_enum(node):
            return self._reference(raw, owner, own, node)
        if node.get("properties") and kinds in ((), ("object",)):
            told = [node[word] for word in UNIONS if isinstance(node.get(word), tuple | list)]
            spread = told and not only_requires(told[0])
            return self._union(node, owner, own) if spread else self._reference(raw, owner, own, node)
        return None

    def _reference(self, raw: Plain, owner: str, own: bool, node: Mapping[str, Plain]) -> TypeRef:
        name, _ = self._inline.get(id(raw), ("", None))
        if not name:
            name = owner if own else self.held.type_name(raw) or self.scope.take(owner)
            self._inline[id(raw)] = name, raw
            if place := self.held.place(raw):
                self.places.setdefault(name, place)
            if is_enum(node):
                self.classes[name] = enum_of(node, schema_text(raw), self.places.get(name, ""), self.held)
            else:
                self._waiting.append((name, node, self._here))
        return ClassType(name)

    def _plain(self, node: Mapping[str, Plain], kinds: tuple[str, ...], owner: str, own: bool) -> TypeRef:
        values = tuple(value for value in node.get("enum", ()) if value is not None)
        if "const" in node or len(values) == 1:
            return literal(node.get("const", values[0] if values else None))
        if values:
            return scalars(values)
        if any(isinstance(node.get(word), tuple | list) for word in UNIONS):
            return self._union(node, owner, own)
        return union(self._one(kind, node, owner) for kind in kinds)

    def _union(self, node: Mapping[str, Plain], owner: str, own: bool) -> TypeRef:
        listed = branches_of(node, owner, self._here if own else "", self.types)
        refs = [self._write(each.node, each.name) for each in listed]
        joined = union(refs)
        forms = [each.node for each in listed]
        discriminator = node["discriminator"] if "discriminator" in node else implied(forms, self.types)
        if discriminator is None or isinstance(joined, ClassType | TaggedType):
            return joined
        told = tagged(discriminator, [each.said for each in listed], refs, self._known)
        if told is None:
            if "discriminator" in node:
                self._gap("discriminator-unread", f"{owner}: what fits best is chosen, not what the discriminator says")
            return joined
        known = "" if own else self._told.get(told, "")
        return self._tagged(told, known or (owner if own else self.scope.take(owner)), NULL in refs)

    def _one(self, kind: str, node: Mapping[str, Plain], owner: str) -> TypeRef:
        if kind == "array":
            if "prefixItems" in node:
                return self._places(node, owner)
            return ListType(self._write(node.get("items", {}), owner + "Item"))
        if kind == "object":
            return MapType(self._write(_values(node), owner + "Value"))
        if kind == "string" and is_json(str(node.get("contentMediaType", ""))) and "contentEncoding" not in node:
            return JsonTextType(self._write(node.get("contentSchema", {}), owner + "Content"))
        time = self.times.named(kind, node["x-qiyue-time"]) if "x-qiyue-time" in node else None
        if time:
            return VendorTimeType(time.name, time.kind, time.is_count)
        return scalar(kind, node, exact=self.exact)

    def _places(self, node: Mapping[str, Plain], owner: str) -> TypeRef:
        """Write a list of fixed places: a tuple where all are always there and no more, else a list."""
        places, further = node["prefixItems"], node.get("items", True)
        most, least = node.get("maxItems", None if further else len(places)), node.get("minItems")
        if most == least == len(places):
            return TupleType(tuple(self._write(place, f"{owner}Item{n}") for n, place in enumerate(places, 1)))
        self._gap("tuple-as-list", f"{owner}: a list of fixed places that may lack some, or have more, becomes a list")
        listed = places if further is False else (*places, further)
        return ListType(self._write(FrozenMap({"anyOf": listed}), owner + "Item"))


def _values(node: Mapping[str, Plain]) -> Plain:
    """Return the schema of the values of a map."""
    values = node.get("additionalProperties", {})
    return values if isinstance(values, Mapping) else {}
