"""Unions told apart by a tag: their classes and tags; a base with its children; unions beside properties."""

from typing import Any

import pytest

from qiyue.client_plan.types.table import ObjectType, TypeTable
from qiyue.client_plan.types.type_ref import ClassType
from qiyue.targets.python.expressions import Writer

from .stage import REF, typed


def ref(name: str) -> dict[str, str]:
    return {"$ref": REF + name}


def written(types: TypeTable) -> dict[str, tuple[str, dict[str, str], str]]:
    """Give each union as its field, its class for each tag, and the class of the rest."""
    return {name: (union.field, dict(union.tags), union.rest or "Unknown") for name, union in types.unions.items()}


def fields(types: TypeTable) -> dict[str, set[str]]:
    return {name: set(each.wires) for name, each in types.classes.items() if isinstance(each, ObjectType)}


PET = {"required": ["kind"], "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}}
CAT = {"allOf": [ref("Pet"), {"properties": {"claws": {"type": "integer"}}}]}
DOG = {"allOf": [ref("Pet"), {"properties": {"kind": {"const": "dog"}, "bark": {}}}]}
LION = {"allOf": [ref("Cat"), {"properties": {"mane": {}}}]}


def mapped(**mapping: str) -> dict[str, Any]:
    targets = {tag: REF + name for tag, name in mapping.items()}
    return {**PET, "discriminator": {"propertyName": "kind", "mapping": targets}}


def test_a_base_is_one_of_its_children_or_itself() -> None:
    types, gaps = typed(Pet=PET, Cat=CAT, Dog=DOG, Lion=LION)
    assert written(types) == {
        "AnyPet": ("kind", {"Cat": "Cat", "dog": "Dog", "Lion": "Lion", "Pet": "Pet"}, "Pet"),
        "AnyCat": ("kind", {"Lion": "Lion", "Cat": "Cat"}, "Cat"),
    }
    assert fields(types)["Lion"] == {"kind", "claws", "mane"}
    assert (Writer().write(types.refs[REF + "Pet"]).text, gaps) == ("models.AnyPet", [])


def test_a_mapping_names_the_children() -> None:
    types, _ = typed(Pet=mapped(c="Cat", p="Pet", k="Kitten"), Cat=CAT, Kitten={"allOf": [ref("Pet")]})
    assert written(types) == {"AnyPet": ("kind", {"c": "Cat", "p": "Pet", "k": "Pet"}, "Pet")}


def test_a_type_may_say_its_own_tag_as_in_documents_of_azure() -> None:
    cat, dog = ({**node, "x-ms-discriminator-value": tag} for node, tag in ((CAT, "#Tea.Cat"), (DOG, "#Tea.Dog")))
    types, _ = typed(Pet=PET, Cat=cat, Dog=dog, Lion={**LION, "x-ms-discriminator-value": 5})
    assert written(types)["AnyPet"][1] == {"#Tea.Cat": "Cat", "dog": "Dog", "Lion": "Lion", "Pet": "Pet"}


def test_what_children_take_over_is_no_tag_of_theirs() -> None:
    pet = {**PET, "properties": {"kind": {"enum": ["Cat", "owl"]}}}
    assert written(typed(Pet=pet, Cat=CAT)[0]) == {"AnyPet": ("kind", {"Cat": "Cat", "Pet": "Pet"}, "Pet")}


def test_a_base_that_may_be_null_stays_so() -> None:
    types, _ = typed(Pet={**PET, "type": ["object", "null"]}, Cat=CAT)
    assert Writer().write(types.refs[REF + "Pet"]).text == "models.AnyPet | None"


@pytest.mark.parametrize(
    "given",
    [
        {"Pet": PET},
        {"Pet": {key: value for key, value in PET.items() if key != "discriminator"}, "Cat": CAT},
        {"Pet": PET, "Kitten": {"allOf": [ref("Pet")]}, "Puppy": ref("Pet")},
    ],
    ids=["no child", "no discriminator", "other names of it"],
)
def test_a_base_that_nothing_tells_apart_is_its_class(given: dict[str, Any]) -> None:
    types, gaps = typed(**given)
    assert (types.refs[REF + "Pet"], types.unions, gaps) == (ClassType("Pet"), {}, [])


def test_a_union_of_bases_has_their_children() -> None:
    union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
    types, gaps = typed(Pet=PET, Cat=CAT, Dog=DOG, Lion=LION, Either=union)
    assert written(types)["Either"] == ("kind", {"dog": "Dog", "Lion": "Lion", "Cat": "Cat"}, "Unknown")
    assert gaps == []


CIRCLE = {"required": ["form"], "properties": {"form": {"const": "circle"}, "radius": {}}}
SQUARE = {"required": ["form"], "properties": {"form": {"const": "square"}, "side": {}}}


def test_a_union_beside_properties_has_them_in_each_branch() -> None:
    shape = {"properties": {"id": {}}, "oneOf": [ref("Circle"), SQUARE]}
    types, gaps = typed(Shape=shape, Circle=CIRCLE)
    assert written(types) == {"Shape": ("form", {"circle": "ShapeCircle", "square": "ShapeSquare"}, "Unknown")}
    assert fields(types)["ShapeCircle"] == {"id", "form", "radius"}
    assert fields(types)["ShapeSquare"] == {"id", "form", "side"}
    assert gaps == []


def test_a_mapping_means_the_branches_with_the_properties() -> None:
    discriminator = {"propertyName": "form", "mapping": {"o": REF + "Circle"}}
    types, _ = typed(
        Shape={"properties": {"id": {}}, "oneOf": [ref("Circle")], "discriminator": discriminator}, Circle=CIRCLE
    )
    assert types.refs[REF + "Shape"] == ClassType("ShapeCircle")


@pytest.mark.parametrize("word", ["oneOf", "anyOf"])
def test_unions_in_all_of_become_one(word: str) -> None:
    sized = {word: [{"properties": {"small": {}}}, {"properties": {"large": {}}}]}
    types, gaps = typed(Shape={"allOf": [{"properties": {"id": {}}}, sized, {"oneOf": [CIRCLE, SQUARE]}]})
    assert sorted(map(sorted, fields(types).values())) == [
        ["form", "id", "large", "radius"],
        ["form", "id", "large", "side"],
        ["form", "id", "radius", "small"],
        ["form", "id", "side", "small"],
    ]
    assert gaps == []


def test_too_many_branches_are_told() -> None:
    many = {"oneOf": [{"properties": {f"p{number}": {}}} for number in range(9)]}
    types, gaps = typed(Shape={"allOf": [{"properties": {"id": {}}}, many, many]})
    assert (fields(types), gaps) == ({"Shape": {"id"}}, ["union-widened"])


def test_what_only_requires_is_no_union() -> None:
    either = {"properties": {"a": {}, "b": {}}, "oneOf": [{"required": ["a"]}, {"type": "object", "required": ["b"]}]}
    types, gaps = typed(Shape=either)
    assert (types.refs[REF + "Shape"], gaps) == (ClassType("Shape"), [])


def test_a_base_that_lists_its_children_is_their_union() -> None:
    pet = {**PET, "oneOf": [ref("Cat"), ref("Dog")]}
    types, gaps = typed(Pet=pet, Cat=CAT, Dog=DOG)
    assert written(types) == {"Pet": ("kind", {"Cat": "Cat", "dog": "Dog"}, "Unknown")}
    assert (fields(types)["Cat"], gaps) == ({"kind", "claws"}, [])


def test_a_branch_that_is_no_object_stays_beside_them() -> None:
    mixed = {"properties": {"id": {}}, "oneOf": [{"type": "string"}, CIRCLE]}
    assert Writer().write(typed(Shape=mixed)[0].refs[REF + "Shape"]).text == "str | models.ShapeCircle"
    types, _ = typed(Shape={"type": "object", **mixed})
    assert fields(types) == {"ShapeCircle": {"id", "form", "radius"}}
