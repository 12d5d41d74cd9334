"""How a schema is narrowed by the place in which it is drawn: each row is a schema, a place, what is drawn of it."""

from typing import Any

import pytest

from qiyue.contract.generators.request_schemas import prepare_request_schemas

MEDIA = {
    "json": "application/json",
    "raw": "application/pdf",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
}
TEXT = {"type": "string"}
A = {"properties": {"a": {}}}
ROWS: dict[str, tuple[dict[str, Any], str, dict[str, Any]]] = {
    "properties without a type are those of objects": (A, "json", {**A, "type": "object"}),
    "a type is kept": ({**A, "type": ["object", "null"]}, "json", {**A, "type": ["object", "null"]}),
    "null stays in JSON": ({"type": ["string", "null"]}, "json", {"type": ["string", "null"]}),
    "a file in JSON is text": ({"type": "string", "format": "binary"}, "json", TEXT),
    "a file in an urlencoded form is text": (
        {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}, "additionalProperties": False},
        "form",
        {"type": "object", "properties": {"f": TEXT}, "additionalProperties": False},
    ),
    "a file in a multipart form is a file": (
        {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}},
        "multipart",
        {
            "type": "object",
            "properties": {"f": {"type": "string", "format": "binary"}},
            "additionalProperties": TEXT,
        },
    ),
    "a file alone is a file": ({"type": "string", "format": "binary"}, "raw", {"type": "string", "format": "binary"}),
    "a parameter is not null": ({"type": ["string", "null"]}, "text", {"type": ["string"]}),
    "nor by its values": ({"enum": ["a", None]}, "text", {"enum": ["a"]}),
    "nor by a branch": ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "text", {"anyOf": [{"type": "integer"}]}),
    "unless it is nothing else": ({"type": "null"}, "text", {"enum": [""]}),
    "a parameter of any kind is text": ({"description": "d"}, "text", {"description": "d", "type": "string"}),
    "members that nobody named are texts": (
        {"type": "object"},
        "text",
        {"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    ),
    "pieces of a form stay open for each other": (
        {**A, "allOf": [{"type": "object", "properties": {"b": {"type": "integer"}}}]},
        "form",
        {
            "type": "object",
            "properties": {"a": TEXT},
            "allOf": [{"type": "object", "properties": {"b": {"type": "integer"}}}],
        },
    ),
    "branches of a form hold texts": (
        {"oneOf": [{"type": "object"}]},
        "form",
        {"oneOf": [{"type": "object", "additionalProperties": TEXT}]},
    ),
    "an object that can hold nothing is left": (
        {"type": "object", "additionalProperties": False},
        "text",
        {"type": "object", "additionalProperties": False},
    ),
    "conditions are left": ({"type": "object", "not": A}, "json", {"type": "object", "not": A}),
}


def narrowed(schema: dict[str, Any], place: str, named: dict[str, Any] | None = None) -> dict[str, Any]:
    parameter = {"name": "p", "in": "query", "schema": schema}
    content = {MEDIA.get(place, "text/plain"): {"schema": schema}}
    asks = {"parameters": [parameter]} if place == "text" else {"requestBody": {"content": content}}
    document: dict[str, Any] = prepare_request_schemas(
        {"paths": {"/a": {"post": asks}}, "components": {"schemas": named or {}}}
    )
    return document


@pytest.mark.parametrize(("schema", "place", "drawn"), ROWS.values(), ids=ROWS)
def test_narrowed(schema: dict[str, Any], place: str, drawn: dict[str, Any]) -> None:
    found = narrowed(schema, place)["paths"]["/a"]["post"]
    holder = found["parameters"][0] if place == "text" else found["requestBody"]["content"][MEDIA[place]]
    assert holder["schema"] == drawn


def test_a_named_schema_has_a_copy_for_each_place_and_stays_for_answers() -> None:
    tree = {"properties": {"next": {"$ref": "#/components/schemas/Tree"}}}
    document = narrowed({"$ref": "#/components/schemas/Tree"}, "json", {"Tree": tree})
    assert document["components"]["schemas"] == {
        "Tree": tree,
        "Tree@json": {"properties": {"next": {"$ref": "#/components/schemas/Tree@json"}}, "type": "object"},
    }
