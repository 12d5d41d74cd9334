"""A method gives back only what the envelope's test of success lets through."""

import pytest

from qiyue import pipeline
from qiyue.client_plan.success_branches import filter_success_branches

DONE = "{type: object, required: [rsp], properties: {rsp: {const: succ}}}"
FAILED = "{type: object, required: [rsp, error], properties: {rsp: {enum: [fail]}, error: {type: object}}}"
OPEN = "{type: object}"
MAYBE = "{type: object, properties: {error: {type: object}}}"

DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: "1"}
x-qiyue-envelope: {answer: {success: SUCCESS}}
paths:
  /a:
    get:
      operationId: a
      responses: {"200": {description: ok, content: {application/json: {schema: {anyOf: [UNION]}}}}}
components:
  schemas:
"""

CASES = {
    "a form that always has what success must not have": ("{at: /error, present: false}", [DONE, FAILED], [0]),
    "a constant that success excludes": ("{at: /rsp, is: succ}", [DONE, FAILED], [0]),
    "an enum that success excludes": ("{at: /rsp, in: [succ, ok]}", [FAILED, DONE], [1]),
    "in doubt a form stays": ("{at: /error, present: false}", [OPEN, MAYBE, FAILED], [0, 1]),
    "all must hold": ("{all: [{at: /rsp, is: succ}, {at: /error, present: false}]}", [FAILED, DONE], [1]),
    "any may hold": ("{any: [{at: /rsp, is: fail}, {at: /error, present: false}]}", [DONE, FAILED], [0, 1]),
    "nothing is left": ("{at: /rsp, is: other}", [DONE, FAILED], [0, 1]),
}


@pytest.mark.parametrize(("success", "forms", "kept"), CASES.values(), ids=CASES.keys())
def test_forms_of_a_failure_are_left_out(success: str, forms: list[str], kept: list[int]) -> None:
    named = {f"F{number}": form for number, form in enumerate(forms)}
    schemas = "".join(f"    {name}: {form}\n" for name, form in named.items())
    union = ", ".join(f'{{$ref: "#/components/schemas/{name}"}}' for name in named)
    api = pipeline.compile_text(DOCUMENT.replace("SUCCESS", success).replace("UNION", union) + schemas).api
    seen = filter_success_branches(api)
    type_id = seen.operations[0].answers[0].media[0].type
    assert type_id is not None
    expected = [f"#/components/schemas/F{number}" for number in kept]
    node = seen.types[type_id]
    assert [type_id] == expected or [form["$ref"] for form in node["anyOf"]] == expected


def test_types_of_a_carrier_are_left_out() -> None:
    api = pipeline.compile_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /rpc:\n    post:\n      operationId: call\n"
        "      requestBody: {content: {application/json: {schema: {oneOf: [{type: object}]}}}}\n"
        "      responses: {'200': {description: ok}}\n"
        "      x-qiyue-dispatch: {field: /m, cases: {a: {operationId: getA, request: {type: object}}}}\n"
    ).api
    assert "#call/body/application/json" in api.types
    assert list(filter_success_branches(api).types) == ["#getA/body/application/json"]
