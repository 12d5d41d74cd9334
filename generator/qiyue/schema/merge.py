"""allOf → one node. In: a node and the types that it refers to. Out: a node without ``allOf``, of the same values.

Properties, required names, types, listed values and limits of all parts hold together; several unions are one, of what
they allow together. Where parts contradict each other, which nothing fits, the later counts, and it is told. Of what
can hold only once (``pattern``, ``format``, ``if``) the later counts. What a base says about itself (title,
description, …) is not said of what is put together from it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import TypeAlias

from qiyue.api import Types
from qiyue.schema.composition import SHAPING, has_shaping_siblings, parts
from qiyue.schema.conjunction import common_types, describe_contradiction, merge_keyword, merge_schemas
from qiyue.schema.definitions import definitions
from qiyue.schema.json_types import json_types
from qiyue.schema.keywords import UNIONS
from qiyue.schema.references import dereference, target_of
from qiyue.values import EMPTY, FrozenMap, Plain

Lost: TypeAlias = Callable[[str, str], None]
"""Told what is lost: a code, and a sentence."""

_OWN = frozenset("title description deprecated externalDocs xml $comment".split())
"""Keywords by which a node describes itself; so do extensions that do not shape."""
_OF_OTHERS = frozenset("items prefixItems format contentMediaType contentSchema x-qiyue-time".split())
"""Keywords that shape no object."""
_JOINED = frozenset({"$ref", "allOf", "type", "properties", "discriminator", *UNIONS})
"""Keywords of which the ways to hold together differ from all others."""
_MOST = 32
"""Branches of a union that is made of several."""


def merge_all_of(node: Plain, types: Types, lost: Lost = lambda *_: None) -> Mapping[str, Plain]:
    """Return a node with ``allOf``, and siblings of ``$ref``, merged away. A node that is nothing but another one is
    that one: a reference stays a reference."""
    if not isinstance(node, dict):
        return EMPTY
    if not _combines(node):
        return node
    known = definitions(types).merged
    if id(node) not in known:
        told: list[tuple[str, str]] = []
        known[id(node)] = node, _merge(node, types, lambda *each: told.append(each)), told
    _, merged, losses = known[id(node)]
    for code, sentence in losses:
        lost(code, sentence)
    return merged


def _merge(node: Mapping[str, Plain], types: Types, lost: Lost) -> Mapping[str, Plain]:
    while _combines(node):
        speaking = [branch for branch in _branches(node) if _speaks(branch)]
        notes = {key: value for key, value in node.items() if key not in SHAPING}
        if not speaking:
            return FrozenMap({**notes, **{key: node[key] for key in ("type", "required") if key in node}})
        if len(speaking) > 1 or _unites_twice(speaking[0]):
            found = [part.node for part in parts(node, types)]
            return FrozenMap({**merge_nodes(found, types, lost), **own_keywords(node, types)})
        node = FrozenMap({**speaking[0], **notes})
    return node


def _combines(node: Mapping[str, Plain]) -> bool:
    return "allOf" in node or has_shaping_siblings(node) or _unites_twice(node)


def resolve(node: Plain, types: Types) -> Mapping[str, Plain]:
    """Return what a node says when its references are followed and its ``allOf`` is merged away."""
    found = merge_all_of(node, types)
    target = target_of(found)
    if not target:
        return found
    known = definitions(types).resolved
    if target not in known:
        known[target] = EMPTY  # where a type is nothing but itself
        known[target] = resolve(types.get(target, EMPTY), types)
    if len(found) == 1:
        return known[target]
    siblings = {key: value for key, value in found.items() if key != "$ref"}
    return FrozenMap({**merge_nodes([known[target], siblings], types), **own_keywords(found, types)})


def own_keywords(node: Plain, types: Types) -> dict[str, Plain]:
    """Return what a node says about itself; one that is nothing but another one says what that says too."""
    words: dict[str, Plain] = {}
    met = set[int]()
    while isinstance(node, dict) and id(node) not in met:
        met.add(id(node))
        words = {**{key: value for key, value in node.items() if is_own(key)}, **words}
        speaking = [branch for branch in _branches(node) if _speaks(branch)]
        if len(speaking) != 1 or ("$ref" not in node and "allOf" not in node):
            break
        node = types.get(target_of(speaking[0])) if target_of(speaking[0]) else speaking[0]
    return words


def is_own(keyword: str) -> bool:
    """Tell whether a node describes itself with a keyword, so that what is put together from it does not have it."""
    return keyword in _OWN or (keyword.startswith("x-") and keyword not in SHAPING)


def only_requires(branches: Iterable[Plain]) -> bool:
    """Tell whether the branches of a union say of an object only which properties there must be."""
    return all(
        isinstance(branch, dict) and not _speaks({k: v for k, v in branch.items() if k != "required"})
        for branch in branches
    )


def _unites_twice(node: Mapping[str, Plain]) -> bool:
    return "oneOf" in node and "anyOf" in node


def _branches(node: Mapping[str, Plain]) -> Iterator[Mapping[str, Plain]]:
    """Walk the branches of a node, its own keywords last."""
    if "$ref" in node:
        yield {"$ref": node["$ref"]}
    yield from (branch for branch in node.get("allOf", ()) if isinstance(branch, dict))
    yield {key: value for key, value in node.items() if key in SHAPING and key not in {"allOf", "$ref"}}


def _speaks(branch: Mapping[str, Plain]) -> bool:
    """Tell whether a branch says anything about the shape; ``type: object`` alone does not."""
    said = {key for key in branch if key in SHAPING}
    return bool(said - {"type"}) or branch.get("type", "object") not in ("object", ("object", "null"))


def merge_nodes(nodes: Sequence[Mapping[str, Plain]], types: Types, lost: Lost = lambda *_: None) -> dict[str, Plain]:
    """Return the keywords of one node that says what several say together, but for what each says about itself; an
    object if any of them has properties."""
    merged: dict[str, Plain] = {}
    properties: dict[str, Plain] = {}
    for node in nodes:
        for name, schema in (node.get("properties") or {}).items():
            properties[name] = _property(name, properties[name], schema, types, lost) if name in properties else schema
        for key, value in node.items():
            if key in _JOINED or is_own(key):
                continue
            merged[key] = merge_keyword(key, merged[key], value, types) if key in merged else value
    merged |= {"properties": FrozenMap(properties)} if properties else {}
    merged |= _types(nodes, bool(properties), lost) | _union(nodes, lost)
    return _without_contradictions(merged)


def _property(name: str, first: Plain, second: Plain, types: Types, lost: Lost) -> Plain:
    if first == second:
        return second
    said = (json_types(dereference(first, types)), json_types(dereference(second, types)))
    if message := describe_contradiction(f"`{name}`", *said, "the last"):
        lost("types-disagree", message)
        return second
    return merge_schemas(first, second, types)


def _types(nodes: Sequence[Mapping[str, Plain]], is_object: bool, lost: Lost) -> dict[str, Plain]:
    """Return ``type`` as far as any says it; ``type: object`` alone, which many write by habit, is the least of all."""
    speaking = [node for node in nodes if _speaks(node)]
    found: tuple[str, ...] = ()
    for said in filter(None, map(json_types, speaking or nodes)):
        message = describe_contradiction("a value", found, said, "the object with properties, else the last")
        if message:
            lost("types-disagree", message)
        met = common_types(found, said)
        if any(kind != "null" for kind in met):
            found = met
        elif not found or said != ("null",):
            found = said
    if is_object:
        found = ("object", "null") if "null" in found else ("object",)
    if not any("type" in node for node in nodes) or not found:
        return {}
    return {"type": found[0] if len(found) == 1 else found}


def _union(nodes: Sequence[Mapping[str, Plain]], lost: Lost) -> dict[str, Plain]:
    """Return the one union of what belongs to a branch of every union."""
    unions = [(word, node) for node in nodes for word in UNIONS if isinstance(node.get(word), tuple | list)]
    told = [(word, node) for word, node in unions if not only_requires(node[word])]
    if len(told) > 1 and prod(len(node[word]) for word, node in told) > _MOST:
        message = "unions within allOf have too many branches together: the object takes any further fields"
        lost("union-widened", message)
        return {}
    if len(told) > 1:
        chosen = product(*(node[word] for word, node in told))
        return {"oneOf": tuple(FrozenMap({"allOf": each}) for each in chosen)}
    only = told or (unions if len(unions) == 1 else [])
    return {key: node[key] for word, node in only for key in (word, "discriminator") if key in node}


def _without_contradictions(merged: dict[str, Plain]) -> dict[str, Plain]:
    """Leave out what says nothing beside the rest: other values beside the one, what no object has."""
    idle = set[str]()
    if "const" in merged:
        idle |= {"enum"} if isinstance(merged["const"], Mapping) else {"enum", "discriminator", *UNIONS}
    if "properties" in merged:
        values = (merged["const"],) if "const" in merged else merged.get("enum", ())
        has_objects = any(isinstance(value, dict) for value in values)
        idle |= _OF_OTHERS if has_objects else {*_OF_OTHERS, "enum", "const"}
    return {key: value for key, value in merged.items() if key not in idle}
