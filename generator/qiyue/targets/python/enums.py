"""Enums. In: a schema node with ``enum``, or a union of constants. Out: the class node with its member names."""

import re
from collections.abc import Mapping

from qiyue.api import Types
from qiyue.schema.json_types import json_types, shared_type, takes_null
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import resolve
from qiyue.targets.python.words import Scope, constant
from qiyue.values import Plain

_RESERVED = ("unknown",)
_SIGNS = {"+": "PLUS", "-": "MINUS"}
_SIGNED = re.compile(r"[+-]\w[\w.]*")


def as_enum(node: Mapping[str, Plain], types: Types) -> Mapping[str, Plain]:
    """Give a union of constants as the enum that it is, any other node as it is."""
    branches = next((node[word] for word in UNIONS if isinstance(node.get(word), tuple | list)), ())
    if not branches or "enum" in node or node.get("properties"):
        return node
    meanings: dict[str, str] = {}
    values: dict[str, Plain] = {}
    for branch in branches:
        found = resolve(branch, types)
        constants = _constants(found)
        if len(constants) - (None in constants) > 1 or not constants:
            return node
        values.update((repr(value), value) for value in constants)
        text = str(found.get("description", found.get("title", "")))
        meanings.update((repr(value), text) for value in constants if value is not None)
    rest = {key: value for key, value in node.items() if key not in UNIONS}
    told = {"x-enum-descriptions": tuple(meanings.values())} if any(meanings.values()) else {}
    return {**rest, **told, "enum": tuple(values.values())}


def _constants(node: Mapping[str, Plain]) -> tuple[Plain, ...]:
    """Give the values that a node lists, null with them."""
    if "const" in node:
        return (node["const"],)
    listed = [value for value in node.get("enum", ()) if value is not None]
    return (*listed, None) if takes_null(node) and (listed or json_types(node) == ("null",)) else tuple(listed)


def is_enum(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node becomes an enum class: two or more texts, or two or more integers."""
    values = _values(node)
    return len(values) > 1 and shared_type(values) in {"string", "integer"}


def enum_of(node: Mapping[str, Plain]) -> dict[str, Plain]:
    """Give the class node: values once each, a name for each, and what the document says about each."""
    values = _values(node)
    return {
        "type": shared_type(values),
        "enum": list(values),
        "names": _tell_apart(_names(node, values), values),
        "meanings": _said(node, "x-enum-descriptions", values) or [""] * len(values),
    }


def _tell_apart(names: list[str], values: tuple[Plain, ...]) -> list[str]:
    """One name each. Of several values with one name, the value that is that name already has it."""
    scope, given = Scope(_RESERVED), {}
    for index in sorted(range(len(names)), key=lambda index: names[index] != str(values[index])):
        given[index] = scope.take(names[index], "_")
    return [given[index] for index in range(len(names))]


def _values(node: Mapping[str, Plain]) -> tuple[Plain, ...]:
    found = tuple(value for value in node.get("enum", ()) if value is not None)
    if node.get("type") in ("string", ("string", "null")) and shared_type(found) == "integer":
        found = tuple(map(str, found))
    return tuple(dict.fromkeys(found)) if shared_type(found) in {"string", "integer"} else found


def _member(value: str | int) -> str:
    """The name of a member by its value alone: a sign in front is a word, ``-name`` → ``MINUS_NAME``."""
    if isinstance(value, int):
        return f"VALUE_{value}" if value >= 0 else f"VALUE_MINUS_{-value}"
    if not value:
        return "EMPTY"
    sign = _SIGNS.get(value[0], "") if _SIGNED.fullmatch(value) else ""
    if sign and value[1:].isdecimal():
        return f"VALUE_{sign}_{value[1:]}"
    return f"{sign}_{constant(value[1:])}" if sign else constant(value)


def _names(node: Mapping[str, Plain], values: tuple[Plain, ...]) -> list[str]:
    """The name of each member: the document's, else the value's."""
    said = _said(node, "x-enum-varnames", values)
    if said and all(said):
        return [constant(name) for name in said]
    return [_member(value) for value in values]


def _said(node: Mapping[str, Plain], word: str, values: tuple[Plain, ...]) -> list[str]:
    """Give what the document says of each value; nothing where it does not say it of each."""
    said = node.get(word)
    return [str(each) for each in said] if isinstance(said, tuple | list) and len(said) == len(values) else []
