"""Enums. In: a schema node with ``enum``, or a union of constants. Out: the enum with a name for each value."""

import re
from collections.abc import Mapping

from qiyue.api import Types
from qiyue.client_plan.keys import member_key
from qiyue.client_plan.types.held import HeldNames
from qiyue.client_plan.types.table import EnumType, EnumValue
from qiyue.client_plan.words import Words, WordScope, env_name, split_words
from qiyue.schema.json_types import json_types, shared_type, takes_null
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import resolve
from qiyue.values import Plain

_RESERVED = (("unknown",),)
"""What every enum of a client has of its own."""
_SIGNS = {"+": "plus", "-": "minus"}
_SIGNED = re.compile(r"[+-]\w[\w.]*")


def as_enum(node: Mapping[str, Plain], types: Types) -> Mapping[str, Plain]:
    """Return a union of constants as the enum that it is, any other node as it is."""
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
    """Return the values that a node lists, null with them."""
    if "const" in node:
        return (node["const"],)
    listed = [value for value in node.get("enum", ()) if value is not None]
    return (*listed, None) if takes_null(node) and (listed or json_types(node) == ("null",)) else tuple(listed)


def is_enum(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node becomes an enum class: two or more texts, or two or more integers."""
    values = _values(node)
    return len(values) > 1 and shared_type(values) in {"string", "integer"}


def enum_of(node: Mapping[str, Plain], description: str, place: str, held: HeldNames) -> EnumType:
    """Return the enum: values once each, a name for each, and what the document says about each."""
    values = _values(node)
    kept = [held.words(member_key(place, "enum", value)) for value in values]
    names = _tell_apart(_names(node, values), values, kept)
    texts = _said(node, "x-enum-descriptions", values) or [""] * len(values)
    listed = tuple(map(EnumValue, names, values, texts))
    return EnumType("integer" if shared_type(values) == "integer" else "string", listed, description)


def _tell_apart(names: list[Words], values: tuple[Plain, ...], kept: list[Words]) -> list[Words]:
    """Name each once. Of several values with one name, the value that is written like that name already has it."""
    scope, given = WordScope([*_RESERVED, *filter(None, kept)]), {}
    for index in sorted(range(len(names)), key=lambda index: env_name(names[index]) != str(values[index])):
        given[index] = kept[index] or scope.take(names[index])
    return [given[index] for index in range(len(names))]


def _values(node: Mapping[str, Plain]) -> tuple[Plain, ...]:
    found = tuple(value for value in node.get("enum", ()) if value is not None)
    if node.get("type") in ("string", ("string", "null")) and shared_type(found) == "integer":
        found = tuple(map(str, found))
    return tuple(dict.fromkeys(found)) if shared_type(found) in {"string", "integer"} else found


def _member(value: str | int) -> Words:
    """Name a value by itself: a sign in front is a word, ``-name`` → ``("minus", "name")``."""
    if isinstance(value, int):
        return ("value", str(value)) if value >= 0 else ("value", "minus", str(-value))
    if not value:
        return ("empty",)
    sign = _SIGNS.get(value[0], "") if _SIGNED.fullmatch(value) else ""
    if sign and value[1:].isdecimal():
        return "value", sign, value[1:]
    return (sign, *_begun(split_words(value[1:]))) if sign else _begun(split_words(value))


def _begun(words: Words) -> Words:
    """Let a name begin with a letter."""
    return words if words and words[0].isidentifier() else ("value", *words)


def _names(node: Mapping[str, Plain], values: tuple[Plain, ...]) -> list[Words]:
    """Name each value as the document does, else by itself."""
    said = _said(node, "x-enum-varnames", values)
    if said and all(said):
        return [_begun(split_words(name)) for name in said]
    return [_member(value) for value in values]


def _said(node: Mapping[str, Plain], word: str, values: tuple[Plain, ...]) -> list[str]:
    """Return what the document says of each value; nothing where it does not say it of each."""
    said = node.get(word)
    return [str(each) for each in said] if isinstance(said, tuple | list) and len(said) == len(values) else []
