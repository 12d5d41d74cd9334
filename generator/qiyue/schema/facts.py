"""Facts: the nodes whose keywords all hold of the values of a schema."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from qiyue.api import TypeId, Types
from qiyue.schema.references import target_of
from qiyue.values import Plain

Facts: TypeAlias = tuple[Mapping[str, Plain], ...]
_ANY: Final = ("null", "boolean", "object", "array", "number", "integer", "string")


def facts(node: Plain, types: Types) -> Facts | None:
    """Return the nodes that hold together where a node does: itself, what it refers to, its ``allOf``; ``None`` where
    nothing fits."""
    found: list[Mapping[str, Plain]] = []
    entered = set[TypeId]()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if here is False:
            return None
        if isinstance(here, Mapping):
            found.append(here)
            target = target_of(here)
            waiting += here.get("allOf", ())
            if target and target not in entered:
                entered.add(target)
                waiting.append(types.get(target, True))
    return tuple(found)


def possible_types(known: Facts) -> frozenset[str]:
    """Return the JSON types that values of all facts can have, ``integer`` being a number of its own."""
    left = set(_ANY)
    for fact in known:
        if said := fact.get("type"):
            named = {said} if isinstance(said, str) else set(said)
            left &= named | ({"integer"} if "number" in named else set())
    return frozenset(left)


def facts_of(nodes: Iterable[Plain], types: Types) -> Facts | None:
    """Return the facts of nodes that all hold; ``None`` where nothing fits."""
    found: Facts = ()
    for node in nodes:
        more = facts(node, types)
        if more is None:
            return None
        found = (*found, *more)
    return found


def member(known: Facts, name: str) -> list[Plain] | None:
    """Return the schemas that facts have for a member; ``None`` where there can be none."""
    held: list[Plain] = []
    for fact in known:
        if name in (fact.get("properties") or {}):
            held.append(fact["properties"][name])
        elif rules_others(fact):
            held.append(fact["additionalProperties"])
    return None if any(each is False for each in held) else held


def rules_others(fact: Mapping[str, Plain]) -> bool:
    """Tell whether a fact speaks of all members that it does not name."""
    return "additionalProperties" in fact and not fact.get("patternProperties")
