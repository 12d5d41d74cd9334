"""Which operations a gap touches, and that none is missing without one."""

from pathlib import Path

import pytest

from qiyue import pipeline, whole
from qiyue.diagnostics import Severity
from qiyue.positions import MEMBERS

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ODD = Path(__file__).parent / "resolve" / "documents" / "odd.yaml"
METHODS = [key for key, holds in MEMBERS["path"].items() if holds == "operation"]

HEAD = """\
openapi: 3.1.0
info: {title: T, version: "1"}
components:
  schemas:
    Leaf: {description: [], title: leaf}
    Tree: {properties: {leaf: {$ref: "#/components/schemas/Leaf"}}}
    Stone: {type: string}
  parameters: {P: {name: p, in: query, schema: {$ref: "#/components/schemas/Tree"}}}
  securitySchemes: {key: {type: [], name: k, in: query}, other: {type: http, scheme: basic}}
paths:
"""
TABLE = {
    "nothing": ("/a: {get: {operationId: a}, put: {operationId: b}}", [], []),
    "in an operation": ("/a: {get: {operationId: a, summary: []}, put: {operationId: b}}", ["a"], []),
    "in a type it uses": (
        "/a: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/P'}]}, put: {operationId: b}}",
        ["a"],
        [],
    ),
    "in its path": (
        "/a: {parameters: [{}], get: {operationId: a}}\n  /b: {get: {operationId: b}}",
        ["a"],
        [],
    ),
    "in its security scheme": (
        "/a: {get: {operationId: a, security: [{key: []}]}, put: {operationId: b, security: [{other: []}]}}",
        ["a"],
        [],
    ),
    "an operation that is none": ("/a: {get: hello, put: {operationId: b}}", [], ["get /a"]),
    "beside a reference to another path": (
        "/a: {$ref: '#/paths/~1b', get: {operationId: a}}\n  /b: {put: {operationId: b, summary: []}}",
        ["b", "b_2"],
        [],
    ),
}


def told(text: str) -> whole.CoverageSummary:
    compiled = pipeline.compile_text(HEAD + "  " + text)
    return whole.get_coverage_summary(compiled.api, compiled.data, compiled.report)


@pytest.mark.parametrize(("text", "with_gaps", "left_out"), TABLE.values(), ids=TABLE)
def test_a_gap_touches_who_uses_it(text: str, with_gaps: list[str], left_out: list[str]) -> None:
    found = told(text)
    assert (sorted(found.with_gaps), list(found.left_out)) == (sorted(with_gaps), left_out)


def test_it_reads_as_a_sentence() -> None:
    assert str(told("/a: {get: {}}")) == "1 operation, 1 whole, 0 with gaps"
    assert str(told("/a: {get: 1, put: {}}")) == "2 operations, 1 whole, 0 with gaps, 1 left out"


@pytest.mark.parametrize("path", [ODD, *sorted(CORPUS.glob("*.yaml")), *sorted(CORPUS.glob("*.json"))], ids=str)
def test_no_operation_is_missing_without_its_gap(path: Path) -> None:
    compiled = pipeline.compile_file(path)
    written = (
        {
            (name, method.lower()): f"/paths/{name.replace('~', '~0').replace('/', '~1')}/{method}"
            for name, item in compiled.data["paths"].items()
            for method in item
            if method.lower() in METHODS
        }
        if compiled.data.get("paths")
        else {}
    )
    made = {(each.path, each.method.lower()) for each in compiled.api.operations}
    gaps = {each.place.pointer for each in compiled.report if each.severity is Severity.GAP and each.place}
    assert {each for each in written if each not in made and written[each] not in gaps} == set()
    assert len(made | written.keys()) == whole.get_coverage_summary(compiled.api, compiled.data, compiled.report).count
