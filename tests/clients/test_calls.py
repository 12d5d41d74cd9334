"""How a generated client puts arguments on the wire, and what it makes of refusals."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
security: [{key: []}]
x-qiyue-envelope: {answer: {success: {at: /ok, is: true}, code: /code, message: /msg, payload: /data}}
x-qiyue-errors:
  at: /code
  codes:
    - {code: 7, kind: not-found, retry: never, message: no such tea}
paths:
  /teas/{name}:
    get:
      operationId: getTea
      tags: [teas]
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: sizes, in: query, schema: {type: array, items: {type: integer}}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: type, in: query, schema: {type: string, enum: [hot, cold]}}
      responses:
        '200':
          description: wrapped
          content:
            application/json:
              schema:
                type: object
                properties: {ok: {type: boolean}, code: {type: integer}, data: {$ref: '#/components/schemas/Tea'}}
  /teas:
    get:
      operationId: list
      tags: [teas]
      responses:
        '200':
          description: wrapped
          content:
            application/json:
              schema:
                type: object
                properties: {data: {type: array, items: {$ref: '#/components/schemas/Tea'}}}
  /orders:
    post:
      operationId: orderTea
      tags: [orders]
      x-qiyue-envelope: null
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [tea, cups]
              properties: {tea: {type: string}, cups: {type: integer}, note: {type: string}, kind: {const: x}}
      responses: {'204': {description: done}}
  /labels:
    post:
      operationId: uploadLabel
      tags: [orders]
      x-qiyue-envelope: null
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties: {file: {type: string, format: binary}, title: {type: string}}
            encoding: {file: {contentType: image/png}}
      responses: {'200': {description: the label, content: {image/png: {schema: {type: string, format: binary}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: query, name: k}}
  schemas: {Tea: {type: object, required: [name], properties: {name: {type: string}}}}
"""
TEA = '{"ok": true, "code": 0, "data": {"name": "龙井"}}'.encode()
PNG = b"\x89PNG\r\n\x1a\n..."


def test_arguments_reach_path_query_and_header(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = TEA
    tea = make(SPEC).client(wire, api_key="s3").teas.get_tea(name="龙/井", sizes=[1, 2], x_trace="t", type="hot")
    assert tea.name == "龙井"
    assert wire.url == "https://tea.example/teas/%E9%BE%99%2F%E4%BA%95?sizes=1&sizes=2&type=hot&k=s3"
    assert wire.sent[-1].headers["X-Trace"] == "t"


def test_an_error_inside_200_raises_with_its_kind(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = '{"ok": false, "code": 7, "msg": "没有这种茶"}'.encode()
    with pytest.raises(made.module.NotFoundError, match="没有这种茶") as caught:
        made.client(wire, api_key="s3").teas.get_tea(name="x")
    assert (caught.value.kind, caught.value.code) == ("not-found", 7)


def test_raw_responses_and_async_calls_give_the_same(make: Callable[[str], Any], wire: Any) -> None:
    made = make(SPEC)
    wire.content = TEA

    async def run() -> Any:
        async with made.async_client(wire, api_key="s3") as client:
            plain = await client.teas.get_tea(name="x")
            whole = await client.teas.with_raw_response.get_tea(name="x")
            return plain, whole

    plain, whole = asyncio.run(run())
    assert plain == whole.data == made.client(wire, api_key="s3").teas.with_raw_response.get_tea(name="x").data
    assert (whole.status, whole.code) == (200, 0)


def test_a_method_called_list_does_not_hide_the_type(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"ok": true, "data": [{"name": "a"}]}'
    assert [tea.name for tea in make(SPEC).client(wire, api_key="s3").teas.list()] == ["a"]


def test_a_form_is_written_from_arguments(make: Callable[[str], Any], wire: Any) -> None:
    wire.status, wire.content = 204, b""
    assert make(SPEC).client(wire, api_key="s3").orders.order_tea(tea="龙 井", cups=2) is None
    assert wire.body == b"tea=%E9%BE%99+%E4%BA%95&cups=2"


def test_a_file_goes_up_and_bytes_come_back(make: Callable[[str], Any], wire: Any) -> None:
    wire.content, wire.content_type = PNG, "image/png"
    label = make(SPEC).client(wire, api_key="s3").orders.upload_label(file=("a.png", PNG), title="茶")
    assert label == PNG
    assert b'name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n' + PNG in wire.body
    assert "茶".encode() in wire.body


def test_a_missing_credential_is_told_before_sending(
    make: Callable[[str], Any], wire: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError, match="api_key"):
        made.client(wire).teas.get_tea(name="x")
    wire.content = TEA
    monkeypatch.setenv(f"{made.package.upper()}_API_KEY", "from-env")
    made.client(wire).teas.get_tea(name="x")
    assert wire.url.endswith("k=from-env")


def test_importing_a_client_imports_neither_models_nor_operations(make: Callable[[str], Any]) -> None:
    made, names = make(SPEC), "[n for n in sys.modules if 'pydantic' in n or '_operations' in n]"
    program = f"import sys, {made.package} as p; print({names}); p.models"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=made.folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"[]\n", b"")
