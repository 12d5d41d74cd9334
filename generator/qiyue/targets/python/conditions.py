"""Conditions between the fields of an object (``if``, ``dependentRequired``) → limits that hold under a condition.

What a condition asks is understood in full or not used at all: then the vendor checks it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from qiyue.api import Types
from qiyue.base.where import pointer
from qiyue.runtime.operation import Limits
from qiyue.schema.composition import parts
from qiyue.values import Plain, thaw

Walk: TypeAlias = Callable[[Plain], Iterator[Limits]]
"""Gives the limits of a schema, as they are for every object."""

_UNDERSTOOD = frozenset({"properties", "required", "const", "enum", "not", "allOf"})
_SILENT = frozenset({"title", "description", "examples", "default", "$comment"})


def conditions(raw: Plain, types: Types, walk: Walk, unread: Callable[[], None]) -> Iterator[Limits]:
    """Walk the conditions of an object, those of its ``allOf`` included; ``unread`` is told of one that is not used."""
    for node, _ in parts(raw, types):
        if "if" in node and _is_understood(node["if"]):
            then, otherwise = (tuple(_asked(node.get(word), "", walk)) for word in ("then", "else"))
            yield Limits("", {"when": (tuple(_test(node["if"], "")), then, otherwise)})
        elif "if" in node:
            unread()
        for name, needed in (node.get("dependentRequired") or {}).items():
            yield Limits("", {"when": (_has([name]), _has(needed), ())})
        for name, schema in (node.get("dependentSchemas") or {}).items():
            yield Limits("", {"when": (_has([name]), tuple(_asked(schema, "", walk)), ())})


def _has(names: Plain) -> tuple[Limits, ...]:
    return (Limits("", {"required": tuple(map(str, names))}),)


def _is_understood(schema: Plain) -> bool:
    if not isinstance(schema, Mapping):
        return False
    known = _UNDERSTOOD | _SILENT | ({"type"} if schema.get("type") == "object" else set())
    if any(word not in known and not word.startswith("x-") for word in schema):
        return False
    inner = [*(schema.get("properties") or {}).values(), *schema.get("allOf", ())]
    return all(map(_is_understood, [*inner, *([schema["not"]] if "not" in schema else [])]))


def _test(schema: Mapping[str, Plain], at: str) -> Iterator[Limits]:
    """Walk what a condition asks."""
    rules = {rule: thaw(schema[rule]) for rule in ("const", "enum") if rule in schema}
    if "required" in schema:
        rules["required"] = tuple(schema["required"])
    if "not" in schema:
        rules["not"] = tuple(_test(schema["not"], ""))
    if rules:
        yield Limits(at, rules)
    for name, inner in (schema.get("properties") or {}).items():
        yield from _test(inner, at + pointer([name]))
    for inner in schema.get("allOf", ()):
        yield from _test(inner, at)


def _asked(schema: Plain, at: str, walk: Walk) -> Iterator[Limits]:
    """Walk what holds under a condition: usual limits, and which fields there must be with which value."""
    if not isinstance(schema, Mapping):
        return
    if not at:
        yield from walk(schema)
    if "required" in schema:
        yield Limits(at, {"required": tuple(schema["required"])})
    if "const" in schema:
        yield Limits(at, {"const": thaw(schema["const"])})
    for name, inner in (schema.get("properties") or {}).items():
        if inner is False:
            yield Limits(at, {"not": (Limits("", {"required": (name,)}),)})
        yield from _asked(inner, at + pointer([name]), walk)
