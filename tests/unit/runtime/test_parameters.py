"""The styles of OpenAPI, as its own table has them."""

from decimal import Decimal
from typing import Any

import httpx2
import pytest

from qiyue.base.parameters import cookie_text, header_text, path_text, query_text
from qiyue.runtime.draft import Draft
from qiyue.runtime.errors import InvalidRequestError
from qiyue.runtime.operation import Operation, Parameter
from qiyue.runtime.request import written

COLOURS = ["blue", "black"]
MIX = {"R": 100, "G": Decimal("2.50")}


def parameter(style: str = "", explode: bool | None = None, **other: Any) -> Parameter:
    return Parameter(name="color", argument="color", style=style, explode=explode, **other)


@pytest.mark.parametrize(
    ("style", "explode", "value", "written"),
    [
        ("", None, "blue", "color=blue"),
        ("form", True, COLOURS, "color=blue&color=black"),
        ("form", False, COLOURS, "color=blue,black"),
        ("form", True, MIX, "R=100&G=2.50"),
        ("form", False, MIX, "color=R,100,G,2.50"),
        ("form", None, "", "color="),
        ("form", None, None, ""),
        ("form", None, [], ""),
        ("form", None, True, "color=true"),
        ("form", None, "a&b=c d/票", "color=a%26b%3Dc%20d%2F%E7%A5%A8"),
        ("spaceDelimited", False, COLOURS, "color=blue%20black"),
        ("pipeDelimited", False, COLOURS, "color=blue%7Cblack"),
        ("pipeDelimited", False, MIX, "color=R%7C100%7CG%7C2.50"),
        ("deepObject", None, MIX, "color%5BR%5D=100&color%5BG%5D=2.50"),
        ("deepObject", None, {"a": {"b": [1, 2]}}, "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"),
    ],
)
def test_query(style: str, explode: bool | None, value: Any, written: str) -> None:
    assert query_text(parameter(style, explode), value) == written


def test_query_may_keep_reserved_characters_but_never_those_that_end_it() -> None:
    assert query_text(parameter(allow_reserved=True), "a/b?c:d&e#f") == "color=a/b?c:d%26e%23f"


def test_query_as_json() -> None:
    assert query_text(parameter(content_type="application/json"), {"a": Decimal("1.0")}) == "color=%7B%22a%22%3A1.0%7D"


@pytest.mark.parametrize(
    ("style", "explode", "value", "written"),
    [
        ("", None, "a/b", "a%2Fb"),
        ("simple", False, COLOURS, "blue,black"),
        ("simple", False, MIX, "R,100,G,2.50"),
        ("simple", True, MIX, "R=100,G=2.50"),
        ("label", False, "blue", ".blue"),
        ("label", False, COLOURS, ".blue,black"),
        ("label", True, COLOURS, ".blue.black"),
        ("label", True, MIX, ".R=100.G=2.50"),
        ("matrix", False, "", ";color"),
        ("matrix", False, COLOURS, ";color=blue,black"),
        ("matrix", True, COLOURS, ";color=blue;color=black"),
        ("matrix", False, MIX, ";color=R,100,G,2.50"),
        ("matrix", True, MIX, ";R=100;G=2.50"),
    ],
)
def test_path(style: str, explode: bool | None, value: Any, written: str) -> None:
    assert path_text(parameter(style, explode, location="path"), value) == written


def test_header_and_cookie() -> None:
    assert header_text(parameter(location="header"), ["a b", "票"]) == "a b,票"
    assert header_text(parameter(location="header", explode=True), MIX) == "R=100,G=2.50"
    assert cookie_text(parameter(location="cookie"), COLOURS) == "color=blue; color=black"
    assert cookie_text(parameter(location="cookie", explode=False), COLOURS) == "color=blue,black"


OPERATION: Operation[None] = Operation(
    id="get",
    method="GET",
    path="/a/{color}/票",
    parameters=(Parameter(name="color", argument="color", location="path"),),
)


@pytest.mark.parametrize("value", ["a/../b", "100%", "{color}", "a?b#c", " "])
def test_path_value_stays_one_segment_on_the_wire(value: str) -> None:
    request = written(OPERATION, Draft(path={"color": value}, query={"q": "1 + 2"}), "https://x.test/v1/", {})
    sent = httpx2.Client().build_request(request.method, request.url).url
    assert sent.raw_path.count(b"/") == 4
    assert sent.path == f"/v1/a/{value}/票"
    assert sent.params["q"] == "1 + 2"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_path_value_that_would_lead_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(InvalidRequestError, match="path:color"):
        written(OPERATION, Draft(path={"color": value}), "https://x.test", {})


@pytest.mark.parametrize("value", ["a\r\nX-Other: b", "a\0", "\x7f"])
def test_header_value_is_one_line(value: str) -> None:
    with pytest.raises(InvalidRequestError, match="header:X-A"):
        written(OPERATION, Draft(path={"color": "x"}, header={"X-A": value}), "https://x.test", {})


def test_request_text_shows_no_values() -> None:
    draft = Draft(path={"color": "x"}, query={"key": "s3cret"}, header={"Authorization": "s3cret"})
    assert "s3cret" not in repr(written(OPERATION, draft, "https://x.test", {}))
