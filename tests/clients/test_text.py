"""What is text and what is a file, an answer that nothing changed, and text that nothing can write."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

SPEC = """
paths:
  /bill:
    get:
      operationId: getBill
      tags: [bills]
      parameters: [{name: If-None-Match, in: header, schema: {type: string}}]
      responses:
        '200': {description: a bill, content: {text/csv: {schema: {$ref: '#/components/schemas/File'}}}}
        '304': {description: as before}
  /note:
    get:
      operationId: getNote
      tags: [bills]
      responses: {'200': {description: a note, content: {text/csv: {schema: {type: string}}}}}
  /labels/{name}:
    post:
      operationId: label
      tags: [bills]
      parameters:
        - {name: name, in: path, required: true, schema: {type: string}}
        - {name: words, in: query, schema: {type: array, items: {type: string}}}
        - {name: X-Note, in: header, schema: {type: string}}
      requestBody: {content: {application/json: {schema: {type: object, properties: {deep: {type: object}}}}}}
      responses: {'200': {description: done}}
components:
  schemas: {File: {type: string, format: binary}}
"""
BILL = "订单号,金额\n".encode("gbk")
HALF = "\ud83d"


def test_text_that_is_binary_comes_as_bytes_and_as_a_stream(make: Callable[..., Any], wire: Any) -> None:
    bills = make(SPEC).client(wire).bills
    wire.content, wire.content_type = BILL, "text/csv"
    assert bills.get_bill() == BILL
    with bills.stream_get_bill() as stream:
        assert b"".join(stream) == BILL
    assert bills.get_note() == "订单号,金额\n"


def test_unchanged_is_no_failure(make: Callable[..., Any], wire: Any) -> None:
    made = make(SPEC)

    def unchanged(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(304, headers={"ETag": '"x"'})

    response = made.client(unchanged).bills.with_raw_response.get_bill(if_none_match='"x"')
    assert (response.data, response.status, response.deviations) == (None, 304, ())
    assert asyncio.run(made.async_client(unchanged).bills.get_bill(if_none_match='"x"')) is None
    with pytest.raises(made.module.ClientError, match="304"):
        made.client(unchanged).bills.get_note()


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ({"name": f"a{HALF}"}, "path:name"),
        ({"words": ["a", HALF]}, "query:words/1"),
        ({"x_note": HALF}, "header:X-Note"),
        ({"deep": {"a": [HALF]}}, "/deep/a/0"),
        ({"deep": {HALF: 1}}, "/deep"),
        ({"extra_query": {"more": HALF}}, "query:more"),
    ],
)
def test_half_a_character_is_refused(make: Callable[..., Any], wire: Any, given: dict[str, Any], at: str) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.InvalidRequestError, match="half a character") as caught:
        made.client(wire).bills.label(**{"name": "a", **given})
    assert [problem.at for problem in caught.value.problems] == [at]
    assert wire.sent == []
