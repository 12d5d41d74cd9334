"""Complete: an object as an answer's schema has it. In: a node and a value, as it was sent and kept. Out: a value."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from qiyue.api import Api
from qiyue.base import json
from qiyue.mock.compare import number
from qiyue.mock.samples import made_of
from qiyue.mock.schemas import Schemas
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_DEEPEST = 8
_MOST_DIGITS = 400
_NUMBERS = frozenset({"integer", "number"})


def completed(api: Api, schemas: Schemas, node: Any, value: Plain, depth: int = 0) -> Plain:
    """Give the value with samples of everything in it that the node requires, numbers and texts as the node wants."""
    if node is None or depth > _DEEPEST:
        return value
    shape = schemas.shape(node)
    if isinstance(value, list):
        return [completed(api, schemas, shape.get("items"), item, depth + 1) for item in value]
    if not isinstance(value, dict):
        return _as_wanted(shape, value)
    properties = shape.get("properties", {})
    held = {name: one for name, one in value.items() if one is not None or _may_be_null(schemas, properties.get(name))}
    lacking = [name for name in shape.get("required", ()) if name not in held]
    return {
        **{name: completed(api, schemas, properties.get(name), one, depth + 1) for name, one in held.items()},
        **{name: made_of(api, properties.get(name, True)) for name in lacking},
    }


def shown(schemas: Schemas, node: Any, value: Plain) -> Plain:
    """Give the value without what the node does not declare; all of it, where the node is open or says nothing."""
    shape: Mapping[str, Any] = schemas.shape(node) if node is not None else {}
    properties = shape.get("properties", {})
    if not properties or not isinstance(value, dict) or shape.get("additionalProperties", False) is not False:
        return value
    return {name: one for name, one in value.items() if name in properties}


def _may_be_null(schemas: Schemas, node: Any) -> bool:
    """Tell whether null is a value of a node, or whether nothing is known of it."""
    branches = (*node.get("anyOf", ()), *node.get("oneOf", ())) if isinstance(node, Mapping) else ()
    types = json_types(schemas.shape(node)) if node is not None else ()
    return not types or "null" in types or any("null" in json_types(schemas.shape(branch)) for branch in branches)


def _as_wanted(shape: Mapping[str, Any], value: Plain) -> Plain:
    """Write a number as text where only text is wanted (``7.0`` is 7, but for amounts), a decimal text as a number."""
    types = json_types(shape)
    is_text = "string" in types and _NUMBERS.isdisjoint(types)
    if is_text and isinstance(value, int | Decimal) and not isinstance(value, bool):
        is_whole = _is_short_and_whole(Decimal(value)) and shape.get("format") != "decimal"
        return json.text(int(value) if is_whole else value)
    amount = number(value) if isinstance(value, str) and types and _NUMBERS.issuperset(types) else None
    return value if amount is None else amount


def _is_short_and_whole(value: Decimal) -> bool:
    """Tell whether a number is whole, and can be written without an exponent: ``1e999999999`` would fill the memory."""
    return value.adjusted() < _MOST_DIGITS and value == value.to_integral_value()
