"""Types are JSON Schema 2020-12 nodes by id.

A ``TypeId`` is ``#/components/schemas/Name`` for a named type, which is also what ``$ref`` inside nodes says,
or ``#operationId/role/…`` for a schema that stands inline in one operation. Every ``$ref`` inside a
node is the id of a named type. Numbers of a node keep their digits (``Decimal``).
"""

from collections.abc import Mapping
from typing import TypeAlias
from urllib.parse import quote, unquote

from qiyue.base.where import parts_of, pointer
from qiyue.values import FrozenMap

TypeId: TypeAlias = str
Schema: TypeAlias = FrozenMap | bool
Types: TypeAlias = Mapping[TypeId, Schema]

NAMED = "#/components/schemas/"


def is_named(type_id: TypeId) -> bool:
    """Tell whether the type is a component, to be written as ``$ref``."""
    return type_id.startswith(NAMED)


def named_type_id(name: str) -> TypeId:
    """Give the id of a named type, written as a URI reference: ``Page of items`` → ``…/Page%20of%20items``."""
    return NAMED + quote(pointer([name])[1:], safe="~!$&'()*+,;=:@")


def name_of(type_id: TypeId) -> str:
    """Give the name of a named type."""
    return parts_of("/" + unquote(type_id.removeprefix(NAMED)))[0]
