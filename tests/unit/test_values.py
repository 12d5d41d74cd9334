"""Frozen plain data."""

from decimal import Decimal

import pytest

from qiyue.values import FrozenMap, Missing, at, freeze, thaw


def test_freezing_and_thawing_give_the_same_data_back() -> None:
    data = {"a": [1, {"b": Decimal("43.50")}], "c": None}
    frozen = freeze(data)
    assert isinstance(frozen["a"], tuple)
    assert hash(frozen) == hash(freeze(data))
    assert thaw(frozen) == data
    assert str(thaw(frozen)["a"][1]["b"]) == "43.50"


def test_a_frozen_map_is_equal_to_what_is_written_alike() -> None:
    frozen = freeze({"a": 1, "b": [Decimal("1.0")]})
    assert frozen == freeze({"b": [Decimal("1.0")], "a": 1}) == {"a": 1, "b": (Decimal("1.0"),)}
    assert frozen != freeze({"a": True, "b": [Decimal("1.0")]})
    assert {"a": 1, "b": (Decimal("1.00"),)} != frozen
    assert len({frozen, freeze({"a": True, "b": [Decimal("1.0")]})}) == 2


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


def test_at_follows_a_pointer() -> None:
    data = {"a": [{"b/c": 1}]}
    assert at(data, "/a/0/b~1c") == 1
    for nowhere in ("/b", "/a/1", "/a/-1", "/a/x", "/a/0/b~1c/d"):
        with pytest.raises(Missing):
            at(data, nowhere)
