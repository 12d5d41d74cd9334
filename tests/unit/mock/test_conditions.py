from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /x:
    post:
      operationId: x
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [ref, at, data]
              properties:
                ref: {type: string, maxLength: 36}
                at: {type: integer, minimum: 1000000000000, maximum: 9999999999999}
                data: SCHEMA
      responses: {"200": {description: x}}
"""
WHEN = "{if: {properties: {make: {const: 'Y'}}, required: [make]}, then: {required: [user]}}"
EITHER = "{anyOf: [{required: [name]}, {required: [number]}]}"
ONE = "{oneOf: [{required: [name], properties: {name: {type: string}}}, {required: [number]}]}"
WITH = "{dependentRequired: {make: [user]}}"


@pytest.mark.parametrize(
    ("schema", "data", "reason"),
    [
        (WHEN, {}, ""),
        (WHEN, {"make": "N"}, ""),
        (WHEN, {"make": "Y", "user": "u"}, ""),
        (WHEN, {"make": "Y"}, "missing-parameter /data/user required"),
        (WITH, {"make": "Y"}, "missing-parameter /data/user required"),
        (EITHER, {"number": 1}, ""),
        (EITHER, {}, "missing-parameter /data anyOf"),
        (ONE, {}, "missing-parameter /data oneOf"),
        (ONE, {"name": 1}, "invalid-parameter /data oneOf"),
        (ONE, {"name": "a", "number": 1}, "invalid-parameter /data oneOf"),
    ],
)
def test_what_depends_on_other_fields(serve: Callable[..., Any], schema: str, data: Any, reason: str) -> None:
    sent = {"ref": "r", "at": 1710491400000, "data": data}
    assert serve(SPEC.replace("SCHEMA", schema)).reason("POST", "/x", json=sent) == reason


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"ref": "r" * 37}, "invalid-parameter /ref maxLength"),
        ({"at": 1710491400}, "invalid-parameter /at minimum"),
        ({"at": "1710491400000"}, "invalid-parameter /at type"),
    ],
)
def test_fields_of_the_request_envelope(serve: Callable[..., Any], changed: Any, reason: str) -> None:
    sent = {"ref": "r", "at": 1710491400000, "data": {}, **changed}
    assert serve(SPEC.replace("SCHEMA", "{}")).reason("POST", "/x", json=sent) == reason
