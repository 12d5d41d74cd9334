"""Exchange wrappers: what stands between a server, or a client, and the other side, and changes what passes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import httpx2
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qiyue.drivers import Client, Driver, Offer, Opening, Server, World
from qiyue.examples import Request
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
class ChangingServer(Server):
    """A server of which a client sees something else: what it sends is changed, and what it hears."""

    inner: Server
    sending: RequestChange
    hearing: ClientResponseChange

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        response = self.inner.handle_request(self._sent(request))
        response.read()
        return self._heard(request, response)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        response = await self.inner.handle_async_request(self._sent(request))
        await response.aread()
        return self._heard(request, response)

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


@dataclass(frozen=True, slots=True)
class ChangingDriver:
    """A generated client that meets twisted servers."""

    right: Driver
    sending: RequestChange
    hearing: ClientResponseChange

    @property
    def offers(self) -> Mapping[str, Offer]:
        return self.right.offers

    @property
    def variables(self) -> Mapping[str, str]:
        return self.right.variables

    def open_client(self, opening: Opening, world: World) -> Client:
        return self.right.open_client(
            opening, replace(world, server=ChangingServer(world.server, self.sending, self.hearing))
        )

    def write(self, request: Request) -> str:
        return self.right.write(request)

    def listen(self, word: str) -> None:
        self.right.listen(word)

    def heard(self) -> tuple[str, ...]:
        return self.right.heard()

    def close(self) -> None:
        self.right.close()
