"""The parts of flows by themselves: windows of quotas, spots of arguments, lists on the way to a spot."""

from random import Random
from typing import Any

import httpx2
import pytest

from qiyue.base.throttle import Throttle
from qiyue.base.where import put
from qiyue.runtime.flows import Spot
from qiyue.runtime.operation import Answer, AnswerEnvelope, Envelope, Operation
from qiyue.runtime.response import RawResponse
from qiyue.runtime.spots import placed, plainly, typed
from qiyue.runtime.types import Model


@pytest.mark.parametrize("seed", range(20))
def test_no_window_holds_more_calls_than_the_quota(seed: int) -> None:
    chance = Random(seed)
    calls, seconds, now = chance.randint(1, 5), chance.choice([1.0, 60.0]), 0.0
    throttle, moments = Throttle(calls, seconds), []
    for _ in range(100):
        now += chance.choice([0.0, 0.1, seconds / calls, seconds])
        moments.append(now + throttle.take(now))
    assert all(late - early >= seconds - 1e-6 for early, late in zip(moments, moments[calls:], strict=False))
    assert moments == sorted(moments)


@pytest.mark.parametrize(
    ("data", "at", "expected"),
    [
        (None, "/0/name", [{"name": 1}]),
        ([], "/0", [1]),
        ([{"a": 2}], "/0/name", [{"a": 2, "name": 1}]),
        ({"rows": None}, "/rows/0", {"rows": [1]}),
        ({}, "/a/b", {"a": {"b": 1}}),
        ({"0": 2}, "/0", {"0": 1}),
    ],
)
def test_what_is_missing_on_the_way_is_made(data: Any, at: str, expected: Any) -> None:
    assert put(data, at, 1) == expected


class Row(Model):
    name: str


def test_values_are_placed_in_models_and_written_as_text() -> None:
    arguments = {"row": Row(name="a")}
    values = [(Spot(argument="row", at="/page", text=True), 2), (Spot(argument="size"), 3), (None, 4)]
    assert placed(arguments, values) == {"row": {"name": "a", "page": "2"}, "size": 3}
    assert arguments == {"row": Row(name="a")}


class Page(Model):
    rows: list[Row] | None = None


def response(data: Any, body: Any) -> RawResponse[Any]:
    operation: Operation[Any] = Operation(
        id="list",
        method="GET",
        path="/",
        envelope=Envelope(answer=AnswerEnvelope(payload="/data")),
        answers=(Answer(type=Page),),
    )
    headers = httpx2.Headers({"X-Next": "n"})
    return RawResponse(data=data, status=200, headers=headers, raw=b"", body=body, operation=operation)


@pytest.mark.parametrize(
    ("at", "as_typed", "as_it_came"),
    [
        ("/data/rows/0", Row(name="a"), {"name": "a"}),
        ("/data/more", 1, 1),
        ("/total", 5, 5),
        ("header:X-Next", "n", "n"),
    ],
)
def test_answers_are_asked_by_place(at: str, as_typed: Any, as_it_came: Any) -> None:
    body = {"data": {"rows": [{"name": "a"}], "more": 1}, "total": 5}
    told = response(Page(**body["data"]), body)  # type: ignore[arg-type]
    assert (typed(told, at), plainly(told, at)) == (as_typed, as_it_came)
