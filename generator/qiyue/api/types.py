"""Types are JSON Schema 2020-12 nodes by id.

A ``TypeId`` is ``#/components/schemas/Name`` for a named type, which is also what ``$ref`` inside nodes says,
or ``#operationId/role/…`` for a schema that stands inline in one operation. Every ``$ref`` inside a
node is the id of a named type. Numbers of a node keep their digits (``Decimal``).
"""

from collections.abc import Mapping
from typing import TypeAlias

from qiyue.values import FrozenMap

TypeId: TypeAlias = str
Schema: TypeAlias = FrozenMap | bool
Types: TypeAlias = Mapping[TypeId, Schema]

NAMED = "#/components/schemas/"


def is_named(type_id: TypeId) -> bool:
    """Tell whether the type is a component, to be written as ``$ref``."""
    return type_id.startswith(NAMED)
