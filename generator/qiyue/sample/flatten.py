"""Flatten: one node from a schema and everything it combines. In: Api types and a node. Out: the node without
``$ref`` and ``allOf``, with one branch of ``oneOf`` and ``anyOf`` chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from qiyue.api import Api
from qiyue.schema.references import target_of

_TIGHTER_UP = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
_TIGHTER_DOWN = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}


class Endless(Exception):
    """The schema can only be met by a value that holds itself."""


def flatten(
    api: Api,
    node: Any,
    seen: tuple[str, ...],
    branch: int = 0,
    whole: frozenset[str] = frozenset(),
    *,
    is_base: bool = False,
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Give the node with everything merged in, and the names of the types that were entered. ``whole`` are those that
    the node is a part of, ``is_base`` tells that it is one by allOf: a base may lead, by its union, to children that
    lead back to it by allOf. They are one object.

    Raises:
        Endless: a type holds itself.
    """
    if not isinstance(node, Mapping):
        return {}, seen
    merged = {key: value for key, value in node.items() if key not in {"$ref", "allOf", "oneOf", "anyOf"}}
    parts: list[tuple[Any, bool]] = []
    if "$ref" in node:
        name = str(node["$ref"])
        if name in seen:
            raise Endless(name)
        seen, whole = (*seen, name), whole | {name}
        parts.append((api.schema(name), is_base))
    parts += [(part, True) for part in node.get("allOf", ()) if target_of(part) not in whole]
    for word in ("oneOf", "anyOf"):
        if node.get(word):
            choices = alternatives(node[word])
            chosen = choices[branch % len(choices)]
            if not (is_base and target_of(chosen) in whole):
                parts.append((chosen, False))
                _mark(merged, node, chosen)
    for part, base in parts:
        other, seen = flatten(api, part, seen, branch, whole, is_base=base)
        merged = _merge(other, merged)
    return merged, seen


def alternatives(choices: Sequence[Any]) -> list[Any]:
    """Give the branches in the order of preference: ``null`` last."""
    return sorted(choices, key=lambda choice: isinstance(choice, Mapping) and choice.get("type") == "null")


def _mark(merged: dict[str, Any], node: Mapping[str, Any], chosen: Any) -> None:
    """Fix the discriminating property to the value that names the chosen branch."""
    name = node.get("discriminator", {}).get("propertyName")
    if name is None or not isinstance(chosen, Mapping) or "$ref" not in chosen:
        return
    reference = str(chosen["$ref"])
    mapping = node["discriminator"].get("mapping", {})
    short = reference.rsplit("/", 1)[-1]
    value = next((key for key, target in mapping.items() if target in (reference, short)), short)
    merged["properties"] = {**merged.get("properties", {}), name: {"const": value}}
    merged["required"] = (*merged.get("required", ()), name)


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        merged[key] = _both(key, merged[key], value) if key in merged else value
    return merged


def _both(key: str, left: Any, right: Any) -> Any:
    if key == "properties":
        names = {**left, **right}
        return {name: _property(left, right, name) for name in names}
    if key == "required":
        return tuple(dict.fromkeys((*left, *right)))
    if key == "enum":
        return tuple(value for value in left if value in right) or right
    if key in _TIGHTER_UP:
        return max(left, right)
    if key in _TIGHTER_DOWN:
        return min(left, right)
    if key == "type":
        return _types(left, right)
    return right


def _property(left: Mapping[str, Any], right: Mapping[str, Any], name: str) -> Any:
    if name in left and name in right and left[name] != right[name]:
        return {"allOf": (left[name], right[name])}
    return right[name] if name in right else left[name]


def _types(left: Any, right: Any) -> Any:
    wanted = (right,) if isinstance(right, str) else tuple(right)
    allowed = (left,) if isinstance(left, str) else tuple(left)
    if "number" in allowed:
        allowed = (*allowed, "integer")
    return tuple(word for word in wanted if word in allowed) or right
