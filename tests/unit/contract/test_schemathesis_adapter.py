"""What schemathesis is given to draw from, and which of the drawn cases are meant."""

from dataclasses import replace

import httpx2
import pytest

from qiyue.api import Api
from qiyue.base.absent import ABSENT
from qiyue.contract.auth.completion import RequestCompletion, compute_signature
from qiyue.contract.auth.credentials import invent_settings, mock_credentials
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.generators.schemathesis_adapter import describe_case, fuzz, load_operations
from qiyue.contract.generators.schemathesis_schema import to_schemathesis_document
from qiyue.contract.http.message import value_at
from qiyue.contract.http.request_values import RequestValues
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import ControlledClock
from qiyue.contract.model.mock_seeds import named_keys
from qiyue.contract.oracle.conformance import validate_response
from qiyue.emit import expand_paths
from qiyue.examples import example_requests
from qiyue.pipeline import compile_text

SPEC = """
openapi: "3.1.0"
info: {title: Gull, version: "1"}
servers: [{url: "https://gull.invalid"}]
x-qiyue-signature:
  over: body
  nested: json
  steps: [{append: secret}, {digest: md5}]
  secret: gull_key
  put: "header:X-Mark"
x-qiyue-envelope: {request: {fill: {"header:X-When": {make: epoch-s}, /id: {make: uuid}}}}
x-qiyue-mock: {seed: {eggs: [{code: E1, size: {cm: 4}}, {code: E2, size: {cm: 5}}]}}
paths:
  /eggs:
    post:
      operationId: weigh
      x-qiyue-mock:
        do: answer
        rules: [{exists: {at: /eggs/*, in: eggs, by: /code, having: {/size/cm: 5}, else: not-found}}]
      parameters:
        - {name: X-Mark, in: header, required: true, schema: {type: string}}
        - {name: X-When, in: header, required: true, schema: {type: string, pattern: "^[0-9]{10}$"}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [id, eggs]
              properties:
                id: {type: string, format: uuid}
                eggs: {type: array, items: {type: string}, examples: [[E2]]}
                nest: {type: string, examples: [N], x-qiyue-scope: {client: true}}
                count: {type: [integer, "null"], format: int64}
                day: {type: string, x-qiyue-time: {format: yyyyMMdd}}
                inside:
                  type: string
                  contentMediaType: application/json
                  contentSchema: {type: object, required: [a], properties: {a: {const: 1}}}
      responses: {"200": {description: fine}}
"""


def weighed() -> tuple[Api, Case]:
    api = compile_text(SPEC).api
    operation = api.operation("weigh")
    return api, load_plan(api, 0).planned(operation, example_requests(api, operation)[0])


def test_only_objects_with_what_is_wanted_are_known() -> None:
    api, _ = weighed()
    assert named_keys(api, api.operation("weigh")) == {"/eggs/*": ["E2"]}


def test_the_customer_has_secrets_and_client_scope() -> None:
    api, _ = weighed()
    assert invent_settings(api) == {"nest": "N", "gull_key": "0123456789abcdef"}
    assert mock_credentials(api) == {"gull_key": ("0123456789abcdef",)}


def test_notes_are_not_drawn_as_bounds() -> None:
    api, _ = weighed()
    document = to_schemathesis_document(api, expand_paths(api))
    drawn = document["paths"]["/eggs"]["post"]["requestBody"]["content"]["application/json"]["schema"]["properties"]
    assert "format" not in drawn["count"]
    assert drawn["day"]["format"].startswith("texts-")
    assert drawn["inside"]["format"].startswith("texts-")
    assert drawn["day"]["format"] != drawn["inside"]["format"]


def test_a_request_is_completed() -> None:
    api, planned = weighed()
    operation = api.operation("weigh")
    request = RequestCompletion(api, ControlledClock(), 0).complete(operation, planned, {})
    assert value_at(request, "/nest") == "N"
    assert value_at(request, "header:X-When") == "1773797400"
    assert len(str(value_at(request, "/id"))) == 36
    assert value_at(request, "header:X-Mark") == compute_signature(operation, request)


def test_what_a_drawn_case_has_wrong_stays_wrong() -> None:
    api, planned = weighed()
    operation = api.operation("weigh")
    case = replace(planned.case, body={"id": 7, "eggs": ["E2"]}, headers={"X-When": "noon"})
    wrong = Case(case, "fuzzing", positive=False, about="", mutation=None)
    request = RequestCompletion(api, ControlledClock(), 0).complete(operation, wrong, {})
    assert value_at(request, "/id") == 7
    assert value_at(request, "header:X-When") == "noon"
    assert value_at(request, "header:X-Mark") is ABSENT
    assert value_at(request, "/nest") == "N"


@pytest.mark.parametrize(("status", "found"), [(200, []), (418, []), (500, ["server-error"])])
def test_a_malformed_content_type_may_be_answered_anyhow_but_by_a_failing_server(status: int, found: list[str]) -> None:
    api = compile_text(SPEC).api
    probes: list[RequestValues] = []
    load_plan(api, 0).each(
        api.operation("weigh"), "coverage", 1, lambda planned: probes.append(planned.case), negative=True
    )
    probe = next(case for case in probes if describe_case(case).startswith("Malformed Content-Type"))
    assert [name for name, _ in validate_response(probe, httpx2.Response(status))] == found
    assert "status" in [name for name, _ in validate_response(replace(probe, meta=None), httpx2.Response(418))]


FORM = """
openapi: "3.1.0"
info: {title: Wren, version: "1"}
paths:
  /nests:
    post:
      operationId: build
      requestBody:
        required: true
        content:
          MEDIA:
            schema:
              type: object
              required: [day, count]
              properties: {day: {type: string}}
              UNION: [{type: object, required: [count], properties: {count: {type: integer}}}]
      responses: {"200": {description: fine}}
"""


@pytest.mark.parametrize("union", ["allOf", "anyOf", "oneOf"])
@pytest.mark.parametrize("media", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_forms_of_pieces_are_drawn(media: str, union: str) -> None:
    api = compile_text(FORM.replace("MEDIA", media).replace("UNION", union)).api
    cases: list[RequestValues] = []
    fuzz(
        load_operations(to_schemathesis_document(api, expand_paths(api)), 0)["build"],
        0,
        5,
        cases.append,
        negative=False,
    )
    assert len(cases) == 5
    assert all(isinstance(case.body["count"], int) for case in cases)
