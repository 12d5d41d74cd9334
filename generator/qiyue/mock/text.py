"""Text: values written as text (parameters, form fields) → plain data, as their schema says."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from qiyue.base import json
from qiyue.mock.schemas import Schemas
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

Written = str | Sequence[Any] | Mapping[str, Any]
"""Text, or a list or mapping of written values."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.ASCII)
_WORDS = {"true": True, "false": False}


def read(schemas: Schemas, node: Any, written: Written) -> Plain:
    """Turn what was written into a value of the node's type; text that is none of it stays text."""
    shape = schemas.shape(node)
    if isinstance(written, str):
        return scalar(json_types(shape), written)
    if isinstance(written, Mapping):
        properties, other = shape.get("properties", {}), shape.get("additionalProperties", True)
        return {name: read(schemas, properties.get(name, other), value) for name, value in written.items()}
    items = shape.get("items", True)
    return [read(schemas, items, item) for item in written]


def scalar(types: Collection[str], text: str) -> Plain:
    """Turn text into one of the types: ``"12.50"`` → ``Decimal("12.50")`` where a number is wanted."""
    if "boolean" in types and text in _WORDS:
        return _WORDS[text]
    if ("number" in types or "integer" in types) and _NUMBER.fullmatch(text):
        return _number(text)
    if "null" in types and "string" not in types and text in ("", "null"):
        return None
    return text


def _number(text: str) -> Plain:
    try:
        return json.loads(text)
    except json.JsonError:
        return text
