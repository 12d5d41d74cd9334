"""Fields that answers always have and requests need not. In: the classes. Out: their wire names."""

from qiyue.api import Api
from qiyue.targets.python.hoist import Schemas
from qiyue.targets.python.reach import reached
from qiyue.values import Plain


def read_only(api: Api, schemas: Schemas) -> dict[str, tuple[str, ...]]:
    """Give the wire names of such fields for each class that a request may hold."""
    found = reached(schemas, _requests(api, schemas))
    classes = {name: schemas.classes[name] for name in sorted(found & schemas.classes.keys())}
    own = {name: sorted(set(node.get("required", ())) - set(node.get("sent", ()))) for name, node in classes.items()}
    return {name: tuple(wires) for name, wires in own.items() if wires}


def _requests(api: Api, schemas: Schemas) -> list[Plain]:
    """Give the uses of what a request may hold."""
    bodies = [media.type for each in api.operations if each.body for media in each.body.media]
    parameters = [one.type for each in api.operations for one in each.parameters]
    return [schemas.uses.get(type_id or "", {}) for type_id in (*bodies, *parameters)]
