"""Fields that answers always have and requests need not. In: the classes. Out: their wire names."""

from collections.abc import Iterator, Mapping

from qiyue.api import Api
from qiyue.api.types import name_of
from qiyue.targets.python.hoist import Schemas
from qiyue.values import Plain


def read_only(api: Api, schemas: Schemas) -> dict[str, tuple[str, ...]]:
    """Give the wire names of such fields for each class that a request may hold."""
    classes = {name: schemas.classes[name] for name in _reached(api, schemas)}
    own = {name: sorted(set(node.get("required", ())) - set(node.get("sent", ()))) for name, node in classes.items()}
    return {name: tuple(wires) for name, wires in own.items() if wires}


def _reached(api: Api, schemas: Schemas) -> list[str]:
    """Give the names of the classes that a request may hold."""
    bodies = [media.type for each in api.operations if each.body for media in each.body.media]
    parameters = [one.type for each in api.operations for one in each.parameters]
    waiting = [name for type_id in (*bodies, *parameters) for name in _classes(schemas.uses.get(type_id or "", {}))]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += _classes(schemas.aliases[name] if name in schemas.aliases else schemas.classes[name])
    return sorted(found.keys() & schemas.classes.keys())


def _classes(use: Plain) -> Iterator[str]:
    """Walk the names of the classes in a use, and of types that hold themselves."""
    if isinstance(use, Mapping):
        if isinstance(use.get("$ref"), str):
            yield name_of(use["$ref"])
        elif use.get("alias") is True:
            yield use["python"]
        for part in use.values():
            yield from _classes(part)
    elif isinstance(use, list | tuple):
        for part in use:
            yield from _classes(part)
