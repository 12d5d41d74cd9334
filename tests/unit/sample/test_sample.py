import re
from decimal import Decimal
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from qiyue.api import Api
from qiyue.sample import sample, sample_file
from qiyue.sample.pattern import matching
from qiyue.schema.selection import RecursiveSchemaError
from qiyue.values import freeze

NAMED = {
    "Tree": {
        "type": "object",
        "required": ["kids", "size"],
        "properties": {
            "kids": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            "size": {"type": "number", "exclusiveMinimum": 0, "multipleOf": Decimal("0.01")},
            "parent": {"oneOf": [{"$ref": "#/components/schemas/Tree"}, {"type": "null"}]},
        },
    },
    "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "lives": {"const": 9}}},
    "Kind": {"type": "integer", "oneOf": [{"const": 1}, {"const": 2}, {"const": 3}]},
    "Loop": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Loop"}}},
}

SCHEMAS: dict[str, dict[str, Any]] = {
    "pattern and length": {"type": "string", "pattern": r"^[A-Z]{3}-\d+$", "minLength": 8},
    "pattern of words": {"type": "string", "pattern": r"^(sk|pk)_[0-9a-f]{8,}$"},
    "pattern of letters": {"type": "string", "pattern": r"^[\p{L}]+$"},
    "format and pattern": {"type": "string", "format": "decimal", "pattern": r"^\d+\.\d{3}$"},
    "length alone": {"type": "string", "minLength": 10, "maxLength": 12},
    "whole step": {"type": "integer", "minimum": 5, "multipleOf": 4},
    "below zero": {"type": "number", "exclusiveMaximum": 0},
    "between": {"type": "number", "minimum": Decimal("0.005"), "maximum": Decimal("0.009")},
    "itself": {"$ref": "#/components/schemas/Tree"},
    "null is last": {"type": ["null", "array"], "items": {"enum": ["a", "b"]}, "minItems": 2},
    "unlike items": {"type": "array", "items": {"type": "string"}, "minItems": 3, "uniqueItems": True},
    **{
        f"unlike {name}": {"type": "array", "items": items, "minItems": 4, "uniqueItems": True}
        for name, items in {
            "patterns": {"type": "string", "pattern": r"^(0|[1-9][0-9]*)$"},
            "patterns of a length": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "words": {"type": "string", "enum": ["a", "b", "c", "d"]},
            "short words": {"type": "string", "maxLength": 1},
            "ids": {"type": "string", "format": "uuid"},
            "days": {"type": "string", "format": "date"},
            "numbers of a step": {"type": "integer", "multipleOf": 5, "maximum": 20},
            "alternatives": {"oneOf": [{"const": each} for each in "abcd"]},
            "objects": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "maxLength": 2}}},
            "lists": {"type": "array", "items": {"type": "integer"}, "minItems": 1},
        }.items()
    },
    "a listed value beside allOf": {"type": "integer", "enum": [2], "allOf": [{"$ref": "#/components/schemas/Kind"}]},
    "a constant beside oneOf": {"const": "c", "oneOf": [{"const": each} for each in "abcdefghijklm"]},
    "listed values of several": {
        "enum": [1, 2, 3],
        "allOf": [{"enum": [2, 3]}, {"oneOf": [{"const": 1}, {"const": 3}]}],
    },
    "a branch by listed values": {
        "oneOf": [
            {
                "required": ["kind", name],
                "properties": {"kind": {"enum": [kind], "allOf": [{"$ref": "#/components/schemas/Kind"}]}, name: {}},
                "additionalProperties": False,
            }
            for kind, name in ((3, "a"), (2, "b"))
        ]
    },
    "first items": {"type": "array", "prefixItems": [{"const": 1}, {"type": "string"}], "items": False, "minItems": 2},
    "all of": {
        "allOf": [{"$ref": "#/components/schemas/Tree"}, {"required": ["z"], "properties": {"z": {"const": 7}}}]
    },
    "one of": {"oneOf": [{"$ref": "#/components/schemas/Cat"}], "discriminator": {"propertyName": "kind"}},
    "an example that is wrong": {"type": "integer", "examples": ["many"], "minimum": 2},
    "dependent": {"required": ["a"], "properties": {"a": {}, "b": {}}, "dependentRequired": {"a": ["b"]}},
    "many members": {"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer"}},
}


def api_of(schema: Any) -> Api:
    named = {f"#/components/schemas/{name}": node for name, node in NAMED.items()}
    return Api("", "", types=freeze({**named, "#/x": schema}))


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_sample_is_valid(name: str, full: bool) -> None:
    made = sample(api_of(SCHEMAS[name]), "#/x", full=full)
    validator = Draft202012Validator({**SCHEMAS[name], "components": {"schemas": NAMED}}, validate_formats=True)
    assert [error.message for error in validator.iter_errors(made)] == []


def test_a_sample_is_small_unless_it_shall_be_full() -> None:
    api = api_of({"required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}})
    assert sample(api, "#/x") == {"a": "text"}
    assert sample(api, "#/x", full=True) == {"a": "text", "b": 1}


def test_a_role_leaves_out_what_is_not_its_own() -> None:
    schema = {"required": ["id", "key"], "properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}}}
    assert list(sample(api_of(schema), "#/x", role="request")) == ["key"]
    assert list(sample(api_of(schema), "#/x", role="answer")) == ["id"]


def test_json_in_text_is_json() -> None:
    schema = {"type": "string", "contentMediaType": "application/json", "contentSchema": {"const": {"a": 1}}}
    assert sample(api_of(schema), "#/x") == '{"a":1}'


def test_a_time_is_written_as_the_vendor_does() -> None:
    schema = {"type": "string", "x-qiyue-time": {"format": "yyyy-MM-dd HH:mm", "zone": "Asia/Shanghai"}}
    assert sample(api_of(schema), "#/x") == "2024-03-15 08:30"


def test_a_type_that_can_only_hold_itself_is_refused() -> None:
    with pytest.raises(RecursiveSchemaError):
        sample(api_of({"$ref": "#/components/schemas/Loop"}), "#/x")


@pytest.mark.parametrize("pattern", ["^(?=a)b$", "(", "^a{900}$"])
def test_a_pattern_that_is_not_understood_gives_nothing(pattern: str) -> None:
    assert matching(pattern, longest=20) is None


@pytest.mark.parametrize("pattern", ["[0-9]+", "^x?y*$", "^(a|b){2}c$", r"^\+?[1-9]\d{1,14}$", "^[^0-9]$"])
def test_a_pattern_is_met(pattern: str) -> None:
    assert re.search(pattern, matching(pattern) or "")


@pytest.mark.parametrize(
    ("content_type", "name", "start"),
    [
        ("application/pdf", "sample.pdf", b"%PDF-1.4"),
        ("image/png", "sample.png", b"\x89PNG"),
        ("image/jpeg", "sample.jpg", b"\xff\xd8\xff"),
        ("image/gif", "sample.gif", b"GIF89a"),
        ("application/zip", "sample.zip", b"PK"),
        ("application/x-unknown", "sample.bin", b"sample"),
    ],
)
def test_a_file_is_of_its_type(content_type: str, name: str, start: bytes) -> None:
    file, other = sample_file(content_type), sample_file(content_type, 1)
    assert (file.name, file.content_type) == (name, content_type)
    assert file.content.startswith(start)
    assert file.content != other.content
