"""The walk meets every object of a document once, and never what is only a value."""

from typing import Any

from qiyue.positions import MEMBERS, walk

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "a", "contact": {}},
    "paths": {
        "x-note": {},
        "/a": {
            "parameters": [{"name": "p", "schema": {"type": "string", "example": {"schema": {}}}}],
            "post": {
                "requestBody": {
                    "content": {"application/json": {"schema": {"const": {"items": {}}}, "example": {"a": {}}}}
                },
                "responses": {"200": {"headers": {"H": {"schema": True}}}, "x-note": {}},
                "callbacks": {"done": {"{$url}": {"post": {"responses": {"204": {}}}}}},
            },
        },
    },
    "components": {
        "schemas": {
            "x-named": {
                "properties": {"x-qiyue-name": {"enum": [{"not": {}}]}},
                "allOf": [{"default": {"items": {}}}, True],
            },
        },
        "examples": {"e": {"value": {"schema": {}}}},
    },
    "x-qiyue-errors": {"codes": [{"code": 1, "set": {"a": {}}}]},
}


def test_the_walk() -> None:
    assert [(position.kind, position.pointer) for position in walk(DOCUMENT)] == [
        ("root", ""),
        ("info", "/info"),
        ("other", "/info/contact"),
        ("paths", "/paths"),
        ("path", "/paths/~1a"),
        ("parameter", "/paths/~1a/parameters/0"),
        ("schema", "/paths/~1a/parameters/0/schema"),
        ("operation", "/paths/~1a/post"),
        ("body", "/paths/~1a/post/requestBody"),
        ("media", "/paths/~1a/post/requestBody/content/application~1json"),
        ("schema", "/paths/~1a/post/requestBody/content/application~1json/schema"),
        ("answers", "/paths/~1a/post/responses"),
        ("answer", "/paths/~1a/post/responses/200"),
        ("header", "/paths/~1a/post/responses/200/headers/H"),
        ("callback", "/paths/~1a/post/callbacks/done"),
        ("path", "/paths/~1a/post/callbacks/done/{$url}"),
        ("operation", "/paths/~1a/post/callbacks/done/{$url}/post"),
        ("answers", "/paths/~1a/post/callbacks/done/{$url}/post/responses"),
        ("answer", "/paths/~1a/post/callbacks/done/{$url}/post/responses/204"),
        ("components", "/components"),
        ("schema", "/components/schemas/x-named"),
        ("schema", "/components/schemas/x-named/properties/x-qiyue-name"),
        ("schema", "/components/schemas/x-named/allOf/0"),
        ("example", "/components/examples/e"),
        ("error-table", "/x-qiyue-errors"),
        ("code", "/x-qiyue-errors/codes/0"),
    ]


def test_a_position_knows_how_one_came_to_it() -> None:
    found = next(each for each in walk(DOCUMENT) if each.role == "properties")
    assert (found.name, found.parent and found.parent.name) == ("x-qiyue-name", "x-named")


def test_odd_shapes_are_passed_over() -> None:
    for odd in (None, [], "text", {"paths": []}, {"components": {"schemas": [{}]}}, {"paths": {"/a": None}}):
        assert {position.kind for position in walk(odd)} <= {"root", "components", "paths"}


def test_depth_does_not_matter() -> None:
    schema: dict[str, Any] = {}
    for _ in range(5000):
        schema = {"items": schema}
    assert sum(1 for _ in walk({"components": {"schemas": {"Deep": schema}}})) == 5003


def test_every_kind_that_is_held_has_a_row() -> None:
    held = {holds.strip("[]{}") for members in MEMBERS.values() for holds in members.values()}
    assert held <= set(MEMBERS)
    assert set(MEMBERS) - held == {"root"}
