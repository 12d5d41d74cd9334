from collections.abc import Callable

import pytest

from qiyue.diagnostics import Diagnostic, Severity

Linted = Callable[..., list[Diagnostic]]


def schema(text: str) -> str:
    return f"components:\n  schemas:\n    A:\n      {text}\n    B: {{required: [x], properties: {{x: {{}}}}}}\n"


def media(content_type: str, text: str) -> str:
    return f"""
components:
  schemas: {{A: {{type: object, required: [id], properties: {{id: {{type: integer}}}}}}}}
  examples: {{shared: {{value: {{id: one}}}}}}
  responses: {{R: {{content: {{{content_type}: {{schema: {{$ref: "#/components/schemas/A"}}, {text}}}}}}}}}
"""


JSON_TEXT = 'type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/B"}'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (schema("{type: integer, example: one}"), "must be a whole number"),
        (schema("{type: integer, default: 1.5}"), "must be a whole number"),
        (schema("{type: integer, examples: [1, one]}"), "must be a whole number"),
        (schema("{type: string, enum: [a, b], example: c}"), "is none of the values"),
        (schema("{type: string, format: date, example: 2026-02-30}"), "does not follow the format date"),
        (schema("{type: string, format: decimal, example: '007'}"), "does not follow the format decimal"),
        (schema("{type: string, format: decimal, example: '1e3'}"), "does not follow the format decimal"),
        (schema("{type: number, multipleOf: 0.01, example: 1.005}"), "must be a multiple of 0.01"),
        (schema("{type: string, x-qiyue-time: {format: yyyy-MM-dd HH:mm}, example: 2026-03-01}"), "yyyy-MM-dd HH:mm"),
        (schema("{type: string, x-qiyue-time: {format: yyyyMMdd}, example: '20261301'}"), "is not written as yyyyMMdd"),
        (schema(f"{{{JSON_TEXT}, example: '{{'}}"), "does not hold JSON"),
        (schema(f"{{{JSON_TEXT}, example: '{{}}'}}"), "does not fit contentSchema"),
        (schema("{type: object, properties: {a: {type: string}}, example: {a: 1}}"), "at /a: must be text"),
        (schema("{type: array, items: {type: string}, example: [1, 2, 3]}"), "must be text (and 2 more)"),
        (media("application/json", "example: {}"), "the key `id` is missing"),
        (media("application/x.a+json", "examples: {e: {value: {id: one}}}"), "at /id: must be a whole number"),
        (media("application/json", 'examples: {e: {$ref: "#/components/examples/shared"}}'), "at /id"),
        (media("multipart/form-data", "example: {id: one}"), "at /id"),
        ("components: {parameters: {P: {name: p, in: query, schema: {type: integer}, example: one}}}", "whole number"),
        ("components: {headers: {H: {schema: {type: integer}, examples: {e: {value: one}}}}}", "whole number"),
    ],
)
def test_a_sample_that_does_not_fit(linted: Linted, text: str, sentence: str) -> None:
    [diagnostic] = linted(text)
    assert diagnostic.code == "example-mismatch"
    assert sentence in diagnostic.message
    assert diagnostic.severity is Severity.NOTE


@pytest.mark.parametrize(
    "text",
    [
        schema("{type: string, format: decimal, example: '-0.10'}"),
        schema("{type: number, multipleOf: 0.01, example: 0.07}"),
        schema("{type: string, x-qiyue-time: {format: 'yyyy-MM-dd HH:mm'}, example: '2026-03-01 09:30'}"),
        schema("{type: integer, x-qiyue-time: {epoch: ms}, example: 1770220800000}"),
        schema(f"{{{JSON_TEXT}, example: '{{\"x\": 1.50}}'}}"),
        schema("{type: string, pattern: '(', example: a}"),
        schema('{$ref: "#/components/schemas/Nowhere", example: a}'),
        media("application/xml", "example: <id>one</id>"),
        media("application/json", "example: {id: 1}"),
    ],
)
def test_a_sample_that_fits_or_cannot_be_judged(linted: Linted, text: str) -> None:
    assert linted(text) == []


def test_an_edition_with_evidence_wants_it_mended(linted: Linted) -> None:
    found = linted(schema("{type: integer, default: x}"), strict=True)
    assert [each.severity for each in found if each.code == "example-mismatch"] == [Severity.ERROR]


def test_the_place_is_that_of_the_offending_value(linted: Linted) -> None:
    text = "components:\n  schemas:\n    A:\n      properties: {n: {type: integer}}\n      example:\n        n: one\n"
    [diagnostic] = linted(text)
    assert str(diagnostic.place).startswith("spec.yaml:9:")
