"""JSON types: which a schema node means, and which a value has."""

from collections.abc import Mapping
from decimal import Decimal

from qiyue.base.media import is_json
from qiyue.values import Plain

_LIMITED = {
    "required": "object",
    "prefixItems": "array",
    "minItems": "array",
    "minLength": "string",
    "maxLength": "string",
    "pattern": "string",
    "format": "string",
    "minimum": "number",
    "maximum": "number",
    "multipleOf": "number",
}
"""Keywords that limit values of one type and leave all others alone → that type."""


def json_types(node: Plain) -> tuple[str, ...]:
    """Return the JSON types that a node means, in its order; empty where it means any.

    Where ``type`` is not said, or nothing but null, they are read from listed values and from what only objects, lists
    or texts have. References are not followed, and combinations not merged: see ``resolve``.
    """
    if not isinstance(node, dict):
        return ()
    said = node.get("type", ())
    types = tuple(dict.fromkeys([said] if isinstance(said, str) else map(str, said)))
    if types not in ((), ("null",)):
        return types
    if node.get("properties"):
        return ("object", *types)
    return types or _of_values(node) or _of_structure(node)


def _of_values(node: Mapping[str, Plain]) -> tuple[str, ...]:
    values = (node["const"],) if "const" in node else node.get("enum", ())
    return tuple(dict.fromkeys(map(json_type_of, values)))


def _of_structure(node: Mapping[str, Plain]) -> tuple[str, ...]:
    if node.get("format") == "binary" or "contentMediaType" in node:
        return ("string",)
    return ("array",) if "items" in node else ("object",) if "additionalProperties" in node else ()


def sample_type(node: Plain) -> str:
    """Return the one JSON type that a sample of a node has: the first that it means, null last; where it means any,
    the one that its limits speak of, else ``object``."""
    types = json_types(node)
    limited = (kind for word, kind in _LIMITED.items() if not types and isinstance(node, dict) and word in node)
    return next((kind for kind in types if kind != "null"), "null" if types else next(limited, "object"))


def is_binary(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node is raw bytes: ``format: binary``, or a media type without an encoding."""
    if node.get("format") == "binary":
        return True
    media = node.get("contentMediaType")
    if not isinstance(media, str) or "contentEncoding" in node:
        return False
    return not is_json(media) and not media.startswith("text/")


def takes_null(node: Mapping[str, Plain]) -> bool:
    """Tell whether a node means null among its values."""
    return "null" in json_types(node) or ("const" not in node and None in node.get("enum", ()))


def json_type_of(value: Plain) -> str:
    """Return the JSON type of a value; of a number ``integer`` where it is written without fraction and exponent."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, Decimal):
        return "number"
    if isinstance(value, dict):
        return "object"
    if isinstance(value, tuple | list):
        return "array"
    return "null" if value is None else "string"


def shared_type(values: Plain) -> str:
    """Return the JSON type that all values have, ``""`` if they have several or there is none."""
    types = set(map(json_type_of, values))
    return types.pop() if len(types) == 1 else ""
