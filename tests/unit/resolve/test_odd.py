"""Slightly invalid documents, as published: never refused, always said, and no operation gets lost."""

from decimal import Decimal
from pathlib import Path

import pytest

from qiyue import pipeline
from qiyue.diagnostics import Severity
from qiyue.values import Plain

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
PATHS = "paths: {/a: {get: {}}}\n"
DOCUMENT = Path(__file__).parent / "documents" / "odd.yaml"

DOCUMENTS = {
    "no info": ("openapi: 3.1.0\n" + PATHS, "note", 1),
    "info as text": ("openapi: 3.1.0\ninfo: tea\n" + PATHS, "note", 1),
    "only components": (HEAD + "components: {schemas: {A: {}}}", "note", 0),
    "an unquoted version": (HEAD.replace("3.1.0", "3.1") + PATHS, "note", 1),
    "nullable in 3.1": (HEAD + PATHS + "components: {schemas: {A: {type: string, nullable: true}}}", "note", 1),
    "paths null": (HEAD + "paths: null", "note", 0),
    "components null": (HEAD + PATHS + "components: null", "", 1),
    "schemas null": (HEAD + PATHS + "components: {schemas: null}", "note", 1),
    "responses as a list": (HEAD + "paths: {/a: {get: {responses: [{description: a}]}}}", "gap", 1),
    "an operation that says nothing": (HEAD + "paths: {/a: {get: }}", "note", 1),
    "a method in capitals": (HEAD + "paths: {/a: {GET: {}}}", "note", 1),
    "an answer that says nothing": (HEAD + "paths: {/a: {get: {responses: {200: null}}}}", "note", 1),
    "a path that nothing fills": (HEAD + "paths: {'/a/{b}': {get: {}}}", "gap", 1),
    "a server as text": (HEAD + PATHS + "servers: ['https://tea.example']", "note", 1),
    "tags as text": (HEAD + PATHS + "tags: [a]", "note", 1),
    "a tag as a mapping": (HEAD + "paths: {/a: {get: {tags: [{name: b}]}}}", "", 1),
    "an operationId as a list": (HEAD + "paths: {/a: {get: {operationId: [a]}}}", "gap", 1),
    "a style that does not exist": (
        HEAD + "paths: {/a: {get: {parameters: [{name: b, in: query, style: c}]}}}",
        "gap",
        1,
    ),
    "a media type with a comma": (
        HEAD + "paths: {/a: {get: {requestBody: {content: {'application/json, v=1': {schema: {}}}}}}}",
        "note",
        1,
    ),
    "a form that is a text": (
        HEAD + "paths: {/a: {get: {requestBody: {content: {multipart/form-data: {schema: {type: string}}}}}}}",
        "note",
        1,
    ),
    "encoding as text": (HEAD + "paths: {/a: {get: {requestBody: {content: {a/b: {encoding: {c: d}}}}}}}", "gap", 1),
}


@pytest.mark.parametrize(("text", "severity", "operations"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_slightly_invalid_document_is_read(text: str, severity: str, operations: int) -> None:
    compiled = pipeline.compile_text(text)
    assert len(compiled.api.operations) == operations
    assert {str(each.severity) for each in compiled.report} == ({severity} if severity else set())
    assert all(each.place is not None and each.place.line > 0 for each in compiled.report)


SCHEMAS: dict[str, tuple[str, Plain, str]] = {
    "required: true": ("{type: string, required: true}", {"type": "string"}, "gap"),
    "required with other things": ("{required: [a, 1, {}]}", {"required": ("a",)}, "gap"),
    "type: any": ("{type: any, title: a}", {"title": "a"}, "note"),
    "type: file": ("{type: file}", {"type": "string", "format": "binary"}, "note"),
    "type: int64, and a format": ("{format: big, type: int64}", {"type": "integer", "format": "big"}, "note"),
    "type: [String, null]": ('{type: [String, "null"]}', {"type": ("string", "null")}, "note"),
    "a type that nobody knows": ("{type: tea, title: a}", {"title": "a"}, "gap"),
    "type: 5": ("{type: 5}", {}, "gap"),
    "type: null": ("{type: null}", {}, "note"),
    "enum as text": ("{enum: a}", {}, "gap"),
    "numbers among texts": (
        "{type: string, enum: [1, true, 2.50, a, '1']}",
        {"type": "string", "enum": ("1", "true", "2.50", "a")},
        "note",
    ),
    "texts among integers": (
        "{type: integer, enum: ['1', '02', 3]}",
        {"type": "integer", "enum": (1, "02", 3)},
        "note",
    ),
    "texts among numbers": (
        "{type: number, enum: ['0.10', 2]}",
        {"type": "number", "enum": (Decimal("0.10"), 2)},
        "note",
    ),
    "texts for true and false": (
        '{type: [boolean, "null"], enum: ["true", null]}',
        {"type": ("boolean", "null"), "enum": (True, None)},
        "note",
    ),
    "an enum of two types": (
        '{type: [string, integer], enum: ["1", 2]}',
        {"type": ("string", "integer"), "enum": ("1", 2)},
        "",
    ),
    "a pattern between slashes": ("{pattern: '/^[0-9]+$/g'}", {"pattern": "^[0-9]+$"}, "note"),
    "a pattern with a flag": ("{pattern: '/^[a-z]+$/i'}", {}, "gap"),
    "a pattern of slashes": ("{pattern: '/v1/.*/'}", {"pattern": "/v1/.*/"}, ""),
    "items as a list": ("{items: [{type: string}]}", {"prefixItems": ({"type": "string"},)}, "note"),
    "items as text": ("{items: string}", {"items": {}}, "gap"),
    "properties: null": ("{properties: null}", {}, "note"),
    "a limit as text": ('{maxLength: "5"}', {}, "gap"),
    "a limit below 0": ("{maxLength: -1}", {}, "gap"),
    "a limit with a fraction of zero": ("{maxLength: 5.0}", {"maxLength": 5}, ""),
    "multipleOf: 0": ("{multipleOf: 0}", {}, "gap"),
    "a description as a number": ("{description: 5}", {"description": "5"}, ""),
    "a discriminator as text": ("{discriminator: kind}", {}, "gap"),
}


@pytest.mark.parametrize(("text", "schema", "severity"), SCHEMAS.values(), ids=SCHEMAS)
def test_keywords_have_the_form_that_json_schema_gives_them(text: str, schema: Plain, severity: str) -> None:
    compiled = pipeline.compile_text(HEAD + PATHS + "components: {schemas: {A: " + text + "}}")
    assert compiled.api.types == {"#/components/schemas/A": schema}
    assert {str(each.severity) for each in compiled.report} == ({severity} if severity else set())


def test_no_operation_of_the_odd_document_is_missing() -> None:
    compiled = pipeline.compile_file(DOCUMENT)
    assert [operation.method for operation in compiled.api.operations] == ["GET", "POST", "PUT", "DELETE"]
    assert [server.url for server in compiled.api.servers] == ["https://tea.example", "https://{host}.example"]
    assert compiled.api.operations[0].tags == ("teas", "5")
    assert [answer.status for answer in compiled.api.operations[0].answers] == ["200", "2XX", "4XX"]
    assert not [each for each in compiled.report if each.severity is Severity.ERROR]
