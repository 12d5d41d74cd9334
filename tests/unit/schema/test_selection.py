"""One form of a schema: which branch of each union, and what cannot have an end."""

from typing import Any

import pytest

from qiyue.api.types import NAMED
from qiyue.schema.selection import RecursiveSchemaError, first_form, select_branches
from qiyue.values import freeze

from .stage import ref, types_of

KIND = {"discriminator": {"propertyName": "kind", "mapping": {"miaow": NAMED + "Cat"}}}
TYPES = types_of(
    Pet={"oneOf": [ref("Cat"), ref("Dog"), ref("Cow"), ref("Bird")], **KIND},
    Cat={"properties": {"kind": {"type": "string"}, "lives": {}}},
    Dog={"properties": {"kind": {"const": "woof"}}},
    Cow={"properties": {"kind": {}}, "x-ms-discriminator-value": "moo"},
    Bird={"properties": {"kind": {}}},
    Base={"properties": {"base": {}}},
    Left={"allOf": [ref("Base"), {"properties": {"left": {}}}]},
    Right={"allOf": [ref("Base"), {"properties": {"right": {}}}]},
    Both={"allOf": [ref("Left"), ref("Right")]},
    Loop={"oneOf": [ref("Loop"), {"type": "string"}]},
    Tree={"properties": {"inner": ref("Tree")}, "required": ["inner"]},
)


@pytest.mark.parametrize(("index", "tag"), [*enumerate(["miaow", "woof", "moo", "Bird", "miaow"])])
def test_the_chosen_branch_has_its_tag(index: int, tag: str) -> None:
    form = select_branches(freeze(ref("Pet")), TYPES, index).node
    kind = form["properties"]["kind"]
    assert kind.get("const", kind.get("allOf", ({}, {}))[-1].get("const")) == tag
    assert form["required"] == ("kind",)


def test_null_is_chosen_last() -> None:
    node = freeze({"anyOf": [{"type": "null"}, {"type": "string"}]})
    assert [select_branches(node, TYPES, index).node["type"] for index in (0, 1)] == ["string", "null"]


def test_a_base_of_two_bases_is_no_loop() -> None:
    form = first_form(freeze(ref("Both")), TYPES)
    assert list(form["properties"]) == ["base", "left", "right"]


@pytest.mark.parametrize(("node", "index"), [(ref("Loop"), 0), ({"allOf": [ref("Loop")]}, 2)])
def test_a_choice_of_itself_is_endless(node: Any, index: int) -> None:
    with pytest.raises(RecursiveSchemaError):
        select_branches(freeze(node), TYPES, index)
    assert first_form(freeze(ref("Loop")), TYPES) == {}
    assert select_branches(freeze(node), TYPES, 1).node["type"] == "string"


def test_what_lies_above_must_not_come_again() -> None:
    assert select_branches(freeze(ref("Tree")), TYPES).entered == (NAMED + "Tree",)
    with pytest.raises(RecursiveSchemaError):
        select_branches(freeze(ref("Tree")), TYPES, above=[NAMED + "Tree"])
