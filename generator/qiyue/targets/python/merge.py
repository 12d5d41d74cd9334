"""allOf → one node. In: a schema node and the types it refers to. Out: an equal node without allOf.

One live branch is that branch; several objects become one object with all their properties, each reference
visited once; of other branches the last that says a type wins. Subclass relations are not kept.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from qiyue.api import Types
from qiyue.values import FrozenMap, Plain

Widened: TypeAlias = Callable[[str], None]
"""Told what is lost, as a sentence."""

SHAPING = frozenset(
    "$ref type properties items additionalProperties patternProperties prefixItems enum const oneOf anyOf allOf "
    "format contentMediaType contentSchema required x-qiyue-time".split()
)
"""Keywords that tell what a value looks like; the others describe or limit it."""


def flatten(node: Plain, types: Types, widened: Widened) -> Mapping[str, Plain]:
    """Give the node with ``allOf``, and siblings of ``$ref``, merged away."""
    if not isinstance(node, Mapping):
        return {}
    if "allOf" not in node and not _shaped_reference(node):
        return node
    branches = [branch for branch in _branches(node) if _live(branch)]
    notes = {key: value for key, value in node.items() if key not in SHAPING}
    if not branches:
        return {**notes, **{key: node[key] for key in ("type", "required") if key in node}}
    if len(branches) == 1:
        return flatten({**branches[0], **notes}, types, widened)
    return {**_merged(branches, types, widened, set()), **notes}


def opened(node: Plain, types: Types) -> Mapping[str, Plain]:
    """Give the node behind references, with ``allOf`` merged away."""
    found, seen = flatten(node, types, lambda _: None), set[str]()
    while "$ref" in found and found["$ref"] not in seen:
        seen.add(found["$ref"])
        found = flatten(types.get(found["$ref"]), types, lambda _: None)
    return found


def _shaped_reference(node: Mapping[str, Plain]) -> bool:
    """Tell whether a reference has siblings that say more than its target does."""
    return "$ref" in node and any(key in SHAPING and key not in {"$ref", "type", "format"} for key in node)


def _branches(node: Mapping[str, Plain]) -> Iterator[Mapping[str, Plain]]:
    """Walk the branches of a node, its own keywords last: they are the most particular."""
    own = {key: value for key, value in node.items() if key in SHAPING and key not in {"allOf", "$ref"}}
    if "$ref" in node:
        yield {"$ref": node["$ref"]}
    for branch in node.get("allOf", ()):
        if isinstance(branch, Mapping):
            yield branch
    yield own


def _live(branch: Mapping[str, Plain]) -> bool:
    """Tell whether a branch says anything about the shape; ``type: object`` alone does not."""
    said = {key for key in branch if key in SHAPING}
    return bool(said - {"type"}) or branch.get("type", "object") not in ("object", ("object", "null"))


def _merged(branches: list[Mapping[str, Plain]], types: Types, widened: Widened, seen: set[str]) -> dict[str, Plain]:
    """Merge branches into one; an object if any of them has properties."""
    properties: dict[str, Plain] = {}
    required: dict[str, None] = {}
    other: dict[str, Plain] = {}
    nullable = True
    for branch in _resolved(branches, types, seen):
        nullable = nullable and _null(branch)
        for name, schema in branch.get("properties", {}).items():
            properties[name] = _later(properties.get(name), schema)
        required.update(dict.fromkeys(branch.get("required", ())))
        shaping = {key: value for key, value in branch.items() if key in SHAPING - {"properties", "required"}}
        if {"oneOf", "anyOf"} & shaping.keys() and properties:
            widened("a union within allOf is left out: the object takes any further fields")
        other.update(shaping)
    if not properties:
        return {**other, **({"required": tuple(required)} if required else {})}
    kept = {key: other[key] for key in ("additionalProperties",) if key in other}
    return {
        "type": ("object", "null") if nullable else "object",
        "properties": FrozenMap(properties),
        "required": tuple(required),
        **kept,
    }


def _resolved(branches: list[Mapping[str, Plain]], types: Types, seen: set[str]) -> Iterator[Mapping[str, Plain]]:
    """Walk branches with references and inner allOf opened, each reference once."""
    for branch in branches:
        if "allOf" in branch:
            yield from _resolved(list(_branches(branch)), types, seen)
        elif "$ref" in branch:
            target = types.get(branch["$ref"])
            if branch["$ref"] not in seen and isinstance(target, Mapping):
                seen.add(branch["$ref"])
                yield from _resolved([target], types, seen)
            yield {key: value for key, value in branch.items() if key != "$ref"}
        elif _live(branch):
            yield branch


def _null(branch: Mapping[str, Plain]) -> bool:
    kinds = branch.get("type")
    return isinstance(kinds, tuple | list) and "null" in kinds


def _later(first: Plain, second: Plain) -> Plain:
    """Choose between two descriptions of one property: the later, unless it only describes or limits."""
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return second
    if not any(key in SHAPING for key in second):
        return FrozenMap({**first, **second})
    if "properties" in first and "properties" in second:
        return FrozenMap({"allOf": (first, second)})
    return second
