"""The boundary table, keyword by keyword; and that a whole operation's cases are what they say, in every process."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from qiyue.contract.generators.boundary import MOST, BoundaryGenerator
from qiyue.diagnostics import Report
from qiyue.mock.schemas import Schemas
from qiyue.pipeline import compile_file, compile_text
from qiyue.values import Plain, thaw

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
DOCUMENT = """
openapi: "3.1.0"
info: {title: Edges, version: "1"}
paths:
  /a:
    post:
      operationId: a
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [x], properties: {x: SCHEMA}}
            example: {x: SHOWN}
      responses: {"200": {description: fine}}
"""
HASH = """
from hashlib import sha256
from pathlib import Path
from qiyue.contract.generators.boundary import BoundaryGenerator
from qiyue.diagnostics import Report
from qiyue.mock.schemas import Schemas
from qiyue.pipeline import compile_file

api = compile_file(Path("tests/cases/heron_press/openapi.yaml"), root=Path.cwd()).api
cases = [BoundaryGenerator(api, Schemas(api, "request", Report())).cases(operation) for operation in api.operations]
requests = [(case.about, case.place, case.request) for each in cases for case in each]
print(sha256(repr(requests).encode()).hexdigest())
"""
EXACT = Decimal("0.10000000000000000001")
EDGES: list[tuple[str, str, list[Plain], list[Plain]]] = [
    ("{type: string}", "a", [], [7, [], None]),
    ("{type: [string, 'null']}", "a", [None], [7]),
    ("{type: boolean}", "true", [True, False], ["true", None]),
    ("{type: integer}", "1", [0, 2**53 + 1], ["7", Decimal("1.5"), None]),
    ("{type: number}", "1", [EXACT, Decimal("1234567890123456789.01")], ["7", None]),
    ("{type: number, multipleOf: 0.01}", "1", [Decimal("0.01")], [Decimal("0.011"), EXACT]),
    ("{type: integer, minimum: 3, maximum: 9}", "4", [3, 9], [2, 10]),
    ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}", "0.5", [Decimal("0.01"), Decimal("0.99")], [0, 1]),
    ("{type: string, minLength: 2, maxLength: 3}", "ab", ["ab", "abx", "税税税"], ["a", "abxx", "税税税税"]),
    ("{type: string, pattern: '^[A-Z]{2}$'}", "AB", ["AA"], ["AB\n", "AB!"]),
    ("{type: string, enum: [on, off]}", "on", ["on", "off"], ["ON", "off-unheardOf"]),
    ("{const: 5}", "5", [5], [1_000_008]),
    ("{type: string, format: date}", "2024-01-02", ["2024-02-29"], ["2023-02-29"]),
    ("{type: string, format: decimal}", "'1.0'", ["12345678901234567890.12"], []),
    ("{type: string, x-qiyue-time: {format: yyyyMMdd, zone: +08:00}}", "'20240102'", ["20240229"], [7]),
    ("{type: array, items: {type: integer}, minItems: 1, maxItems: 2}", "[1]", [[1], [1, 1]], [[], [1, 1, 1], ["7"]]),
    ("{type: array, items: {type: integer}, uniqueItems: true}", "[1]", [[]], [[1, 1]]),
    ("{type: array, prefixItems: [{type: string}, {type: integer}]}", "[a, 1]", [], [[7, 1], ["a", "7"]]),
    ("{type: object, properties: {b: {type: string}}}", "{}", [{"b": "text"}], [{"b": 7}]),
    ("{type: object, additionalProperties: false}", "{}", [], [{"unheardOf": "x"}]),
    ("{oneOf: [{type: string}, {type: integer}]}", "a", ["a", 1], [None]),
    ("{anyOf: [{type: integer, minimum: 3}, {type: 'null'}]}", "3", [3, None], [2]),
    ("{type: string, contentMediaType: application/json, contentSchema: {enum: [1, 2]}}", "'1'", ["2"], []),
]


def varied(schema: str, shown: str) -> dict[bool, list[Plain]]:
    api = compile_text(DOCUMENT.replace("SCHEMA", schema).replace("SHOWN", shown)).api
    found: dict[bool, list[Plain]] = {True: [], False: []}
    for case in BoundaryGenerator(api, Schemas(api, "request", Report())).cases(api.operations[0]):
        body: Any = thaw(case.request.body)
        if isinstance(body, dict) and "x" in body:
            found[case.valid].append(body["x"])
    return found


@pytest.mark.parametrize(("schema", "shown", "right", "wrong"), EDGES, ids=[edge[0] for edge in EDGES])
def test_both_sides_of_an_edge_are_tried(schema: str, shown: str, right: list[Plain], wrong: list[Plain]) -> None:
    found = varied(schema, shown)
    assert [value for value in right if value not in found[True]] == []
    assert [value for value in wrong if value not in found[False] and value != EXACT] == []
    assert [value for value in wrong if value in found[True]] == []


def test_a_type_that_holds_itself_ends() -> None:
    text = DOCUMENT.replace("SCHEMA", "{$ref: '#/components/schemas/Tree'}").replace("SHOWN", "{}")
    tree = "components: {schemas: {Tree: {type: object, properties: {left: {$ref: '#/components/schemas/Tree'}}}}}"
    api = compile_text(f"{text}{tree}").api
    cases = BoundaryGenerator(api, Schemas(api, "request", Report())).cases(api.operations[0])
    assert len(cases) < 20


def test_of_types_that_hold_each_other_the_outermost_spots_are_tried() -> None:
    names = [f"T{number}" for number in range(12)]
    held = ", ".join(f"{name.lower()}: {{$ref: '#/components/schemas/{name}'}}" for name in names)
    types = ", ".join(f"{name}: {{type: object, properties: {{n: {{type: integer}}, {held}}}}}" for name in names)
    text = DOCUMENT.replace("SCHEMA", "{$ref: '#/components/schemas/T0'}").replace("SHOWN", "{}")
    api = compile_text(f"{text}components: {{schemas: {{{types}}}}}").api
    cases = BoundaryGenerator(api, Schemas(api, "request", Report())).cases(api.operations[0])
    assert len(cases) == MOST
    assert [case.depth for case in cases] == sorted(case.depth for case in cases)
    assert {f"/x/{name.lower()}" for name in names[1:]} < {case.at for case in cases}


@pytest.mark.parametrize("name", ["heron_press", "otter_bank", "tern_freight", "wren_library"])
def test_every_case_names_a_place_of_the_document(name: str) -> None:
    api = compile_file(CASES / name / "openapi.yaml", root=CASES).api
    boundary = BoundaryGenerator(api, Schemas(api, "request", Report()))
    for operation in api.operations:
        cases = boundary.cases(operation)
        assert {case.place.split("/")[1] for case in cases} <= {"paths", "components"}
        assert all(case.valid or case.kinds for case in cases)
        assert cases[0].about == "as documented"


def test_the_cases_are_the_same_in_every_process() -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", HASH],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2", "3")
    ]
    hashes = {process.communicate()[0] for process in running}
    assert len(hashes) == 1
    assert len(hashes.pop().strip()) == 64
