"""Exact JSON, in and out."""

import json as standard
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qiyue.base import json


class Colour(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


DIGITS = st.text("0123456789", min_size=1, max_size=40)
NUMBERS = st.builds(
    lambda sign, whole, fraction: f"{sign}{whole.lstrip('0') or '0'}{fraction}",
    st.sampled_from(["", "-"]),
    DIGITS,
    st.one_of(st.just(""), DIGITS.map(lambda digits: f".{digits}")),
)


@given(NUMBERS)
@example("43.50")
@example("0.10000000000000000001")
@example("-0")
@example("-0.00")
@example("0")
def test_numbers_keep_every_digit(written: str) -> None:
    assert json.dumps(json.loads(written)) == written.encode()


@given(st.decimals(allow_nan=False, allow_infinity=False))
@example(Decimal("1E+2"))
@example(Decimal("-1.50E+3"))
@example(Decimal("1E-999"))
@example(Decimal("9E+5000"))
def test_decimals_keep_their_value_and_are_numbers(value: Decimal) -> None:
    written = json.dumps(value).decode()
    standard.loads(written)
    assert Decimal(written) == value
    assert json.loads(written) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1E+2"), "100"),
        (Decimal("-0"), "-0"),
        (Decimal("0E-7"), "0.0000000"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        (True, "true"),
        (None, "null"),
        (1825818122664084104, "1825818122664084104"),
        (Level.HIGH, "3"),
        (Colour.RED, '"red"'),
        ([], "[]"),
        ({}, "{}"),
        ((1, [2, {"a": None}]), '[1,[2,{"a":null}]]'),
        ({"b": 1, "a": 2}, '{"b":1,"a":2}'),
        ({1: "x", Colour.RED: "y"}, '{"1":"x","red":"y"}'),
        ('票据\n"', '"票据\\n\\""'),
        ("\ud800", '"\\ud800"'),
        (date(2024, 3, 15), '"2024-03-15"'),
        (time(8, 30), '"08:30:00"'),
        (datetime(2024, 3, 15, 8, 30, tzinfo=UTC), '"2024-03-15T08:30:00Z"'),
        (datetime(2024, 3, 15, 8, 30, tzinfo=timezone(timedelta(hours=8))), '"2024-03-15T08:30:00+08:00"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
    ],
)
def test_written(value: Any, written: str) -> None:
    assert json.dumps(value) == written.encode()


NO_JSON = [
    Decimal("NaN"),
    Decimal("Infinity"),
    float("nan"),
    float("-inf"),
    object(),
    {None: 1},
    {True: 1},
    b"\xff",
    {1},
]


@pytest.mark.parametrize("value", NO_JSON)
def test_what_has_no_json_form_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        json.dumps([value])


def test_data_that_contains_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(ValueError, match="nested"):
        json.dumps(loop)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "character 0"),
        ("{'a': 1}", "character 1"),
        ('{"secret": 1,}', "not JSON"),
        ("NaN", "out of range"),
        ("[-Infinity]", "out of range"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5000, "out of range"),
        (b"\xff", "UTF-8"),
    ],
)
def test_what_is_not_json_is_told_without_its_text(text: str | bytes, told: str) -> None:
    with pytest.raises(json.JsonError, match=told) as caught:
        json.loads(text)
    assert "secret" not in str(caught.value)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert json.loads(b'\xef\xbb\xbf{"a": 1.0}') == {"a": Decimal("1.0")}


LEAVES = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_data_comes_back(value: Any) -> None:
    assert json.loads(json.dumps(value)) == value
