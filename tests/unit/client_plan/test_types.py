"""Types of a plan: a closed sum, and a table of what has a name. Python's own spelling is tested with its target."""

from typing import Any

import pytest

from qiyue import dump
from qiyue.api import Api
from qiyue.client_plan import ClientPlan, plan_client
from qiyue.client_plan.rename import rename_types
from qiyue.client_plan.types.table import TypeTable
from qiyue.client_plan.types.type_ref import AnyType, ListType, ScalarType, UnionType, as_text, is_file, is_text, union
from qiyue.values import freeze

REF = "#/components/schemas/"
CAT = {"properties": {"kind": {"const": "cat"}}, "required": ["kind"]}
DOG = {"properties": {"kind": {"const": "dog"}}, "required": ["kind"]}
TAGGED = {"oneOf": [{"$ref": REF + "Cat"}, {"$ref": REF + "Dog"}]}


def plan(**types: Any) -> ClientPlan:
    return plan_client(Api("t", "1", types=freeze({REF + name: node for name, node in types.items()})))


def table(**types: Any) -> TypeTable:
    return plan(**types).types


REFS: list[tuple[Any, dict[str, Any]]] = [
    (True, {"form": "any"}),
    ({"type": "null"}, {"form": "null"}),
    ({"type": "integer"}, {"form": "scalar", "kind": "integer"}),
    ({"const": True}, {"form": "const", "kind": "boolean", "value": True}),
    ({"const": 1}, {"form": "const", "kind": "integer", "value": 1}),
    ({"type": "string", "format": "binary"}, {"form": "binary"}),
    ({"type": "string", "format": "decimal"}, {"form": "decimal", "written": "text", "exact": True}),
    ({"type": ["number", "string"], "format": "decimal"}, {"form": "decimal", "written": "either", "exact": False}),
    ({"type": "string", "format": "date"}, {"form": "moment", "kind": "date"}),
    (
        {"type": "integer", "x-qiyue-time": {"epoch": "ms"}},
        {"form": "vendor-time", "name": "EpochMilliseconds", "kind": "date-time", "count": True},
    ),
    (
        {"type": "string", "contentMediaType": "application/json"},
        {"form": "json-text", "inner": {"form": "any"}},
    ),
    ({"items": {"type": "string"}}, {"form": "list", "item": {"form": "scalar", "kind": "string"}}),
    (
        {"type": "array", "prefixItems": [{"const": 1}], "items": False, "minItems": 1},
        {"form": "tuple", "places": [{"form": "const", "kind": "integer", "value": 1}]},
    ),
    ({"type": "object"}, {"form": "map", "value": {"form": "any"}}),
    (
        {"type": ["null", "string"]},
        {"form": "union", "parts": [{"form": "scalar", "kind": "string"}, {"form": "null"}]},
    ),
    ({"enum": ["a", "b"]}, {"form": "class", "name": "T"}),
    (
        TAGGED,
        {
            "form": "tagged",
            "name": "T",
            "classes": [{"form": "class", "name": "Cat"}, {"form": "class", "name": "Dog"}],
        },
    ),
    ({"items": {"$ref": REF + "T"}}, {"form": "alias", "name": "T"}),
]


@pytest.mark.parametrize(("node", "expected"), REFS, ids=[f"{each['form']} {n}" for n, (_, each) in enumerate(REFS)])
def test_every_form_of_a_type(node: Any, expected: dict[str, Any]) -> None:
    assert dump.plain(table(Cat=CAT, Dog=DOG, T=node).refs[REF + "T"]) == expected


def test_names_of_enum_values_are_words() -> None:
    types = table(E={"enum": ["vat", "A-B", "-x", "", "9"]})
    words = [each["name"] for each in dump.plain(types)["classes"]["E"]["values"]]
    assert words == [["vat"], ["a", "b"], ["minus", "x"], ["empty"], ["value", "9"]]


def test_other_names_are_other_everywhere() -> None:
    holder = {"properties": {"pet": {"items": {"$ref": REF + "T"}}}}
    types = rename_types(plan(Cat=CAT, Dog=DOG, T=TAGGED, Holder=holder), {"Cat": "Tom", "T": "Pet"}).types
    assert sorted(types.classes) == ["Dog", "Holder", "Tom"]
    assert types.unions["Pet"].tags == (("cat", "Tom"), ("dog", "Dog"))
    assert types.reached([types.refs[REF + "Holder"]]) == {"Holder", "Pet", "Tom", "Dog"}
    assert types.reached([types.refs[REF + "Dog"]]) == {"Dog"}


def test_a_union_is_flat_and_null_comes_last() -> None:
    null, text, number = table(T={"type": "null"}).refs[REF + "T"], ScalarType("string"), ScalarType("integer")
    assert union([UnionType((text, null)), number, text]) == UnionType((text, number, null))
    assert union([text, AnyType()]) == AnyType()
    assert union([]) == AnyType()


def test_a_file_is_text_where_there_are_no_files() -> None:
    file = table(T={"type": ["string", "null"], "format": "binary"}).refs[REF + "T"]
    assert (is_file(file), is_file(ListType(file)), is_file(as_text(file))) == (True, True, False)
    assert not is_text(file)
    assert is_text(as_text(ScalarType("string")))
