from typing import Any

import pytest

from qiyue import upgrade
from qiyue.diagnostics import Refused, Report
from qiyue.pipeline import compile_text
from qiyue.source import Places, read_text
from qiyue.values import thaw

NULL = {"type": "null"}


def upgraded(data: Any) -> Any:
    before = thaw(data)
    after = upgrade.to_31(data, Places.of(read_text("openapi: 3.0.3", "a.yaml").source), Report())
    assert data == before
    return after


def schema(value: Any) -> Any:
    return upgraded({"openapi": "3.0.3", "components": {"schemas": {"A": value}}})["components"]["schemas"]["A"]


REF = {"$ref": "#/components/schemas/B"}
SCHEMAS: list[tuple[Any, Any]] = [
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "nullable": False}, {"type": "string"}),
    ({"type": "string", "nullable": "x"}, {"type": "string", "nullable": "x"}),
    ({"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}),
    ({"enum": ["a", None], "nullable": True}, {"enum": ["a", None]}),
    ({"nullable": True}, {}),
    ({"nullable": True, "properties": {}}, {"type": ["object", "null"], "properties": {}}),
    ({"nullable": True, "items": {}}, {"type": ["array", "null"], "items": {}}),
    ({"nullable": True, "oneOf": [REF]}, {"oneOf": [REF, NULL]}),
    ({"nullable": True, "anyOf": [REF, NULL]}, {"anyOf": [REF, NULL]}),
    ({"nullable": True, "allOf": [REF], "title": "t"}, {"title": "t", "anyOf": [{"allOf": [REF]}, NULL]}),
    ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
    ({**REF, "description": "d", "maxLength": 3, "x-y": 1}, {**REF, "description": "d", "x-y": 1}),
    ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
    ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
    ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
    ({"exclusiveMaximum": True}, {}),
    ({"exclusiveMinimum": 3}, {"exclusiveMinimum": 3}),
    ({"example": None}, {"examples": [None]}),
    ({"example": 1, "examples": [2]}, {"examples": [2]}),
    ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
    # a property may be called like a keyword, and values are never schemas
    (
        {"properties": {"nullable": {"type": "string", "nullable": True}, "example": {"type": "string"}}},
        {"properties": {"nullable": {"type": ["string", "null"]}, "example": {"type": "string"}}},
    ),
    ({"default": {"nullable": True, "example": 1}}, {"default": {"nullable": True, "example": 1}}),
    ({"enum": [{"nullable": True}]}, {"enum": [{"nullable": True}]}),
    ({"x-foo": {"nullable": True}}, {"x-foo": {"nullable": True}}),
    ({"example": {"nullable": True}}, {"examples": [{"nullable": True}]}),
    # odd shapes stay
    ([1], [1]),
    ({"properties": [1], "items": "x"}, {"properties": [1], "items": "x"}),
    ({"type": {}, "nullable": True}, {"type": {}}),
]


@pytest.mark.parametrize(("old", "new"), SCHEMAS)
def test_a_schema(old: Any, new: Any) -> None:
    assert schema(old) == new


def test_schemas_are_found_where_they_stand_and_examples_left_alone() -> None:
    nullable, new = {"type": "string", "nullable": True}, {"type": ["string", "null"]}

    def document(inner: Any, version: str) -> Any:
        media = {"application/json": {"schema": {"items": inner}, "example": {"nullable": True}}}
        operation = {
            "parameters": [{"name": "a", "in": "query", "schema": inner, "example": {"nullable": True}}],
            "requestBody": {"content": media},
            "responses": {"200": {"content": media, "headers": {"H": {"schema": inner}}}},
            "callbacks": {"c": {"{$url}": {"post": {"requestBody": {"content": media}}}}},
        }
        return {"openapi": version, "paths": {"/a": {"get": operation}}}

    assert upgraded(document(nullable, "3.0.0")) == document(new, "3.1.0")


@pytest.mark.parametrize("odd", [None, 1, "x", [], [[1]], {"get": []}, {"get": {"responses": [1], "parameters": {}}}])
def test_odd_shapes_are_left_alone(odd: Any) -> None:
    for document in (
        {"openapi": "3.0.0", "paths": odd, "components": odd},
        {"openapi": "3.0.0", "paths": {"/a": odd}, "components": {"schemas": odd, "parameters": {"p": odd}}},
        {"openapi": "3.0.0", "$files": odd},
    ):
        assert upgraded(document) == {**document, "openapi": "3.1.0"}


def test_version_3_1_passes_as_it_is() -> None:
    document = {"openapi": "3.1.1", "components": {"schemas": {"A": {"nullable": False, "example": 1}}}}
    assert upgraded(document) == document


def test_a_later_version_is_a_gap() -> None:
    report = Report()
    source = read_text("openapi: 3.2.0", "a.yaml").source
    upgrade.to_31({"openapi": "3.2.0"}, Places.of(source), report)
    assert [(found.code, str(found.place)) for found in report] == [("newer-version", "a.yaml:1:1")]


def test_the_items_of_a_stream_of_3_2_are_read_as_its_schema() -> None:
    item = {"itemSchema": {"type": "object"}}
    content = {"application/jsonl": item, "text/event-stream; charset=utf-8": item, "multipart/mixed": item}
    answers = {"200": {"description": "", "content": content}}
    read = upgraded({"openapi": "3.2.0", "paths": {"/a": {"get": {"responses": answers}}}})
    lines, events, parts = read["paths"]["/a"]["get"]["responses"]["200"]["content"].values()
    assert lines == {"schema": {"type": "object"}}
    assert events["schema"]["allOf"][0]["properties"].keys() == {"event", "id", "retry"}
    assert events["schema"]["allOf"][1] == {"type": "object"}
    assert parts == item


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- 1", 1),
        ("text", 1),
        ("info: {}", 1),
        ("info: {}\nswagger: '1.2'", 2),
        ("info: {}\nswagger: {a: 1}", 2),
        ("info: {}\nopenapi: 3", 2),
        ("info: {}\nopenapi: 4.0.0", 2),
        ("info: {}\nopenapi: '3'", 2),
        ("info: {}\nopenapi: [3]", 2),
        ("openapi: 3." + "9" * 5000 + ".0", 1),
    ],
)
def test_another_version_is_refused_with_its_place(text: str, line: int) -> None:
    loaded = read_text(text, "a.yaml")
    with pytest.raises(Refused) as caught:
        upgrade.to_31(loaded.data, Places.of(loaded.source), Report())
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.code == "wrong-version"
    assert diagnostic.place is not None
    assert diagnostic.place.line == line


def test_webhooks_have_another_name_in_3_0_and_keep_their_place() -> None:
    text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\nx-webhooks:\n  sold:\n    post: {$ref: '#/no'}\n"
    compiled = compile_text(text + "    put: {}\n")
    assert [(each.path, each.method) for each in compiled.api.webhooks] == [("sold", "PUT")]
    assert [str(each.place).rpartition(":")[0] for each in compiled.report if each.place] == ["spec.yaml:6"]
