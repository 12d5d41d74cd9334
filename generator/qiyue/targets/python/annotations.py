"""How an argument is annotated: wider than what an answer has. A model may be a mapping, an enum its plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qiyue.client_plan.types.table import Class, EnumType
from qiyue.client_plan.types.type_ref import (
    ANY,
    AliasType,
    BinaryType,
    ClassType,
    DecimalType,
    JsonTextType,
    ListType,
    MapType,
    MomentType,
    TaggedType,
    TypeRef,
    UnionType,
    VendorTimeType,
)
from qiyue.targets.python.expressions import Expression, Writer, runtime_import, union
from qiyue.targets.python.literals import literal

MOST_LITERALS = 30
"""An enum with more values than this is annotated as its plain type instead."""

_NUMBERS = {"number": ["int"], "text": ["int"], "either": ["int", "str"]}
_MOMENTS = {"date": "date", "date-time": "datetime"}


@dataclass(frozen=True, slots=True)
class ArgumentWriter(Writer):
    """Writes the types of arguments as one module sees them."""

    classes: Mapping[str, Class] = field(default_factory=dict)

    def write(self, ref: TypeRef) -> Expression:
        """Return the annotation of an argument."""
        match ref:
            case ClassType(name):
                return self._wider(ref, self.classes.get(name))
            case UnionType(parts) | TaggedType(_, parts):
                return union(map(self.write, parts))
            case ListType(item):
                return self.generic("Sequence", (), item, imports=_COLLECTIONS["Sequence"])
            case MapType(value):
                return self.generic("Mapping", (self.builtin("str"),), value, imports=_COLLECTIONS["Mapping"])
            case DecimalType(written, exact):
                plain = [*_NUMBERS[written], *([] if exact else ["float"])]
                return union([_DECIMAL, *(Expression(self.builtin(name)) for name in plain)])
            case MomentType(kind):
                return self._moment(_MOMENTS[kind], "str")
            case VendorTimeType(_, kind, count):
                return self._moment(_MOMENTS[kind], "int" if count else "str")
            case AliasType():
                return self.write(ANY)
            case JsonTextType(inner):
                return union([Expression(self.builtin("str")), self.write(inner)])
            case BinaryType():
                return Expression("FileInput", frozenset({runtime_import("FileInput")}))
            case _:
                return Writer.write(self, ref)

    def _moment(self, name: str, plain: str) -> Expression:
        return union([Expression(name, frozenset({("datetime", name)})), Expression(self.builtin(plain))])

    def _wider(self, ref: ClassType, found: Class | None) -> Expression:
        own = Writer.write(self, ref)
        if not isinstance(found, EnumType):
            plain = f"Mapping[{self.builtin('str')}, Any]"
            return union([own, Expression(plain, _COLLECTIONS["Mapping"] | {("typing", "Any")})])
        if found.kind == "integer":
            return union([own, Expression(self.builtin("int"))])
        if len(found.values) > MOST_LITERALS:
            return union([own, Expression(self.builtin("str"))])
        values = ", ".join(literal(each.value) for each in found.values)
        return union([own, Expression(f"Literal[{values}]", frozenset({("typing", "Literal")}))])


_DECIMAL = Expression("Decimal", frozenset({("decimal", "Decimal")}))
_COLLECTIONS = {name: frozenset({("collections.abc", name)}) for name in ("Sequence", "Mapping")}
