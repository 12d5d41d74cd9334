"""How a type is written in Python. In: a use of ``hoist``. Out: the annotation with the imports it needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from qiyue.api.types import name_of
from qiyue.targets.python.literals import literal
from qiyue.targets.python.uses import Use


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
_SCALARS = {"string": "str", "integer": "int", "boolean": "bool", "null": "None"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes types as one module sees them."""

    models: str = "models."
    """What stands before the name of a class."""
    shadowed: frozenset[str] = frozenset()
    """Builtins that the module uses as names of its own: ``def list``."""

    def write(self, use: Use) -> Expression:
        """Give the annotation of a use."""
        if "$ref" in use:
            return self._class(name_of(use["$ref"]))
        if "anyOf" in use:
            return union(map(self.write, use["anyOf"]))
        if "python" in use:
            return self._runtime(use)
        if "const" in use:
            return Expression(f"Literal[{literal(use['const'])}]", frozenset({("typing", "Literal")}))
        kind = use.get("type")
        if kind == "array":
            return self._generic("list", "", use["items"])
        if kind == "object":
            return self._generic("dict", f"{self.builtin('str')}, ", use["additionalProperties"])
        if kind in _SCALARS:
            return Expression(self.builtin(_SCALARS[kind]))
        return Expression("Any", frozenset({("typing", "Any")}))

    def builtin(self, name: str) -> str:
        """Write a builtin so that it is not taken for a method of that name."""
        return f"builtins.{name}" if name in self.shadowed else name

    def _class(self, name: str) -> Expression:
        if not self.models:
            return Expression(name)
        return Expression(self.models + name, frozenset({(HERE, "models")}))

    def _runtime(self, use: Use) -> Expression:
        name = use["python"]
        if "tagged" in use or "alias" in use:
            return self._class(name)
        if "places" in use:
            places = [self.write(place) for place in use["places"]]
            text = f"{self.builtin(name)}[{', '.join(map(str, places))}]"
            return Expression(text, frozenset(each for place in places for each in place.imports))
        imports = frozenset({(f"{HERE}_times", name) if "time" in use else runtime_import(name)})
        if "inner" not in use:
            return Expression(name, imports)
        inner = self.write(use["inner"])
        return Expression(f"{name}[{inner}]", imports | inner.imports)

    def _generic(self, name: str, first: str, inner: Use) -> Expression:
        expression = self.write(inner)
        return Expression(f"{self.builtin(name)}[{first}{expression}]", expression.imports)


def union(parts: Iterable[Expression]) -> Expression:
    """Write ``A | B``, each once, ``None`` last."""
    unique = {each.text: each for part in parts for each in part.parts or (part,)}
    none = unique.pop("None", None)
    if "Any" in unique:
        return unique["Any"]
    ordered = (*unique.values(), *([none] if none else []))
    imports = frozenset(name for part in ordered for name in part.imports)
    return Expression(" | ".join(part.text for part in ordered), imports, ordered)
