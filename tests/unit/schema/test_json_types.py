"""What a node says of the JSON types of its values."""

from decimal import Decimal
from typing import Any

import pytest

from qiyue.schema.json_types import json_type_of, json_types, sample_type, shared_type, takes_null

NODES: list[tuple[Any, tuple[str, ...], str, bool]] = [
    ({}, (), "object", False),
    (True, (), "object", False),
    ({"type": "string"}, ("string",), "string", False),
    ({"type": ("null", "integer")}, ("null", "integer"), "integer", True),
    ({"type": "null"}, ("null",), "null", True),
    ({"type": "null", "properties": {"a": {}}}, ("object", "null"), "object", True),
    ({"properties": {"a": {}}}, ("object",), "object", False),
    ({"additionalProperties": False}, ("object",), "object", False),
    ({"items": {}}, ("array",), "array", False),
    ({"format": "binary"}, ("string",), "string", False),
    ({"contentMediaType": "application/json"}, ("string",), "string", False),
    ({"const": True}, ("boolean",), "boolean", False),
    ({"const": None}, ("null",), "null", True),
    ({"enum": (1, "a", 2, Decimal("1.0"), None)}, ("integer", "string", "number", "null"), "integer", True),
    ({"enum": ((1,), {"a": 1})}, ("array", "object"), "array", False),
    ({"type": "string", "enum": ("a", None)}, ("string",), "string", True),
    ({"minLength": 1}, (), "string", False),
    ({"multipleOf": 2}, (), "number", False),
]


@pytest.mark.parametrize(("node", "types", "sampled", "null"), NODES, ids=lambda value: str(value)[:40])
def test_json_types(node: Any, types: tuple[str, ...], sampled: str, null: bool) -> None:
    assert json_types(node) == types
    assert sample_type(node) == sampled
    assert isinstance(node, bool) or takes_null(node) is null


def test_a_truth_value_is_no_number() -> None:
    assert [json_type_of(value) for value in (True, 1, Decimal("1.0"), "1", None)] == [
        "boolean",
        "integer",
        "number",
        "string",
        "null",
    ]
    assert shared_type((1, 2)) == "integer"
    assert shared_type((1, True)) == shared_type(()) == ""
