"""Every word of the table, on both sides of the line."""

from decimal import Decimal
from typing import Any

import pytest

from qiyue.runtime.draft import Draft
from qiyue.runtime.files import FilePart
from qiyue.runtime.limits import breaches, draft_breaches
from qiyue.runtime.operation import Limits

D = Decimal


@pytest.mark.parametrize(
    ("rule", "bound", "good", "bad"),
    [
        ("minLength", 2, ["票据", 5, None], ["票"]),
        ("maxLength", 2, ["ab", [1, 2, 3]], ["abc"]),
        ("maxLength", 3, [FilePart("a", b"abc")], [FilePart("a", b"abcd")]),
        ("minimum", D("0"), [0, D("-0"), True, "x"], [-1, D("-0.01")]),
        ("maximum", D("10.5"), [10, D("10.50")], [11, D("10.51")]),
        ("exclusiveMinimum", 0, [D("0.0001")], [0, D("-0")]),
        ("exclusiveMaximum", 1, [D("0.9999")], [1, D("1.0")]),
        ("multipleOf", D("0.01"), [D("0.07"), 3, D("1234567890123456789012345678901234567890.12")], [D("0.001")]),
        ("minItems", 1, [[1]], [[]]),
        ("maxItems", 1, [[1]], [[1, 2]]),
        ("uniqueItems", True, [[1, True, "1"], [{"a": 1}, {"a": 2}]], [[1, D("1.0")], [{"a": [1]}, {"a": [1]}]]),
        ("minProperties", 1, [{"a": 1}], [{}]),
        ("maxProperties", 1, [{"a": 1}], [{"a": 1, "b": 2}]),
        ("enum", ("a", 1), ["a", 1, D("1.0")], ["b", True]),
        ("const", "a", ["a"], ["b", None]),
        ("pattern", r"^\d{2}$", ["12", 5], ["12\n", "١٢", "x12"]),
        ("pattern", r"^(?<year>\d{4})(?=-)", ["2024-1"], ["2024"]),
        ("pattern", r"^\p{L}+$", ["no such thing in Python", ""], []),
        ("unknown-word", 1, ["anything"], []),
    ],
)
def test_rule(rule: str, bound: Any, good: list[Any], bad: list[Any]) -> None:
    limits = (Limits("/a/*", {rule: bound}),)
    assert list(breaches({"a": good}, limits)) == []
    assert [problem.at for problem in breaches({"a": bad}, limits)] == [f"/a/{index}" for index in range(len(bad))]


def test_required() -> None:
    limits = (Limits("/lines/*", {"required": ("a", "b/c")}),)
    found = list(breaches({"lines": [{"a": 1, "b/c": None}, {"a": 1}, "x"]}, limits))
    assert [(problem.at, problem.rule) for problem in found] == [("/lines/1/b~1c", "required")]


def test_problem_tells_no_value() -> None:
    (problem,) = breaches({"a": "s3cret"}, (Limits("/a", {"maxLength": 3}),))
    assert str(problem) == "/a: maxLength 3; came text(6)"


def test_parameters() -> None:
    draft = Draft(query={"ids": [5, 500]}, header={"X-A": "long"})
    limits = (
        Limits("query:ids/*", {"maximum": 100}),
        Limits("header:X-A", {"maxLength": 3}),
        Limits("query:none", {"const": 1}),
    )
    assert [problem.at for problem in draft_breaches(draft, limits)] == ["query:ids/1", "header:X-A"]


def test_a_near_miss_is_asked_for() -> None:
    limits = (Limits("/a", {"enum": ("green", "black")}),)
    told = [str(problem) for word in ("gren", "red", 1) for problem in breaches({"a": word}, limits)]
    assert told == [
        "/a: one of green, black; came text(4), did you mean green?",
        "/a: one of green, black; came text(3)",
        "/a: one of green, black; came integer",
    ]
