"""Conditions between the fields of a request are checked before it is sent."""

from collections.abc import Callable
from typing import Any

import pytest

from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SPEC = """
paths:
  /orders:
    post:
      operationId: order
      tags: [teas]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
components:
  schemas:
    Order:
      allOf:
        - $ref: '#/components/schemas/Base'
        - if: {required: [gift], properties: {gift: {const: Y}}}
          then: {required: [receiver], properties: {note: {maxLength: 3}}}
          else: {properties: {receiver: false}}
      properties:
        gift: {type: string, enum: [Y, N]}
        receiver: {type: string}
        note: {type: string}
        lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
    Base:
      type: object
      dependentRequired: {card: [holder, until]}
      properties: {card: {type: string}, holder: {type: string}, until: {type: string}}
    Line:
      type: object
      if: {not: {required: [price]}}
      then: {required: [tea]}
      properties: {price: {type: integer}, tea: {type: string}}
"""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, None),
        ({"gift": "N"}, None),
        ({"gift": "Y"}, "/receiver: required"),
        ({"gift": "Y", "receiver": "a", "note": "abcd"}, "/note: maxLength 3"),
        ({"gift": "N", "note": "abcd"}, None),
        ({"receiver": "a"}, "not"),
        ({"card": "1"}, "/holder: required; /until: required"),
        ({"card": "1", "holder": "a", "until": "b"}, None),
        ({"holder": "a"}, None),
        ({"lines": [{"price": 1}, {}]}, "/lines/1/tea: required"),
        ({"lines": [{"tea": "a"}]}, None),
    ],
)
def test_conditions(make: Callable[[str], Any], wire: Any, given: dict[str, Any], told: str | None) -> None:
    made = make(SPEC)
    orders = made.client(wire).teas
    if told is None:
        orders.order(**given)
        assert len(wire.sent) == 1
    else:
        with pytest.raises(made.module.InvalidRequestError, match=told) as refused:
            orders.order(**given)
        assert wire.sent == []
        assert (refused.value.kind == "missing-parameter") == told.endswith("required")


def test_answers_are_taken_all_the_same(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"gift": "Y", "lines": [{}]}'
    answer = make(SPEC).client(wire).teas.with_raw_response.order()
    assert answer.data.gift == "Y"
    assert [(one.pointer, one.rule) for one in answer.deviations] == [
        ("/receiver", "required"),
        ("/lines/0/tea", "required"),
    ]


def test_a_condition_that_is_not_checked_is_told() -> None:
    compiled = compile_text(
        """
openapi: 3.1.0
info: {title: a, version: "1"}
paths: {}
components:
  schemas:
    A:
      type: object
      properties: {a: {type: integer}, b: {}}
      if: {properties: {a: {minimum: 5}}}
      then: {required: [b]}
"""
    )
    generate(compiled.api, "told", compiled.report)
    assert [each.code for each in compiled.report] == ["no-operations", "condition-unchecked"]
