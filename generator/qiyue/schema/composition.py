"""What a node is put together from: what it refers to, its ``allOf``, and its own keywords.

``Cat: {allOf: [{$ref: Pet}, …]}`` makes ``Pet`` a base of ``Cat``, and ``Cat`` a child of ``Pet``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from qiyue.api import TypeId, Types
from qiyue.schema.definitions import definitions
from qiyue.schema.keywords import UNIONS
from qiyue.schema.references import target_of
from qiyue.values import Plain

SHAPING = frozenset(
    "$ref type properties items additionalProperties patternProperties prefixItems enum const oneOf anyOf allOf "
    "format contentMediaType contentSchema required x-qiyue-time".split()
)
"""Keywords that tell what a value looks like; the others describe or limit it."""


class Part(NamedTuple):
    """A node that says something of the same value, and its place: a JSON Pointer from the first node, or from the
    root of the document below a reference."""

    node: Plain
    place: str


Choose: TypeAlias = Callable[[Mapping[str, Plain], set[TypeId]], Iterable[Plain]]
"""Gives, of a node and the types that were entered so far, further nodes that its value fits."""


def parts(node: Plain, types: Types, place: str = "", choose: Choose | None = None) -> Iterator[Part]:
    """Walk what a node is put together from, the most general first and itself last; each reference once.

    ``$ref`` and ``allOf`` stay in the nodes. A base whose union lists children of it has none as a base.
    """
    if choose is None and isinstance(node, dict) and "allOf" not in node and "$ref" not in node:
        yield Part(node, place)
        return
    entered = set[TypeId]()
    waiting: list[tuple[Part, bool | None]] = [(Part(node, place), False)]  # None: what lies below was walked
    while waiting:
        part, is_base = waiting.pop()
        if is_base is None:
            yield part
            continue
        if not isinstance(part.node, dict):
            continue
        below: list[tuple[Part, bool | None]] = []
        target = target_of(part.node)
        if target and target not in entered:
            entered.add(target)
            is_base = is_base or has_shaping_siblings(part.node)
            found = as_base(target, types) if is_base else types.get(target)
            below.append((Part(found, target.lstrip("#")), is_base))
        for index, branch in enumerate(part.node.get("allOf", ())):
            below.append((Part(branch, f"{part.place}/allOf/{index}"), True))
        chosen = choose(part.node, entered) if choose else ()
        below += [(Part(branch, part.place), False) for branch in chosen]
        waiting.append((part, None))
        waiting += reversed(below)


def has_shaping_siblings(node: Mapping[str, Plain]) -> bool:
    """Tell whether a reference has siblings that say more than its target does."""
    return "$ref" in node and any(key in SHAPING and key not in {"$ref", "type", "format"} for key in node)


def as_base(type_id: TypeId, types: Types) -> Plain:
    """Return what a type adds to one that is put together from it: no union, if that lists children of the type."""
    node = types.get(type_id)
    if not isinstance(node, dict):
        return node
    listed = (target_of(branch) for word in UNIONS for branch in node.get(word) or ())
    if any(type_id in ancestors(child, types) for child in listed if child):
        return {key: value for key, value in node.items() if key not in UNIONS}
    return node


def ancestors(child: TypeId, types: Types) -> tuple[TypeId, ...]:
    """Return the types that a type is put together from by ``allOf``, the nearest first."""
    known = definitions(types).ancestors
    if child not in known:
        found: dict[TypeId, None] = {}
        waiting = [child]
        for here in waiting:
            fresh = [base for base in _bases(types.get(here)) if base != child and base not in found]
            found.update(dict.fromkeys(fresh))
            waiting += fresh
        known[child] = tuple(found)
    return known[child]


def _bases(node: Plain) -> Iterator[TypeId]:
    """Walk what a node is put together from; what is only another name of a type is no child of it."""
    if isinstance(node, dict):
        if "$ref" in node and len(node) > 1:
            yield node["$ref"]
        for branch in node.get("allOf", ()):
            yield from [branch["$ref"]] if isinstance(branch, dict) and "$ref" in branch else _bases(branch)
