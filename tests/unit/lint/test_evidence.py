from collections.abc import Callable

import pytest

from qiyue import lint, source
from qiyue.api import Grade
from qiyue.diagnostics import Diagnostic, Severity

Linted = Callable[..., list[Diagnostic]]

WHOLE = """
tags: [{name: core, x-qiyue-source: stated L12}]
x-qiyue-catalogue: [{name: later, x-qiyue-source: stated L13}]
servers: [{url: "https://api.example", x-qiyue-source: stated L1}]
paths:
  /a:
    post:
      operationId: makeThing
      x-qiyue-source: stated L2; companion Z2:L4
      parameters:
        - {name: p, in: query, schema: {type: string}, x-qiyue-source: {type: sample L3, required: assumed AB-01}}
        - $ref: "#/components/parameters/Q"
      requestBody:
        x-qiyue-source: stated L14
        content: {application/json: {schema: {}, example: {}, x-qiyue-source: sample L15}}
      responses:
        "200": {description: ok, x-qiyue-source: sample L4, headers: {H: {schema: {}, x-qiyue-source: stated L16}}}
        "400": {$ref: "#/components/responses/Bad"}
      x-qiyue-dispatch: {field: /m, cases: {c: {operationId: c, x-qiyue-source: inferred AB-01}}}
components:
  parameters: {Q: {name: q, in: query, schema: {}, x-qiyue-source: stated L5}}
  responses: {Bad: {description: bad, x-qiyue-source: companion Z2}}
  securitySchemes: {key: {type: http, scheme: bearer, x-qiyue-source: stated L6}}
  schemas:
    Thing:
      type: object
      x-qiyue-source: stated L17
      properties:
        rows:
          x-qiyue-source: stated L7
          items: {properties: {id: {type: string, x-qiyue-source: stated L8}}}
        create: {enum: [Y, N], x-qiyue-source: stated L9}
        user: {type: string, x-qiyue-source: stated L9}
      if: {properties: {create: {const: Y}}}
      then: {required: [user]}
      oneOf: [{properties: {create: {const: N}}}, {properties: {user: {minLength: 1}}}]
x-qiyue-errors: {codes: [{code: 7, kind: clock, x-qiyue-source: stated L10}]}
"""
FINDINGS = """
findings:
  - {id: AB-01, lines: [L2], title: t, readings: [a, b], chosen: a, why: w, settled-by: s}
"""


def test_a_whole_document_has_nothing_to_be_said(linted: Linted) -> None:
    assert linted(WHOLE, strict=True, findings=FINDINGS) == []


@pytest.mark.parametrize(
    ("mark", "title"),
    [
        (", x-qiyue-source: stated L12}", "the tag `core`"),
        (", x-qiyue-source: stated L13}", "the catalogue-row `later`"),
        ("        x-qiyue-source: stated L14\n", "the body `makeThing`"),
        (", x-qiyue-source: sample L15", "the media `application/json`"),
        (", x-qiyue-source: stated L16", "the header `H`"),
        ("      x-qiyue-source: stated L17\n", "the type `Thing`"),
        (", x-qiyue-source: stated L1}]", "the server `https://api.example`"),
        ("      x-qiyue-source: stated L2; companion Z2:L4\n", "the operation `makeThing`"),
        (", x-qiyue-source: {type: sample L3, required: assumed AB-01}", "the parameter `p`"),
        (", x-qiyue-source: sample L4, headers", "the answer `200`"),
        (", x-qiyue-source: inferred AB-01", "the case `c`"),
        (", x-qiyue-source: stated L5", "the parameter `q`"),
        (", x-qiyue-source: companion Z2}", "the answer `Bad`"),
        (", x-qiyue-source: stated L6", "the security-scheme `key`"),
        ("          x-qiyue-source: stated L7\n", "the property `rows`"),
        (", x-qiyue-source: stated L8", "the property `id`"),
        (", x-qiyue-source: stated L10", "the code `7`"),
    ],
)
def test_every_mark_is_missed(linted: Linted, mark: str, title: str) -> None:
    assert WHOLE.count(mark) == 1
    without = WHOLE.replace(mark, mark.replace("x-qiyue-source", "x-note"))
    [diagnostic] = linted(without, strict=True, findings=FINDINGS)
    assert diagnostic.code == "missing-evidence"
    assert diagnostic.message.startswith(title)
    assert diagnostic.severity is Severity.ERROR


def test_without_strict_no_evidence_is_wanted(linted: Linted) -> None:
    assert linted("servers: [{url: /a}]\n") == []


def test_an_unlisted_page_is_said_with_the_listed_one_that_was_meant(linted: Linted) -> None:
    [diagnostic] = linted("tags: [{name: a, x-qiyue-source: stated Zwie:L1}]\n")
    assert (diagnostic.code, diagnostic.hint) == ("unknown-page", "did you mean Zwei?")
    assert diagnostic.severity is Severity.NOTE


def test_the_tally_counts_each_element_once() -> None:
    tally = lint.count_grades(source.read_text(WHOLE, "spec.yaml").data)
    assert tally.grades == {
        Grade.STATED: 14,
        Grade.SAMPLE: 2,
        Grade.INFERRED: 1,
        Grade.COMPANION: 1,
        Grade.ASSUMED: 1,
    }
    assert (tally.missing, tally.total) == (0, 19)


def test_what_says_nothing_is_tallied_as_missing() -> None:
    tally = lint.count_grades({"servers": [{"url": "/"}, {"url": "/", "x-qiyue-source": "nonsense"}]})
    assert (tally.missing, tally.total) == (2, 2)
