"""Bytes behind the end of an answer: no call gets them as its own, and what has none keeps its connection."""

import asyncio
import importlib
import inspect
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from itertools import count
from types import ModuleType
from typing import Any

import pytest

from .conftest import HEAD, write_client
from .loopback import CERTIFICATE, Answer, Loopback, chunked, listening, written

SPEC = """
paths:
  /teas:
    get:
      operationId: list
      tags: [teas]
      responses: {'200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
    head:
      operationId: exists
      tags: [teas]
      responses: {'200': {description: there is one}}
    delete:
      operationId: delete
      tags: [teas]
      responses: {'204': {description: gone}}
    put:
      operationId: keep
      tags: [teas]
      responses: {'200': {description: kept}, '304': {description: as before}}
  /ticks:
    get:
      operationId: ticks
      tags: [teas]
      responses: {'200': {description: all, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  /sheet:
    get:
      operationId: sheet
      tags: [teas]
      responses: {'200': {description: a file, content: {application/pdf: {}}}}
components:
  schemas:
    Tea: {type: object, required: [name], properties: {name: {type: string}}}
"""

STALE = written(b'{"name": "stale"}')
TICK = b'data: {"name": "own"}\n\n'
PDF = {"media": "application/pdf"}
EVENTS = {"media": "text/event-stream"}


def tea(size: int = 0) -> bytes:
    """Write an answer of so many bytes in all."""
    body = b'{"name": "own"}'
    answers = (written(body + b" " * spaces) for spaces in count(max(0, size - 200)))
    return next(answer for answer in answers if len(answer) >= size)


@dataclass(frozen=True)
class Case:
    """A first call: what it does, and how it is answered; ``stays``: a clean answer leaves its connection open."""

    do: str
    answer: bytes
    stays: bool = True


CASES = {
    "length": Case("list", tea()),
    "chunks": Case("list", chunked(b'{"name": "own"}')),
    "an informational answer first": Case("list", b"HTTP/1.1 103 Early Hints\r\n\r\n" + tea()),
    "204": Case("delete", written(status="204 No Content")),
    "204 with a length": Case("delete", written(b"", "Content-Length: 0", status="204 No Content")),
    "304": Case("keep", written(status="304 Not Modified")),
    "empty": Case("keep", written()),
    "HEAD": Case("exists", written(b"", "Content-Length: 40")),
    "refusal": Case("list", written(b'{"no": 1}', status="404 Not Found")),
    "broken encoding": Case("list", written(b"no gzip", "Content-Encoding: gzip", "Content-Length: 7"), stays=False),
    "64 KiB": Case("list", tea(65536)),
    "128 KiB": Case("list", tea(131072)),
    "events": Case("ticks", chunked(TICK * 2, **EVENTS)),
    "events with a length": Case("ticks", written(TICK * 2, **EVENTS)),
    "events left early": Case("early ticks", chunked(TICK * 2, **EVENTS), stays=False),
    "events that a mark ends": Case("ticks", chunked(TICK + b"data: [DONE]\n\n", **EVENTS), stays=False),
    "refusal of a stream": Case("ticks", written(b'{"no": 1}', status="404 Not Found")),
    "JSON instead of a stream": Case("stream_sheet", written(b"{}")),
    "bytes": Case("sheet", written(b"%PDF" * 9, **PDF)),
    "download": Case("stream_sheet", written(b"%PDF" * 9, **PDF)),
    "download in chunks": Case("stream_sheet", chunked(b"%PDF" * 9, **PDF)),
    "download left early": Case("early stream_sheet", written(b"%PDF" * 99, **PDF), stays=False),
}


MODES = ("SurplusTeas", "AsyncSurplusTeas")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Give the client of the document."""
    folder = tmp_path_factory.mktemp("client")
    write_client(HEAD + SPEC, folder, "surplus_teas")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        patch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        yield importlib.import_module("surplus_teas")
    for name in [name for name in sys.modules if name.partition(".")[0] == "surplus_teas"]:
        del sys.modules[name]


async def settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def each(stream: Any) -> AsyncIterator[Any]:
    if hasattr(stream, "__aiter__"):
        async for item in stream:
            yield item
    else:
        for item in stream:
            yield item


async def call(client: Any, what: str) -> str:
    """Make a call; give the name that comes of it, ``""`` where there is none."""
    _, early, method = what.rpartition("early ")
    try:
        got = await settled(getattr(client.teas, method)())
        if early:
            await settled(anext(got) if hasattr(got, "__anext__") else next(got))
            await settled(got.close())
        elif hasattr(got, "close"):
            return "".join([getattr(item, "name", "") async for item in each(got)])
    except sys.modules[type(client).__module__.partition(".")[0]].ClientError:
        return ""
    return getattr(got, "name", "")


def calls(package: ModuleType, mode: str, far_side: Loopback, *whats: str) -> list[str]:
    """Make calls, one after the other, with one client of the package."""

    async def make() -> list[str]:
        client = getattr(package, mode)(base_url=far_side.url, max_retries=0)
        try:
            return [await call(client, what) for what in whats]
        finally:
            await settled(client.close())

    return asyncio.run(make())


def first(*pieces: bytes) -> Answer:
    """Answer the first request so, and the others well."""
    answers = iter([pieces])
    return lambda _: next(answers, (tea(),))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("mode", MODES)
class TestOneAnswer:
    def test_what_is_left_behind_an_answer_is_nobodys(self, package: ModuleType, mode: str, case: Case) -> None:
        with listening(first(case.answer, STALE)) as far_side:
            _, *later = calls(package, mode, far_side, case.do, "list", "list")
        assert later == ["own", "own"]
        assert len(far_side.connections) == 2

    def test_a_connection_with_nothing_left_is_used_again(self, package: ModuleType, mode: str, case: Case) -> None:
        with listening(first(case.answer)) as far_side:
            calls(package, mode, far_side, case.do, "list", "list")
        assert len(far_side.connections) == (1 if case.stays else 2)


@pytest.mark.parametrize("name", ["length", "chunks", "204", "HEAD", "64 KiB", "events", "download"])
@pytest.mark.parametrize("mode", MODES)
class TestTls:
    @pytest.mark.parametrize("records", [1, 2])
    def test_what_is_left_in_any_record_is_nobodys(
        self, package: ModuleType, mode: str, name: str, records: int
    ) -> None:
        answer = CASES[name].answer
        pieces = (answer, STALE) if records == 2 else (answer + STALE,)
        with listening(first(*pieces), tls=True) as far_side:
            _, *later = calls(package, mode, far_side, CASES[name].do, "list", "list")
        assert later == ["own", "own"]
        assert len(far_side.connections) == 2

    def test_a_connection_with_nothing_left_is_used_again(self, package: ModuleType, mode: str, name: str) -> None:
        with listening(first(CASES[name].answer), tls=True) as far_side:
            calls(package, mode, far_side, CASES[name].do, "list", "list")
        assert len(far_side.connections) == 1


@pytest.mark.parametrize("tls", [False, True])
@pytest.mark.parametrize("mode", MODES)
class TestLater:
    def test_what_comes_before_the_next_request_is_nobodys(self, package: ModuleType, mode: str, tls: bool) -> None:
        async def make(far_side: Loopback) -> list[str]:
            client = getattr(package, mode)(base_url=far_side.url, max_retries=0)
            names = [await call(client, "list")]
            far_side.connections[0].sendall(STALE)
            names += [await call(client, "list"), await call(client, "list")]
            await settled(client.close())
            return names

        with listening(lambda _: (tea(),), tls=tls) as far_side:
            assert asyncio.run(make(far_side)) == ["own"] * 3
        assert len(far_side.connections) == 2

    def test_every_connection_is_closed_where_nothing_tells_what_is_left(
        self, package: ModuleType, mode: str, tls: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(f"{package.__name__}._runtime.surplus.PARSER", "_not_there")
        with listening(lambda _: (tea(),), tls=tls) as far_side:
            assert calls(package, mode, far_side, "list", "list", "list") == ["own"] * 3
        assert len(far_side.connections) == 3
