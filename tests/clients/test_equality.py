"""``true``, ``1`` and ``1.0``: three things in a document, and one number and one boolean in a message."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /a:
    get:
      operationId: isTrue
      tags: [tests]
      x-qiyue-envelope: {answer: {success: {at: /ok, is: true}}}
      responses: &told {'200': {description: told, content: {application/json: {schema: {type: object}}}}}
  /b:
    get:
      operationId: isOne
      tags: [tests]
      x-qiyue-envelope: {answer: {success: {at: /ok, is: 1}}}
      responses: *told
  /c:
    get:
      operationId: isOneOf
      tags: [tests]
      x-qiyue-envelope: {answer: {success: {at: /ok, in: [false, 1.0]}}}
      responses: *told
  /d:
    post:
      operationId: sendOne
      tags: [fills]
      x-qiyue-envelope: {request: {fill: {/flag: {make: const, value: 1}}}}
      requestBody: &sent
        {required: true, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: *told
  /e:
    post:
      operationId: sendTrue
      tags: [fills]
      x-qiyue-envelope: {request: {fill: {/flag: {make: const, value: true}}}}
      requestBody: *sent
      responses: *told
  /f:
    post:
      operationId: sendTyped
      tags: [fills]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [a, b, c]
              properties: {a: {const: true}, b: {const: 1}, c: {const: 1.0}}
      responses: *told
  /g:
    get:
      operationId: getTyped
      tags: [tests]
      responses:
        '200':
          description: typed
          content:
            application/json:
              schema: {type: object, properties: {a: {const: true}, b: {const: 1}, c: {enum: [1, 2]}}}
"""


@pytest.mark.parametrize(
    ("method", "ok", "succeeds"),
    [
        ("is_true", "true", True),
        ("is_true", "1", False),
        ("is_one", "1", True),
        ("is_one", "1.0", True),
        ("is_one", "true", False),
        ("is_one_of", "1", True),
        ("is_one_of", "false", True),
        ("is_one_of", "true", False),
        ("is_one_of", "0", False),
    ],
)
def test_a_test_of_success_compares_as_json(
    make: Callable[[str], Any], wire: Any, method: str, ok: str, succeeds: bool
) -> None:
    made = make(SPEC)
    wire.content = b'{"ok": %s}' % ok.encode()
    call = getattr(made.client(wire).tests, method)
    if succeeds:
        assert call() is not None
    else:
        with pytest.raises(made.module.BusinessError):
            call()


def test_what_is_filled_in_keeps_its_form(make: Callable[[str], Any], wire: Any) -> None:
    client = make(SPEC).client(wire)
    client.fills.send_one(name="x")
    assert b'"flag":1' in wire.body
    client.fills.send_true(name="x")
    assert b'"flag":true' in wire.body


def test_constants_of_three_forms_are_three_types(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    made.client(wire).fills.send_typed(c=Decimal("1.0"))
    assert wire.body == b'{"c":1.0,"a":true,"b":1}'
    fields = made.models.GetTypedResponse.model_fields
    assert "Literal[True]" in str(fields["a"].annotation)
    assert "Literal[1]" in str(fields["b"].annotation)


def test_an_answer_may_write_a_constant_in_another_form(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = b'{"a": true, "b": 1.0, "c": 2.0}'
    told = made.client(wire).tests.with_raw_response.get_typed()
    assert told.deviations == ()
    wire.content = b'{"a": 1, "b": true, "c": true}'
    told = made.client(wire).tests.with_raw_response.get_typed()
    assert {each.pointer for each in told.deviations} == {"/a", "/b", "/c"}
