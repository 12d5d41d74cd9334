"""Wire: an HTTP transport into an ASGI app in this process that keeps what passed. One request at a time."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import httpx2
from starlette.types import ASGIApp

T = TypeVar("T")
BASE_URL = "http://contract.invalid"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as sent, and its answer."""

    request: httpx2.Request
    response: httpx2.Response


@dataclass(slots=True)
class Wire(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
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
        inner = httpx2.ASGITransport(app=self.app, raise_app_exceptions=False)
        sent = httpx2.Request(request.method, request.url, headers=request.headers, content=request.content)
        response = await inner.handle_async_request(sent)
        content = await response.aread()
        made = httpx2.Response(response.status_code, headers=response.headers, content=content, request=request)
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
        self._loop.close()
