"""ASGI transport: an HTTP transport into an ASGI app in this process that keeps what passed. One request at a
time."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import httpx2
from starlette.types import ASGIApp, Message, Scope

from qiyue.drivers import Server

T = TypeVar("T")
BASE_URL = "http://contract.invalid"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as sent, and its answer."""

    request: httpx2.Request
    response: httpx2.Response


@dataclass(slots=True)
class ASGITransport(Server):
    """A transport for ``httpx2.Client`` and ``httpx2.AsyncClient`` both."""

    app: ASGIApp
    passed: list[Exchange] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        return self.run(self._pass(request))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        return await self._pass(request)

    async def _pass(self, request: httpx2.Request) -> httpx2.Response:
        made = await call_app(self.app, request)
        made.elapsed = timedelta()
        self.passed.append(Exchange(request, made))
        return made

    def send(self, request: httpx2.Request) -> httpx2.Response:
        """Pass one request on, and keep nothing of it."""
        response = self.handle_request(request)
        self.passed.pop()
        return response

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end in the wire's own loop."""
        return self._loop.run_until_complete(doing)

    def take(self) -> list[Exchange]:
        """Give what passed since the last time, and forget it."""
        taken, self.passed = self.passed, []
        return taken

    def close(self) -> None:
        if not self._loop.is_closed():
            self.run(self._loop.shutdown_asyncgens())
            self._loop.close()


async def call_app(app: ASGIApp, request: httpx2.Request) -> httpx2.Response:
    """Let an app answer a request; one that breaks down before it begins to answer answers 500."""
    start: Message = {"status": 500, "headers": []}
    content: list[bytes] = []
    waiting = [{"type": "http.request", "body": request.content, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        elif message["type"] == "http.response.body":
            content.append(message.get("body", b""))

    with suppress(Exception):
        await app(_scope(request), receive, send)
    return httpx2.Response(start["status"], headers=start["headers"], content=b"".join(content), request=request)


def _scope(request: httpx2.Request) -> Scope:
    raw_path, _, query = request.url.raw_path.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "scheme": request.url.scheme,
        "path": request.url.path,
        "raw_path": raw_path,
        "query_string": query,
        "server": (request.url.host, request.url.port),
        "client": ("127.0.0.1", 123),
        "root_path": "",
    }
