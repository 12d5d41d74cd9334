"""Text: values written as text (parameters, form fields) → plain data, as their schema says."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from qiyue.mock.schemas import Schemas
from qiyue.runtime import json
from qiyue.values import Plain

Written = str | Sequence[Any] | Mapping[str, Any]
"""Text, or a list or mapping of written values."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.ASCII)
_WORDS = {"true": True, "false": False}


def kinds(shape: Mapping[str, Any]) -> frozenset[str]:
    """Give the JSON types that a shape names, or implies by its other keywords."""
    named = shape.get("type")
    if isinstance(named, str):
        return frozenset([named])
    if named:
        return frozenset(named)
    if "properties" in shape:
        return frozenset(["object"])
    if "items" in shape:
        return frozenset(["array"])
    values = [shape["const"]] if "const" in shape else shape.get("enum", ())
    return frozenset(_kind(value) for value in values)


def read(schemas: Schemas, node: Any, written: Written) -> Plain:
    """Turn what was written into a value of the node's type; text that is none of it stays text."""
    shape = schemas.shape(node)
    if isinstance(written, str):
        return scalar(kinds(shape), written)
    if isinstance(written, Mapping):
        properties, other = shape.get("properties", {}), shape.get("additionalProperties", True)
        return {name: read(schemas, properties.get(name, other), value) for name, value in written.items()}
    items = shape.get("items", True)
    return [read(schemas, items, item) for item in written]


def scalar(types: frozenset[str], text: str) -> Plain:
    """Turn text into one of the types: ``"12.50"`` → ``Decimal("12.50")`` where a number is wanted."""
    if "boolean" in types and text in _WORDS:
        return _WORDS[text]
    if types & {"number", "integer"} and _NUMBER.fullmatch(text):
        return _number(text)
    if "null" in types and "string" not in types and text in ("", "null"):
        return None
    return text


def _number(text: str) -> Plain:
    try:
        return json.loads(text)
    except json.JsonError:
        return text


def _kind(value: Plain) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | Decimal):
        return "number"
    return "null" if value is None else "string"
