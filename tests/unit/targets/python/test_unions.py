"""Unions told apart by a tag: their classes and tags; a base with its children; unions beside properties."""

from typing import Any

import pytest

from qiyue.targets.python.hoist import Schemas

from .stage import REF, hoisted


def ref(name: str) -> dict[str, str]:
    return {"$ref": REF + name}


def written(schemas: Schemas) -> dict[str, tuple[str, dict[str, str], str]]:
    """Give each union as its field, its class for each tag, and the class of the rest."""
    return {name: (union.field, dict(union.tags), union.rest) for name, union in schemas.unions.items()}


def fields(schemas: Schemas) -> dict[str, set[str]]:
    return {name: set(node["properties"]) for name, node in schemas.classes.items()}


PET = {"required": ["kind"], "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}}
CAT = {"allOf": [ref("Pet"), {"properties": {"claws": {"type": "integer"}}}]}
DOG = {"allOf": [ref("Pet"), {"properties": {"kind": {"const": "dog"}, "bark": {}}}]}
LION = {"allOf": [ref("Cat"), {"properties": {"mane": {}}}]}


def mapped(**mapping: str) -> dict[str, Any]:
    targets = {tag: REF + name for tag, name in mapping.items()}
    return {**PET, "discriminator": {"propertyName": "kind", "mapping": targets}}


def test_a_base_is_one_of_its_children_or_itself() -> None:
    schemas, gaps = hoisted(Pet=PET, Cat=CAT, Dog=DOG, Lion=LION)
    assert written(schemas) == {
        "AnyPet": ("kind", {"Cat": "Cat", "dog": "Dog", "Lion": "Lion", "Pet": "Pet"}, "Pet"),
        "AnyCat": ("kind", {"Lion": "Lion", "Cat": "Cat"}, "Cat"),
    }
    assert fields(schemas)["Lion"] == {"kind", "claws", "mane"}
    assert (schemas.uses[REF + "Pet"]["python"], gaps) == ("AnyPet", [])


def test_a_mapping_names_the_children() -> None:
    schemas, _ = hoisted(Pet=mapped(c="Cat", p="Pet", k="Kitten"), Cat=CAT, Kitten={"allOf": [ref("Pet")]})
    assert written(schemas) == {"AnyPet": ("kind", {"c": "Cat", "p": "Pet", "k": "Pet"}, "Pet")}


def test_a_type_may_say_its_own_tag_as_in_documents_of_azure() -> None:
    cat, dog = ({**node, "x-ms-discriminator-value": tag} for node, tag in ((CAT, "#Tea.Cat"), (DOG, "#Tea.Dog")))
    schemas, _ = hoisted(Pet=PET, Cat=cat, Dog=dog, Lion={**LION, "x-ms-discriminator-value": 5})
    assert written(schemas)["AnyPet"][1] == {"#Tea.Cat": "Cat", "dog": "Dog", "Lion": "Lion", "Pet": "Pet"}


def test_what_children_take_over_is_no_tag_of_theirs() -> None:
    pet = {**PET, "properties": {"kind": {"enum": ["Cat", "owl"]}}}
    assert written(hoisted(Pet=pet, Cat=CAT)[0]) == {"AnyPet": ("kind", {"Cat": "Cat", "Pet": "Pet"}, "Pet")}


def test_a_base_that_may_be_null_stays_so() -> None:
    schemas, _ = hoisted(Pet={**PET, "type": ["object", "null"]}, Cat=CAT)
    assert [part.get("python") for part in schemas.uses[REF + "Pet"]["anyOf"]] == ["AnyPet", None]


@pytest.mark.parametrize(
    "types",
    [
        {"Pet": PET},
        {"Pet": {key: value for key, value in PET.items() if key != "discriminator"}, "Cat": CAT},
        {"Pet": PET, "Kitten": {"allOf": [ref("Pet")]}, "Puppy": ref("Pet")},
    ],
    ids=["no child", "no discriminator", "other names of it"],
)
def test_a_base_that_nothing_tells_apart_is_its_class(types: dict[str, Any]) -> None:
    schemas, gaps = hoisted(**types)
    assert (schemas.uses[REF + "Pet"], schemas.unions, gaps) == (ref("Pet"), {}, [])


def test_a_union_of_bases_has_their_children() -> None:
    union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
    schemas, gaps = hoisted(Pet=PET, Cat=CAT, Dog=DOG, Lion=LION, Either=union)
    assert written(schemas)["Either"] == ("kind", {"dog": "Dog", "Lion": "Lion", "Cat": "Cat"}, "Unknown")
    assert gaps == []


CIRCLE = {"required": ["form"], "properties": {"form": {"const": "circle"}, "radius": {}}}
SQUARE = {"required": ["form"], "properties": {"form": {"const": "square"}, "side": {}}}


def test_a_union_beside_properties_has_them_in_each_branch() -> None:
    shape = {"properties": {"id": {}}, "oneOf": [ref("Circle"), SQUARE]}
    schemas, gaps = hoisted(Shape=shape, Circle=CIRCLE)
    assert written(schemas) == {"Shape": ("form", {"circle": "ShapeCircle", "square": "ShapeSquare"}, "Unknown")}
    assert fields(schemas)["ShapeCircle"] == {"id", "form", "radius"}
    assert fields(schemas)["ShapeSquare"] == {"id", "form", "side"}
    assert gaps == []


def test_a_mapping_means_the_branches_with_the_properties() -> None:
    discriminator = {"propertyName": "form", "mapping": {"o": REF + "Circle"}}
    schemas, _ = hoisted(
        Shape={"properties": {"id": {}}, "oneOf": [ref("Circle")], "discriminator": discriminator}, Circle=CIRCLE
    )
    assert schemas.uses[REF + "Shape"] == ref("ShapeCircle")


@pytest.mark.parametrize("word", ["oneOf", "anyOf"])
def test_unions_in_all_of_become_one(word: str) -> None:
    sized = {word: [{"properties": {"small": {}}}, {"properties": {"large": {}}}]}
    schemas, gaps = hoisted(Shape={"allOf": [{"properties": {"id": {}}}, sized, {"oneOf": [CIRCLE, SQUARE]}]})
    assert sorted(map(sorted, fields(schemas).values())) == [
        ["form", "id", "large", "radius"],
        ["form", "id", "large", "side"],
        ["form", "id", "radius", "small"],
        ["form", "id", "side", "small"],
    ]
    assert gaps == []


def test_too_many_branches_are_told() -> None:
    many = {"oneOf": [{"properties": {f"p{number}": {}}} for number in range(9)]}
    schemas, gaps = hoisted(Shape={"allOf": [{"properties": {"id": {}}}, many, many]})
    assert (fields(schemas), gaps) == ({"Shape": {"id"}}, ["union-widened"])


def test_what_only_requires_is_no_union() -> None:
    either = {"properties": {"a": {}, "b": {}}, "oneOf": [{"required": ["a"]}, {"type": "object", "required": ["b"]}]}
    schemas, gaps = hoisted(Shape=either)
    assert (schemas.uses[REF + "Shape"], gaps) == (ref("Shape"), [])


def test_a_base_that_lists_its_children_is_their_union() -> None:
    pet = {**PET, "oneOf": [ref("Cat"), ref("Dog")]}
    schemas, gaps = hoisted(Pet=pet, Cat=CAT, Dog=DOG)
    assert written(schemas) == {"Pet": ("kind", {"Cat": "Cat", "dog": "Dog"}, "Unknown")}
    assert (fields(schemas)["Cat"], gaps) == ({"kind", "claws"}, [])


def test_a_branch_that_is_no_object_stays_beside_them() -> None:
    mixed = {"properties": {"id": {}}, "oneOf": [{"type": "string"}, CIRCLE]}
    assert [part.get("type") for part in hoisted(Shape=mixed)[0].uses[REF + "Shape"]["anyOf"]] == ["string", None]
    schemas, _ = hoisted(Shape={"type": "object", **mixed})
    assert fields(schemas) == {"ShapeCircle": {"id", "form", "radius"}}
