"""TypeRef: how a type is written where it is used, a closed sum much smaller than JSON Schema.

What has fields, values or tags of its own is in the table of types, and a reference here. The joins keep a sum normal:
no union in a union, no part twice, null last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value: the document says nothing, or what no type can say."""

    TAG: ClassVar = "any"


@dataclass(frozen=True, slots=True)
class NullType:
    """Null."""

    TAG: ClassVar = "null"


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A text, a whole number, or true or false."""

    TAG: ClassVar = "scalar"
    kind: str
    """``string``, ``integer`` or ``boolean``."""


@dataclass(frozen=True, slots=True)
class ConstType:
    """One value."""

    TAG: ClassVar = "const"
    kind: str
    """The scalar that the value is: ``1`` and ``True`` are two types."""
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class BinaryType:
    """A file. In JSON, in a form of texts and in a parameter it is text."""

    TAG: ClassVar = "binary"


@dataclass(frozen=True, slots=True)
class DecimalType:
    """A number with every digit kept: on the wire a number, a text, or one of the two."""

    TAG: ClassVar = "decimal"
    written: Literal["number", "text", "either"]
    exact: bool = True
    """Whether a caller has to give every digit; else a binary fraction says it well enough."""


@dataclass(frozen=True, slots=True)
class MomentType:
    """A day or a moment, written as RFC 3339 has it."""

    TAG: ClassVar = "moment"
    kind: Literal["date", "date-time"]


@dataclass(frozen=True, slots=True)
class VendorTimeType:
    """A day or a moment, written in a way of the vendor that the table has under this name."""

    TAG: ClassVar = "vendor-time"
    name: str
    kind: Literal["date", "date-time"]
    count: bool
    """Whether it is a number on the wire."""


@dataclass(frozen=True, slots=True)
class JsonTextType:
    """A text that is a JSON text of another type."""

    TAG: ClassVar = "json-text"
    inner: "TypeRef"


@dataclass(frozen=True, slots=True)
class ListType:
    """A list of any length."""

    TAG: ClassVar = "list"
    item: "TypeRef"


@dataclass(frozen=True, slots=True)
class TupleType:
    """A list in which every place has a type of its own."""

    TAG: ClassVar = "tuple"
    places: tuple["TypeRef", ...]


@dataclass(frozen=True, slots=True)
class MapType:
    """An object whose members have any names, and values of one type."""

    TAG: ClassVar = "map"
    value: "TypeRef"


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types, null last."""

    TAG: ClassVar = "union"
    parts: tuple["TypeRef", ...]


@dataclass(frozen=True, slots=True)
class ClassType:
    """An object or an enum that the table has under this name."""

    TAG: ClassVar = "class"
    name: str


@dataclass(frozen=True, slots=True)
class TaggedType:
    """A union whose classes a tag tells apart, and that the table has under this name."""

    TAG: ClassVar = "tagged"
    name: str
    classes: tuple[ClassType, ...]


@dataclass(frozen=True, slots=True)
class AliasType:
    """A type that holds itself or is large, and that the table has under this name; it is no class."""

    TAG: ClassVar = "alias"
    name: str


TypeRef: TypeAlias = (
    AnyType
    | NullType
    | ScalarType
    | ConstType
    | BinaryType
    | DecimalType
    | MomentType
    | VendorTimeType
    | JsonTextType
    | ListType
    | TupleType
    | MapType
    | UnionType
    | ClassType
    | TaggedType
    | AliasType
)

ANY, NULL, BINARY = AnyType(), NullType(), BinaryType()
TEXT = ScalarType("string")
MAP = MapType(ANY)
_NUMBER_TEXT = DecimalType("text")


def union(types: Iterable[TypeRef]) -> TypeRef:
    """Join types: nested unions opened, equal ones once, anything beside anything is anything."""
    flat = list(dict.fromkeys(part for each in types for part in parts_of_union(each)))
    if not flat or ANY in flat or flat == [NULL]:
        return ANY
    number = next((part for part in flat if isinstance(part, DecimalType) and part.written == "number"), None)
    if number and _NUMBER_TEXT in flat:
        flat[flat.index(number)] = DecimalType("either", number.exact)
        flat.remove(_NUMBER_TEXT)
    without_null = [part for part in flat if part != NULL]
    joined = without_null[0] if len(without_null) == 1 else UnionType(tuple(without_null))
    return nullable(joined) if NULL in flat else joined


def nullable(ref: TypeRef) -> TypeRef:
    """Allow null as well."""
    parts = parts_of_union(ref)
    return ref if ref == ANY or NULL in parts else UnionType((*parts, NULL))


def parts_of_union(ref: TypeRef) -> tuple[TypeRef, ...]:
    """Return the parts of a union, of any other type itself."""
    return ref.parts if isinstance(ref, UnionType) else (ref,)


def without_null(ref: TypeRef) -> tuple[TypeRef, ...]:
    """Return the parts of a type that are not null."""
    return tuple(part for part in parts_of_union(ref) if part != NULL)


def inner_types(ref: TypeRef) -> Iterator[TypeRef]:
    """Walk the types that a type is written with, one step down."""
    match ref:
        case JsonTextType(inner) | ListType(inner) | MapType(inner):
            yield inner
        case TupleType(inner) | UnionType(inner) | TaggedType(_, inner):
            yield from inner


def size(ref: TypeRef) -> int:
    """Count the types that a type is written with."""
    return 1 if isinstance(ref, TaggedType) else 1 + sum(map(size, inner_types(ref)))


def as_text(ref: TypeRef) -> TypeRef:
    """Return a type as JSON, a form or a parameter has it: what would be a file is text there."""
    match ref:
        case BinaryType():
            return TEXT
        case JsonTextType(inner):
            return JsonTextType(as_text(inner))
        case ListType(item):
            return ListType(as_text(item))
        case MapType(value):
            return MapType(as_text(value))
        case TupleType(places):
            return replace(ref, places=tuple(map(as_text, places)))
        case UnionType(parts):
            return replace(ref, parts=tuple(map(as_text, parts)))
        case _:
            return ref


def is_text(ref: TypeRef) -> bool:
    """Tell whether every value of a type is a text on the wire."""
    match ref:
        case ScalarType(kind) | ConstType(kind):
            return kind == "string"
        case DecimalType(written):
            return written == "text"
        case VendorTimeType(_, _, count):
            return not count
        case UnionType(parts):
            return all(map(is_text, parts))
        case _:
            return isinstance(ref, BinaryType | MomentType | JsonTextType)


def is_file(ref: TypeRef) -> bool:
    """Tell whether a type is a file or a list of files."""
    if isinstance(ref, ListType):
        return is_file(ref.item)
    parts = without_null(ref)
    return bool(parts) and all(is_file(part) if isinstance(part, ListType) else part == BINARY for part in parts)
