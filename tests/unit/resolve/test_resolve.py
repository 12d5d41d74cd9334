"""What resolving says of odd documents, and what it makes of them."""

from decimal import Decimal

import pytest

from qiyue import pipeline, source
from qiyue.diagnostics import Refused

HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
OK = 'responses: {"200": {description: ok}}'

ENDLESS = {
    "a reference that leads nowhere": (
        "dangling-ref",
        4,
        "components:\n  schemas: {A: {$ref: '#/components/schemas/B'}}",
    ),
    "a reference that leads back to itself": (
        "looping-ref",
        6,
        "components:\n  schemas:\n    C: {type: string}\n    A: {$ref: '#/components/schemas/B'}\n"
        "    B: {$ref: '#/components/schemas/A'}",
    ),
    "a response that leads back to itself": (
        "looping-ref",
        5,
        "paths:\n  /a:\n    get: {responses: {'200': {$ref: '#/components/responses/R'}}}\n"
        "components:\n  responses: {R: {$ref: '#/components/responses/R'}}",
    ),
}

GAPS = {
    "paths as a list": ("odd-shape", "paths: [1]"),
    "an operation as text": ("odd-shape", "paths: {/a: {get: hello}}"),
    "a schema as a number": ("odd-shape", "components: {schemas: {A: 7}}"),
    "properties as a list": ("odd-shape", "components: {schemas: {A: {properties: [a]}}}"),
    "an unknown method": ("unknown-method", f"paths: {{/a: {{gett: {{{OK}}}}}}}"),
    "a parameter without a name": ("odd-parameter", f"paths: {{/a: {{get: {{parameters: [{{in: query}}], {OK}}}}}}}"),
    "a parameter in the body": (
        "odd-parameter",
        f"paths: {{/a: {{get: {{parameters: [{{name: a, in: body}}], {OK}}}}}}}",
    ),
    "a header that OpenAPI keeps out": (
        "ignored-header",
        f"paths: {{/a: {{get: {{parameters: [{{name: Accept, in: header, schema: {{}}}}], {OK}}}}}}}",
    ),
    "an operationId twice": (
        "repeated-operation-id",
        f"paths: {{/a: {{get: {{operationId: x, {OK}}}, put: {{operationId: x, {OK}}}}}}}",
    ),
    "a security scheme that is not there": (
        "unknown-security-scheme",
        f"paths: {{/a: {{get: {{security: [{{key: []}}], {OK}}}}}}}",
    ),
    "a reference out of the document": ("external-ref", "components: {schemas: {A: {$ref: 'other.yaml#/A'}}}"),
}


@pytest.mark.parametrize(("code", "line", "text"), ENDLESS.values(), ids=ENDLESS.keys())
def test_a_reference_without_an_end_is_one_gap_or_one_error(code: str, line: int, text: str) -> None:
    gaps = [each for each in pipeline.compile_text(HEAD + text).report if each.code == code]
    with pytest.raises(Refused) as refused:
        pipeline.compile_loaded(source.read_text(HEAD + text, "spec.yaml"), (), strict=True)
    errors = [each for each in refused.value.diagnostics if each.code == code]
    assert [str(each.severity) for each in gaps + errors] == ["gap", "error"]
    assert [each.place and each.place.line for each in gaps + errors] == [line, line]


@pytest.mark.parametrize(("code", "text"), GAPS.values(), ids=GAPS.keys())
def test_an_odd_construct_is_said_and_the_rest_is_kept(code: str, text: str) -> None:
    compiled = pipeline.compile_text(HEAD + text)
    assert [each.code for each in compiled.report if each.code != "no-operations"] == [code]
    assert all(each.place is not None and each.place.line > 0 for each in compiled.report)


def test_no_operation_gets_lost() -> None:
    methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
    items = ", ".join(f"{method}: {{{OK}}}" for method in methods)
    api = pipeline.compile_text(f"{HEAD}paths: {{/a: {{{items}}}, '/a/{{b}}': {{{items}}}}}").api
    assert len({operation.id for operation in api.operations}) == 16


def test_an_operation_switches_off_what_the_document_has() -> None:
    text = (
        HEAD + "x-qiyue-timeout: 60\nx-qiyue-envelope: {answer: {success: {at: /ok, is: true}}}\n"
        f"paths: {{/a: {{get: {{{OK}}}, put: {{x-qiyue-envelope: null, x-qiyue-timeout: 2.50, {OK}}}}}}}"
    )
    kept, changed = pipeline.compile_text(text).api.operations
    assert kept.envelope is not None
    assert (kept.timeout, changed.timeout) == (Decimal(60), Decimal("2.50"))
    assert changed.envelope is None


def test_cases_of_a_dispatch_are_operations() -> None:
    text = (
        HEAD + "paths:\n  /rpc:\n    post:\n      operationId: call\n      x-qiyue-safety: write\n"
        "      requestBody: {content: {application/json: {schema: {type: object}}}}\n"
        "      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}\n"
        "      x-qiyue-dispatch:\n        field: /method\n        cases:\n"
        "          a.get: {operationId: getA, x-qiyue-safety: read, request: {type: object, title: Get}}\n"
        "          a.put: {operationId: putA, answer: {type: object, title: Put}}\n"
    )
    api = pipeline.compile_text(text).api
    assert [(each.id, each.dispatch, each.path) for each in api.operations] == [
        ("getA", "a.get", "/rpc"),
        ("putA", "a.put", "/rpc"),
    ]
    assert api.dispatches[0].cases == (("a.get", "getA"), ("a.put", "putA"))
    get, put = api.operations
    assert get.safety is not None
    assert put.safety is not None
    assert (get.safety.live, put.safety.live) == ("read", "write")
    assert get.body is not None
    assert api.types[str(get.body.media[0].type)] == {"type": "object", "title": "Get"}
    assert api.types[str(put.answers[0].media[0].type)] == {"type": "object", "title": "Put"}


AUTHORIZATION = "parameters: [{name: Authorization, in: header, required: true, schema: {type: string}}]"
SCHEMES = {
    "no scheme": ("", None, True),
    "a bearer": ("{type: http, scheme: bearer}", "k", False),
    "OAuth": ("{type: oauth2, flows: {}}", "k", False),
    "a key in that header": ("{type: apiKey, in: header, name: authorization}", "k", False),
    "a key in another header": ("{type: apiKey, in: header, name: X-Key}", "k", True),
    "a scheme that this operation does without": ("{type: http, scheme: bearer}", None, True),
}


@pytest.mark.parametrize(("scheme", "used", "kept"), SCHEMES.values(), ids=SCHEMES)
def test_authorization_is_an_argument_of_the_client_where_no_scheme_sends_it(
    scheme: str, used: str | None, kept: bool
) -> None:
    components = f"components: {{securitySchemes: {{k: {scheme}}}}}\n" if scheme else ""
    security = f"security: [{{{used}: []}}], " if used else ""
    compiled = pipeline.compile_text(HEAD + components + f"paths: {{/a: {{get: {{{security}{AUTHORIZATION}, {OK}}}}}}}")
    [operation] = compiled.api.operations
    assert [(each.name, each.sensitive, bool(each.scope and each.scope.client)) for each in operation.parameters] == (
        [("Authorization", True, True)] if kept else []
    )
    assert {str(each.severity) for each in compiled.report} <= {"note"}
