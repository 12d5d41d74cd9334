"""What a generated client does with values: exact money, open enums, unknown fields, null and absent."""

import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewOrder'}
      responses:
        '200': {description: the order, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    Leaf: {type: string, enum: [green, black, 白茶]}
    NewOrder:
      type: object
      required: [price, leaf, number]
      properties:
        price: {type: number}
        tip: {type: string, format: decimal}
        share: {type: [number, string], format: decimal}
        leaf: {$ref: '#/components/schemas/Leaf'}
        note: {type: [string, 'null'], maxLength: 5}
        lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
        kind: {const: order}
        number: {type: string, readOnly: true}
        code: {type: string, writeOnly: true}
    Line:
      type: object
      required: [grams]
      properties:
        grams: {type: integer, maximum: 1000}
        origin: {type: string}
        share: {type: [number, string], format: decimal}
        inside: {anyOf: [{$ref: '#/components/schemas/Line'}, {type: 'null'}]}
    Order:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        price: {type: number}
        tip: {type: string, format: decimal}
        leaf: {$ref: '#/components/schemas/Leaf'}
        day: {type: string, format: date}
        stock: {type: integer, maximum: 9}
        line: {$ref: '#/components/schemas/Line'}
        detail: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Line'}}
"""


ONE_VALUE = "id: {type: integer}\n        form: {type: string, enum: [tea]}"


@pytest.mark.parametrize("digits", ["43.50", "0.10000000000000000001", "500.00", "123456789012345678901234567890.5"])
def test_money_keeps_its_digits_both_ways(make: Callable[[str], Any], wire: Any, digits: str) -> None:
    made = make(SPEC)
    wire.content = f'{{"id": 1825818122664084104, "price": {digits}, "tip": "{digits}"}}'.encode()
    order = made.client(wire).orders.create_order(price=Decimal(digits), tip=Decimal(digits), leaf="green")
    assert wire.body == f'{{"price":{digits},"tip":"{digits}","leaf":"green"}}'.encode()
    assert (order.id, str(order.price), str(order.tip)) == (1825818122664084104, digits, digits)


def test_an_unknown_enum_value_survives(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"id": 1, "leaf": "oolong"}'
    order = made.client(wire).orders.create_order(price=1, leaf=made.models.Leaf.白茶)
    assert order.leaf == "oolong"
    assert not order.leaf.is_known
    assert '"leaf":"白茶"'.encode() in wire.body


def test_unknown_fields_and_wrong_optional_fields_are_kept(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"id": 1, "price": "dear", "mood": {"a": 1.10}, "day": "soon"}'
    response = made.client(wire).orders.with_raw_response.create_order(price=1, leaf="green")
    assert response.data.mood == {"a": Decimal("1.10")}
    assert response.data.price == "dear"
    kept = pickle.loads(pickle.dumps(response))
    assert {each.pointer for each in response.deviations} >= {"/price", "/day"}
    assert (kept.data, kept.raw, kept.deviations) == (response.data, response.raw, response.deviations)


def test_an_answer_names_fields_as_the_wire_does(make: Callable[[str], Any], wire: Any) -> None:
    made = make(
        SPEC.replace(
            "id: {type: integer}", "id: {type: integer}\n        _links: {type: object}\n        teaPot: {type: string}"
        )
    )
    wire.content = b'{"id": 1, "links": 5, "tea_pot": "small"}'
    response = made.client(wire).orders.with_raw_response.create_order(price=1, leaf="green")
    assert (response.data.links, response.data.tea_pot) == (None, None)
    assert response.data.model_extra == {"links": 5, "tea_pot": "small"}
    assert response.data.model_dump(exclude_unset=True) == json.loads(wire.content)
    assert {each.pointer for each in response.deviations} == {"/links", "/tea_pot"}
    assert made.models.Order(id=1, tea_pot="small", links={}).model_dump(exclude_unset=True) == {
        "id": 1,
        "teaPot": "small",
        "_links": {},
    }


def test_another_value_than_the_only_declared_one_loses_no_answer(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC.replace("required: [id]", "required: [id, form, line]").replace("id: {type: integer}", ONE_VALUE))
    wire.content = b'{"id": 1, "form": "pu-erh", "price": 1.50, "line": {"grams": "few"}}'
    with pytest.raises(made.module.UndecodableError):
        made.client(wire).orders.create_order(price=1, leaf="green")
    wire.content = b'{"id": 1, "form": "pu-erh", "price": "dear", "line": {"grams": 5}}'
    response = made.client(wire).orders.with_raw_response.create_order(price=1, leaf="green")
    assert (response.data.form, response.data.price, response.data.line.grams) == ("pu-erh", "dear", 5)
    assert {each.pointer for each in response.deviations} >= {"/form", "/price"}


@pytest.mark.parametrize("value", ['["pu-erh"]', '["tea", "pu-erh"]'])
def test_nor_does_one_in_a_list(make: Callable[[str], Any], wire: Any, value: str) -> None:
    only = "id: {type: integer}\n        form: {type: [array, 'null'], items: {enum: [tea]}}"
    made = make(SPEC.replace("required: [id]", "required: [id, form]").replace("id: {type: integer}", only))
    wire.content = f'{{"id": 1, "form": {value}}}'.encode()
    response = made.client(wire).orders.with_raw_response.create_order(price=1, leaf="green")
    assert response.data.form == json.loads(value)
    assert [each.pointer.rpartition("/")[0] for each in response.deviations] == ["/form"]


def test_null_absent_and_given_are_three_things(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"id": 1}'
    orders = made.client(wire).orders
    orders.create_order(price=1, leaf="green", note=None)
    assert wire.body == b'{"price":1,"leaf":"green","note":null}'
    orders.create_order(price=1, leaf="green", note=made.module.ABSENT)
    assert wire.body == b'{"price":1,"leaf":"green"}'


def test_models_and_mappings_are_the_same_to_a_request(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"id": 1}'
    lines = [made.models.Line(grams=50), {"grams": 20, "origin": "云南"}]
    made.client(wire).orders.create_order(price=1, leaf="green", lines=lines)
    assert '"lines":[{"grams":50},{"grams":20,"origin":"云南"}]'.encode() in wire.body


def test_what_only_the_vendor_sends_is_no_argument(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"id": 1}'
    orders = make(SPEC).client(wire).orders
    orders.create_order(price=1, leaf="green", code="c")
    assert wire.body == b'{"price":1,"leaf":"green","code":"c"}'
    with pytest.raises(TypeError, match="number"):
        orders.create_order(price=1, leaf="green", number="n")


def test_json_in_text_is_read_on_demand(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"id": 1, "detail": "{\\"grams\\": 7}"}'
    order = made.client(wire).orders.create_order(price=1, leaf="green")
    assert order.detail == '{"grams": 7}'
    assert order.detail.parsed().grams == 7


def test_limits_hold_for_requests_only(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError, match="maxLength"):
        made.client(wire).orders.create_order(price=1, leaf="green", note="too long a note")
    assert wire.sent == []


def test_limits_hold_at_every_depth(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    line = {"grams": 1, "inside": {"grams": 2, "inside": {"grams": 1001}}}
    with pytest.raises(made.module.InvalidRequestError, match="/lines/0/inside/inside/grams"):
        made.client(wire).orders.create_order(price=1, leaf="green", lines=[line])


def test_an_answer_beyond_its_limits_is_a_deviation_only(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"id": 1, "stock": 10}'
    response = make(SPEC).client(wire).orders.with_raw_response.create_order(price=1, leaf="green")
    assert response.data.stock == 10
    assert [(each.pointer, each.rule.split()[0]) for each in response.deviations] == [("/stock", "maximum")]


@pytest.mark.parametrize("written", ["0.50", '"0.50"'])
def test_what_may_be_number_or_text_stays_what_it_was(make: Callable[[str], Any], wire: Any, written: str) -> None:
    made = make(SPEC)
    wire.content = f'{{"id": 1, "detail": "{{}}", "line": {{"grams": 1, "share": {written}}}}}'.encode()
    given = "0.50" if written.startswith('"') else Decimal("0.50")
    orders = made.client(wire).orders
    line = orders.create_order(price=1, leaf="green", share=given).line
    assert f'"share":{written}'.encode() in wire.body
    assert (line.share, str(line.share + 1)) == (Decimal("0.5"), "1.50")
    for again in (line, made.models.Line(grams=1, share=given), {"grams": 1, "share": line.share}):
        orders.create_order(price=1, leaf="green", lines=[again])
        assert f'"lines":[{{"grams":1,"share":{written}}}]'.encode() in wire.body
