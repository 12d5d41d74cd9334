"""A tag tells the class: of a union, and of a base with its children."""

from typing import Annotated, Any, TypeAlias

import pytest
from pydantic import ValidationError

from qiyue.runtime.reading import plain, read, read_as
from qiyue.runtime.tagged import Tagged, Unknown
from qiyue.runtime.types import Model


class Cat(Model):
    kind: str
    claws: int
    toy: int | None = None


class Dog(Model):
    kind: str
    bark: str | None = None


class Pet(Model):
    kind: str
    friend: "AnyPet | None" = None


Either: TypeAlias = Annotated[Cat | Dog | Unknown, Tagged("kind", {"cat": Cat, "dog": Dog})]
AnyPet: TypeAlias = Annotated[Cat | Dog | Pet, Tagged("kind", {"cat": Cat, "dog": Dog, "pet": Pet})]

ROWS: list[tuple[Any, dict[str, Any], type[Model]]] = [
    (Either, {"kind": "cat", "claws": 3}, Cat),
    (Either, {"kind": "dog"}, Dog),
    (Either, {"kind": "owl", "claws": 3}, Unknown),
    (Either, {"claws": 3}, Unknown),
    (AnyPet, {"kind": "cat", "claws": 3}, Cat),
    (AnyPet, {"kind": "cat", "claws": 3, "toy": "ball"}, Cat),
    (AnyPet, {"kind": "cat"}, Pet),
    (AnyPet, {"kind": "pet"}, Pet),
    (AnyPet, {"kind": "owl", "claws": 3}, Pet),
]


@pytest.mark.parametrize(("form", "data", "made"), ROWS, ids=[f"{row[2].__name__} {row[1]}" for row in ROWS])
def test_the_tag_tells_the_class_and_nothing_is_lost(form: Any, data: dict[str, Any], made: type[Model]) -> None:
    found = read(form, data)
    assert type(found) is made
    assert plain(found, form) == data


def test_children_stand_inside_a_base() -> None:
    found = read(AnyPet, {"kind": "pet", "friend": {"kind": "dog", "bark": "wow"}})
    assert type(found.friend) is Dog


def test_a_request_may_hold_what_the_base_allows() -> None:
    assert type(read_as(AnyPet, {"kind": "cat"}, "strict", sent=True)) is Pet
    with pytest.raises(ValidationError):
        read_as(Either, {"kind": "cat"}, "strict", sent=True)
    with pytest.raises(ValidationError):
        read_as(AnyPet, {"kind": "cat", "friend": 5}, "strict", sent=True)
