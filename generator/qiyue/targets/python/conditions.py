"""Conditions between the fields of an object (``if``, ``dependentRequired``) → limits that hold under a condition.

What a condition asks is understood in full or not used at all: then the vendor checks it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from qiyue.api import Types
from qiyue.runtime.operation import Limit
from qiyue.values import Plain, pointer, thaw

Walk: TypeAlias = Callable[[Plain], Iterator[Limit]]
"""Gives the limits of a schema, as they are for every object."""

_UNDERSTOOD = frozenset({"properties", "required", "const", "enum", "not", "allOf"})
_SILENT = frozenset({"title", "description", "examples", "default", "$comment"})


def conditions(raw: Plain, types: Types, walk: Walk, unread: Callable[[], None]) -> Iterator[Limit]:
    """Walk the conditions of an object, those of its ``allOf`` included; ``unread`` is told of one that is not used."""
    for node in _parts(raw, types, frozenset()):
        if "if" in node and _is_understood(node["if"]):
            then, otherwise = (tuple(_asked(node.get(word), "", walk)) for word in ("then", "else"))
            yield Limit("", "when", (tuple(_test(node["if"], "")), then, otherwise))
        elif "if" in node:
            unread()
        for name, needed in (node.get("dependentRequired") or {}).items():
            yield Limit("", "when", (_has([name]), _has(needed), ()))
        for name, schema in (node.get("dependentSchemas") or {}).items():
            yield Limit("", "when", (_has([name]), tuple(_asked(schema, "", walk)), ()))


def _parts(raw: Plain, types: Types, seen: frozenset[str]) -> Iterator[Mapping[str, Plain]]:
    if not isinstance(raw, Mapping):
        return
    yield raw
    for branch in raw.get("allOf", ()):
        target = branch.get("$ref") if isinstance(branch, Mapping) else None
        if target is None:
            yield from _parts(branch, types, seen)
        elif target not in seen:
            yield from _parts(types.get(target), types, seen | {target})


def _has(names: Plain) -> tuple[Limit, ...]:
    return (Limit("", "required", tuple(map(str, names))),)


def _is_understood(schema: Plain) -> bool:
    if not isinstance(schema, Mapping):
        return False
    known = _UNDERSTOOD | _SILENT | ({"type"} if schema.get("type") == "object" else set())
    if any(word not in known and not word.startswith("x-") for word in schema):
        return False
    inner = [*(schema.get("properties") or {}).values(), *schema.get("allOf", ())]
    return all(map(_is_understood, [*inner, *([schema["not"]] if "not" in schema else [])]))


def _test(schema: Mapping[str, Plain], at: str) -> Iterator[Limit]:
    """Walk what a condition asks."""
    if "required" in schema:
        yield Limit(at, "required", tuple(schema["required"]))
    for rule in ("const", "enum"):
        if rule in schema:
            yield Limit(at, rule, thaw(schema[rule]))
    if "not" in schema:
        yield Limit(at, "not", tuple(_test(schema["not"], "")))
    for name, inner in (schema.get("properties") or {}).items():
        yield from _test(inner, at + pointer([name]))
    for inner in schema.get("allOf", ()):
        yield from _test(inner, at)


def _asked(schema: Plain, at: str, walk: Walk) -> Iterator[Limit]:
    """Walk what holds under a condition: usual limits, and which fields there must be with which value."""
    if not isinstance(schema, Mapping):
        return
    if not at:
        yield from walk(schema)
    if "required" in schema:
        yield Limit(at, "required", tuple(schema["required"]))
    if "const" in schema:
        yield Limit(at, "const", thaw(schema["const"]))
    for name, inner in (schema.get("properties") or {}).items():
        if inner is False:
            yield Limit(at, "not", (Limit("", "required", (name,)),))
        yield from _asked(inner, at + pointer([name]), walk)
