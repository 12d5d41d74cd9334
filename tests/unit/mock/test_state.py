import re
from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
x-qiyue-envelope: {answer: {success: {at: /ok, is: true}, payload: /data}}
x-qiyue-mock:
  seed:
    shops: [{id: s1, open: true}, {id: s2, open: false}]
    things: [{id: seeded, name: first, kind: taken, number: "006"}]
components:
  parameters:
    shop: {name: X-Shop, in: header, required: true, schema: {type: string}}
  schemas:
    Thing:
      type: object
      required: [id, name, kind]
      properties:
        id: {type: string}
        name: {type: string}
        kind: {type: string, default: plain}
        number: {type: string}
        amount: {type: number}
        lines: {type: array, items: {type: object, properties: {in: {}, out: {}}}}
    One:
      type: object
      required: [ok, data]
      properties: {ok: {const: true}, data: {$ref: "#/components/schemas/Thing"}}
paths:
  /things:
    post:
      operationId: createThing
      parameters: [{$ref: "#/components/parameters/shop"}]
      x-qiyue-mock:
        store: things
        do: create
        scope: "header:X-Shop"
        key: {at: /id, make: text, prefix: t_}
        rules:
          - exists: {at: "header:X-Shop", in: shops, having: {/open: true}, else: forbidden}
          - sum-equal: {a: /lines/*/in, b: /lines/*/out, else: business}
          - sequence: {at: /number, per: [/kind], first: 5, digits: 3}
          - copy: {from: "header:X-Shop", to: /shop}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
      responses:
        "200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/One"}}}}
    get:
      operationId: listThings
      parameters: [{$ref: "#/components/parameters/shop"}]
      x-qiyue-mock: {store: things, do: list, scope: "header:X-Shop", answer: /data/items}
      x-qiyue-pagination: {style: page, page: "query:page", items: /data/items, total: /data/total}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [ok, data]
                properties:
                  ok: {const: true}
                  data:
                    type: object
                    required: [items]
                    properties:
                      items: {type: array, items: {$ref: "#/components/schemas/Thing"}}
                      total: {type: integer}
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - {$ref: "#/components/parameters/shop"}
        - {name: id, in: path, required: true, schema: {type: string}}
      x-qiyue-mock: {store: things, do: get, scope: "header:X-Shop", key: {at: /id, from: "path:id"}}
      responses:
        "200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/One"}}}}
"""


def post(served: Any, shop: str = "s1", **sent: Any) -> Any:
    return served.json("POST", "/things", json=sent, headers={"x-shop": shop})


def test_what_is_created_is_found(serve: Callable[..., Any]) -> None:
    served = serve(SPEC)
    made = post(served, name="a")["data"]
    assert made == {"id": "t_000001", "name": "a", "kind": "plain", "number": "005"}
    found = served.json("GET", "/things/t_000001", headers={"x-shop": "s1"})
    assert found == {"ok": True, "data": made}


def test_a_list_holds_the_seed_and_what_was_created(serve: Callable[..., Any]) -> None:
    served = serve(SPEC)
    post(served, name="a")
    listed = served.json("GET", "/things", headers={"x-shop": "s1"})["data"]
    assert [item["name"] for item in listed["items"]] == ["first", "a"]
    assert listed["total"] == 2
    assert listed["items"][0] == {"id": "seeded", "name": "first", "kind": "taken", "number": "006"}


def test_another_scope_sees_only_the_seed(serve: Callable[..., Any]) -> None:
    served = serve(SPEC)
    post(served, name="a")
    listed = served.json("GET", "/things", headers={"x-shop": "elsewhere"})["data"]["items"]
    assert [item["id"] for item in listed] == ["seeded"]
    assert served.reason("GET", "/things/t_000001", headers={"x-shop": "elsewhere"}) == "not-found path:id get"
    assert served.client.get("/things/nope", headers={"x-shop": "s1"}).status_code == 404


def test_numbers_rise_within_their_row(serve: Callable[..., Any]) -> None:
    served = serve(SPEC)
    kinds = ["x", "y", "x", "x"]
    assert [post(served, name="a", kind=kind)["data"]["number"] for kind in kinds] == ["005", "005", "006", "007"]


def test_a_number_that_is_taken_is_left_out(serve: Callable[..., Any]) -> None:
    served = serve(SPEC)
    assert [post(served, name="a", kind="taken")["data"]["number"] for _ in range(2)] == ["005", "007"]


@pytest.mark.parametrize(
    ("shop", "lines", "reason"),
    [
        ("s1", [{"in": 0.1, "out": 0}, {"in": 0.2, "out": 0}, {"in": 0, "out": 0.3}], ""),
        ("s1", [{"in": "0.10"}, {"out": 0.1}], ""),
        ("s1", [{"in": "", "out": True}], ""),
        ("s1", [{"in": 1, "out": 1.0000000001}], "business /lines/*/in sum-equal"),
        ("s1", [{"in": "x"}, {"out": 1}], "business /lines/*/in sum-equal"),
        ("s2", [], "forbidden header:X-Shop exists"),
        ("s3", [], "forbidden header:X-Shop exists"),
    ],
)
def test_rules(serve: Callable[..., Any], shop: str, lines: Any, reason: str) -> None:
    body = {"name": "a", "lines": lines}
    assert serve(SPEC).reason("POST", "/things", json=body, headers={"x-shop": shop}) == reason


def test_sums_of_any_length_are_exact(serve: Callable[..., Any]) -> None:
    wide = b'{"lines": [{"in": 1e60}, {"in": 1e-60}, {"out": 1e60}]}'
    options = {"content": wide, "headers": {"x-shop": "s1", "content-type": "application/json"}}
    assert serve(SPEC).reason("POST", "/things", **options) == "business /lines/*/in sum-equal"


KEYS = """
paths:
  /x:
    post:
      operationId: make
      x-qiyue-mock: {store: s, do: create, key: {at: /id, make: MAKE}}
      responses:
        "200": {description: x, content: {application/json: {schema: {required: [id], properties: {id: {}}}}}}
"""


@pytest.mark.parametrize(
    ("make", "shape"),
    [("uuid", r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-"), ("id19-text", r"^[1-9][0-9]{18}$"), ("text", "^000001$")],
)
def test_keys_are_the_same_under_the_same_seed(serve: Callable[..., Any], make: str, shape: str) -> None:
    text = KEYS.replace("MAKE", make)

    def keys(seed: int) -> list[Any]:
        served = serve(text, seed=seed)
        return [served.json("POST", "/x")["id"] for _ in range(2)]

    one, again, other = keys(1), keys(1), keys(2)
    assert one == again
    assert one[0] != one[1]
    assert (one == other) is (make == "text")
    assert re.match(shape, one[0])


def test_numbered_keys(serve: Callable[..., Any]) -> None:
    served = serve(KEYS.replace("MAKE", "sequence"))
    assert [served.json("POST", "/x")["id"] for _ in range(2)] == [1, 2]


RULES = """
x-qiyue-mock: {rules: [{example: {at: "query:mode", is: 2, name: two}}]}
paths:
  /x:
    get:
      operationId: a
      x-qiyue-mock:
        do: answer
        rules:
          - copy: {from: "query:mode", to: /mode}
          - copy: {from: "query:day", to: /year, part: year}
      parameters: [{name: mode, in: query, schema: {type: integer}}, {name: day, in: query, schema: {type: string}}]
      responses:
        "200":
          description: x
          content: {application/json: {schema: {}, examples: {one: {value: {n: 1}}, two: {value: {n: 2}}}}}
"""


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("", {"n": 1}),
        ("?mode=2", {"n": 2, "mode": 2}),
        ("?mode=1", {"n": 1, "mode": 1}),
        ("?day=2024-03-15", {"n": 1, "year": 2024}),
        ("?day=soon", {"n": 1}),
    ],
)
def test_rules_of_the_document_and_of_answers(serve: Callable[..., Any], query: str, body: Any) -> None:
    assert serve(RULES).json("GET", "/x" + query) == body


SCOPES = """
x-qiyue-mock: {seed: {s: [{id: a, shop: one}, {id: b, shop: two}, {id: c}]}}
paths:
  /{shop}:
    parameters: [{name: shop, in: path, required: true, schema: {type: string}}]
    get:
      operationId: list
      x-qiyue-mock: {store: s, do: list, scope: "path:shop", scope-at: /shop}
      responses: {"200": {description: x, content: {application/json: {schema: {type: array}}}}}
    post:
      operationId: create
      x-qiyue-mock: {store: s, do: create, scope: "path:shop", scope-at: /shop, key: {at: /id, make: text}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
"""


def test_objects_may_hold_their_scope(serve: Callable[..., Any]) -> None:
    served = serve(SCOPES)
    served.json("POST", "/two")
    assert served.json("GET", "/one") == [{"id": "a", "shop": "one"}, {"id": "c"}]
    assert served.json("GET", "/two") == [{"id": "b", "shop": "two"}, {"id": "c"}, {"id": "000001", "shop": "two"}]
