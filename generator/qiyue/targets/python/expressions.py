"""How a type is written in Python. In: a type of the plan. Out: the annotation with the imports it needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from qiyue.client_plan.types.type_ref import (
    AliasType,
    AnyType,
    BinaryType,
    ClassType,
    ConstType,
    DecimalType,
    JsonTextType,
    ListType,
    MapType,
    MomentType,
    NullType,
    ScalarType,
    TaggedType,
    TupleType,
    TypeRef,
    UnionType,
    VendorTimeType,
)
from qiyue.targets.python.literals import literal


@dataclass(frozen=True, slots=True)
class Expression:
    """Python text for a type, and the names it uses, as ``(module, name)``."""

    text: str
    imports: frozenset[tuple[str, str]] = frozenset()
    parts: tuple["Expression", ...] = ()
    """What a union is made of."""

    def __str__(self) -> str:
        return self.text


HERE = "~"
"""Stands in the module of an import for the client's own package, however deep the importing module lies."""

RUNTIME = {
    "types": "AnyDecimal Date DateTime DecimalNumber DecimalText JsonText Model",
    "enums": "OpenIntEnum OpenStrEnum",
    "files": "FileInput",
    "objects": "or_body",
    "resource": "AsyncResource Resource async_raw async_raw_or_body raw raw_or_body",
    "absent": "ABSENT Absent",
    "tagged": "Tagged Unknown",
    "stream": "AsyncStream ServerSentEvent Stream",
}
_MODULE_OF = {name: module for module, names in RUNTIME.items() for name in names.split()}


def runtime_import(name: str) -> tuple[str, str]:
    """Give the import of a name of the client's runtime."""
    return f"{HERE}_runtime.{_MODULE_OF[name]}", name


NONE = Expression("None")
BYTES = Expression("bytes")
_SCALARS = {"string": "str", "integer": "int", "boolean": "bool"}
_DECIMALS = {"number": "DecimalNumber", "text": "DecimalText", "either": "AnyDecimal"}
_MOMENTS = {"date": "Date", "date-time": "DateTime"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes types as one module sees them."""

    models: str = "models."
    """What stands before the name of a class."""
    shadowed: frozenset[str] = frozenset()
    """Builtins that the module uses as names of its own: ``def list``."""

    def write(self, ref: TypeRef) -> Expression:
        """Return the annotation of a type."""
        match ref:
            case AnyType():
                return Expression("Any", frozenset({("typing", "Any")}))
            case NullType():
                return NONE
            case ScalarType(kind):
                return Expression(self.builtin(_SCALARS[kind]))
            case ConstType(_, value):
                return Expression(f"Literal[{literal(value)}]", frozenset({("typing", "Literal")}))
            case ClassType(name) | AliasType(name) | TaggedType(name):
                return self._class(name)
            case UnionType(parts):
                return union(map(self.write, parts))
            case ListType(item):
                return self.generic("list", (), item)
            case MapType(value):
                return self.generic("dict", (self.builtin("str"),), value)
            case TupleType(places):
                return self.generic("tuple", (), *places)
            case JsonTextType(inner):
                return self.generic("JsonText", (), inner, imports=frozenset({runtime_import("JsonText")}))
            case _:
                return self._value(ref)

    def _value(self, ref: BinaryType | DecimalType | MomentType | VendorTimeType) -> Expression:
        match ref:
            case BinaryType():
                return Expression(self.builtin("str"))
            case DecimalType(written):
                return _of_runtime(_DECIMALS[written])
            case MomentType(kind):
                return _of_runtime(_MOMENTS[kind])
            case VendorTimeType(name):
                return Expression(name, frozenset({(f"{HERE}_times", name)}))

    def builtin(self, name: str) -> str:
        """Write a builtin so that it is not taken for a method of that name."""
        return f"builtins.{name}" if name in self.shadowed else name

    def generic(
        self, name: str, first: tuple[str, ...], *inner: TypeRef, imports: frozenset[tuple[str, str]] = frozenset()
    ) -> Expression:
        """Write ``name[first, inner]``."""
        written = list(map(self.write, inner))
        text = f"{self.builtin(name)}[{', '.join([*first, *map(str, written)])}]"
        return Expression(text, imports.union(*(each.imports for each in written)))

    def _class(self, name: str) -> Expression:
        if not self.models:
            return Expression(name)
        return Expression(self.models + name, frozenset({(HERE, "models")}))


def _of_runtime(name: str) -> Expression:
    return Expression(name, frozenset({runtime_import(name)}))


def union(parts: Iterable[Expression]) -> Expression:
    """Write ``A | B``, each once, ``None`` last."""
    unique = {each.text: each for part in parts for each in part.parts or (part,)}
    none = unique.pop("None", None)
    if "Any" in unique:
        return unique["Any"]
    ordered = (*unique.values(), *([none] if none else []))
    imports = frozenset(name for part in ordered for name in part.imports)
    return Expression(" | ".join(part.text for part in ordered), imports, ordered)
