"""Exchange wrappers: what stands between a server, or a client, and the other side, and changes what passes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import httpx2
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qiyue.drivers import Package
from qiyue.mock.incoming import Incoming, Reply, receive_all, send_reply

ResponseChange: TypeAlias = Callable[[Incoming, Reply], Reply]
RequestChange: TypeAlias = Callable[[httpx2.Request], httpx2.Request]
ClientResponseChange: TypeAlias = Callable[[httpx2.Request, httpx2.Response], httpx2.Response]


class ChangedServer:
    """A server whose answers are changed on their way out."""

    def __init__(self, inner: ASGIApp, change: ResponseChange) -> None:
        self._inner, self._change = inner, change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        incoming = await receive_all(scope, receive)
        reply = await call_app(self._inner, scope, incoming.body)
        await send_reply(self._change(incoming, reply), send)


async def call_app(app: ASGIApp, scope: Scope, body: bytes) -> Reply:
    """Let an app answer a request whose body is known."""
    held: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def hold(message: Message) -> None:
        held.append(message)

    await app(scope, receive, hold)
    headers = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in held[0]["headers"])
    kept = tuple((name, value) for name, value in headers if name != "content-length")
    return Reply(held[0]["status"], kept, b"".join(message.get("body", b"") for message in held[1:]))


@dataclass(frozen=True, slots=True)
class ChangingTransport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """A transport that changes what a client sends, and what it hears."""

    inner: Any
    """The client whose transport is the right one."""
    sending: RequestChange
    hearing: ClientResponseChange

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        return self._heard(request, self.inner.send(self._sent(request)))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        return self._heard(request, await self.inner.send(self._sent(request)))

    def _sent(self, request: httpx2.Request) -> httpx2.Request:
        """Give what is sent, in the time that the client gives it."""
        sent = self.sending(request)
        headers = httpx2.Headers(sent.headers)
        headers.pop("content-length", None)
        return httpx2.Request(
            sent.method, sent.url, headers=headers, content=sent.content, extensions=request.extensions
        )

    def _heard(self, request: httpx2.Request, response: httpx2.Response) -> httpx2.Response:
        heard = self.hearing(request, response)
        return httpx2.Response(heard.status_code, headers=heard.headers, content=heard.content)


@dataclass(frozen=True)
class ChangingPackage(Package):
    """A generated client with a twisted transport."""

    sending: RequestChange
    hearing: ClientResponseChange

    def client(self, **options: Any) -> Any:
        return Package.client(self, **self._twisted(httpx2.Client, options))

    def async_client(self, **options: Any) -> Any:
        return Package.async_client(self, **self._twisted(httpx2.AsyncClient, options))

    def _twisted(self, form: Any, options: dict[str, Any]) -> dict[str, Any]:
        if "http_client" not in options:
            return options
        transport = ChangingTransport(options["http_client"], self.sending, self.hearing)
        return {**options, "http_client": form(transport=transport)}
