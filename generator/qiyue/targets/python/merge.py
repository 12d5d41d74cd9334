"""allOf → one node. In: a schema node and the types it refers to. Out: an equal node without allOf.

One live branch is that branch; several objects become one object with all their properties, each reference
visited once; of other branches the last that says a type wins. Several unions become one, of what they allow together.
What two of them describe with types that no value has at once is as the later says. Subclass relations are not kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import TypeAlias

from qiyue.api import Schema, TypeId, Types
from qiyue.schema.json_types import json_types
from qiyue.schema.keywords import UNIONS
from qiyue.schema.references import dereference
from qiyue.targets.python.families import ancestors
from qiyue.values import FrozenMap, Plain

Lost: TypeAlias = Callable[[str, str], None]
"""Told what is lost: a code, and a sentence."""

SHAPING = frozenset(
    "$ref type properties items additionalProperties patternProperties prefixItems enum const oneOf anyOf allOf "
    "format contentMediaType contentSchema required x-qiyue-time".split()
)
"""Keywords that tell what a value looks like; the others describe or limit it."""
_GATHERED = {"properties", "required", *UNIONS}
_WHOLE = "a value"
_MOST = 32
"""Branches of a union that is made of several."""


def flatten(node: Plain, types: Types, lost: Lost) -> Mapping[str, Plain]:
    """Give the node with ``allOf``, and siblings of ``$ref``, merged away."""
    if not isinstance(node, Mapping):
        return {}
    if not ("allOf" in node or _shaped_reference(node) or _unites_twice(node)):
        return node
    branches = [branch for branch in _branches(node) if _live(branch)]
    notes = {key: value for key, value in node.items() if key not in SHAPING}
    if not branches:
        return {**notes, **{key: node[key] for key in ("type", "required") if key in node}}
    if len(branches) == 1 and not _unites_twice(branches[0]):
        return flatten({**branches[0], **notes}, types, lost)
    return {**_merged(branches, types, lost, set()), **notes}


class Merged(Mapping[TypeId, Schema]):
    """The types with ``allOf`` merged away, each once, when it is first asked for."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._known: dict[TypeId, Schema] = {}

    def __getitem__(self, type_id: TypeId) -> Schema:
        if type_id not in self._known:
            self._known[type_id] = FrozenMap(flatten(self._types[type_id], self._types, lambda *_: None))
        return self._known[type_id]

    def __iter__(self) -> Iterator[TypeId]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)


def opened(node: Plain, types: Types) -> Mapping[str, Plain]:
    """Give the node behind references, with ``allOf`` merged away."""
    found, seen = flatten(node, types, lambda *_: None), set[str]()
    while "$ref" in found and found["$ref"] not in seen:
        seen.add(found["$ref"])
        found = flatten(types.get(found["$ref"]), types, lambda *_: None)
    return found


def _shaped_reference(node: Mapping[str, Plain]) -> bool:
    """Tell whether a reference has siblings that say more than its target does."""
    return "$ref" in node and any(key in SHAPING and key not in {"$ref", "type", "format"} for key in node)


def _unites_twice(node: Mapping[str, Plain]) -> bool:
    return all(word in node for word in UNIONS)


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


def is_silent(branches: Iterable[Plain]) -> bool:
    """Tell whether the branches of a union say of an object only which properties there must be."""
    return all(
        isinstance(branch, Mapping) and not _live({k: v for k, v in branch.items() if k != "required"})
        for branch in branches
    )


def _merged(branches: list[Mapping[str, Plain]], types: Types, lost: Lost, seen: set[str]) -> dict[str, Plain]:
    """Merge branches into one; an object if any of them has properties."""
    properties: dict[str, Plain] = {}
    required: dict[str, None] = {}
    other: dict[str, Plain] = {}
    unions: list[Sequence[Plain]] = []
    nullable, kinds = True, frozenset[str]()
    for branch in _resolved(branches, types, seen):
        nullable = nullable and _null(branch)
        kinds = _agreed(_WHOLE, kinds, _kinds(branch, types), lost)
        for name, schema in branch.get("properties", {}).items():
            if name in properties:
                _agreed(f"`{name}`", _kinds(properties[name], types), _kinds(schema, types), lost)
            properties[name] = _later(properties.get(name), schema)
        required.update(dict.fromkeys(branch.get("required", ())))
        unions += [branch[word] for word in UNIONS if isinstance(branch.get(word), tuple | list)]
        other.update((key, value) for key, value in branch.items() if key in SHAPING - _GATHERED)
    union = _united(unions, lost)
    if not properties:
        return {**other, **union, **({"required": tuple(required)} if required else {})}
    kept = {key: other[key] for key in ("additionalProperties",) if key in other}
    return {
        **union,
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
                yield from _resolved([_as_base(branch["$ref"], target, types)], types, seen)
            yield {key: value for key, value in branch.items() if key != "$ref"}
        elif _live(branch):
            yield branch


def _as_base(type_id: str, node: Mapping[str, Plain], types: Types) -> Mapping[str, Plain]:
    """Give what a type adds to one that is put together from it: no union, if that one is among its branches."""
    listed = (branch for word in UNIONS for branch in node.get(word) or () if isinstance(branch, Mapping))
    if any(type_id in ancestors(branch["$ref"], types) for branch in listed if "$ref" in branch):
        return {key: value for key, value in node.items() if key not in UNIONS}
    return node


def _united(unions: Sequence[Sequence[Plain]], lost: Lost) -> dict[str, Plain]:
    """Give the one union of objects that belong to a branch of every union."""
    told = [branches for branches in unions if not is_silent(branches)]
    if prod(map(len, told)) > _MOST:
        message = "unions within allOf have too many branches together: the object takes any further fields"
        lost("union-widened", message)
        return {}
    if len(told) > 1:
        return {"oneOf": tuple(FrozenMap({"allOf": chosen}) for chosen in product(*told))}
    return {"oneOf": told[0]} if told else {}


def _null(branch: Mapping[str, Plain]) -> bool:
    kinds = branch.get("type")
    return isinstance(kinds, tuple | list) and "null" in kinds


def _agreed(what: str, first: frozenset[str], second: frozenset[str], lost: Lost) -> frozenset[str]:
    """Give the types that two pieces allow, which know none if they say none; the later where they disagree."""
    if not first or not second:
        return first or second
    if first.isdisjoint(second):
        ways = " and as ".join(" or ".join(sorted(kinds)) for kinds in (first, second))
        taken = "the object with properties, else the last" if what == _WHOLE else "the last"
        lost("types-disagree", f"pieces of allOf describe {what} as {ways}, which nothing is at once; {taken} is taken")
        return second
    return first & second


def _kinds(node: Plain, types: Types) -> frozenset[str]:
    """Give the types, but null, that a node names for itself or by reference; of numbers an integer is one."""
    kinds = frozenset(json_types(dereference(node, types))) - {"null"}
    return kinds | {"integer"} if "number" in kinds else kinds


def _later(first: Plain, second: Plain) -> Plain:
    """Choose between two descriptions of one property: the later, unless it only describes or limits."""
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return second
    if not any(key in SHAPING for key in second):
        return FrozenMap({**first, **second})
    if "properties" in first and "properties" in second:
        return FrozenMap({"allOf": (first, second)})
    return second
