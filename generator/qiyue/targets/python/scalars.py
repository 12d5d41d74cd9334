"""What a text, a number, a date becomes. In: a schema node of one scalar type. Out: the node of the model.

Limits, patterns and formats that change or refuse text are left out: answers must not be lost over them.
``x-python-type`` names a type of the runtime, see ``qiyue.runtime.fields``.
"""

from collections.abc import Mapping

from qiyue.runtime.media import is_json
from qiyue.values import Plain

ANY: Mapping[str, Plain] = {}
NULL: Mapping[str, Plain] = {"type": "null"}
MAP: Mapping[str, Plain] = {"type": "object", "additionalProperties": ANY}
BINARY: Mapping[str, Plain] = {"type": "string", "format": "binary"}

_TEXT_FORMATS = {"decimal": "DecimalText", "date": "Date", "date-time": "DateTime"}


def custom(name: str) -> dict[str, Plain]:
    """Give the node of a type that the runtime has."""
    return {"type": "string", "x-python-type": name}


NUMBER: Mapping[str, Plain] = custom("DecimalNumber")
NUMBER_TEXT: Mapping[str, Plain] = custom("DecimalText")
NUMBER_OR_TEXT: Mapping[str, Plain] = custom("AnyDecimal")


def scalar(kind: str, node: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Give the node of a scalar ``kind``: ``string``, ``number``, ``integer``, ``boolean``, ``null``."""
    if kind == "number":
        return NUMBER
    if kind != "string":
        return {"type": kind}
    if is_binary(node):
        return BINARY
    name = _TEXT_FORMATS.get(str(node.get("format")))
    return custom(name) if name and "x-qiyue-time" not in node else {"type": "string"}


def is_binary(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node is raw bytes: ``format: binary``, or a media type without an encoding."""
    if node.get("format") == "binary":
        return True
    media = node.get("contentMediaType")
    if not isinstance(media, str) or "contentEncoding" in node:
        return False
    return not is_json(media) and not media.startswith("text/")


def same_kind(values: tuple[Plain, ...]) -> str:
    """Give the JSON type that all values have, ``""`` if they have several."""
    kinds = {_kind(value) for value in values}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind(value: Plain) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int):
        return "integer"
    return "null" if value is None else "other"
