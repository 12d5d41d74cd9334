"""What tests of types share: named types become a table of classes, as Python names them."""

from typing import Any

from qiyue.api import Api
from qiyue.client_plan import plan_client
from qiyue.client_plan.types.table import EnumType, ObjectType, TypeTable
from qiyue.targets.python.class_names import spell_types
from qiyue.values import freeze

REF = "#/components/schemas/"


def typed(**types: Any) -> tuple[TypeTable, list[str]]:
    """Plan named types; give the table and the codes of its gaps."""
    gaps: list[str] = []
    frozen = freeze({REF + name: node for name, node in types.items()})
    plan = plan_client(Api("t", "1", types=frozen), lambda code, *_: gaps.append(code))
    return spell_types(plan).types, gaps


def object_type(types: TypeTable, name: str) -> ObjectType:
    found = types.classes[name]
    assert isinstance(found, ObjectType)
    return found


def enum_type(types: TypeTable, name: str) -> EnumType:
    found = types.classes[name]
    assert isinstance(found, EnumType)
    return found
