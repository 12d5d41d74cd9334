"""Frozen plain data and JSON Pointers."""

from decimal import Decimal

import pytest

from qiyue.base.equality import json_equal
from qiyue.base.where import parts_of, pointer
from qiyue.values import FrozenMap, Missing, at, freeze, thaw


def test_freezing_and_thawing_give_the_same_data_back() -> None:
    data = {"a": [1, {"b": Decimal("43.50")}], "c": None}
    frozen = freeze(data)
    assert isinstance(frozen["a"], tuple)
    assert hash(frozen) == hash(freeze(data))
    assert thaw(frozen) == data
    assert str(thaw(frozen)["a"][1]["b"]) == "43.50"


@pytest.mark.parametrize(
    "change",
    [
        lambda frozen: frozen.update(a=1),
        lambda frozen: frozen.pop("a"),
        lambda frozen: frozen.clear(),
        lambda frozen: frozen.__setitem__("a", 1),
        lambda frozen: frozen.__delitem__("a"),
        lambda frozen: frozen.setdefault("b", 1),
    ],
)
def test_a_frozen_map_refuses_every_change(change: "object") -> None:
    frozen = FrozenMap(a=0)
    with pytest.raises(TypeError):
        change(frozen)  # type: ignore[operator]
    assert frozen == {"a": 0}


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (1, Decimal("1.0"), True),
        (1, True, False),
        (0, False, False),
        ("1", 1, False),
        ([1, {"a": None}], (Decimal(1), {"a": None}), True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        (None, None, True),
        ([], {}, False),
    ],
)
def test_same_compares_as_json_does(left: object, right: object, equal: bool) -> None:
    assert json_equal(left, right) is equal


@pytest.mark.parametrize("parts", [(), ("a",), ("paths", "/a/{b}"), ("~", "~1", ""), ("中文", "0")])
def test_pointers_are_read_as_they_are_written(parts: tuple[str, ...]) -> None:
    assert parts_of(pointer(parts)) == parts


def test_at_follows_a_pointer() -> None:
    data = {"a": [{"b/c": 1}]}
    assert at(data, "/a/0/b~1c") == 1
    for nowhere in ("/b", "/a/1", "/a/-1", "/a/x", "/a/0/b~1c/d"):
        with pytest.raises(Missing):
            at(data, nowhere)
