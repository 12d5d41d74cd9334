"""How an argument is annotated: wider than what an answer has. A model may be a mapping, an enum its plain values."""

from dataclasses import dataclass

from qiyue.api.types import name_of
from qiyue.targets.python.context import Context
from qiyue.targets.python.expressions import Expression, Writer, runtime_import, union
from qiyue.targets.python.literals import literal
from qiyue.targets.python.uses import ANY, BINARY, Use

MOST_LITERALS = 30
"""An enum with more values than this is annotated as its plain type instead."""

_NUMBERS = {"DecimalNumber": ["int"], "DecimalText": ["int"], "AnyDecimal": ["int", "str"]}
_MOMENTS = {"Date": "date", "DateTime": "datetime"}


@dataclass(frozen=True, slots=True)
class ArgumentWriter(Writer):
    """Writes the types of arguments as one module sees them."""

    context: Context | None = None

    def write(self, use: Use) -> Expression:
        """Give the annotation of an argument."""
        if "$ref" in use:
            return self._wider(use)
        if "anyOf" in use:
            return union(map(self.write, use["anyOf"]))
        if use.get("type") == "array":
            return self._collection("Sequence", "", use["items"])
        if use.get("type") == "object":
            return self._collection("Mapping", f"{self.builtin('str')}, ", use["additionalProperties"])
        if use.get("python") in _NUMBERS:
            decimal = Expression("Decimal", frozenset({("decimal", "Decimal")}))
            return union([decimal, *(Expression(self.builtin(name)) for name in _NUMBERS[use["python"]])])
        if "time" in use or use.get("python") in _MOMENTS:
            name = use.get("time") or _MOMENTS[use["python"]]
            plain = Expression(self.builtin("int" if use.get("count") else "str"))
            return union([Expression(name, frozenset({("datetime", name)})), plain])
        if "alias" in use:
            return self.write(ANY)
        if "tagged" in use:
            return union(map(self.write, use["tagged"]))
        if "inner" in use:
            return union([Expression(self.builtin("str")), self.write(use["inner"])])
        if use == BINARY or use.get("format") == "binary":
            return Expression("FileInput", frozenset({runtime_import("FileInput")}))
        return Writer.write(self, use)

    def _wider(self, use: Use) -> Expression:
        own = self._class(name_of(use["$ref"]))
        node = self.context.classes[name_of(use["$ref"])] if self.context else {}
        if "enum" not in node:
            plain = f"Mapping[{self.builtin('str')}, Any]"
            return union([own, Expression(plain, frozenset({("collections.abc", "Mapping"), ("typing", "Any")}))])
        if node["type"] == "integer":
            return union([own, Expression(self.builtin("int"))])
        if len(node["enum"]) > MOST_LITERALS:
            return union([own, Expression(self.builtin("str"))])
        values = ", ".join(map(literal, node["enum"]))
        return union([own, Expression(f"Literal[{values}]", frozenset({("typing", "Literal")}))])

    def _collection(self, name: str, first: str, inner: Use) -> Expression:
        expression = self.write(inner)
        imports = expression.imports | {("collections.abc", name)}
        return Expression(f"{name}[{first}{expression}]", imports)
