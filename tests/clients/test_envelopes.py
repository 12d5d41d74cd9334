"""What an envelope's payload is for callers: which shapes of an answer are successes, and when nothing is there."""

import json
from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /a:
    get:
      operationId: getA
      tags: [teas]
      x-qiyue-envelope:
        {answer: {success: {at: /error, present: false}, code: /error/code, message: /error/msg}}
      responses: &either
        '200':
          description: either
          content:
            application/json:
              schema: {anyOf: [{$ref: '#/components/schemas/Tea'}, {$ref: '#/components/schemas/Refusal'}]}
  /b:
    get:
      operationId: getB
      tags: [teas]
      x-qiyue-envelope: {answer: {success: {at: /ok, is: true}, payload: /data, payload-required: true}}
      responses: &wrapped
        '200':
          description: wrapped
          content:
            application/json:
              schema:
                oneOf:
                  - type: object
                    required: [ok, data]
                    properties:
                      ok: {const: true}
                      data: {type: array, items: {$ref: '#/components/schemas/Tea'}}
                  - {type: object, required: [ok, msg], properties: {ok: {const: false}, msg: {type: string}}}
  /c:
    get:
      operationId: getC
      tags: [teas]
      x-qiyue-envelope: {answer: {success: {at: /ok, is: true}, payload: /data}}
      responses: *wrapped
  /d:
    get: {operationId: getD, tags: [teas], responses: *either}
components:
  schemas:
    Tea: {type: object, required: [name], properties: {name: {type: string}}}
    Refusal:
      type: object
      required: [error]
      properties:
        error: {type: object, required: [code], properties: {code: {type: integer}, msg: {type: string}}}
"""


def test_a_failure_is_no_shape_of_what_a_method_gives(make: Callable[[str], Any], wire: Any) -> None:
    teas = make(SPEC).client(wire).teas
    methods = (teas.get_a, teas.get_b, teas.get_c, teas.get_d)
    assert [method.__annotations__["return"] for method in methods] == [
        "models.Tea",
        "list[models.Tea]",
        "list[models.Tea] | None",
        "models.Tea | models.Refusal",
    ]


def test_payloads(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    teas = made.client(wire).teas
    wire.content = b'{"name": "a"}'
    assert teas.get_a() == made.models.Tea(name="a")
    wire.content = b'{"ok": true, "data": [{"name": "a"}, {"name": "b"}]}'
    assert [tea.name for tea in teas.get_b()] == [tea.name for tea in teas.get_c()] == ["a", "b"]
    wire.content = b'{"ok": true}'
    assert teas.get_c() is None
    with pytest.raises(made.module.UndecodableError, match="nothing is at /data"):
        teas.get_b()
    wire.content = json.dumps({"error": {"code": 7, "msg": "no such tea"}}).encode()
    with pytest.raises(made.module.BusinessError, match="no such tea"):
        teas.get_a()


NULLABLE = """
paths:
  /a:
    get:
      operationId: getA
      tags: [teas]
      x-qiyue-envelope: {answer: {success: {at: /error, present: false}, code: /error/code, message: /error/msg}}
      responses:
        '200':
          description: either
          content:
            application/json:
              schema:
                oneOf:
                  - type: object
                    required: [error, name]
                    properties: {error: {type: 'null'}, name: {type: string}}
                  - type: object
                    required: [error]
                    properties: {error: {type: object, properties: {code: {type: integer}, msg: {type: string}}}}
"""


def test_null_counts_as_absent(make: Callable[[str], Any], wire: Any) -> None:
    made = make(NULLABLE)
    wire.content = b'{"error": null, "name": "oolong"}'
    assert made.client(wire).teas.get_a().name == "oolong"
    wire.content = b'{"error": {"code": 7, "msg": "no tea"}}'
    with pytest.raises(made.module.BusinessError, match="no tea"):
        made.client(wire).teas.get_a()
