"""Enums. In: a schema node with ``enum``, or a union of constants. Out: the class node with its member names."""

from collections.abc import Mapping

from qiyue.targets.python.scalars import same_kind
from qiyue.targets.python.words import Scope, constant
from qiyue.values import Plain

_RESERVED = ("unknown",)


def is_enum(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node becomes an enum class: two or more texts, or two or more integers."""
    values = _values(node)
    return len(values) > 1 and same_kind(values) in {"string", "integer"}


def enum_of(node: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give the class node: values once each, a name for each, and what the spec says about each."""
    values = _values(node)
    scope = Scope(_RESERVED)
    return {
        "type": same_kind(values),
        "enum": list(values),
        "x-enum-varnames": [scope.take(_member(value), "_") for value in values],
        **_meanings(node, values),
    }


def _values(node: Mapping[str, Plain]) -> tuple[Plain, ...]:
    listed = node.get("enum")
    if isinstance(listed, tuple | list):
        found = tuple(value for value in listed if value is not None)
        if node.get("type") in ("string", ("string", "null")) and same_kind(found) == "integer":
            found = tuple(map(str, found))
        return tuple(dict.fromkeys(found)) if same_kind(found) in {"string", "integer"} else found
    branches = node.get("oneOf", node.get("anyOf", ()))
    if not isinstance(branches, tuple | list) or not branches or node.get("properties"):
        return ()
    constants = tuple(b["const"] for b in branches if isinstance(b, Mapping) and "const" in b)
    return constants if len(constants) == len(branches) and len({repr(c) for c in constants}) == len(constants) else ()


def _member(value: str | int) -> str:
    if isinstance(value, str):
        return constant(value) if value else "EMPTY"
    return f"VALUE_{value}" if value >= 0 else f"VALUE_MINUS_{-value}"


def _meanings(node: Mapping[str, Plain], values: tuple[Plain, ...]) -> dict[str, Plain]:
    """Give what each value means, from ``x-enum-descriptions`` or from a union of constants."""
    listed = node.get("x-enum-descriptions")
    if isinstance(listed, tuple | list) and len(listed) == len(values):
        return {"x-enum-descriptions": [str(text) for text in listed]}
    branches = node.get("oneOf", node.get("anyOf", ())) if "enum" not in node else ()
    texts = [str(branch.get("description", branch.get("title", ""))) for branch in branches]
    return {"x-enum-descriptions": texts} if any(texts) else {}
