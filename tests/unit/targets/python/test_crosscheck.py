"""A second reader of the types: silent where both find the same fields, and heard where they do not."""

from pathlib import Path
from typing import Any

import pytest

from qiyue.config import Edition, load_project
from qiyue.diagnostics import Report, Severity
from qiyue.pipeline import Compiled, compile_edition, compile_text
from qiyue.targets.python import crosscheck

EDITIONS = load_project(Path(__file__).parents[4]).editions
HEAD = """
openapi: 3.1.0
info: {title: Tea, version: '1'}
paths: {/teas: {get: {operationId: list, responses: {'200': {description: ok}}}}}
components:
  schemas:
    Tea: """


DISCRIMINATED = """
      oneOf: [{$ref: '#/components/schemas/Green'}, {$ref: '#/components/schemas/Black'}]
      discriminator: {propertyName: kind}
    Green: {type: object, properties: {kind: {type: string}}}
    Black: {type: object, required: [kind], properties: {kind: {type: string}}}
"""
"""Another reader takes a discriminator for required, wherever the type is used."""


def told(compiled: Compiled) -> list[str]:
    report = Report()
    crosscheck.check(compiled.api, report, compiled.places.place)
    assert all(each.code == "read-otherwise" and each.severity is Severity.NOTE and each.place for each in report)
    return [each.message for each in report]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_every_edition_is_read_alike(edition: Edition) -> None:
    assert told(compile_edition(edition)) == []


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("{type: object, required: [name], properties: {name: {type: string}, price: {type: number}}}", []),
        ("{type: object, properties: {a b: {type: string}}, additionalProperties: {type: string}}", []),
        ("{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}", []),
        ("{enum: [green, black, null]}", []),
        ("true", []),
        ("{type: object, required: [tea_kind], properties: {teaKind: {type: string}}}", []),
        (DISCRIMINATED, ["datamodel-code-generator reads `Green` otherwise: there its field 'kind' is required"]),
    ],
)
def test_what_two_readers_find(schema: str, said: list[str]) -> None:
    assert told(compile_text(HEAD + schema)) == said


def read_less(schemas: Any) -> dict[str, dict[str, bool]]:
    return {"Tea": {"kind": True, "pot": False}}


def stumble(schemas: Any) -> dict[str, dict[str, bool]]:
    raise KeyError("pot")


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (
            read_less,
            [
                "datamodel-code-generator reads `Tea` otherwise: there it has no field 'name'",
                "datamodel-code-generator reads `Tea` otherwise: there its field 'kind' is required",
                "datamodel-code-generator reads `Tea` otherwise: there it has a field 'pot'",
            ],
        ),
        (stumble, ["datamodel-code-generator cannot read the types: 'pot'"]),
    ],
)
def test_another_reader_is_heard(reader: Any, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosscheck, "_their_fields", reader)
    assert told(compile_text(HEAD + "{type: object, properties: {name: {type: string}, kind: {type: string}}}")) == said
