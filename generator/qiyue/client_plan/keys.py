"""Keys of what a lock names. In: operations and types of an Api. Out: texts that later edits leave as they are."""

from collections.abc import Mapping

from qiyue.api import Api, Operation, TypeId
from qiyue.base.where import pointer


def operation_key(operation: Operation) -> str:
    """Make the key of an operation: ``POST /teas``, ``POST /gateway [tea.brew]``."""
    return f"{operation.method} {operation.path}" + (f" [{operation.dispatch}]" if operation.dispatch else "")


def type_keys(api: Api) -> Mapping[TypeId, str]:
    """Make the keys of the types whose place is known: ``#/components/schemas/Tea``.

    What operations may share is a type of each: ``POST /teas#/components/responses/Done/content/…``.
    """
    operations = {each.id: each for each in (*api.operations, *api.webhooks)}
    found = {}
    for type_id in api.types:
        if place := api.type_places.get(type_id, ""):
            owner = _owner(type_id, operations)
            is_shared = owner and not place.startswith(f"{owner.place}/")
            found[type_id] = f"{operation_key(owner)}#{place}" if owner and is_shared else f"#{place}"
    return found


def member_key(key: str, kind: str, name: object) -> str:
    """Make the key of a field (``properties``) or of a value (``enum``); ``""`` where that of the type is unknown."""
    return f"{key}{pointer([kind, str(name)])}" if key else ""


def _owner(type_id: TypeId, operations: Mapping[str, Operation]) -> Operation | None:
    """Find the operation that a type belongs to: its id begins with that of the operation."""
    rest = type_id.removeprefix("#")
    while rest and rest not in operations:
        rest = rest.rpartition("/")[0]
    return operations.get(rest)
