from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
x-qiyue-mock: {seed: {things: [{id: "1", name: first, shop: a}, {id: "2", name: second, shop: b}]}}
components:
  parameters: {shop: {name: X-Shop, in: header, schema: {type: string}}}
  schemas:
    Thing:
      type: object
      required: [id, name, size]
      properties:
        id: {type: string}
        name: {type: string}
        size: {type: integer, default: 7}
        note: {type: string}
        made: {type: string, x-qiyue-time: {format: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai}}
        changed: {type: integer, x-qiyue-time: {epoch: ms}}
        day: {type: string, format: date}
        year: {type: integer}
        month: {type: string}
        lines: {type: array, items: {type: object, required: [amount], properties: {amount: {type: number}}}}
        sum: {type: number}
  responses:
    One:
      description: x
      content:
        application/json:
          schema: {$ref: "#/components/schemas/Thing"}
          examples: {one: {value: {id: x, name: n, size: 3, note: from the example}}}
  requestBodies:
    Thing: {content: {application/json: {schema: {type: object, properties: {id: {}, name: {type: string}, note: {}}}}}}
paths:
  /things:
    parameters: [{$ref: "#/components/parameters/shop"}]
    post:
      operationId: saveThing
      requestBody: {$ref: "#/components/requestBodies/Thing"}
      x-qiyue-mock: &kept
        store: things
        do: save
        scope: "header:X-Shop"
        scope-at: /shop
        key: {at: /id, from: /id, make: text}
        rules:
          - unique: {at: /name, else: conflict}
          - stamp: {at: /made}
          - stamp: {at: /changed, on: change}
          - copy: {from: /day, to: /year, part: year}
          - copy: {from: /day, to: /month, part: month}
          - total: {of: /lines/*, sum: {sum: /amount}, to: ""}
      responses: {"200": {$ref: "#/components/responses/One"}}
    put:
      operationId: updateThing
      requestBody: {$ref: "#/components/requestBodies/Thing"}
      x-qiyue-mock: {store: things, do: update, scope: "header:X-Shop", key: {at: /id, from: /id}}
      responses: {"200": {$ref: "#/components/responses/One"}}
    get:
      operationId: listThings
      x-qiyue-mock: {store: things, do: list, scope: "header:X-Shop"}
      responses:
        "200":
          description: x
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}
  /things/{id}:
    delete:
      operationId: deleteThing
      parameters:
        - {$ref: "#/components/parameters/shop"}
        - {name: id, in: path, required: true, schema: {type: string}}
      x-qiyue-mock: {store: things, do: delete, scope: "header:X-Shop", key: {at: /id, from: "path:id"}}
      responses: {"204": {description: x}}
  /drop:
    post:
      operationId: deleteThings
      requestBody: {content: {application/json: {schema: {type: array, items: {type: object}}}}}
      x-qiyue-mock: {store: things, do: delete, key: {at: /id, from: /*/id}}
      responses: {"200": {description: x, content: {application/json: {schema: {const: {done: true}}}}}}
"""
SHOP = {"x-shop": "a"}


def names(served: Any) -> list[str]:
    return [one["name"] for one in served.json("GET", "/things")]


def test_saving_without_a_key_makes_an_object(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(SPEC, clock=watch)
    sent = {"name": "new", "day": "2024-03-05", "lines": [{"amount": 1}, {"amount": 2}, {}]}
    made = served.json("POST", "/things", json=sent, headers=SHOP)
    expected = {"id": "000001", "name": "new", "size": 3, "made": "2024-03-15 16:30", "changed": 1710491400000}
    assert {name: made[name] for name in expected} == expected
    assert (made["year"], made["month"], made["sum"]) == (2024, "03", 3)
    assert "note" not in made
    assert all("amount" in line for line in made["lines"])
    assert names(served) == ["first", "second", "new"]


def test_saving_with_a_key_changes_the_object(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(SPEC, clock=watch)
    changed = served.json("POST", "/things", json={"id": "1", "note": "x"}, headers=SHOP)
    assert changed["name"] == "first"
    assert (changed["note"], changed["changed"], "made" in changed) == ("x", 1710491400000, False)
    assert served.json("GET", "/things", headers=SHOP)[0]["note"] == "x"


@pytest.mark.parametrize(
    ("method", "path", "sent", "reason"),
    [
        ("PUT", "/things", {"id": "1", "name": "other"}, ""),
        ("PUT", "/things", {"id": "2", "name": "other"}, "not-found /id update"),
        ("PUT", "/things", {"name": "other"}, "not-found /id update"),
        ("POST", "/things", {"id": "9"}, "not-found /id save"),
        ("POST", "/things", {"name": "first"}, "conflict /name unique"),
        ("POST", "/things", {"name": "second"}, ""),
        ("POST", "/things", {"id": "1", "name": "first"}, ""),
        ("DELETE", "/things/1", None, ""),
        ("DELETE", "/things/2", None, "not-found path:id delete"),
        ("POST", "/drop", [{"id": "2"}, {"id": "1"}], ""),
        ("POST", "/drop", [{"id": "2"}, {"id": "7"}], "not-found /*/id delete"),
        ("POST", "/drop", [], ""),
    ],
)
def test_what_is_not_there_cannot_be_changed(
    serve: Callable[..., Any], method: str, path: str, sent: Any, reason: str
) -> None:
    assert serve(SPEC).reason(method, path, json=sent, headers=SHOP) == reason


@pytest.mark.parametrize(
    ("method", "path", "sent", "left"),
    [
        ("PUT", "/things", {"id": "1", "name": "other"}, ["other", "second"]),
        ("DELETE", "/things/1", None, ["second"]),
        ("POST", "/drop", [{"id": "2"}, {"id": "1"}], []),
        ("POST", "/drop", [{"id": "2"}, {"id": "7"}], ["first", "second"]),
    ],
)
def test_changes_stay(serve: Callable[..., Any], method: str, path: str, sent: Any, left: list[str]) -> None:
    served = serve(SPEC)
    served.client.request(method, path, json=sent, headers=SHOP)
    assert names(served) == left


KEEP = """
paths:
  /read:
    post:
      operationId: read
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-qiyue-mock:
        store: papers
        do: keep
        answer: /data
        parts: [/text, /check]
        key: {at: /no}
        rules:
          - example: {at: /mode, is: full, name: full}
          - sequence: {at: /text/batch, first: 100}
          - sequence: {at: /check/id}
          - copy: {from: /ref, to: /ref}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {type: object}
              examples:
                short: {value: {data: [{text: {no: "1", batch: 0}}]}}
                full: {value: {data: [{text: {no: "1", batch: 0}, check: {id: 0, ok: true}}]}}
  /papers/{no}:
    get:
      operationId: getPaper
      parameters: [{name: no, in: path, required: true, schema: {type: string}}]
      x-qiyue-mock: {store: papers, do: get, key: {at: /no, from: "path:no"}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
"""


def test_what_is_answered_may_be_kept(serve: Callable[..., Any]) -> None:
    served = serve(KEEP)
    assert served.reason("GET", "/papers/1") == "not-found path:no get"
    short = served.json("POST", "/read", json={"ref": "r"})
    assert short == {"data": [{"text": {"no": "1", "batch": 100}}], "ref": "r"}
    full = served.json("POST", "/read", json={"mode": "full"})
    assert full["data"] == [{"text": {"no": "1", "batch": 101}, "check": {"id": 1, "ok": True}}]
    assert served.json("GET", "/papers/1") == {"no": "1", "batch": 101, "id": 1, "ok": True}


MANY = """
paths:
  /many:
    post:
      operationId: makeMany
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-qiyue-mock: {store: s, do: create, object: /data/*, answer: /data, key: {at: /id, make: sequence}}
      responses:
        "200":
          description: x
          content:
            application/json: {schema: {type: object}, examples: {one: {value: {ok: 1, data: [{id: 0, url: u, n: z}]}}}}
"""


def test_one_call_may_make_several_objects(serve: Callable[..., Any]) -> None:
    made = serve(MANY).json("POST", "/many", json={"data": [{"n": "a"}, {"n": "b"}]})
    assert made == {"ok": 1, "data": [{"id": 1, "url": "u", "n": "a"}, {"id": 2, "url": "u", "n": "b"}]}


ECHO = """
x-qiyue-envelope:
  request: {payload: /data, fill: {/ref: {make: uuid}, /at: {make: epoch-ms}}}
  answer: {payload: /data}
paths:
  /echo:
    post:
      operationId: echo
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-qiyue-mock: {store: s, do: create}
      responses:
        "200":
          description: x
          content: {application/json: {schema: {type: object}, example: {ref: sample, at: 1, data: {n: 1}}}}
"""


def test_the_id_of_a_request_comes_back(serve: Callable[..., Any]) -> None:
    sent = {"ref": "mine", "at": 2, "data": {"m": 2}}
    assert serve(ECHO).json("POST", "/echo", json=sent) == {"ref": "mine", "at": 1, "data": {"n": 1, "m": 2}}


FORMS = """
paths:
  /forms:
    post:
      operationId: form
      requestBody: {content: {application/json: {schema: {type: object}}}}
      x-qiyue-mock: {store: s, do: create}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [kind]
                properties:
                  kind: {type: string, default: plain}
                  ref: {type: string}
                  amount: {type: number}
                  note: {type: [string, "null"]}
                  either: {anyOf: [{type: string}, {type: "null"}]}
                  lines: {type: array, items: {type: object, properties: {ref: {type: string}}}}
"""


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        ({"ref": 123456789012345678}, {"ref": "123456789012345678", "kind": "plain"}),
        ({"amount": "12.50"}, {"amount": 12.5, "kind": "plain"}),
        ({"amount": "much"}, {"amount": "much", "kind": "plain"}),
        ({"ref": None, "note": None, "kind": None}, {"note": None, "kind": "plain"}),
        ({"either": None}, {"either": None, "kind": "plain"}),
        ({"lines": [{"ref": 1}, {"ref": None}]}, {"lines": [{"ref": "1"}, {}], "kind": "plain"}),
        ({"other": 1}, {"kind": "plain"}),
    ],
)
def test_objects_are_answered_as_the_schema_has_them(serve: Callable[..., Any], sent: Any, answered: Any) -> None:
    assert serve(FORMS).json("POST", "/forms", json=sent) == answered
