"""The last look at a request of a live run, whatever case it comes from."""

import json

import httpx2
import pytest

from qiyue.api import Api
from qiyue.contract.auth.credentials import Customer
from qiyue.contract.live.guard import RequestBlocked
from qiyue.contract.live.ownership import Ownership
from qiyue.contract.model.effect import Effect, classify_effect
from qiyue.pipeline import compile_text

HEAD = 'openapi: 3.1.0\ninfo: {title: Things, version: "1"}\n'
THINGS = (
    HEAD
    + """
paths:
  /v1/things:
    post: {operationId: createThing, responses: {"201": {description: made}}}
    delete: {operationId: clear, responses: {"204": {description: gone}}}
  /v1/things/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {operationId: getThing, responses: {"200": {description: one}}}
    delete: {operationId: deleteThing, responses: {"204": {description: gone}}}
    patch:
      operationId: patchThing
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: {name: {type: string}, ownerId: {type: integer}, tags: {type: array, items: {type: string}}}
      responses: {"200": {description: done}}
  /v1/things/delete:
    post:
      operationId: deleteThings
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {ids: {type: array, items: {type: integer}}}}}
      responses: {"204": {description: gone}}
"""
)
MADE = 71


def owning(text: str, made: object = MADE, maker: str = "createThing") -> tuple[Api, Ownership]:
    """An Api of which the run made one record."""
    api = compile_text(text).api
    ownership = Ownership(api, Customer({}, {}))
    create = api.operation(maker)
    request = httpx2.Request("POST", f"https://a.invalid{create.path}", content=b"{}")
    ownership.note(create, request, httpx2.Response(201, json={"id": made}))
    return api, ownership


def passes(api: Api, ownership: Ownership, name: str, target: str, body: object = None, raw: bytes = b"") -> bool:
    operation = api.operation(name)
    content = raw or (b"" if body is None else json.dumps(body).encode())
    headers = {"content-type": "application/json"} if content else {}
    request = httpx2.Request(operation.method, f"https://a.invalid/base{target}", headers=headers, content=content)
    try:
        ownership.check(operation, request)
    except RequestBlocked:
        return False
    return True


REQUESTS = [
    ("getThing", "/v1/things/1", None, True),
    ("createThing", "/v1/things", {"name": "x"}, True),
    ("createThing", "/v1/things", {"id": 1, "name": "x"}, False),
    ("createThing", "/v1/things", [{"deep": {"thingId": 1}}], False),
    ("createThing", "/v1/things?id=1", {}, False),
    ("deleteThing", "/v1/things/71", None, True),
    ("deleteThing", "/v1/things/unheard-of", None, True),
    *(
        ("deleteThing", f"/v1/things/{key}", None, False)
        for key in ("1", "0", "-71", "71.0", "1e0", "71%20", "true", "null")
    ),
    *(
        ("deleteThing", f"/v1/things/{key}", None, False)
        for key in ("", "*", "71,1", "71%2F..%2F1", "abc", "%EF%BC%91")
    ),
    ("deleteThing", "/v1/things/71?id=1", None, False),
    ("deleteThing", "/v1/things", None, False),
    ("clear", "/v1/things", None, False),
    ("patchThing", "/v1/things/71", {"name": "x", "tags": ["1"]}, True),
    ("patchThing", "/v1/things/71", {"id": 1}, False),
    ("patchThing", "/v1/things/71", {"ownerId": 1}, False),
    ("patchThing", "/v1/things/71", {"ownerId": None}, True),
    ("deleteThings", "/v1/things/delete", {"ids": [71]}, True),
    ("deleteThings", "/v1/things/delete", {"ids": ["71", "unheard-of"]}, True),
    *(
        ("deleteThings", "/v1/things/delete", {"ids": ids}, False)
        for ids in ([1], [71, 1], 1, "1", [], None, [None], [[1]])
    ),
    *(("deleteThings", "/v1/things/delete", body, False) for body in ({}, [71], None, {"ids": {"$ne": 71}})),
    ("deleteThings", "/v1/things/delete?ids=1", {"ids": [71]}, False),
]


@pytest.mark.parametrize(("name", "target", "body", "sent"), REQUESTS)
def test_a_request_names_what_the_run_made_or_is_not_sent(name: str, target: str, body: object, sent: bool) -> None:
    assert passes(*owning(THINGS), name, target, body) is sent


def test_a_body_that_cannot_be_read_may_name_anything() -> None:
    api, ownership = owning(THINGS)
    assert not passes(api, ownership, "deleteThings", "/v1/things/delete", raw=b'{"ids": [1')
    assert not passes(api, ownership, "patchThing", "/v1/things/71", raw=b'{"cut": ')


def test_what_was_deleted_is_not_the_run_s_any_more() -> None:
    api, ownership = owning(THINGS)
    request = httpx2.Request("DELETE", f"https://a.invalid/v1/things/{MADE}")
    ownership.note(api.operation("deleteThing"), request, httpx2.Response(204))
    assert not passes(api, ownership, "deleteThing", f"/v1/things/{MADE}")


@pytest.mark.parametrize(("status", "sent"), [(200, False), (201, True)])
def test_what_is_made_twice_was_there_unless_the_server_says_created(status: int, sent: bool) -> None:
    api, ownership = owning(THINGS)
    create = api.operation("createThing")
    request = httpx2.Request("POST", "https://a.invalid/v1/things", content=b"{}")
    ownership.note(create, request, httpx2.Response(status, json={"id": MADE}))
    assert passes(api, ownership, "deleteThing", f"/v1/things/{MADE}") is sent


FREE = THINGS.replace("schema: {type: integer}", "schema: {type: string, minLength: 12}")


def test_where_keys_are_free_text_no_other_word_is_sent() -> None:
    api, ownership = owning(FREE, "a-long-key-of-ours")
    assert passes(api, ownership, "deleteThing", "/v1/things/a-long-key-of-ours")
    assert not passes(api, ownership, "deleteThing", "/v1/things/unheard-of")


DISPATCHED = (
    HEAD
    + """
paths:
  /service:
    post:
      operationId: call
      requestBody:
        required: true
        content: {application/json: {schema: {type: object}}}
      responses: {"200": {description: done, content: {application/json: {schema: {type: object}}}}}
      x-qiyue-dispatch:
        field: /method
        cases:
          thing.create: {operationId: createThing, request: {$ref: "#/components/schemas/Call"}}
          thing.get:
            operationId: getThing
            request: {$ref: "#/components/schemas/One"}
            x-qiyue-safety: {live: read}
          thing.delete: {operationId: deleteThing, request: {$ref: "#/components/schemas/One"}}
          thing.reset: {operationId: resetThings, request: {$ref: "#/components/schemas/Call"}}
components:
  schemas:
    Call: {type: object, properties: {method: {type: string}, name: {type: string}}}
    One: {type: object, required: [method, id], properties: {method: {type: string}, id: {type: integer}}}
"""
)


@pytest.mark.parametrize(
    ("name", "body", "sent"),
    [
        ("getThing", {"method": "thing.get", "id": 1}, True),
        ("getThing", {"method": "thing.delete", "id": 1}, False),
        ("getThing", {"method": "THING.DELETE", "id": 1}, False),
        ("getThing", {"method": "thing.reset"}, False),
        ("deleteThing", {"method": "thing.delete", "id": MADE}, True),
        ("deleteThing", {"method": "thing.delete", "id": MADE + 1}, False),
        ("deleteThing", {"method": "thing.delete"}, False),
        ("createThing", {"method": "thing.create", "name": "x"}, True),
        ("resetThings", {"method": "thing.reset"}, False),
    ],
)
def test_the_operation_that_one_address_selects_counts(name: str, body: object, sent: bool) -> None:
    assert passes(*owning(DISPATCHED), name, "/service", body) is sent


@pytest.mark.parametrize(
    ("method", "path", "name", "expected"),
    [
        ("get", "/things/{id}", "getThing", Effect.READS),
        ("get", "/things/{id}/delete", "one", Effect.CHANGES),
        ("get", "/user/delete", "userDelete", Effect.CHANGES),
        ("get", "/updates", "listUpdates", Effect.READS),
        ("post", "/things", "postThings", Effect.CHANGES),
        ("post", "/things", "createThing", Effect.MAKES),
        ("post", "/things", "createOrReplaceThing", Effect.CHANGES),
        ("post", "/thing/add", "call", Effect.MAKES),
        ("post", "/things/{id}/cancel", "cancelThing", Effect.CHANGES),
        ("post", "/things/batchDelete", "call", Effect.CHANGES),
        ("post", "/login", "login", Effect.CHANGES),
        ("put", "/things/{id}", "createThing", Effect.CHANGES),
    ],
)
def test_what_cannot_be_told_to_make_counts_as_a_change(method: str, path: str, name: str, expected: Effect) -> None:
    given = "[{name: id, in: path, required: true, schema: {type: integer}}]" if "{id}" in path else "[]"
    answer = f'{{operationId: {name}, parameters: {given}, responses: {{"200": {{description: done}}}}}}'
    api = compile_text(f"{HEAD}paths: {{'{path}': {{{method}: {answer}}}}}").api
    assert classify_effect(api, api.operations[0]) is expected
