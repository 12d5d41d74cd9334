"""allOf → one node: what several say together."""

from decimal import Decimal
from typing import Any

import pytest

from qiyue.api.types import NAMED
from qiyue.schema.composition import ancestors, parts
from qiyue.schema.definitions import definitions
from qiyue.schema.merge import merge_all_of, resolve
from qiyue.values import FrozenMap, freeze

from .stage import ref, types_of

A, B = {"properties": {"a": {"type": "string"}}}, {"properties": {"b": {}}}
TYPES = types_of(
    A={"type": "object", "title": "A", "description": "An A.", "required": ["a"], **A},
    Child={"allOf": [ref("A"), B]},
    Grandchild={"allOf": [ref("Child"), {"properties": {"a": {"maxLength": 3}}}]},
    Alias={**ref("A"), "description": "Another."},
    Amount={"type": "number", "minimum": 0, "examples": [1]},
    Pet={"properties": {"kind": {}}, "oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}},
    Cat={"allOf": [ref("Pet"), {"properties": {"lives": {}}}]},
    Dog={"allOf": [ref("Pet"), {"properties": {"tricks": {}}}]},
    Itself=ref("Itself"),
    Nullable={"type": ["object", "null"], **A},
)

MERGED: list[tuple[str, Any, Any]] = [
    ("nothing to merge", {"type": "string"}, {"type": "string"}),
    ("no mapping", True, {}),
    ("a reference", ref("A"), ref("A")),
    ("one that speaks", {"allOf": [ref("A")], "description": "x"}, {**ref("A"), "description": "x"}),
    ("type: object by habit", {"type": "object", "allOf": [ref("Nullable")]}, ref("Nullable")),
    ("nothing that speaks", {"allOf": [{"description": "x"}], "title": "t"}, {"title": "t"}),
    (
        "properties, and not what a base says of itself",
        {"allOf": [ref("A"), {**B, "required": ["b"]}], "description": "x"},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {}},
            "required": ["a", "b"],
            "description": "x",
        },
    ),
    (
        "limits and examples",
        {"allOf": [ref("Amount"), {"type": "integer", "minimum": -5, "maximum": Decimal(9)}], "maximum": 8},
        {"type": "integer", "minimum": 0, "maximum": 8, "examples": [1]},
    ),
    (
        "types that contradict each other",
        {"allOf": [{"type": ["string", "null"]}, {"type": ["integer", "null"]}]},
        {"type": ["integer", "null"]},
    ),
    ("null beside texts", {"allOf": [{"type": "string", "minLength": 1}, {"type": "null"}]}, None),
    ("multiples", {"allOf": [{"type": "integer", "multipleOf": 4}, {"multipleOf": 6, "enum": [12]}]}, None),
    (
        "listed values",
        {"allOf": [{"enum": ["a", "b", "c"]}, {"enum": ["c", "b"]}]},
        {"enum": ["c", "b"]},
    ),
    ("one of listed values", {"allOf": [{"enum": ["a", "b"]}, {"const": "a"}]}, {"const": "a"}),
    (
        "null only where all allow it",
        {"allOf": [ref("Nullable"), {"type": "object", **B}]},
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {}}},
    ),
    (
        "two unions",
        {"allOf": [{"oneOf": [A, B]}, {"anyOf": [ref("A"), ref("Alias")]}]},
        {"oneOf": [{"allOf": [left, right]} for left in (A, B) for right in (ref("A"), ref("Alias"))]},
    ),
    ("one union stays what it is", {"allOf": [{"anyOf": [A, B]}, {"minProperties": 1, "required": ["c"]}]}, None),
    (
        "a base without the union of its children",
        {"allOf": [ref("Pet"), {"properties": {"lives": {}}}]},
        {"properties": {"kind": {}, "lives": {}}},
    ),
]


@pytest.mark.parametrize(("node", "merged"), [pair for _, *pair in MERGED], ids=[name for name, *_ in MERGED])
def test_merge_all_of(node: Any, merged: Any) -> None:
    found = merge_all_of(freeze(node), TYPES)
    if merged is not None:
        assert found == freeze(merged)
    assert "allOf" not in found


def test_what_has_no_words_in_common_stays() -> None:
    assert merge_all_of(freeze(MERGED[10][1]), TYPES)["multipleOf"] == 12
    assert merge_all_of(freeze(MERGED[15][1]), TYPES) == freeze(
        {"anyOf": [A, B], "minProperties": 1, "required": ["c"]}
    )


def test_a_property_that_two_describe_is_what_both_say() -> None:
    found = merge_all_of(TYPES[NAMED + "Grandchild"], TYPES)["properties"]["a"]
    assert found == {"type": "string", "maxLength": 3}
    types = types_of(Pet=TYPES[NAMED + "Pet"], Cat=TYPES[NAMED + "Cat"])
    for pair in ([ref("Pet"), ref("Cat")], [ref("Cat"), ref("Pet")]):
        node = freeze({"allOf": [{"properties": {"pet": each}} for each in pair]})
        assert merge_all_of(node, types)["properties"] == freeze({"pet": ref("Cat")})
    both = freeze({"allOf": [{"properties": {"x": each}} for each in ({"enum": ["a"], "description": "d"}, A)]})
    told: list[str] = []
    assert merge_all_of(both, TYPES, lambda code, _: told.append(code))["properties"]["x"] == freeze(A)
    assert told == ["types-disagree"]


def test_resolve_follows_references_and_keeps_what_stands_beside_them() -> None:
    assert resolve(freeze(ref("Alias")), TYPES) == freeze(
        {"type": "object", "title": "A", "description": "Another.", "required": ["a"], **A}
    )
    assert resolve(freeze({**ref("Amount"), "minimum": 3}), TYPES) == freeze(
        {"type": "number", "minimum": 3, "examples": [1]}
    )
    assert resolve(freeze(ref("Itself")), TYPES) == {}
    assert resolve(freeze(ref("Nowhere")), TYPES) == {}


def test_a_type_is_resolved_once() -> None:
    assert resolve(freeze(ref("Grandchild")), TYPES) is resolve(freeze(ref("Grandchild")), TYPES)
    assert definitions(TYPES) is definitions(TYPES)
    assert definitions({}) is not definitions({})


def test_parts_tell_where_they_stand() -> None:
    assert [place for _, place in parts(TYPES[NAMED + "Grandchild"], TYPES, "/here")] == [
        "/components/schemas/A",
        "/components/schemas/Child/allOf/0",
        "/components/schemas/Child/allOf/1",
        "/components/schemas/Child",
        "/here/allOf/0",
        "/here/allOf/1",
        "/here",
    ]


def test_what_is_reached_in_many_ways_is_a_part_once() -> None:
    """Types each of which holds the one before twice: 2 ** 30 ways lead from the last to the first."""
    rungs = {f"R{n}": {"allOf": [ref(f"R{n - 1}"), ref(f"R{n - 1}")]} for n in range(1, 31)}
    types = types_of(R0=A, **rungs)
    assert [node for node, _ in parts(types[NAMED + "R30"], types)].count(freeze(A)) == 1


def test_a_long_chain_is_merged() -> None:
    chain = {f"T{n}": {"allOf": [ref(f"T{n - 1}"), {"properties": {f"p{n}": {}}}]} for n in range(1, 2_000)}
    types = types_of(T0=A, **chain)
    assert len(resolve(freeze(ref("T1999")), types)["properties"]) == 2_000
    assert len(ancestors(NAMED + "T1999", types)) == 1_999


def test_too_many_branches_together_are_told() -> None:
    told: list[str] = []
    seven = [{"properties": {f"p{n}": {}}} for n in range(7)]
    many = freeze({"allOf": [{"oneOf": seven}, {"oneOf": seven}, A]})
    assert "oneOf" not in merge_all_of(many, FrozenMap(), lambda code, _: told.append(code))
    assert told == ["union-widened"]
