"""Every document is told which of its keys nobody reads."""

import pytest

from qiyue import pipeline, source
from qiyue.diagnostics import Diagnostic, Refused, Severity

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
PATHS = "paths: {/a: {get: {}}}\n"


def schema(text: str) -> str:
    return PATHS + "components: {schemas: {A: " + text + "}}"


def operation(text: str) -> str:
    return "paths: {/a: {get: {" + text + "}}}"


UNKNOWN = {
    "of the document": (PATHS + "webhook: {}", "unknown-key", "`webhooks`"),
    "of info": (PATHS.replace("paths", "path") + PATHS, "unknown-key", "`paths`"),
    "of an operation": (operation("operationID: a"), "unknown-key", "`operationId`"),
    "of a parameter": (operation("parameters: [{name: a, in: query, schemas: {}}]"), "unknown-key", "`schema`"),
    "of a body": (operation("requestBody: {contents: {}}"), "unknown-key", "`content`"),
    "of an answer": (operation("responses: {200: {descripton: a}}"), "unknown-key", "`description`"),
    "of a media type": (
        operation("responses: {200: {content: {a/b: {exampel: {}}}}}"),
        "unknown-key",
        "`example`",
    ),
    "of a security scheme": (
        PATHS + "components: {securitySchemes: {k: {type: http, shceme: basic}}}",
        "unknown-key",
        "`scheme`",
    ),
    "of components": (PATHS + "components: {schema: {A: {}}}", "unknown-key", "`schemas`"),
    "of a schema": (schema("{type: string, maxlength: 3}"), "unknown-keyword", "`maxLength`"),
    "of a schema, swapped letters": (schema("{descripton: a}"), "unknown-keyword", "`description`"),
}


@pytest.mark.parametrize(("text", "code", "meant"), UNKNOWN.values(), ids=UNKNOWN)
def test_a_misspelt_key_is_a_gap_that_says_what_was_meant(text: str, code: str, meant: str) -> None:
    [found] = pipeline.compile_text(HEAD + text).report
    assert (found.code, found.severity) == (code, Severity.GAP)
    assert meant in found.hint
    assert found.place is not None
    assert found.place.line >= 3


def test_whoever_keeps_the_document_mends_it() -> None:
    for text, code, _ in UNKNOWN.values():
        with pytest.raises(Refused) as refused:
            pipeline.compile_loaded(source.read_text(HEAD + text, "spec.yaml"), (), strict=True)
        assert [each.code for each in refused.value.diagnostics] == [code]


NOTES = {
    "a word of another specification": (operation("produces: [a/b]"), "unknown-key"),
    "a word of nobody": (schema("{colour: red}"), "unknown-keyword"),
    "beside a reference": (
        operation("parameters: [{$ref: '#/components/parameters/P', required: true}]")
        + "\ncomponents: {parameters: {P: {name: p, in: query, schema: {}}}}",
        "unknown-key",
    ),
}


@pytest.mark.parametrize(("text", "code"), NOTES.values(), ids=NOTES)
def test_any_other_key_is_a_note(text: str, code: str) -> None:
    [found] = pipeline.compile_text(HEAD + text).report
    assert (found.code, found.severity) == (code, Severity.NOTE)


FREE = {
    "names of one's own": "x-tea: 1\n" + operation("x-tea: 1, responses: {x-tea: 1}"),
    "names of things": operation("responses: {200: {headers: {operationID: {schema: {}}}, content: {paht/x: {}}}}"),
    "properties": schema("{properties: {maxlength: {}, summary: {}}}"),
    "examples": schema("{enum: [{maxlength: 1}], default: {descripton: 1}}"),
    "beside the reference of a schema": schema("{properties: {a: {$ref: '#/components/schemas/A', maxLength: 3}}}"),
}


@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_names_are_free(text: str) -> None:
    assert list(pipeline.compile_text(HEAD + text).report) == []


def test_a_key_is_said_once_however_often_it_stands() -> None:
    [found] = pipeline.compile_text(HEAD + schema("{colour: a, properties: {b: {colour: c}}}")).report
    assert "(2 times)" in found.message


def only(text: str) -> Diagnostic:
    [found] = [each for each in pipeline.compile_text(text).report if each.code == "no-operations"]
    return found


def test_a_document_without_operations_is_told_so() -> None:
    assert only(HEAD + "components: {schemas: {A: {}}}").severity is Severity.NOTE
    assert only(HEAD + "paths: {}").severity is Severity.NOTE
    for meant in ("{/a: {get: 1}}", "{/a: {gett: {}}}", "{$ref: nowhere.yaml}", "[]"):
        assert only(HEAD + f"paths: {meant}").severity is (Severity.NOTE if meant == "[]" else Severity.GAP)
    assert only(HEAD + "paths: {/a: {parameters: [], summary: s, x-a: {}}}").severity is Severity.NOTE
    assert "`path`" in only(HEAD + "path: {/a: {get: {}}}\ncomponents: {schemas: {A: {}}}").hint
    assert [each.code for each in pipeline.compile_text(HEAD + "webhooks: {a: {post: {}}}").report] == []
    for nothing in ("", "tags: []\n", "path: {/a: {get: {}}}\n"):
        with pytest.raises(Refused, match="nothing to generate"):
            pipeline.compile_text(HEAD + nothing)
