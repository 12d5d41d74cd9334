"""Fields that only answers have: needed there, not in requests, however deep they lie."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /rules:
    get:
      operationId: getRule
      tags: [rules]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Rule'}}}}}
    post:
      operationId: setRules
      tags: [rules]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [rules, id]
              properties:
                id: {type: string, readOnly: true}
                rules: {type: array, items: {$ref: '#/components/schemas/Rule'}}
      responses: {'204': {description: done}}
components:
  schemas:
    Rule:
      type: object
      required: [name, createdAt, inner]
      properties:
        name: {type: string}
        createdAt: {type: string, format: date-time, readOnly: true}
        inner: {$ref: '#/components/schemas/Inner'}
    Inner: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}, price: {type: number}}}
"""


def test_a_request_need_not_have_them(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    made.client(wire).rules.set_rules(rules=[{"name": "a", "inner": {"price": "0.10"}}])
    assert wire.body == b'{"rules":[{"name":"a","inner":{"price":0.10}}]}'
    rule = made.models.Rule(name="b", created_at="2026-01-02T03:04:05Z", inner={"id": 1})
    made.client(wire).rules.set_rules(rules=[rule])
    assert b'"createdAt":"2026-01-02T03:04:05Z"' in wire.body


MISSING = {
    "another field": ({"inner": {}}, ["/rules/0/name required"]),
    "a field further inside": ({"name": "a", "inner": {"price": "x"}}, ["/rules/0/inner/price type"]),
    "an object": ({"name": "a"}, ["/rules/0/inner required"]),
}


@pytest.mark.parametrize(("rule", "told"), MISSING.values(), ids=MISSING)
def test_everything_else_is_needed_as_before(
    make: Callable[[str], Any], wire: Any, rule: dict[str, Any], told: list[str]
) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError) as caught:
        made.client(wire).rules.set_rules(rules=[rule])
    assert [f"{one.at} {one.rule}" for one in caught.value.problems] == told
    assert not wire.sent


def test_an_answer_must_have_them(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"name": "a", "inner": {"id": 1}}'
    with pytest.raises(made.module.UndecodableError, match="/createdAt: required"):
        made.client(wire).rules.get_rule()
