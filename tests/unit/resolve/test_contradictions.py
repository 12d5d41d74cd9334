"""Keywords of one schema that contradict each other: a schema in, what is left of it and where that is told out."""

from typing import Any

import pytest

from qiyue.diagnostics import Severity
from qiyue.pipeline import compile_text

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\ncomponents:\n  schemas:\n    A:\n'


def compiled(**keywords: str) -> tuple[Any, list[tuple[str, int]]]:
    text = HEAD + "".join(f"      {key}: {value}\n" for key, value in keywords.items())
    found = compile_text(text)
    told = [each for each in found.report if each.code == "contradiction"]
    assert all(each.severity is Severity.NOTE and each.place for each in told)
    return found.api.types["#/components/schemas/A"], [
        (each.message.split("`")[1], each.place.line) for each in told if each.place
    ]


LEFT_OUT: list[tuple[dict[str, str], list[tuple[str, int]]]] = [
    ({"enum": "[MALE, F]", "maxLength": "1"}, [("maxLength", 8)]),
    ({"enum": "[MALE, F]", "maxLength": "1", "minLength": "2"}, [("maxLength", 8), ("minLength", 9)]),
    ({"const": "MALE", "pattern": "'^[A-Z]$'"}, [("pattern", 8)]),
    ({"enum": "[1, 20]", "maximum": "9"}, [("maximum", 8)]),
    ({"enum": "[1, 20]", "exclusiveMinimum": "1"}, [("exclusiveMinimum", 8)]),
    ({"enum": "[1.5, 2]", "multipleOf": "1"}, [("multipleOf", 8)]),
    ({"enum": "[today, 2024-03-15]", "format": "date"}, [("format", 8)]),
    ({"pattern": "'^[0-9]{8}$'", "format": "date"}, [("format", 8)]),
    ({"pattern": "'^[0-9-]{10} [0-9:]{8}$'", "format": "date-time"}, [("format", 8)]),
    ({"example": "2024/03/15 09:30", "format": "date-time"}, [("format", 8)]),
    ({"example": "'20240315'", "format": "date"}, [("format", 8)]),
    ({"example": "2024-02-31", "format": "date"}, [("format", 8)]),
    ({"example": "'20240315'", "format": "date", "maxLength": "4"}, [("format", 8)]),
]
KEPT: list[dict[str, str]] = [
    {"enum": "[M, F]", "maxLength": "1"},
    {"enum": "[1, 2]", "maxLength": "0"},
    {"enum": "[null, M]", "maxLength": "1", "pattern": "'^[MF]$'"},
    {"enum": "[1, 2.0]", "multipleOf": "1", "maximum": "2"},
    {"pattern": "'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'", "format": "date"},
    {"pattern": "'T.*Z$'", "format": "date-time"},
    {"pattern": "'('", "format": "date-time"},
    {"example": "2024-03-15T09:30:00.5+08:00", "format": "date-time"},
    {"example": "nobody", "format": "email"},
    {"enum": "[a]", "pattern": "'(?P<'"},
]


@pytest.mark.parametrize(("keywords", "wanted"), LEFT_OUT)
def test_a_limit_that_its_own_values_break_is_left_out_and_told(
    keywords: dict[str, str], wanted: list[tuple[str, int]]
) -> None:
    schema, told = compiled(**keywords)
    assert told == wanted
    assert {"example" if key == "examples" else key for key in schema} == keywords.keys() - {key for key, _ in wanted}


@pytest.mark.parametrize("keywords", KEPT)
def test_what_fits_is_kept(keywords: dict[str, str]) -> None:
    schema, told = compiled(**keywords)
    assert told == []
    assert {"example" if key == "examples" else key for key in schema} == keywords.keys()


def test_one_example_of_several_is_enough() -> None:
    found = compile_text(HEAD + "      format: date\n      examples: [2024-03-15, '20240315']\n")
    assert "format" not in found.api.types["#/components/schemas/A"]


def test_a_note_names_the_place_of_the_example_too() -> None:
    found = compile_text(HEAD + "      format: date\n      pattern: ^2\n      example: '20240315'\n")
    [told] = [each for each in found.report if each.code == "contradiction"]
    assert found.api.types["#/components/schemas/A"]["pattern"] == "^2"
    assert str(told.place) == "spec.yaml:7:7"
    assert "'20240315' (spec.yaml:9:7)" in told.message


MEDIA = (
    'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
    "paths: {/a: {get: {responses: {'200': {description: d, content: {%s}}}}}}\n"
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("v3: {}", ["application/json"]),
        ("Schema: {}", ["application/json"]),
        ("v3: {}, application/json: {}", ["application/json"]),
        ("application/json: {}, v3: {}", ["application/json"]),
        ("v3: {}, v4: {}", ["application/json"]),
        ("image/*: {}", ["image/*"]),
        ("application/json; charset=utf-8: {}", ["application/json; charset=utf-8"]),
        ("application/vnd.a.v1+json: {}", ["application/vnd.a.v1+json"]),
    ],
)
def test_what_is_no_media_type_is_read_as_json_once(written: str, read: list[str]) -> None:
    [operation] = compile_text(MEDIA % written).api.operations
    assert [media.content_type for media in operation.answers[0].media] == read
