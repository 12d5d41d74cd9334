"""Incoming and Reply: a request and its answer as plain values, on both sides of the ASGI shell."""

from asyncio import sleep
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import parse_qsl, unquote_plus

from starlette.requests import Request, cookie_parser
from starlette.types import Receive, Scope, Send

from qiyue.base import json
from qiyue.base.media import essence
from qiyue.values import Plain

LONGEST_BODY: Final = 50 * 1024 * 1024
"""Bytes that the body of a request may have."""
_DIGITS: Final = 18
"""Digits of a length that are read; more of them are a larger number anyway."""


@dataclass(frozen=True)
class Incoming:
    """A request as it was sent. ``path`` and the values of ``query`` are still percent-encoded."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    """By lower-case name; a repeated header is one value with commas."""
    cookies: Mapping[str, str]
    body: bytes
    base: str = ""
    """The address of this server as the caller wrote it, with the prefix under which it is mounted."""

    @property
    def media(self) -> str:
        """The content type without its parameters, in lower case; ``""`` where none was sent."""
        return essence(self.headers.get("content-type", ""))

    @cached_property
    def json(self) -> Plain:
        """The body as JSON, for all to read and nobody to change.

        Raises:
            JsonError: it is none.
        """
        return json.loads(self.body)

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The body as the names and values of a form that is written like a query."""
        return tuple(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, ready to be sent."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    seconds: float = 0.0
    """How long it is held back."""
    cut: bool = False
    """Whether the connection ends in the middle of the body."""


class BodyTooLargeError(Exception):
    """A request has a body of more than ``LONGEST_BODY`` bytes."""


async def receive_all(scope: Scope, receive: Receive) -> Incoming:
    """Read one HTTP request to its end.

    Raises:
        BodyTooLargeError: its body is too large; the rest of it is not read.
        ClientDisconnect: the client went away before the end.
    """
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Incoming(
        method=scope["method"],
        path=_path(scope),
        query=tuple(_pairs(scope["query_string"].decode("latin-1"))),
        headers=headers,
        cookies=cookie_parser(headers.get("cookie", "")),
        body=await _receive_body(Request(scope, receive), headers.get("content-length", "")),
        base=f"{scope['scheme']}://{headers.get('host', 'localhost')}{scope.get('root_path', '')}",
    )


async def _receive_body(request: Request, said: str) -> bytes:
    if said.isdecimal() and int(said[:_DIGITS]) > LONGEST_BODY:
        raise BodyTooLargeError
    parts, length = [], 0
    async for part in request.stream():
        parts.append(part)
        length += len(part)
        if length > LONGEST_BODY:
            raise BodyTooLargeError
    return b"".join(parts)


async def send_reply(reply: Reply, send: Send) -> None:
    """Send one answer; a header that cannot be written as Latin-1 is written in ASCII with escapes."""
    headers = [(name.lower().encode("ascii"), _ascii(value)) for name, value in reply.headers]
    if reply.status not in (204, 304):
        headers.append((b"content-length", str(len(reply.body)).encode("ascii")))
    if reply.seconds:
        await sleep(reply.seconds)
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    sent = reply.body[: len(reply.body) // 2] if reply.cut else reply.body
    await send({"type": "http.response.body", "body": sent, "more_body": reply.cut})


def _path(scope: Scope) -> str:
    """Give the path as sent, without the prefix under which the app is mounted."""
    path = scope.get("raw_path", b"").split(b"?", 1)[0].decode("latin-1") or scope["path"]
    return str(path).removeprefix(scope.get("root_path", "")) or "/"


def _pairs(query: str) -> list[tuple[str, str]]:
    parts = [part.partition("=") for part in query.split("&") if part]
    return [(unquote_plus(name), value) for name, _, value in parts]


def _ascii(value: str) -> bytes:
    return value.encode("ascii", "backslashreplace").replace(b"\r", b" ").replace(b"\n", b" ")
