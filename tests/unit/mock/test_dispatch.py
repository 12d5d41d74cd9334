from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
x-qiyue-errors:
  at: /code
  codes:
    - {code: 1, kind: unknown-operation, message: no such method}
    - {code: 2, kind: missing-parameter, message: absent}
    - {code: 3, kind: missing-credential, message: key}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
security: [{key: []}]
paths:
  /service:
    post:
      operationId: service
      requestBody:
        required: true
        content:
          MEDIA:
            schema:
              type: object
              required: [method]
              properties: {method: {type: string}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
      x-qiyue-dispatch:
        field: /method
        cases:
          bill.get:
            operationId: getBill
            request: {type: object, required: [method, id], properties: {method: {const: bill.get}, id: {type: string}}}
            answer: {type: object, properties: {bill: {const: 1.50}}}
          bill.list:
            operationId: listBills
            request: {type: object, properties: {method: {const: bill.list}}}
            answer: {type: object, properties: {bills: {type: array, items: {const: 7}}}}
"""
KEY = {"x-key": "k"}


@pytest.mark.parametrize("media", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize(
    ("sent", "headers", "body"),
    [
        ({"method": "bill.get", "id": "7"}, KEY, '{"bill":1.50}'),
        ({"method": "bill.list"}, KEY, '{"bills":[7]}'),
        ({"method": "bill.get"}, KEY, '{"code":2}'),
        ({"method": "bill.drop"}, KEY, '{"code":1}'),
        ({"other": "x"}, KEY, '{"code":2}'),
        ({"method": "bill.drop"}, {}, '{"code":1}'),
        ({"method": "bill.list"}, {}, '{"code":3}'),
    ],
)
def test_one_path_many_operations(
    serve: Callable[..., Any], media: str, sent: dict[str, str], headers: dict[str, str], body: str
) -> None:
    served = serve(SPEC.replace("MEDIA", media))
    if media == "application/json":
        answer = served.client.post("/service", json=sent, headers=headers)
    elif media.startswith("multipart"):
        answer = served.client.post("/service", files={k: (None, v) for k, v in sent.items()}, headers=headers)
    else:
        answer = served.client.post("/service", data=sent, headers=headers)
    assert answer.text == body


def test_other_methods_are_refused(serve: Callable[..., Any]) -> None:
    assert serve(SPEC.replace("MEDIA", "application/json")).client.get("/service").status_code == 405


TWINS = """
paths:
  /nests/{name}:
    get:
      operationId: byName
      parameters: [{name: name, in: path, required: true, schema: {}}]
      responses: {"200": {description: x, content: {text/plain: {schema: {const: name}}}}}
  /nests/{id}:
    get:
      operationId: byId
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses: {"200": {description: x, content: {text/plain: {schema: {const: id}}}}}
"""


@pytest.mark.parametrize(
    ("path", "text"), [("/nests/3f0c2b8e-5d1a-4c7e-9b42-8a6f1e2d3c4b", "id"), ("/nests/7", "name")]
)
def test_paths_that_differ_in_names_are_told_apart_by_their_values(
    serve: Callable[..., Any], path: str, text: str
) -> None:
    assert serve(TWINS).client.get(path).text == text
