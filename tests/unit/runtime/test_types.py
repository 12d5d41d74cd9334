"""Models: exact, tolerant, and the same on the way out."""

import copy
import pickle
import warnings
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from qiyue.base import json
from qiyue.runtime.enums import OpenIntEnum, OpenStrEnum
from qiyue.runtime.reading import plain, read, read_as
from qiyue.runtime.types import (
    AnyDecimal,
    Date,
    DateTime,
    DecimalNumber,
    DecimalText,
    JsonText,
    Model,
    TextDecimal,
)


class Colour(OpenStrEnum):
    RED = "red"


class Level(OpenIntEnum):
    LOW = 1


class Inner(Model):
    amount: Annotated[DecimalNumber, Field(alias="AmountDue")]


class Cat(Model):
    kind: Literal["cat"]
    lives: int | None = None


class Dog(Model):
    kind: Literal["dog"]
    weight: DecimalNumber | None = None


class Outer(Model):
    name: str
    text: DecimalText | None = None
    price: AnyDecimal | None = None
    day: Date | None = None
    moment: DateTime | None = None
    colour: Colour | None = None
    level: Level | None = None
    inner: Inner | None = None
    many: list[Inner] | None = None
    pet: Cat | Dog | None = None
    packed: JsonText[Inner] | None = None


@pytest.mark.parametrize(
    "data",
    [
        '{"name":"a","text":"43.50","day":"2024-03-15","moment":"2024-03-15T08:30:00Z"}',
        '{"name":"a","text":"1,234.50","day":"0000-00-00","moment":"2025-12-30 22:13"}',
        '{"name":"a","moment":"2024-03-15T08:30:00.770+00:00"}',
        '{"name":"a","moment":"2024-03-15t08:30:00.7z"}',
        '{"name":"a","price":43.50}',
        '{"name":"a","price":"43.50"}',
        '{"name":"a","price":"1.5E3","text":"1E-2"}',
        '{"name":"a","price":"about 5","text":"1_000"}',
        '{"name":"a","price":null}',
        '{"name":"a","text":"","day":"","moment":"","colour":"","level":0}',
        '{"name":"a","colour":"mauve","level":99,"own":{"deep":[1.10,1E+2]}}',
        '{"name":"a","text":null,"day":null,"colour":null,"inner":null}',
        '{"name":"a","inner":{"AmountDue":0.10000000000000000001,"x":-0.0}}',
        '{"name":"a","inner":{"AmountDue":"much"},"many":[{"AmountDue":1.0},{}]}',
        '{"name":"a","colour":5,"level":"high","day":20240315,"many":{}}',
        '{"name":"a","pet":{"kind":"dog","weight":"heavy"}}',
        '{"name":"a","pet":{"kind":"bird"}}',
        '{"name":"a","packed":"{\\"AmountDue\\": 1.50 }"}',
        '{"name":"a","packed":"no json"}',
    ],
)
def test_answers_go_out_as_they_came_in(data: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        written = json.dumps(plain(read(Outer, json.loads(data)), Outer)).decode()
    assert json.loads(written.replace("1E+2", "100")) == json.loads(data.replace("1E+2", "100"))


EVERYTHING = """
{"name":"a","text":"43.50","price":"4.50","day":"2024-03-15","moment":"2024-03-15T08:30:00.770+00:00","colour":"mauve",
"level":9,"inner":{"AmountDue":0.10,"own":[1.0]},"many":[{"AmountDue":2}],"pet":{"kind":"dog"},
"packed":"{\\"AmountDue\\": 1.50 }"}
"""


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_pickle_keeps_types_and_texts(protocol: int) -> None:
    outer = read(Outer, json.loads(EVERYTHING))
    kept = pickle.loads(pickle.dumps(outer, protocol))
    assert kept == outer
    assert [type(value) for value in vars(kept).values()] == [type(value) for value in vars(outer).values()]
    assert json.text(plain(kept)) == json.text(json.loads(EVERYTHING))
    assert kept.packed.parsed() == outer.packed.parsed() == Inner(amount=Decimal("1.50"))


def test_a_moment_keeps_its_text_as_long_as_it_is_itself() -> None:
    outer = read(Outer, {"name": "a", "moment": "2024-03-15T08:30:00.770+00:00"})
    copied, later = pickle.loads(pickle.dumps(outer)), outer.moment + timedelta(days=1)
    assert copied == outer
    assert json.text(plain(copied)) == '{"name":"a","moment":"2024-03-15T08:30:00.770+00:00"}'
    assert (outer.moment, json.text(later)) == (
        datetime(2024, 3, 15, 8, 30, 0, 770_000, UTC),
        '"2024-03-16T08:30:00.770000Z"',
    )


def test_the_right_branch_of_a_union_keeps_its_wrong_field() -> None:
    outer = read(Outer, {"name": "a", "pet": {"kind": "dog", "weight": "heavy"}})
    assert type(outer.pet) is Dog
    assert outer.pet.weight == "heavy"


def test_required_is_required() -> None:
    with pytest.raises(ValidationError):
        read(Outer, {"text": "1"})
    with pytest.raises(ValidationError):
        read(Inner, {"AmountDue": "much"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "soon"},
        {"day": 0},
        {"moment": "2025-12-30 22:13"},
        {"moment": 1767100000},
        {"text": "1,5"},
        {"inner": {"AmountDue": "x"}},
    ],
)
def test_requests_are_strict(wrong: dict[str, Any]) -> None:
    assert read(Outer, {"name": "a", **wrong})
    with pytest.raises(ValidationError):
        read_as(Outer, {"name": "a", **wrong}, "strict")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10))
def test_money_is_exact_as_number_and_as_text(value: Decimal) -> None:
    sent = json.dumps(plain(Outer(name="a", text=value, inner=Inner(amount=value))))
    assert sent == f'{{"name":"a","text":"{value:f}","inner":{{"AmountDue":{value:f}}}}}'.encode()
    back = read(Outer, json.loads(sent))
    assert back.text.as_tuple() == back.inner.amount.as_tuple() == value.as_tuple()


def test_a_number_that_came_as_text_counts_and_stays_text() -> None:
    outer = read(Outer, {"name": "a", "price": "43.50"})
    assert type(outer.price) is TextDecimal
    assert (outer.price, outer.price + 1, type(outer.price + 1)) == (Decimal("43.5"), Decimal("44.50"), Decimal)
    for kept in (outer, copy.deepcopy(outer), outer.model_copy(deep=True), pickle.loads(pickle.dumps(outer))):
        assert plain(kept) == {"name": "a", "price": "43.50"}
    assert plain(Outer(name="a", price=outer.price, text=outer.price)) == {
        "name": "a",
        "price": "43.50",
        "text": "43.50",
    }
    assert plain(Inner(amount=outer.price)) == {"AmountDue": Decimal("43.50")}
    assert plain(Outer(name="a", price=Decimal("43.50"))) == {"name": "a", "price": Decimal("43.50")}


@pytest.mark.parametrize(
    "text", ["1_000", " 5 ", "５", "+5", "05", ".5", "5.", "NaN", "Infinity", "", "1e", "0x1", "1,5"]
)
@pytest.mark.parametrize("form", [DecimalNumber, DecimalText, AnyDecimal])
def test_only_what_json_takes_for_a_number_is_one(form: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        read_as(form, text, "strict")


@pytest.mark.parametrize("value", ["-0.50", "5", "1e+2", 5, 0.5, Decimal("5.0")])
@pytest.mark.parametrize("form", [DecimalNumber, DecimalText, AnyDecimal])
def test_what_json_takes_for_a_number_is_one(form: Any, value: Any) -> None:
    assert read_as(form, value, "strict") == Decimal(str(value))


def test_names_of_python_and_of_the_wire() -> None:
    by_name: Any = {"amount": Decimal("1.0")}
    asked = read_as(Inner, by_name, "strict", sent=True)
    assert asked == Inner(**by_name) == read(Inner, {"AmountDue": Decimal("1.0")})
    assert plain(asked) == {"AmountDue": Decimal("1.0")}
    with pytest.raises(ValidationError):
        read(Inner, by_name)


def test_what_is_not_set_is_not_sent() -> None:
    assert plain(Outer(name="a", day=None)) == {"name": "a", "day": None}


def test_json_text() -> None:
    outer = read_as(Outer, {"name": "a", "packed": {"amount": Decimal("43.50")}}, "strict", sent=True)
    assert plain(outer)["packed"] == '{"AmountDue":43.50}'
    assert outer.packed.parsed() == Inner(amount=Decimal("43.50"))
    assert pickle.loads(pickle.dumps(outer)).packed.parsed() == outer.packed.parsed()
    with pytest.raises(json.JsonError):
        JsonText("no json").parsed()


@pytest.mark.parametrize("packed", ["no json", "", "[]", '{"AmountDue": "much"}', {"AmountDue": "much"}])
def test_json_text_that_is_not_what_it_should_be_is_told(packed: Any) -> None:
    read(Outer, {"name": "a", "packed": packed})
    with pytest.raises(ValidationError):
        read_as(Outer, {"name": "a", "packed": packed}, "strict")


def test_moments() -> None:
    outer = read(Outer, {"name": "a", "day": "2024-03-15", "moment": "2024-03-15T08:30:00Z"})
    assert outer.day == date(2024, 3, 15)
    assert outer.moment == datetime(2024, 3, 15, 8, 30, tzinfo=UTC)
