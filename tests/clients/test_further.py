"""A body that may have members that the document does not name: they have an argument of their own."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /blends:
    post:
      operationId: mixBlend
      tags: [blends]
      parameters: [{name: fields, in: query, schema: {type: string}}]
      requestBody:
        required: true
        content:
          %s:
            schema:
              type: object
              required: [kind, grams]
              additionalProperties: true
              properties: {kind: {const: blend}, grams: {type: integer}, leaf: {type: string}}
      responses: {'200': {description: mixed, content: {application/json: {schema: {type: object}}}}}
  /cups:
    post:
      operationId: pourCup
      tags: [cups]
      requestBody:
        required: true
        content:
          application/json: {schema: {type: object, properties: {leaf: {type: string}}}}
      responses: {'200': {description: poured}}
"""


def test_members_that_the_document_does_not_name(make: Callable[[str], Any], wire: Any) -> None:
    client = make(SPEC % "application/json").client(wire)
    client.blends.mix_blend(grams=5, fields="all", fields_2={"share": Decimal("0.50"), "parts": [{"leaf": "白茶"}]})
    assert wire.url.endswith("/blends?fields=all")
    assert wire.body.decode() == '{"grams":5,"share":0.50,"parts":[{"leaf":"白茶"}],"kind":"blend"}'
    client.blends.mix_blend(grams=5, fields_2={}, extra_body={"own": None})
    assert wire.body == b'{"grams":5,"own":null,"kind":"blend"}'


def test_members_of_a_form(make: Callable[[str], Any], wire: Any) -> None:
    make(SPEC % "application/x-www-form-urlencoded").client(wire).blends.mix_blend(grams=5, fields_2={"note": "a b"})
    assert wire.body == b"grams=5&note=a+b&kind=blend"


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"leaf": "green"}, "/leaf: an argument of its own: leaf="), (["leaf"], "body: an object; came list")],
)
def test_what_is_no_further_member(make: Callable[[str], Any], wire: Any, fields: Any, told: str) -> None:
    made = make(SPEC % "application/json")
    with pytest.raises(made.module.InvalidRequestError, match=told):
        made.client(wire).blends.mix_blend(grams=5, fields_2=fields)
    assert wire.sent == []


def test_a_document_that_says_nothing_of_further_members_gives_no_argument(
    make: Callable[[str], Any], wire: Any
) -> None:
    cups = make(SPEC % "application/json").client(wire).cups
    with pytest.raises(TypeError, match="fields"):
        cups.pour_cup(leaf="green", fields={})
    cups.pour_cup(leaf="green", extra_body={"sugar": 1})
    assert wire.body == b'{"leaf":"green","sugar":1}'
