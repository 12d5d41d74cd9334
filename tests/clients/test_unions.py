"""Unions that a tag tells apart, typed further fields, tuples: what comes of answers, and what goes out."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /orders:
    get:
      operationId: getOrder
      tags: [orders]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
    post:
      operationId: addOrder
      tags: [orders]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'204': {description: done}}
components:
  schemas:
    Order:
      type: object
      required: [drink]
      properties:
        drink: {$ref: '#/components/schemas/Drink'}
        at: {type: array, prefixItems: [{type: number}, {type: string}], items: false, minItems: 2}
        gift:
          oneOf: [{$ref: '#/components/schemas/Tea'}, {$ref: '#/components/schemas/Coffee'}]
          discriminator: {propertyName: drinkKind}
        prices: {$ref: '#/components/schemas/Prices'}
        not_sure: {type: array, prefixItems: [{type: number}, {type: string}]}
    Drink:
      oneOf: [{$ref: '#/components/schemas/Tea'}, {$ref: '#/components/schemas/Coffee'}]
      discriminator:
        propertyName: drinkKind
        mapping: {green: '#/components/schemas/Tea', c: '#/components/schemas/Coffee'}
    Tea:
      properties: {drinkKind: {type: string}, price: {type: number}, pot: {$ref: '#/components/schemas/Drink'}}
    Coffee:
      properties: {drinkKind: {type: string}, price: {type: number}, shots: {type: integer}}
    Prices: {type: object, properties: {usual: {type: number}}, additionalProperties: {type: string, format: decimal}}
"""


def answered(make: Callable[[str], Any], wire: Any, body: str) -> Any:
    made = make(SPEC)
    wire.content = body.encode()
    return made.models, made.client(wire).orders.with_raw_response.get_order()


def test_the_tag_decides(make: Callable[[str], Any], wire: Any) -> None:
    models, answer = answered(make, wire, '{"drink": {"drinkKind": "c", "price": 1.50}, "gift": {"drinkKind": "Tea"}}')
    assert type(answer.data.drink) is models.Coffee
    assert type(answer.data.gift) is models.Tea
    assert str(answer.data.drink.price) == "1.50"
    assert answer.deviations == ()


def test_an_unknown_tag_keeps_everything_and_is_told(make: Callable[[str], Any], wire: Any) -> None:
    _, answer = answered(make, wire, '{"drink": {"drinkKind": "mate", "price": 1.50}}')
    assert type(answer.data.drink).__name__ == "Unknown"
    assert (answer.data.drink.drinkKind, answer.data.drink.price) == ("mate", Decimal("1.50"))
    assert [(each.pointer, each.rule) for each in answer.deviations] == [("/drink", "discriminator")]


def test_without_a_tag_the_answer_is_not_lost(make: Callable[[str], Any], wire: Any) -> None:
    _, answer = answered(make, wire, '{"drink": {"shots": 2}}')
    assert answer.data.drink.shots == 2


def test_a_union_inside_a_branch_is_read_too(make: Callable[[str], Any], wire: Any) -> None:
    models, answer = answered(make, wire, '{"drink": {"drinkKind": "green", "pot": {"drinkKind": "c", "shots": 1}}}')
    assert type(answer.data.drink.pot) is models.Coffee


def test_further_fields_have_their_type(make: Callable[[str], Any], wire: Any) -> None:
    body = '{"drink": {"drinkKind": "c"}, "prices": {"usual": 1, "evening": "2.50", "night": "closed"}}'
    _, answer = answered(make, wire, body)
    assert answer.data.prices.model_extra == {"evening": Decimal("2.50"), "night": "closed"}
    assert [(each.pointer, each.rule) for each in answer.deviations] == [("/prices/night", "format")]


def test_a_list_of_fixed_places_is_a_tuple(make: Callable[[str], Any], wire: Any) -> None:
    _, answer = answered(make, wire, '{"drink": {"drinkKind": "c"}, "at": [1.0, "x"], "not_sure": [2.0, "y", null]}')
    assert answer.data.at == (Decimal("1.0"), "x")
    assert answer.data.not_sure == [Decimal("2.0"), "y", None]
    assert answer.deviations == ()


@pytest.mark.parametrize(
    ("drink", "sent"),
    [
        ({"drinkKind": "c", "shots": 2}, b'{"drinkKind":"c","shots":2}'),
        ({"drink_kind": "c", "price": Decimal("1.50")}, b'{"drinkKind":"c","price":1.50}'),
        ({"drinkKind": "mate", "leaf": 1}, b'{"drinkKind":"mate","leaf":1}'),
    ],
)
def test_a_union_goes_out_as_it_is(make: Callable[[str], Any], wire: Any, drink: Any, sent: bytes) -> None:
    wire.status, wire.content = 204, b""
    made = make(SPEC)
    made.client(wire).orders.add_order(drink=drink, at=[1, "x"])
    assert wire.body == b'{"drink":' + sent + b',"at":[1,"x"]}'
    made.client(wire).orders.add_order(drink=made.models.Coffee(drink_kind="c", shots=3))
    assert wire.body == b'{"drink":{"drinkKind":"c","shots":3}}'


def test_what_fits_no_branch_is_refused_before_it_is_sent(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError, match="/drink/shots"):
        made.client(wire).orders.add_order(drink={"drinkKind": "c", "shots": "many"})
    assert wire.sent == []


def test_type_checkers_take_it(make: Callable[[str], Any]) -> None:
    made = make(SPEC)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", "-p", made.package]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=made.folder)
    assert done.returncode == 0, done.stdout


FILTERS = """
paths:
  /filters:
    get:
      operationId: getFilter
      tags: [orders]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/All'}}}}}
    post:
      operationId: setFilter
      tags: [orders]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/All'}}}}
      responses: {'204': {description: done}}
components:
  schemas:
    All:
      type: object
      required: [kind, parts]
      properties: {kind: {enum: [all]}, parts: &parts {type: array, items: {oneOf: [{$ref: '#/components/schemas/All'},
        {$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Same'}]}}}
    One: {type: object, required: [kind, parts], properties: {kind: {const: any}, parts: *parts}}
    Same: {type: object, required: [kind], properties: {kind: {const: same}, to: {type: string, readOnly: true}}}
"""


def test_a_field_that_tells_the_branches_apart_is_a_tag_without_being_called_one(
    make: Callable[[str], Any], wire: Any
) -> None:
    made = make(FILTERS)
    leaf = '{"kind": "same"}, {"kind": "none", "of": 1}'
    wire.content = ('{"kind": "all", "parts": [{"kind": "any", "parts": [' + leaf + "]}]}").encode()
    (inner,) = made.client(wire).orders.get_filter().parts
    assert type(inner) is made.models.One
    assert [type(each).__name__ for each in inner.parts] == ["Same", "Unknown"]
    made.client(wire).orders.set_filter(parts=[{"kind": "any", "parts": [{"kind": "same"}]}])
    assert wire.body == b'{"parts":[{"kind":"any","parts":[{"kind":"same"}]}],"kind":"all"}'
