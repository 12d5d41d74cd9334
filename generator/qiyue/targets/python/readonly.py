"""Fields that answers always have and requests need not. In: the classes. Out: their wire names."""

from qiyue.api import Api
from qiyue.client_plan.types.table import ObjectType, TypeTable
from qiyue.client_plan.types.type_ref import TypeRef


def read_only(api: Api, types: TypeTable) -> dict[str, tuple[str, ...]]:
    """Give the wire names of such fields for each class that a request may hold."""
    found = sorted(types.reached(_requests(api, types)) & types.classes.keys())
    objects = {name: each for name in found if isinstance(each := types.classes[name], ObjectType)}
    own = {name: tuple(sorted(each.received - each.sent)) for name, each in objects.items()}
    return {name: wires for name, wires in own.items() if wires}


def _requests(api: Api, types: TypeTable) -> list[TypeRef]:
    """Give the types of what a request may hold."""
    bodies = [media.type for each in api.operations if each.body for media in each.body.media]
    parameters = [one.type for each in api.operations for one in each.parameters]
    return [types.ref(type_id) for type_id in (*bodies, *parameters)]
