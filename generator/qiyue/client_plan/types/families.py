"""Bases with children. In: the types. Out: per base with a discriminator the types that are put together from it.

``Cat: {allOf: [{$ref: Pet}, …]}`` makes ``Cat`` a child of ``Pet``: where a ``Pet`` is wanted, a ``Cat`` may come.
"""

from collections.abc import Container, Mapping

from qiyue.api import TypeId, Types
from qiyue.api.types import is_named
from qiyue.base.value import Value
from qiyue.schema.composition import ancestors
from qiyue.values import Plain


class Family(Value):
    """The children of a base, children of children included, and the discriminator that tells them apart."""

    discriminator: Plain
    children: tuple[TypeId, ...]


def families(types: Types) -> Mapping[TypeId, Family]:
    """Return the family of each named base."""
    children: dict[TypeId, list[TypeId]] = {}
    for child in filter(is_named, types):
        for base in ancestors(child, types):
            children.setdefault(base, []).append(child)
    told = {base: _discriminator(base, {base, *found}, types) for base, found in children.items()}
    return {base: Family(told[base], tuple(found)) for base, found in children.items() if told[base]}


def _discriminator(base: TypeId, members: Container[TypeId], types: Types) -> Plain:
    """Return the discriminator of a base, as far as it tells of its family: its own, else that of a base of it."""
    nodes = (types.get(each) for each in (base, *ancestors(base, types)))
    told = (node.get("discriminator") for node in nodes if isinstance(node, Mapping))
    found = next((each for each in told if isinstance(each, Mapping)), None)
    mapping = found and {tag: target for tag, target in (found.get("mapping") or {}).items() if target in members}
    return found and {**found, "mapping": mapping}
