"""Parameters that a client is given once, fields that select an operation, and what stands beside a payload."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

HEAD = """
openapi: 3.1.0
info: {title: Tea House, version: "1.2"}
"""
SPEC = """
x-qiyue-envelope: {request: {payload: /data, fill: {/id: {make: uuid}}}}
paths:
  /teas/{name}:
    get:
      operationId: getTea
      tags: [teas]
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - name: houseId
          in: header
          required: true
          description: which house
          schema: {type: [string, integer]}
          x-qiyue-scope: {client: true, env: HOUSE, name: house}
        - {name: lang, in: query, schema: {$ref: '#/components/schemas/Language'}, x-qiyue-scope: {client: true}}
        - {name: v, in: query, required: true, schema: {const: 2}}
      responses: {'204': {description: ok}}
  /orders:
    post:
      operationId: order
      tags: [teas]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [id, house, data, ver]
              properties:
                id: {type: string}
                house: {type: string, x-qiyue-scope: {client: true, env: HOUSE}}
                ver: {type: string, const: '1'}
                note: {type: string}
                data:
                  type: object
                  required: [tea]
                  properties: {tea: {type: string}, note: {type: string}, kind: {const: x}}
      responses: {'204': {description: ok}}
  /many:
    post:
      operationId: orderMany
      tags: [teas]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                id: {type: string}
                note: {type: string}
                data: {type: array, items: {type: object, required: [tea], properties: {tea: {type: string}}}}
      responses: {'204': {description: ok}}
components:
  schemas: {Language: {type: string, enum: [zh_CN, en_US]}}
"""


@pytest.fixture
def made(make: Callable[[str], Any], wire: Any) -> Any:
    wire.status, wire.content = 204, b""
    return make(SPEC)


def test_the_client_gives_what_a_call_does_not(made: Any, wire: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client = made.client(wire, house="h1", lang="zh_CN")
    client.teas.get_tea(name="a")
    assert (wire.sent[-1].headers["houseId"], wire.url) == ("h1", "https://tea.example/teas/a?lang=zh_CN&v=2")
    client.teas.get_tea(name="a", house=7, lang=made.models.Language.EN_US)
    assert (wire.sent[-1].headers["houseId"], wire.url) == ("7", "https://tea.example/teas/a?lang=en_US&v=2")
    monkeypatch.setenv(f"{made.package.upper()}_HOUSE", "from-env")
    made.client(wire).with_options(max_retries=0).teas.get_tea(name="a")
    assert (wire.sent[-1].headers["houseId"], wire.url) == ("from-env", "https://tea.example/teas/a?v=2")


def test_what_nobody_gives_is_told_with_argument_and_variable(made: Any, wire: Any) -> None:
    with pytest.raises(made.module.InvalidRequestError) as missing:
        made.client(wire).teas.get_tea(name="a")
    assert missing.value.kind == "missing-parameter"
    hint = f"give house= to the call or to the client, or the environment variable {made.package.upper()}_HOUSE"
    assert f"header:houseId: required, {hint}" in str(missing.value)
    assert wire.sent == []


def test_members_beside_the_payload_are_arguments(made: Any, wire: Any) -> None:
    client = made.client(wire, house="h1")
    client.teas.order(tea="龙井", note="inside", note_2="beside")
    body = json.loads(wire.body)
    assert len(body.pop("id")) == 36
    assert body == {"data": {"tea": "龙井", "note": "inside"}, "house": "h1", "note": "beside", "ver": "1"}
    client.teas.order(tea="龙井", house="h2")
    assert json.loads(wire.body)["house"] == "h2"


def test_a_payload_that_is_a_list(made: Any, wire: Any) -> None:
    made.client(wire).teas.order_many(body=[{"tea": "a"}, {"tea": "b"}], note="n")
    body = json.loads(wire.body)
    assert (body["data"], body["note"]) == ([{"tea": "a"}, {"tea": "b"}], "n")


DISPATCH = """
x-qiyue-signature:
  over: all-parameters
  drop: "null"
  nested: recursive
  steps: [{append: secret}, {digest: sha256}]
  secret: sign_key
  put: /sign
  unique: {resolution: 1s, on-collision: wait}
paths:
  /rpc:
    post:
      operationId: rpc
      tags: [teas]
      x-qiyue-envelope: {request: {fill: {/time: {make: epoch-s, per: attempt}}}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {}}}}}
      x-qiyue-dispatch:
        field: /method
        cases:
          tea.get:
            operationId: getTea
            request: {$ref: '#/components/schemas/GetTea'}
            answer: {type: object, required: [name], properties: {name: {type: string}}}
          tea.drop: {operationId: dropTea, request: {type: object, properties: {name: {type: string}}}, answer: {}}
components:
  schemas:
    GetTea:
      type: object
      required: [method, name, time, sign]
      properties:
        method: {const: tea.get}
        name: {type: string}
        time: {type: integer}
        sign: {type: string, x-qiyue-sensitive: true}
"""


def test_the_selecting_field_and_the_signature_are_no_arguments(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = '{"name": "龙井"}'.encode()
    made = make(DISPATCH)
    now = [1_700_000_000.5]
    http = made.client(wire, sign_key="s3cret", clock=lambda: now[0])
    http._sleep = lambda seconds: now.__setitem__(0, now[0] + seconds)
    assert http.teas.get_tea(name="龙井").name == "龙井"
    first = json.loads(wire.body)
    assert {**first, "sign": ""} == {"name": "龙井", "time": 1_700_000_000, "method": "tea.get", "sign": ""}
    assert first["sign"] == hashlib.sha256("methodtea.getname龙井time1700000000s3cret".encode()).hexdigest()
    http.teas.get_tea(name="龙井")
    assert json.loads(wire.body)["time"] == 1_700_000_001
    http.teas.drop_tea()
    assert json.loads(wire.body)["method"] == "tea.drop"
    assert b"s3cret" not in b"".join(request.content for request in wire.sent)


def test_a_digest_without_an_implementation_is_told_and_refused(make: Callable[[str], Any], wire: Any) -> None:
    text = DISPATCH.replace("digest: sha256", "digest: sm3")
    compiled = compile_text(HEAD + text)
    generate(compiled.api, "told", compiled.report)
    assert {each.code for each in compiled.report} == {"digest-unknown"}
    made = make(text)
    with pytest.raises(made.module.InvalidRequestError, match="no implementation of the digest sm3"):
        made.client(wire, sign_key="k").teas.get_tea(name="x")
    assert wire.sent == []
