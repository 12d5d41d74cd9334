"""Containment, judged by a validator that shares no code with it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012, Draft202012Validator, Registry

from qiyue.api.types import NAMED
from qiyue.schema.containment import contains
from qiyue.values import freeze, thaw

from .stage import ref, types_of

OBJECT, TEXT = {"type": "object"}, {"type": "string"}
CAT = {"type": "object", "properties": {"kind": {"const": "cat"}}, "required": ["kind"]}
DOG = {"type": "object", "properties": {"kind": {"const": "dog"}}, "required": ["kind"]}
TYPES = types_of(
    Tree={"type": "object", "properties": {"in": ref("Tree"), "n": {"type": "integer"}}, "required": ["n"]},
    Wood={"type": "object", "properties": {"in": ref("Wood"), "n": {"type": "number"}}},
    Cat=CAT,
    Pet={"oneOf": [CAT, DOG]},
)

# narrow, wide, the verdict, the spot and the keyword of a "no"
CASES: list[tuple[Any, Any, str, str, str]] = [
    ({}, {}, "yes", "", ""),
    (TEXT, {}, "yes", "", ""),
    ({}, TEXT, "no", "", "type"),
    ({"type": "integer"}, {"type": "number"}, "yes", "", ""),
    ({"type": "number"}, {"type": "integer"}, "no", "", "type"),
    ({"type": ["string", "null"]}, TEXT, "no", "", "type"),
    ({"enum": ["a", "b"]}, {"enum": ["a", "b", "c"]}, "yes", "", ""),
    ({"enum": ["a", "c"]}, {"enum": ["a", "b"]}, "no", "", "enum"),
    ({"enum": ["a", 1], "type": "string"}, {"const": "a"}, "yes", "", ""),
    ({"const": 1}, {"const": Decimal("1.0")}, "yes", "", ""),
    ({"const": True}, {"const": 1}, "no", "", "const"),
    ({"type": "integer", "minimum": 3}, {"minimum": 1}, "yes", "", ""),
    ({"type": "integer", "minimum": 3}, {"exclusiveMinimum": 3}, "no", "", "exclusiveMinimum"),
    ({"type": "number", "multipleOf": 4}, {"multipleOf": 2}, "yes", "", ""),
    ({"type": "number", "multipleOf": Decimal("0.01")}, {"multipleOf": Decimal("0.1")}, "no", "", "multipleOf"),
    ({**TEXT, "maxLength": 3}, {**TEXT, "maxLength": 5}, "yes", "", ""),
    ({**TEXT, "maxLength": 5}, {**TEXT, "maxLength": 3}, "no", "", "maxLength"),
    ({**TEXT, "pattern": "[0-9]{4}"}, {**TEXT, "pattern": "[0-9]+"}, "unknown", "", ""),
    ({**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^a"}, "yes", "", ""),
    ({**TEXT, "minLength": 5, "maxLength": 3}, {**TEXT, "maxLength": 1}, "unknown", "", ""),
    ({**OBJECT, "required": ["a", "b"]}, {**OBJECT, "required": ["a"]}, "yes", "", ""),
    ({**OBJECT, "required": ["a"]}, {**OBJECT, "required": ["a", "b"]}, "no", "", "required"),
    (
        {**OBJECT, "properties": {"a": {**OBJECT, "properties": {"b": TEXT}}}},
        {**OBJECT, "properties": {"a": {**OBJECT, "properties": {"b": {"type": "integer"}}}}},
        "no",
        "/a/b",
        "type",
    ),
    ({**OBJECT, "additionalProperties": TEXT}, {"properties": {"a": TEXT}}, "yes", "", ""),
    ({**OBJECT, "properties": {"a": {}}}, {"properties": {"a": {}}, "additionalProperties": False}, "no", "/other", ""),
    (
        {**OBJECT, "properties": {"a": {}}, "additionalProperties": False},
        {"properties": {"a": {}, "b": TEXT}, "additionalProperties": False},
        "yes",
        "",
        "",
    ),
    ({"type": "array", "items": {"type": "integer"}}, {"items": {"type": "number"}}, "yes", "", ""),
    ({"type": "array", "items": {}}, {"items": TEXT}, "no", "/0", "type"),
    ({"type": "array", "maxItems": 1}, {"uniqueItems": True}, "yes", "", ""),
    ({"type": "array", "prefixItems": [TEXT, {}]}, {"type": "array", "prefixItems": [TEXT, TEXT]}, "no", "/1", "type"),
    ({"anyOf": [TEXT, {"type": "integer"}]}, {"type": ["integer", "string", "null"]}, "yes", "", ""),
    ({"type": ["string", "integer"]}, {"anyOf": [TEXT, {"type": "integer"}]}, "unknown", "", ""),
    ({"anyOf": [TEXT, {"type": "null"}]}, TEXT, "no", "", "type"),
    ({"allOf": [TEXT, {"maxLength": 3}]}, {"allOf": [{"maxLength": 4}]}, "yes", "", ""),
    (ref("Tree"), ref("Wood"), "yes", "", ""),
    (ref("Wood"), ref("Tree"), "no", "", "required"),
    (CAT, ref("Pet"), "yes", "", ""),
    (ref("Pet"), ref("Cat"), "no", "/kind", "const"),
    (TEXT, {"not": {"type": "integer"}}, "yes", "", ""),
    (False, TEXT, "yes", "", ""),
    (TEXT, False, "no", "", "false"),
]


@pytest.mark.parametrize(("narrow", "wide", "verdict", "at", "keyword"), CASES, ids=lambda value: str(value)[:60])
def test_contains(narrow: Any, wide: Any, verdict: str, at: str, keyword: str) -> None:
    found = contains(freeze(wide), freeze(narrow), TYPES)
    assert found.verdict == verdict
    if verdict == "no":
        assert (found.at, found.keyword) == (at, keyword or found.keyword)
        assert valid(narrow, found.witness)
        assert not valid(wide, found.witness)


def test_the_two_sides_may_have_types_of_their_own() -> None:
    old, new = types_of(A={"type": "string"}), types_of(A={"type": ["string", "null"]})
    assert contains(freeze(ref("A")), freeze(ref("A")), new, old).verdict == "yes"
    assert contains(freeze(ref("A")), freeze(ref("A")), old, new).witness is None
    assert contains(freeze(ref("A")), freeze(ref("A")), old, new).verdict == "no"


def test_what_is_proved_only_by_an_assumption_falls_with_it() -> None:
    def side(**last: Any) -> Any:
        return types_of(
            P={"type": "object", "properties": {"q": ref("Q"), "z": last}},
            Q={"type": "object", "properties": {"p": ref("P")}},
            R={"type": "object", "properties": {"q": ref("Q")}},
        )

    wide = freeze({"properties": {"x": {"anyOf": [ref("P"), ref("Q")]}}, "required": ["x"]})
    narrow = freeze({"type": "object", "properties": {"x": ref("Q")}, "required": ["x"]})
    assert contains(wide, narrow, side(type="string"), side(type="integer")).verdict != "yes"


# Random pairs of small schemas. The judge is jsonschema-rs.

_REFERRED = ("Tree", "Pet", "Cat")
_NAMES = st.sampled_from(["a", "n", "in", "kind"])
_SCALARS = st.sampled_from([None, True, False, 0, 1, 2, 3, Decimal("1.5"), "", "a", "cat", "dog", "abcd"])
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=5,
)
_TYPES = st.sampled_from(["string", "integer", "number", "null", "object", "array", "boolean"])
_SIZES = st.integers(0, 3)


def _schemas() -> st.SearchStrategy[Any]:
    leaves = st.one_of(
        st.booleans(),
        st.sampled_from([ref(name) for name in _REFERRED]),
        st.fixed_dictionaries({"enum": st.lists(_SCALARS, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"const": _SCALARS}),
        _words({}),
    )
    return st.recursive(leaves, lambda inner: st.one_of(_words(_nested(inner)), _words(_nested(inner))), max_leaves=4)


def _words(more: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    limits = {f"{end}{what}": _SIZES for end in ("min", "max") for what in ("Length", "Items", "Properties")}
    numbers = dict.fromkeys(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], _SIZES)
    rest: dict[str, st.SearchStrategy[Any]] = {
        **limits,
        **numbers,
        "multipleOf": st.sampled_from([1, 2, Decimal("0.5")]),
        "uniqueItems": st.booleans(),
        "required": st.lists(_NAMES, max_size=2, unique=True),
        "pattern": st.sampled_from(["^a", "a", "[0-9]"]),
        "type": _TYPES | st.lists(_TYPES, min_size=1, max_size=2, unique=True),
        **more,
    }
    chosen = st.lists(st.sampled_from(sorted(rest)), max_size=3, unique=True)
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: rest[name] for name in names}))


def _nested(inner: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    listed, named = st.lists(inner, min_size=1, max_size=2), st.dictionaries(_NAMES, inner, min_size=1, max_size=2)
    several = dict.fromkeys(["allOf", "anyOf", "oneOf", "prefixItems"], listed)
    single = dict.fromkeys(["items", "additionalProperties", "not", "contains", "if", "then", "propertyNames"], inner)
    patterns = st.dictionaries(st.sampled_from(["^a", "n$"]), inner, min_size=1, max_size=1)
    return {**several, **single, "properties": named, "patternProperties": patterns}


_REGISTRY = Registry(
    [("t:", {"components": {"schemas": {key.removeprefix(NAMED): thaw(node) for key, node in TYPES.items()}}})],
    draft=Draft202012,
)


def valid(node: Any, value: Any) -> bool:
    return Draft202012Validator(_absolute(thaw(freeze(node))), registry=_REGISTRY).is_valid(thaw(value))


def _absolute(node: Any) -> Any:
    if isinstance(node, list):
        return [_absolute(each) for each in node]
    if isinstance(node, dict):
        return {key: "t:" + value if key == "$ref" else _absolute(value) for key, value in node.items()}
    return node


@settings(max_examples=150, derandomize=True, database=None)
@given(_schemas(), _schemas(), st.lists(_VALUES, min_size=8, max_size=8))
def test_no_verdict_is_contradicted(narrow: Any, wide: Any, values: list[Any]) -> None:
    found = contains(freeze(wide), freeze(narrow), TYPES)
    if found.verdict == "no":
        assert valid(narrow, found.witness)
        assert not valid(wide, found.witness)
    if found.verdict == "yes":
        assert [value for value in values if valid(narrow, value) and not valid(wide, value)] == []


@settings(max_examples=50, derandomize=True, database=None)
@given(_schemas(), _schemas(), st.lists(_VALUES, min_size=4, max_size=4))
def test_a_schema_fits_what_is_wider(narrow: Any, other: Any, values: list[Any]) -> None:
    node = freeze(narrow)
    assert contains(freeze({"anyOf": [narrow, other]}), node, TYPES).verdict != "no"
    assert contains(node, freeze({"allOf": [narrow, other]}), TYPES).verdict != "no"
    assert contains(node, node, TYPES).verdict != "no"


def test_types_that_hold_one_another_come_to_an_end() -> None:
    def mesh(**last: Any) -> Any:
        names = [f"T{number}" for number in range(14)]
        held = {name: {**OBJECT, "properties": {other: ref(other) for other in names}} for name in names}
        return types_of(**held | {"T13": last})

    first, other = mesh(type="integer"), mesh(type="string")
    assert contains(freeze(ref("T0")), freeze(ref("T0")), first).verdict == "yes"
    found = contains(freeze(ref("T0")), freeze(ref("T0")), first, other)
    assert (found.verdict, found.at, found.keyword) == ("no", "/T13", "type")
