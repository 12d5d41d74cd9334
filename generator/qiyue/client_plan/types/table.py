"""The table of types: every class, union and alias of a client by name, and how each type of the Api is written.

Names are texts in ``PascalCase``, which is how every language writes the names of types; capitals of the document stay.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Literal, TypeAlias

from qiyue.api import Scope, TypeId
from qiyue.base.value import Value
from qiyue.base.where import parts_of
from qiyue.client_plan.types.type_ref import (
    ANY,
    AliasType,
    ClassType,
    ListType,
    MapType,
    TaggedType,
    TypeRef,
    inner_types,
    without_null,
)
from qiyue.client_plan.words import Words


class Field(Value):
    """One member of an object, as the wire names it."""

    wire: str
    type: TypeRef
    description: str = ""
    deprecated: bool = False
    read_only: bool = False
    sensitive: bool = False
    scope: Scope | None = None
    name: Words = ()
    """Unique in its object."""


class ObjectType(Value):
    """An object with members."""

    fields: tuple[Field, ...]
    received: frozenset[str]
    """The members that every answer has."""
    sent: frozenset[str]
    """The members that every request has."""
    further: TypeRef = ANY
    """The type of the members that the document does not name."""
    description: str = ""

    @property
    def wires(self) -> tuple[str, ...]:
        """The names of the members on the wire."""
        return tuple(each.wire for each in self.fields)

    def type_of(self, wire: str) -> TypeRef:
        """Return the type of a member; anything where there is none of this name."""
        return next((each.type for each in self.fields if each.wire == wire), ANY)


class EnumValue(Value):
    """One value of an enum."""

    name: Words
    value: str | int
    description: str = ""


class EnumType(Value):
    """Two texts or more, or two whole numbers or more. A vendor may send others, too."""

    kind: Literal["string", "integer"]
    values: tuple[EnumValue, ...]
    description: str = ""


class TaggedUnion(Value):
    """Classes that a field of theirs tells apart."""

    field: str
    """The wire name of the field whose value is the tag."""
    classes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    """Each tag with its class."""
    rest: str = ""
    """The class of an object whose tag is another one; ``""``: the class of no object that the document knows."""


class VendorTime(Value):
    """One way in which the vendor writes times."""

    name: str
    kind: Literal["date", "date-time"]
    form: str = ""
    """How its text looks: ``yyyy-MM-dd HH:mm:ss``; ``""`` where it counts since 1970."""
    zone: str = ""
    unit: Literal["s", "ms"] = "ms"
    """What it counts, where it counts."""
    is_count: bool = False
    """Whether it is a number on the wire."""


Class: TypeAlias = ObjectType | EnumType


class TypeTable(Value):
    """Every class by name, and how each type of the Api is written where it is used."""

    classes: Mapping[str, Class]
    refs: Mapping[TypeId, TypeRef]
    names: Mapping[TypeId, str]
    """The name of each type that has an id, class or not."""
    times: tuple[VendorTime, ...] = ()
    """The ways of writing times that some type names."""
    unions: Mapping[str, TaggedUnion] = field(default_factory=dict)
    aliases: Mapping[str, TypeRef] = field(default_factory=dict)
    """The types that hold themselves or are large, and are no class: ``Tree`` → a list of ``Tree``."""
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where each class stands in the document, where a lock asks for it: ``#/components/schemas/Tea``."""

    def ref(self, type_id: TypeId | None) -> TypeRef:
        """Return how a type is written; ``None`` is a type of which the document says nothing."""
        return self.refs.get(type_id, ANY) if type_id else ANY

    def object_of(self, ref: TypeRef) -> ObjectType | None:
        """Return the object that a type is, ``None`` where it is something else."""
        found = self.classes[ref.name] if isinstance(ref, ClassType) else None
        return found if isinstance(found, ObjectType) else None

    def member(self, ref: TypeRef, where: str) -> TypeRef:
        """Follow a JSON Pointer into a type, of a union into the branches that have it; else it is anything."""
        for name in parts_of(where):
            found = [self._member(part, name) for part in self._branches(ref)]
            known = [member for member in found if member != ANY]
            ref = known[0] if known and all(member == known[0] for member in known) else ANY
        return ref

    def _branches(self, ref: TypeRef) -> Iterator[TypeRef]:
        for part in without_null(ref):
            yield from part.classes if isinstance(part, TaggedType) else (part,)

    def _member(self, ref: TypeRef, name: str) -> TypeRef:
        if (found := self.object_of(ref)) is not None:
            return found.type_of(name)
        if name.isdigit():
            return ref.item if isinstance(ref, ListType) else ANY
        return ref.value if isinstance(ref, MapType) else ANY

    def reached(self, refs: Iterable[TypeRef]) -> set[str]:
        """Return the names of the classes, unions and aliases that types lead to."""
        waiting, found = [*_names(refs)], set[str]()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                union = self.unions.get(name)
                waiting += filter(None, (*union.classes, union.rest)) if union else ()
                waiting += _names(self._held(name))
        return found

    def _held(self, name: str) -> tuple[TypeRef, ...]:
        if name in self.aliases:
            return (self.aliases[name],)
        found = self.classes.get(name)
        return (*(each.type for each in found.fields), found.further) if isinstance(found, ObjectType) else ()

    def only(self, names: Iterable[str]) -> "TypeTable":
        """Return the table with the classes, unions and aliases of these names alone."""
        kept = frozenset(names)
        return replace(
            self,
            classes={name: each for name, each in self.classes.items() if name in kept},
            unions={name: each for name, each in self.unions.items() if name in kept},
            aliases={name: each for name, each in self.aliases.items() if name in kept},
        )


def _names(refs: Iterable[TypeRef]) -> Iterator[str]:
    for ref in refs:
        if isinstance(ref, ClassType | AliasType | TaggedType):
            yield ref.name
        yield from _names(inner_types(ref))
