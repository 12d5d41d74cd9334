"""Streams and files are held to what their content types, and the types of their items, promise."""

import pytest

from qiyue.api import Api
from qiyue.contract.oracle.streams import StreamValidator
from qiyue.diagnostics import Report
from qiyue.mock.schemas import Schemas
from qiyue.pipeline import compile_text

SPEC = """
openapi: "3.1.0"
info: {title: Avocet Feed, version: "1"}
paths:
  /feed:
    get:
      operationId: feed
      responses:
        "200":
          description: told as it happens
          content:
            text/event-stream: {schema: {$ref: "#/components/schemas/Tick"}}
            application/x-ndjson: {schema: {type: array, items: {$ref: "#/components/schemas/Tick"}}}
            application/json-seq: {schema: {type: string}}
            application/pdf: {}
            application/octet-stream: {}
components:
  schemas:
    Tick: {type: object, required: [price], properties: {price: {type: number}}}
"""
EVENTS, LINES, TEXTS, PDF = "text/event-stream", "application/x-ndjson", "application/json-seq", "application/pdf"
NO_JSON, BROKEN = "An item of the stream is no JSON.", "An item of the stream breaks its schema."
NO_TEXT = "The stream is no text in UTF-8."


@pytest.fixture(scope="module")
def api() -> Api:
    return compile_text(SPEC).api


@pytest.mark.parametrize(
    ("content_type", "content", "wrong"),
    [
        (EVENTS, b'data: {"price": 1}\n\n', []),
        (f"{EVENTS}; charset=utf-8", b'\xef\xbb\xbf: hello\r\ndata: {"price":\r\ndata: 1}\r\n\r\n', []),
        (EVENTS, b'retry: 7\n\nid: 4\nevent: x\ndata:{"price": 2}\r\rdata: [DONE]\n\n', []),
        (EVENTS, b"", []),
        (EVENTS, b'data: {"price": 1}\n', [NO_JSON]),
        (EVENTS, b'data: {"price": 1}', [NO_JSON]),
        (EVENTS, b"data: hello\n\n", [NO_JSON]),
        (EVENTS, b"data: {}\n\ndata: []\n\n", [BROKEN, BROKEN]),
        (EVENTS, b"data: \xff\n\n", [NO_TEXT]),
        (LINES, b'{"price": 1}\n\n\x1e{"price": 2}\r\n', []),
        (LINES, b'{"price": 1}\n{"pri', [NO_JSON]),
        (LINES, b'{"price": 1}\n{"price": 2}', []),
        (LINES, b'[{"price": 1}]\n', [BROKEN]),
        (TEXTS, b"hello\n", []),
        (PDF, b"%PDF-1.7", []),
        (PDF, b"<html>", ["What is answered is no application/pdf."]),
        ("application/octet-stream", b"", []),
        ("application/json", b"hello", []),
    ],
)
def test_what_is_wrong(api: Api, content_type: str, content: bytes, wrong: list[str]) -> None:
    streams = StreamValidator(api.operation("feed"), Schemas(api, "answer", Report()))
    assert list(streams.wrong(content_type, content)) == wrong
