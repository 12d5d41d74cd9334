from collections.abc import Callable

import pytest

from qiyue.diagnostics import Diagnostic, Severity

Linted = Callable[..., list[Diagnostic]]


def schemas(text: str) -> str:
    return f"components:\n  schemas:\n    Base: {{properties: {{id: {{}}}}}}\n    A: {text}\n"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("{required: [nmae], properties: {name: {}}}", "unknown-required", "did you mean name?"),
        ("{required: [size], properties: {name: {}}}", "unknown-required", "describe it under properties"),
        ('{allOf: [{$ref: "#/components/schemas/Base"}, {required: [ident]}]}', "unknown-required", "under properties"),
    ],
)
def test_a_slip(linted: Linted, text: str, code: str, hint: str) -> None:
    [diagnostic] = linted(schemas(text))
    assert diagnostic.code == code
    assert hint in diagnostic.hint
    assert diagnostic.severity is Severity.NOTE
    assert str(diagnostic.place).startswith("spec.yaml:7:")


@pytest.mark.parametrize(
    "text",
    [
        "{x-colour: red, discriminator: {propertyName: a}, $defs: {B: {}}, unevaluatedProperties: false}",
        '{allOf: [{$ref: "#/components/schemas/Base"}, {required: [id]}]}',
        "{properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}",
        "{properties: {a: {}}, if: {required: [a]}, then: {required: [a]}}",
        "{properties: {a: {}}, dependentSchemas: {a: {properties: {b: {}}, required: [b]}}}",
        "{required: [anything], additionalProperties: {type: string}}",
        "{required: [anything], patternProperties: {.*: {}}}",
        "{properties: {nullable: {}, requird: {}}, enum: [{maxlength: 1}]}",
        '{$ref: "#/components/schemas/A", required: []}',
    ],
)
def test_no_slip(linted: Linted, text: str) -> None:
    assert linted(schemas(text)) == []


def test_a_strict_edition_has_it_mended(linted: Linted) -> None:
    [diagnostic] = linted(
        "paths: {/a: {parameters: [{name: p, in: query, schema: {required: [a]}, x-qiyue-source: stated L1}]}}",
        strict=True,
    )
    assert diagnostic.severity is Severity.ERROR
