"""Open enums: a value without a name behaves like one with a name, on every Python."""

import copy
import json as standard_json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from qiyue.base import json
from qiyue.runtime.enums import OpenIntEnum, OpenStrEnum


class Colour(OpenStrEnum):
    RED = "red"


class Status(OpenStrEnum):
    """Has the very name that a value without a name says."""

    DONE = "done"
    UNKNOWN = "unknown"


class Level(OpenIntEnum):
    LOW = 1


class Grade(OpenIntEnum):
    UNKNOWN = 0
    FIRST = 1


NAMED = [Colour.RED, Status.DONE, Status.UNKNOWN, Level.LOW, Grade.UNKNOWN]
UNNAMED = [
    Colour("mauve"),
    Colour(""),
    Colour("RED"),
    Colour("茶"),
    Status("UNKNOWN"),
    Level(0),
    Level(-9),
    Grade(10**30),
]
WAYS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {number}": lambda value, number=number: pickle.loads(pickle.dumps(value, number))
        for number in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("value", [*NAMED, *UNNAMED], ids=repr)
def test_a_copy_is_the_same_value(value: Any, way: Callable[[Any], Any]) -> None:
    copied = way(value)
    assert type(copied) is type(value)
    assert (copied, copied.value, copied.name) == (value, value.value, value.name)
    assert copied.is_known is value.is_known
    assert (hash(copied), repr(copied), str(copied)) == (hash(value), repr(value), str(value))
    assert way([{value: (value,)}]) == [{value: (value,)}]


@pytest.mark.parametrize("value", [*NAMED, *UNNAMED], ids=repr)
def test_a_member_is_its_plain_value(value: Any) -> None:
    plain = value.value
    assert type(plain) in (str, int)
    assert (value, hash(value), str(value), f"{value}") == (plain, hash(plain), str(plain), f"{plain}")
    assert {value, type(value)(plain), plain} == {plain}
    assert {value: 1}[plain] == {plain: 1}[value] == 1
    assert (
        json.text(value)
        == standard_json.dumps(value, ensure_ascii=False)
        == standard_json.dumps(plain, ensure_ascii=False)
    )


def test_which_have_a_name() -> None:
    assert all(value.is_known for value in NAMED)
    assert not any(value.is_known for value in UNNAMED)


def test_two_values_without_a_name_differ() -> None:
    assert Colour("mauve") != Colour("pink")
    assert len({Level(8), Level(9), Level(9)}) == 2
    assert Status("UNKNOWN") != Status.UNKNOWN


@pytest.mark.parametrize(("form", "value"), [(Level, "high"), (Level, 1.5), (Colour, 5), (Colour, None)])
def test_another_type_is_no_value(form: Any, value: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        form(value)
