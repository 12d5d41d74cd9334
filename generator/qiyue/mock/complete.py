"""Complete: what an answer's schema requires of a value, and what it lets be seen. In: a node and a value."""

from typing import Any

from qiyue.api import Api
from qiyue.mock.samples import made_of
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain

_DEEPEST = 8


def completed(api: Api, schemas: Schemas, node: Any, value: Plain, depth: int = 0) -> Plain:
    """Give the value with samples of everything in it that the node requires."""
    if node is None or depth > _DEEPEST or not isinstance(value, dict | list):
        return value
    shape = schemas.shape(node)
    if isinstance(value, list):
        return [completed(api, schemas, shape.get("items"), item, depth + 1) for item in value]
    properties = shape.get("properties", {})
    lacking = [name for name in shape.get("required", ()) if name not in value]
    return {
        **{name: completed(api, schemas, properties.get(name), one, depth + 1) for name, one in value.items()},
        **{name: made_of(api, properties.get(name, True)) for name in lacking},
    }


def shown(schemas: Schemas, node: Any, value: Plain) -> Plain:
    """Give the value without what the node does not declare; all of it, where the node is open or says nothing."""
    shape = schemas.shape(node) if node is not None else {}
    properties = shape.get("properties", {})
    if not properties or not isinstance(value, dict) or shape.get("additionalProperties", False) is not False:
        return value
    return {name: one for name, one in value.items() if name in properties}
