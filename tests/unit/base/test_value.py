"""Values behave as frozen dataclasses do."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import KW_ONLY, FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from qiyue.base.value import Value

T = TypeVar("T")


class Box(Value, Generic[T]):
    """A box."""

    name: str
    size: int = 1
    secret: str = field(default="", repr=False)
    place: str = field(default="", compare=False)
    marks: list[str] = field(default_factory=list)
    _: KW_ONLY
    content: T | None = None


class Crate(Box[str], kw_only=True):
    """A box with a number, which stands for its name where that is empty."""

    number: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or str(self.number))


class Empty(Value):
    """No fields at all."""


def test_fields_are_given_by_place_and_by_name_and_have_defaults() -> None:
    box = Box("a", 2, content=3)
    assert (box.name, box.size, box.content, box.marks) == ("a", 2, 3, [])
    assert Box("a").marks is not Box("a").marks
    assert Box("a", marks=["x"]).marks == ["x"]


def test_a_class_adds_fields_and_completes_itself() -> None:
    assert Crate("", number=7).name == "7"
    assert Crate("a", number=7) == Crate("a", number=7) != Box("a")


@pytest.mark.parametrize(
    ("form", "given", "named"),
    [
        (Box, [], {}),
        (Box, ["a", 1, "", "", [], 3], {}),
        (Box, ["a"], {"colour": "red"}),
        (Crate, ["a"], {}),
        (Crate, ["a", 1, "", "", [], 7], {}),
    ],
)
def test_what_is_no_field_and_what_lacks_is_refused(form: type[Any], given: list[Any], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        form(*given, **named)


def test_nothing_changes_a_value() -> None:
    box: Box[str] = Box("a")
    with pytest.raises(FrozenInstanceError):
        box.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del box.name
    assert box.name == "a"


def test_equal_by_what_is_compared() -> None:
    one, other = Crate("a", place="x", number=1), Crate(name="a", number=1, place="y")
    assert one == other
    assert one != replace(one, size=2)
    assert hash(Empty()) == hash(Empty())
    assert len({Empty(), Empty()}) == 1


def test_a_secret_is_not_shown() -> None:
    assert repr(Box("a", secret="s3cret")) == "Box(name='a', size=1, place='', marks=[], content=None)"


def test_dataclasses_take_it() -> None:
    box: Box[str] = Box("a", 2)
    assert is_dataclass(box)
    assert [each.name for each in fields(box)] == ["name", "size", "secret", "place", "marks", "content"]
    assert replace(box, size=3) == Box("a", 3)


def test_a_match_takes_it_apart() -> None:
    match Box("a", 2):
        case Box(name, size):
            assert (name, size) == ("a", 2)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda box: pickle.loads(pickle.dumps(box))])
def test_a_copy_is_equal(copied: Callable[[Any], Any]) -> None:
    assert copied(Box("a", 2, content="x")) == Box("a", 2, content="x")
