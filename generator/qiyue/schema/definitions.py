"""Definitions: the types of one Api, with what was once worked out of each kept."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from qiyue.api import Schema, TypeId, Types
from qiyue.base.value import Value
from qiyue.values import EMPTY, FrozenMap, Plain


class Selected(Value):
    """A form of a node, and the types that it is made of."""

    node: Mapping[str, Plain] = EMPTY
    entered: tuple[TypeId, ...] = ()


class Definitions(Mapping[TypeId, Schema]):
    """Types that do not change. Each memo belongs to the function that fills it."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self.ancestors: dict[TypeId, tuple[TypeId, ...]] = {}
        self.resolved: dict[TypeId, Mapping[str, Plain]] = {}
        self.merged: dict[int, tuple[Plain, Mapping[str, Plain], list[tuple[str, str]]]] = {}
        """Identity of a node → the node itself, so that the identity stays its own, and what became of it."""
        self.selected: dict[tuple[TypeId, int], Selected | None] = {}
        """Type and index of the branches → its form, ``None`` where it has none."""

    def __getitem__(self, type_id: TypeId) -> Schema:
        return self._types[type_id]

    def __iter__(self) -> Iterator[TypeId]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)


def definitions(types: Types) -> Definitions:
    """Return the definitions of types: for the frozen types of an Api the same ones each time."""
    if isinstance(types, Definitions):
        return types
    return _kept(_Same(types)) if isinstance(types, FrozenMap) else Definitions(types)


class _Same:
    """Types, told apart by identity: to compare them would be to read every schema."""

    def __init__(self, types: FrozenMap) -> None:
        self.types = types

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.types is other.types

    def __hash__(self) -> int:
        return id(self.types)


@lru_cache(maxsize=8)
def _kept(same: _Same) -> Definitions:
    return Definitions(same.types)
