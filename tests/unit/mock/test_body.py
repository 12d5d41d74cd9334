from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /json:
    post:
      operationId: json
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Thing"}}
          application/vnd.example+json: {schema: {type: array}}
      responses: {"204": {description: done}}
  /optional:
    post:
      operationId: optional
      requestBody: {content: {application/json: {schema: {type: object, required: [a]}}}}
      responses: {"204": {description: done}}
  /closed:
    post:
      operationId: closed
      requestBody:
        content: {application/json: {schema: {type: object, properties: {a: {}}, additionalProperties: false}}}
      responses: {"204": {description: done}}
  /form:
    post:
      operationId: form
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [name, amount]
              properties:
                name: {type: string}
                amount: {type: number, minimum: 0}
                flags: {type: array, items: {type: boolean}}
                detail: {type: object, properties: {a: {type: integer}}}
      responses: {"204": {description: done}}
  /raw:
    put:
      operationId: raw
      requestBody: {required: true, content: {application/pdf: {schema: {type: string, format: binary, maxLength: 4}}}}
      responses: {"204": {description: done}}
  /any:
    put:
      operationId: any
      requestBody: {required: true, content: {image/*: {}}}
      responses: {"204": {description: done}}
components:
  schemas:
    Thing:
      type: object
      required: [id, name]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string, minLength: 1}
        parts: {type: array, items: {type: object, required: [n], properties: {n: {type: integer}}}}
"""
JSON = {"content-type": "application/json"}
BAD_JSON = "invalid-parameter json"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("/json", {"json": {"name": "a"}}, ""),
        ("/json", {"json": {"name": "a", "unknown": 1}}, ""),
        ("/json", {"content": b'{"name": "a"}', "headers": {"content-type": "Application/JSON; charset=utf-8"}}, ""),
        ("/json", {"content": b"[]", "headers": {"content-type": "application/vnd.example+json"}}, ""),
        ("/json", {"json": {}}, "missing-parameter /name required"),
        ("/json", {"json": {"name": ""}}, "invalid-parameter /name minLength"),
        ("/json", {"json": {"name": 1}}, "invalid-parameter /name type"),
        ("/json", {"json": {"name": "a", "parts": [{"n": 1}, {}]}}, "missing-parameter /parts/1/n required"),
        ("/json", {"json": []}, "invalid-parameter type"),
        ("/json", {"content": b"", "headers": JSON}, "missing-parameter required"),
        ("/json", {}, "missing-parameter required"),
        ("/json", {"content": b"{", "headers": JSON}, "invalid-parameter json"),
        ("/json", {"content": b'{"name": NaN}', "headers": JSON}, "invalid-parameter json"),
        ("/json", {"content": b"\xff", "headers": JSON}, "invalid-parameter json"),
        ("/json", {"content": b"[" * 99999, "headers": JSON}, "invalid-parameter json"),
        ("/json", {"content": b'{"name": ' + b"[" * 400 + b"]" * 400 + b"}", "headers": JSON}, BAD_JSON),
        ("/json", {"content": rb'{"\ud800": 1}', "headers": JSON}, BAD_JSON),
        ("/json", {"content": b'{"name": "a", "b": ' + b"9" * 5000 + b"}", "headers": JSON}, BAD_JSON),
        ("/json", {"content": b'{"name": "a", "b": 1e99999999999999999999}', "headers": JSON}, BAD_JSON),
        (
            "/json",
            {"content": b"{}", "headers": {"content-type": "text/plain"}},
            "invalid-parameter header:Content-Type contentType",
        ),
        ("/json", {"content": b"{}"}, "missing-parameter /name required"),
        ("/optional", {}, ""),
        ("/optional", {"json": {}}, "missing-parameter /a required"),
        ("/closed", {"json": {"a": 1}}, ""),
        ("/closed", {"json": {"b": 1}}, "invalid-parameter additionalProperties"),
        ("/form", {"content": b"name=a&amount=1.50", "headers": FORM}, ""),
        ("/form", {"content": b"name=12&amount=1&flags=true&flags=false", "headers": FORM}, ""),
        ("/form", {"content": b'name=a&amount=1&detail={"a":1}', "headers": FORM}, ""),
        (
            "/form",
            {"content": b'name=a&amount=1&detail={"a":"x"}', "headers": FORM},
            "invalid-parameter /detail/a type",
        ),
        ("/form", {"content": b"name=a&amount=1&detail={", "headers": FORM}, "invalid-parameter /detail json"),
        ("/form", {"content": b"name=a&amount=-1", "headers": FORM}, "invalid-parameter /amount minimum"),
        ("/form", {"content": b"name=a&amount=x", "headers": FORM}, "invalid-parameter /amount type"),
        ("/form", {"content": b"name=a&amount=1&flags=maybe", "headers": FORM}, "invalid-parameter /flags/0 type"),
        ("/form", {"content": b"name=a", "headers": FORM}, "missing-parameter /amount required"),
        ("/form", {"content": b"", "headers": FORM}, "missing-parameter /name required"),
    ],
)
def test_bodies(serve: Callable[..., Any], path: str, options: dict[str, Any], reason: str) -> None:
    assert serve(SPEC).reason("POST", path, **options) == reason


@pytest.mark.parametrize(
    ("path", "media", "content", "reason"),
    [
        ("/raw", "application/pdf", b"%PDF", ""),
        ("/raw", "application/pdf", b"%PDF-", "too-large maxLength"),
        ("/raw", "image/png", b"x", "invalid-parameter header:Content-Type contentType"),
        ("/any", "image/png", b"x", ""),
        ("/any", "text/plain", b"x", "invalid-parameter header:Content-Type contentType"),
    ],
)
def test_raw_bodies(serve: Callable[..., Any], path: str, media: str, content: bytes, reason: str) -> None:
    assert serve(SPEC).reason("PUT", path, content=content, headers={"content-type": media}) == reason


def test_a_body_that_is_not_read_is_named(serve: Callable[..., Any]) -> None:
    served = serve("""
paths:
  /x: {post: {operationId: a, requestBody: {content: {application/xml: {}}}, responses: {"200": {description: x}}}}
""")
    assert served.gaps() == [("mock-media", "the mock takes any application/xml body of a: it does not look inside")]
    assert served.reason("POST", "/x", content=b"<a/>", headers={"content-type": "application/xml"}) == ""


def test_a_pattern_that_cannot_be_compiled_leaves_the_rest_checked(serve: Callable[..., Any]) -> None:
    long = SPEC.replace(
        "id: {type: string, readOnly: true}", "id: {type: string, pattern: '^.{0,262144}$', maxLength: 3}"
    )
    mock = serve(long)
    assert mock.client.post("/json", json={"id": "abc", "name": "a"}).status_code == 204
    assert mock.client.post("/json", json={"id": "abcd", "name": "a"}).status_code == 400
    assert mock.client.post("/json", json={"id": "abc"}).status_code == 400
    message = "the mock takes every text for the pattern ^.{0,262144}$: its validator cannot read it"
    assert mock.gaps() == [("mock-type", message)]
