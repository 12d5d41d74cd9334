"""Where schemas lie in a schema, and where data does."""

from typing import Any

from qiyue.api.types import NAMED
from qiyue.schema.keywords import map_subschemas, walk
from qiyue.schema.references import dereference
from qiyue.values import freeze

NODE = freeze(
    {
        "properties": {"a/b": {"items": {"$ref": "#/x"}}, "const": {"const": {"$ref": "data"}}},
        "allOf": [{"not": {}}, True],
        "additionalProperties": False,
        "enum": [{"$ref": "data", "items": {}}],
        "default": {"properties": {"x": {}}},
    }
)


def test_walk_goes_through_schemas_and_never_through_data() -> None:
    assert [place for place, _ in walk(NODE, "/here")] == [
        "/here",
        "/here/properties/a~1b",
        "/here/properties/a~1b/items",
        "/here/properties/const",
        "/here/allOf/0",
        "/here/allOf/0/not",
        "/here/allOf/1",
        "/here/additionalProperties",
    ]


def test_map_subschemas_leaves_data_alone() -> None:
    def read(node: Any) -> Any:
        if isinstance(node, bool):
            return node
        words = map_subschemas(node, read)
        return {**words, "$ref": "moved"} if "$ref" in words else words

    changed = read(NODE)
    assert changed["properties"]["a/b"]["items"] == {"$ref": "moved"}
    assert changed["properties"]["const"] == {"const": {"$ref": "data"}}
    assert (changed["enum"], changed["default"]) == (NODE["enum"], NODE["default"])
    assert changed["allOf"] == ({"not": {}}, True)


def test_dereference_ends() -> None:
    a, b, c, d = (NAMED + name for name in "abcd")
    types = freeze({a: {"$ref": b}, b: {"type": "string"}, c: {"$ref": d}, d: {"$ref": c}})
    assert dereference({"$ref": a}, types) == {"type": "string"}
    assert dereference({"$ref": c}, types) == {}
    assert dereference({"$ref": NAMED + "none"}, types) == {}
    assert dereference(False, types) is False
