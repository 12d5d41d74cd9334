"""Answers that come bit by bit: events, JSON lines, files; what closes the connection, and what fails."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx2
import pytest

from qiyue.pipeline import compile_text

SPEC = """
paths:
  /ticks:
    get:
      operationId: ticks
      tags: [prices]
      responses:
        '200':
          description: prices
          content: {text/event-stream: {schema: {$ref: '#/components/schemas/Tick'}}}
        '404': {description: none, content: {application/json: {schema: {type: object}}}}
  /log:
    get:
      operationId: log
      tags: [prices]
      responses:
        '200':
          description: all, or as it comes
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tick'}}}
            application/x-ndjson: {schema: {$ref: '#/components/schemas/Tick'}}
  /news:
    get:
      operationId: news
      tags: [prices]
      responses: {'200': {description: news, content: {text/event-stream: {schema: {type: string}}}}}
  /changes:
    get:
      operationId: changes
      tags: [prices]
      responses:
        '200': {description: all, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Change'}}}}
  /sheet:
    get:
      operationId: sheet
      tags: [prices]
      responses: {'200': {description: a file, content: {application/pdf: {}}}}
components:
  schemas:
    Change:
      oneOf: [{$ref: '#/components/schemas/Priced'}, {$ref: '#/components/schemas/Said'}]
    Priced:
      type: object
      required: [event, data]
      properties: {event: {const: priced}, id: {type: integer}, data: {$ref: '#/components/schemas/Tick'}}
    Said: {type: object, required: [event, data], properties: {event: {const: said}, data: {type: string}}}
    Tick: {type: object, required: [price], properties: {price: {type: number}, name: {type: string}}}
"""

TICKS = (
    b'\xef\xbb\xbf: hello\r\ndata: {"price": 1.50,\r\ndata:  "name": "a"}\r\n\r\nretry: 7\n\n'
    b'id: 4\nevent: x\ndata:{"price": 0.10000000000000000001}\r\rdata: [DONE]\n\ndata: {}\n\n'
)


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in pieces, which knows whether it was closed."""

    def __init__(self, content: bytes, size: int = 1, error: Exception | None = None) -> None:
        self.pieces = [content[at : at + size] for at in range(0, len(content), size)]
        self.error, self.closed = error, False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.error:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


@pytest.fixture
def serve(make: Callable[[str], Any], wire: Any) -> Callable[..., Any]:
    """Give a function from an answer to the client that gets it."""

    def client(body: Body, content_type: str, status: int = 200, asynchronous: bool = False) -> Any:
        def answer(request: httpx2.Request) -> httpx2.Response:
            wire.sent.append(request)
            return httpx2.Response(status, stream=body, headers={"Content-Type": content_type})

        made = make(SPEC)
        return (made.async_client if asynchronous else made.client)(answer, max_retries=0)

    return client


def test_a_type_may_describe_the_event_itself(serve: Any) -> None:
    body = Body(
        b'event: priced\nid: 4\ndata: {"price": 1.50}\n\nevent: said\ndata: 5\n\n'
        b'data: {"event": "priced", "data": {"price": 2}}\n\nevent: gone\ndata: x\n\n: nothing\n\n'
    )
    priced, said, inner, other = serve(body, "text/event-stream").prices.changes()
    assert (priced.id, priced.data.price) == (4, Decimal("1.50"))
    assert (said.event, said.data) == ("said", "5")
    assert inner.data.price == 2
    assert (type(other).__name__, other.data) == ("Unknown", "x")


def test_events_come_one_by_one_and_exactly(serve: Any, wire: Any) -> None:
    body = Body(TICKS)
    items = list(serve(body, "text/event-stream").prices.ticks())
    assert [(tick.price, tick.name) for tick in items] == [
        (Decimal("1.50"), "a"),
        (Decimal("0.10000000000000000001"), None),
    ]
    assert body.closed
    assert wire.sent[-1].headers["Accept"] == "text/event-stream"


def test_events_without_a_type_are_events(serve: Any) -> None:
    (event,) = serve(Body("event: 消息\ndata: a\ndata: b\nid: 3\n\n".encode()), "text/event-stream").prices.news()
    assert (event.event, event.data, event.id) == ("消息", "a\nb", "3")


def test_lines_are_cut_at_line_feeds_only(serve: Any, wire: Any) -> None:
    body = Body('{"price": 1, "name": "a\u2028b"}\r\n\n{"price": 2.0}'.encode(), 3)
    items = list(serve(body, "application/x-ndjson").prices.stream_log())
    assert [(str(tick.price), tick.name) for tick in items] == [("1", "a\u2028b"), ("2.0", None)]
    assert wire.sent[-1].headers["Accept"] == "application/x-ndjson"


def test_the_same_as_a_whole(serve: Any, wire: Any) -> None:
    (tick,) = serve(Body(b'[{"price": 1}]'), "application/json").prices.log()
    assert tick.price == 1
    assert wire.sent[-1].headers["Accept"] == "application/json"


def test_a_file_goes_to_the_disk_as_it_comes(serve: Any, tmp_path: Path) -> None:
    body = Body(b"%PDF-1.4 tea", 5)
    client = serve(body, "application/pdf")
    assert client.prices.sheet() == b"%PDF-1.4 tea"
    with client.prices.stream_sheet() as stream:
        assert stream.save(tmp_path / "tea.pdf") == 12
    assert (tmp_path / "tea.pdf").read_bytes() == b"%PDF-1.4 tea"
    assert body.closed


def test_who_stops_in_the_middle_closes_the_connection(serve: Any) -> None:
    body = Body(TICKS)
    with serve(body, "text/event-stream").prices.ticks() as stream:
        next(stream)
        assert not body.closed
    assert body.closed


def test_a_refusal_before_the_stream_raises_as_ever(serve: Any) -> None:
    client = serve(Body(b'{"message": "no prices today"}'), "application/json", 404)
    with pytest.raises(Exception, match="no prices today") as caught:
        client.prices.ticks()
    assert type(caught.value).__name__ == "NotFoundError"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (Body(b"data: {\n\n"), "UndecodableError"),
        (Body(b'data: {"name": "a"}\n\n'), "UndecodableError"),
        (Body(b"data: ", error=httpx2.ReadError("gone")), "TransportError"),
        (Body(b"data: ", error=httpx2.ReadTimeout("late")), "RequestTimeoutError"),
    ],
)
def test_what_breaks_on_the_way_is_an_error_of_the_client(serve: Any, body: Body, name: str) -> None:
    with pytest.raises(Exception, match=r"ticks: ") as caught:
        list(serve(body, "text/event-stream").prices.ticks())
    assert type(caught.value).__name__ == name
    assert body.closed


def test_awaited_streams_are_the_same(serve: Any, tmp_path: Path) -> None:
    async def run() -> tuple[list[Any], int, Body]:
        body = Body(TICKS)
        client = serve(body, "text/event-stream", asynchronous=True)
        ticks = [tick.price async for tick in await client.prices.ticks()]
        sheet = serve(Body(b"%PDF", 1), "application/pdf", asynchronous=True).prices
        async with await sheet.stream_sheet() as stream:
            return ticks, await stream.save(tmp_path / "tea.pdf"), body

    ticks, size, body = asyncio.run(run())
    assert (ticks, size, body.closed) == ([Decimal("1.50"), Decimal("0.10000000000000000001")], 4, True)


def test_the_whole_response_holds_the_stream(serve: Any) -> None:
    response = serve(Body(TICKS), "text/event-stream").prices.with_raw_response.ticks()
    assert (response.status, response.deviations) == (200, ())
    assert len(list(response.data)) == 2


def test_the_mock_answers_with_a_stream(make: Callable[[str], Any]) -> None:
    from starlette.testclient import TestClient

    from qiyue import mock
    from qiyue.diagnostics import Report

    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: http://testserver}]\n"
    app = mock.app(compile_text(head + SPEC).api, report=Report())
    client = make(SPEC).module.TeaClient(http_client=TestClient(app), base_url="http://testserver")
    (tick,) = client.prices.ticks()
    assert isinstance(tick.price, Decimal)
    assert client.prices.sheet().startswith(b"%PDF")
