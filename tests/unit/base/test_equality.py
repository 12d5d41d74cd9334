"""Two equalities: as written, and as JSON Schema compares."""

from decimal import Decimal
from typing import Any

import pytest

from qiyue.base.equality import identical, json_equal
from qiyue.base.value import Value
from qiyue.values import FrozenMap, freeze

ONES = (True, 1, Decimal("1.0"), Decimal("1.00"), "1", None)
NUMBERS = {1, 2, 3}
"""Which of them are one number."""


class Box(Value):
    content: Any


def around(value: Any) -> list[Any]:
    return [value, [value], {"a": value}, {"a": [value, {"b": value}]}]


@pytest.mark.parametrize("first", range(len(ONES)))
@pytest.mark.parametrize("second", range(len(ONES)))
def test_ones_are_identical_only_as_written_and_equal_as_json(first: int, second: int) -> None:
    is_written_alike = first == second
    for left, right in zip(around(ONES[first]), around(ONES[second]), strict=True):
        assert json_equal(left, right) is (is_written_alike or {first, second} <= NUMBERS)
        assert identical(left, right) is is_written_alike
        assert (Box(freeze(left)) == Box(freeze(right))) is is_written_alike


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (1, Decimal("1.0"), True),
        (100, Decimal("1E+2"), True),
        (0, Decimal("-0"), True),
        (0, False, False),
        ("1", 1, False),
        ([1, {"a": None}], (Decimal(1), {"a": None}), True),
        ({"a": 1, "b": 2}, {"b": 2, "a": Decimal("1.0")}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ({"a": None}, {}, False),
        (None, None, True),
        (None, False, False),
        ([], {}, False),
        ([1, 2], [2, 1], False),
    ],
)
def test_json_equality(left: object, right: object, equal: bool) -> None:
    assert json_equal(left, right) is json_equal(right, left) is equal


def test_the_order_of_members_is_nothing_that_is_written() -> None:
    assert identical({"a": 1, "b": 2}, FrozenMap(b=2, a=1))


def test_equal_values_have_one_hash() -> None:
    assert hash(Box(FrozenMap(a=1))) == hash(Box(FrozenMap(a=1)))
    assert len({Box(one) for one in ONES}) == len(ONES)
