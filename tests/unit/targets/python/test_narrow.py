"""A method gives back only what the envelope's test of success lets through."""

import pytest

from qiyue import pipeline
from qiyue.targets.python.narrow import narrowed

DONE = "{type: object, required: [rsp], properties: {rsp: {const: succ}}}"
FAILED = "{type: object, required: [rsp, error], properties: {rsp: {enum: [fail]}, error: {type: object}}}"
OPEN = "{type: object}"
MAYBE = "{type: object, properties: {error: {type: object}}}"

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
    schemas = ", ".join(f"F{number}: {form}" for number, form in enumerate(forms))
    union = ", ".join(f"{{$ref: '#/components/schemas/F{number}'}}" for number in range(len(forms)))
    api = pipeline.compile_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        f"x-qiyue-envelope: {{answer: {{success: {success}}}}}\n"
        "paths: {/a: {get: {operationId: a, responses: {'200': {description: ok, "
        f"content: {{application/json: {{schema: {{anyOf: [{union}]}}}}}}}}}}}}}}\n"
        f"components: {{schemas: {{{schemas}}}}}"
    ).api
    seen = narrowed(api)
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
    assert list(narrowed(api).types) == ["#getA/body/application/json"]
