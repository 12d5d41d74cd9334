from collections.abc import Callable
from typing import Any

import pytest

from qiyue.base.signature import sign
from qiyue.mock import SECRET

SPEC = """
x-qiyue-mock:
  seed: {apps: [{app: demo}]}
  rules:
    - clock: {at: /time, within: 5m, else: clock}
    - exists: {at: /app, in: apps, by: /app, else: bad-credential}
x-qiyue-signature:
  over: all-parameters
  drop: "null"
  booleans: "1/0"
  nested: recursive
  steps: [{digest: md5, case: upper}, {append: secret}, {digest: md5, case: upper}]
  secret: app_key
  put: /sign
  unique: {resolution: 1s}
x-qiyue-errors:
  at: /code
  check-order: [missing-parameter, clock, bad-credential, bad-signature, replay, unknown-operation, invalid-parameter]
  codes:
    - {code: 0, kind: success}
    - {code: 1, kind: missing-parameter}
    - {code: 2, kind: clock}
    - {code: 3, kind: bad-credential}
    - {code: 4, kind: bad-signature, covers: [replay]}
    - {code: 5, kind: unknown-operation}
    - {code: 6, kind: invalid-parameter}
components:
  schemas:
    Common:
      type: object
      required: [app, method, time, sign]
      properties:
        app: {type: string}
        time: {type: string, x-qiyue-time: {format: yyyyMMddHHmmss, zone: Asia/Shanghai}}
        sign: {type: string}
paths:
  /service:
    post:
      operationId: service
      requestBody: {required: true, content: {MEDIA: {schema: {type: object}}}}
      responses: {"200": {description: x, content: {application/json: {schema: {type: object}}}}}
      x-qiyue-dispatch:
        field: /method
        cases:
          bill.get:
            operationId: getBill
            request:
              allOf: [{$ref: "#/components/schemas/Common"}]
              properties: {count: {type: integer}, ok: {type: boolean}}
            answer: {const: {code: 0}}
          bill.list:
            operationId: listBills
            request: {allOf: [{$ref: "#/components/schemas/Common"}], required: [page]}
            answer: {const: {code: 0}}
"""
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
GOOD = {"app": "demo", "method": "bill.get", "time": "20240315163000"}


def signed(served: Any, sent: dict[str, Any], secret: str = SECRET) -> dict[str, Any]:
    rule = served.api.signature
    return {**sent, "sign": sign(rule, sent, secret)}


def spec(media: str) -> str:
    return SPEC.replace("MEDIA", media)


def reason(served: Any, sent: dict[str, Any], media: str = JSON, query: str = "") -> str:
    option = {"json": sent} if media == JSON else {"data": sent}
    return str(served.reason("POST", "/service" + query, **option))


@pytest.mark.parametrize(
    ("changed", "chosen"),
    [
        ({}, ""),
        ({"method": "bill.drop"}, "unknown-operation /method dispatch"),
        ({"method": None}, "missing-parameter /method dispatch"),
        ({"method": "bill.list"}, "missing-parameter /page required"),
        ({"app": "other"}, "bad-credential /app exists"),
        ({"app": "other", "method": "bill.drop"}, "bad-credential /app exists"),
        ({"app": None, "method": "bill.drop"}, "missing-parameter /app required"),
        ({"time": "20240315163500"}, ""),
        ({"time": "20240315163501"}, "clock /time clock"),
        ({"time": "20240315162459"}, "clock /time clock"),
        ({"time": "2024-03-15"}, "clock /time clock"),
        ({"time": "20240315250000"}, "clock /time clock"),
        ({"time": "20240315083000", "app": "other"}, "clock /time clock"),
        ({"count": "many"}, "invalid-parameter /count type"),
        ({"more": [{"b": 1, "a": None}] * 11, "ok": True}, ""),
    ],
)
def test_order_of_checks(serve: Callable[..., Any], watch: Any, changed: dict[str, Any], chosen: str) -> None:
    served = serve(spec(JSON), clock=watch)
    sent = {name: value for name, value in {**GOOD, **changed}.items() if name == "more" or value is not None}
    assert reason(served, signed(served, sent)) == chosen


@pytest.mark.parametrize("media", [JSON, FORM])
@pytest.mark.parametrize(
    ("spoil", "chosen"),
    [
        (lambda sent: sent, ""),
        (lambda sent: {**sent, "extra": "1"}, "bad-signature /sign signature"),
        (lambda sent: {**sent, "sign": sent["sign"].lower()}, "bad-signature /sign signature"),
        (lambda sent: {**sent, "sign": ""}, "missing-parameter /sign signature"),
        (lambda sent: {k: v for k, v in sent.items() if k != "sign"}, "missing-parameter /sign signature"),
        (lambda sent: {**sent, "extra": "1", "count": "many"}, "bad-signature /sign signature"),
        (lambda sent: {**sent, "extra": "1", "method": "bill.drop"}, "bad-signature /sign signature"),
    ],
)
def test_signatures(serve: Callable[..., Any], watch: Any, media: str, spoil: Any, chosen: str) -> None:
    served = serve(spec(media), clock=watch)
    sent = signed(served, {**GOOD, "size": "1.50", "name": "名", "ok": "true" if media == FORM else True})
    assert reason(served, spoil(sent), media) == chosen


def test_other_secrets(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(spec(JSON), clock=watch, secrets={"app_key": "mine"})
    assert reason(served, signed(served, GOOD)) == "bad-signature /sign signature"
    assert reason(served, signed(served, GOOD, "mine")) == ""


def test_the_query_is_signed_too(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(spec(JSON), clock=watch)
    sent = {**GOOD, "sign": signed(served, {**GOOD, "q": "a b"})["sign"]}
    assert reason(served, sent, query="?q=a%20b") == ""
    assert reason(served, sent, query="?q=ab") == "bad-signature /sign signature"


def test_nested_fields_of_a_form(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(spec(FORM), clock=watch)
    sign_of = signed(served, {**GOOD, "items": {"0": {"bn": "A"}, "1": {"bn": "B"}}})["sign"]
    assert reason(served, {**GOOD, "items[0][bn]": "A", "items[1][bn]": "B", "sign": sign_of}, FORM) == ""


def test_the_same_request_twice(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(spec(JSON), clock=watch)
    sent = signed(served, GOOD)
    assert [reason(served, sent) for _ in range(3)] == ["", *["replay /sign signature"] * 2]
    assert served.json("POST", "/service", json=sent) == {"code": 4}
    assert reason(served, signed(served, {**GOOD, "time": "20240315163001"})) == ""


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ({"time": "20240315170000"}, "clock /time clock"),
        ({"method": "bill.drop"}, "replay /sign signature"),
        ({"count": "x"}, "replay /sign signature"),
    ],
)
def test_a_refused_request_uses_its_signature_up_when_it_came_that_far(
    serve: Callable[..., Any], watch: Any, changed: dict[str, Any], again: str
) -> None:
    served = serve(spec(JSON), clock=watch)
    sent = signed(served, {**GOOD, **changed})
    assert reason(served, sent) != ""
    assert reason(served, sent) == again


def test_signatures_are_forgotten_when_they_are_no_longer_valid(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(spec(JSON).replace("    - clock: {at: /time, within: 5m, else: clock}\n", ""), clock=watch)
    sent = signed(served, GOOD)
    assert reason(served, sent) == ""
    watch.now += 3600
    assert reason(served, sent) == "replay /sign signature"
    watch.now += 1
    assert reason(served, sent) == ""


def test_a_digest_without_implementation_is_named(serve: Callable[..., Any]) -> None:
    served = serve(spec(JSON).replace("md5", "sm3"))
    message = "the mock does not check the signature of getBill: it has no digest 'sm3'"
    assert ("mock-signature", message) in served.gaps()


def test_signatures_are_remembered_as_long_as_the_document_says(serve: Callable[..., Any], watch: Any) -> None:
    text = spec(JSON).replace("unique: {resolution: 1s}", "unique: {resolution: 1s, remember: 2m}")
    served = serve(text, clock=watch)
    sent = signed(served, GOOD)
    assert reason(served, sent) == ""
    watch.now += 120
    assert reason(served, sent) == "replay /sign signature"
    watch.now += 1
    assert reason(served, sent) == ""
