"""Equivalents: differences that a spec allows, at which the suite must stay green.

In: an answer of the right server, or a request of the right client. Out: one that says the same in another way.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

import httpx2
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qiyue.api import Operation
from qiyue.base import json
from qiyue.base.media import is_json, preferred
from qiyue.contract import Phase, server
from qiyue.mock.incoming import Reply
from qiyue.mutation.client_wrappers import request_fault, with_body
from qiyue.mutation.exchange_wrappers import RequestChange
from qiyue.mutation.fault import PHASES, Fault, Mutant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.mutation.server_responses import Change, ServerExchange, response_fault
from qiyue.values import Plain

Write: TypeAlias = Callable[[Plain], bytes]
_ALL: tuple[Phase, ...] = (*PHASES, "stateful")


def equivalent_mutants() -> Iterator[Fault]:
    """Give them all; those of a server once for the server itself, and once for the client that hears it."""
    for target, phases in (("mock", _ALL), ("client", PHASES)):
        for name, change in _OF_ANSWERS:
            yield replace(response_fault(name, "", change, lambda _: True, target), phases=phases)
        yield Fault("answers in pieces", "", _pieces, target=target, phases=phases)
    spelled = _json(_written(number=_trailing))  # where calls are signed, another spelling is another signature
    unsigned = request_fault("sends 2.0 for 2", "", lambda _, operation: None if operation.signature else spelled)
    for difference in (
        *(request_fault(name, "", lambda *_, twist=twist: twist) for name, twist in _OF_REQUESTS),
        unsigned,
    ):
        yield replace(difference, phases=_ALL)


class _Pieces:
    """A server that sends its answers piece by piece, without saying how long they are."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def piecewise(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(name, value) for name, value in message["headers"] if name != b"content-length"]
                await send({**message, "headers": [*kept, (b"transfer-encoding", b"chunked")]})
                return
            body = message.get("body", b"")
            for start in range(0, len(body), 7):
                await send({**message, "body": body[start : start + 7], "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})

        await self._inner(scope, receive, piecewise)


def _pieces(subject: FaultTarget, operation: Operation) -> Mutant:
    return Mutant(lambda clock: _Pieces(server(subject.for_operation(operation), clock)))


def _written(
    gap: str = "", text: Callable[[str], str] = json.text, number: Callable[[Plain], str] = json.text
) -> Write:
    """Give a writer of JSON with some white space between any two signs, and its own texts and numbers."""

    def write(value: Plain) -> str:
        if isinstance(value, dict):
            pairs = (f"{gap}{text(name)}{gap}:{gap}{write(inner)}{gap}" for name, inner in value.items())
            return "{" + ",".join(pairs) + "}"
        if isinstance(value, list):
            return "[" + ",".join(f"{gap}{write(each)}{gap}" for each in value) + "]"
        if isinstance(value, str):
            return text(value)
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return number(value) if is_number else json.text(value)

    return lambda value: f"{gap}{write(value)}{gap}".encode()


def _escaped(text: str) -> str:
    """Write a text with every character as an escape."""
    units = text.encode("utf-16-be", "surrogatepass")
    return '"' + "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2)) + '"'


def _turned(value: Plain) -> Plain:
    """Give data with the members of all objects the other way round."""
    if isinstance(value, dict):
        return {name: _turned(inner) for name, inner in reversed(value.items())}
    return [_turned(each) for each in value] if isinstance(value, list) else value


def _body(write: Write) -> Change:
    """Write JSON in another way; in a stream, where each line is JSON, white space says something."""

    def changed(said: ServerExchange) -> Reply | None:
        types = [value for name, value in said.reply.headers if name.lower() == "content-type"]
        is_written = isinstance(said.body, dict | list) and any(map(is_json, types))
        return replace(said.reply, body=write(said.body)) if is_written else None

    return changed


def _more(said: ServerExchange) -> Reply | None:
    """Add a member that nobody named, where the schema lets it be."""
    media = preferred(said.documented.media) if said.documented else None
    if media is None or media.type is None or not isinstance(said.body, dict):
        return None
    body = {**said.body, "unheardOf": {"of": [1]}}
    return said.with_body(body) if said.subject.answers.validator(media.type).is_valid(body) else None


def _type(change: Callable[[str], str]) -> Change:
    """Write the content type in another way."""

    def changed(said: ServerExchange) -> Reply | None:
        found = next((value for name, value in said.reply.headers if name.lower() == "content-type"), "")
        return said.with_header("content-type", change(found)) if found else None

    return changed


def _json(write: Write) -> RequestChange:
    def sent(request: httpx2.Request) -> httpx2.Request:
        try:
            body = json.loads(request.content)
        except json.JsonError:
            return request
        return with_body(request, write(body))

    return sent


def _address(change: Callable[[str], str]) -> RequestChange:
    """Write the query in another way."""

    def sent(request: httpx2.Request) -> httpx2.Request:
        address, mark, query = request.url.raw_path.decode().partition("?")
        url = request.url.copy_with(raw_path=(address + mark + change(query)).encode())
        return httpx2.Request(request.method, url, headers=request.headers, content=request.content)

    return sent


def _header(name: str, change: Callable[[str], str]) -> RequestChange:
    def sent(request: httpx2.Request) -> httpx2.Request:
        headers = httpx2.Headers(request.headers)
        if name in headers or name.startswith("x-"):
            headers[name] = change(headers.get(name, ""))
        return httpx2.Request(request.method, request.url, headers=headers, content=request.content)

    return sent


def _loud(request: httpx2.Request) -> httpx2.Request:
    headers = [(name.upper(), value) for name, value in request.headers.items()]
    return httpx2.Request(request.method, request.url, headers=headers, content=request.content)


def _trailing(number: Plain) -> str:
    text = json.text(number)
    return f"{text}0" if "." in text else f"{text}.0"


_OF_ANSWERS: tuple[tuple[str, Change], ...] = (
    ("answers members in another order", _body(lambda body: _written()(_turned(body)))),
    ("answers with white space between all signs", _body(_written(gap=" \r\n\t"))),
    ("answers every character as an escape", _body(_written(text=_escaped))),
    ("answers slashes as escapes", _body(_written(text=lambda text: json.text(text).replace("/", "\\/")))),
    ("answers 2.0 for 2", _body(_written(number=_trailing))),
    ("answers numbers with an exponent", _body(_written(number=lambda number: f"{json.text(number)}e0"))),
    ("answers a member that nobody named", _more),
    ("answers with a header that nobody named", lambda said: said.with_header("X-Trace-Unheard-Of", "1")),
    ("answers with the date, a cookie and a cache", lambda said: said.with_header("Set-Cookie", "a=b; Path=/")),
    ("names its encoding", _type(lambda value: f"{value}; charset=utf-8")),
    ("names its encoding in quotes and capitals", _type(lambda value: f'{value} ; Charset="UTF-8"')),
    ("writes its content type in capitals", _type(str.upper)),
)
_OF_REQUESTS: tuple[tuple[str, RequestChange], ...] = (
    ("sends members in another order", _json(lambda body: _written()(_turned(body)))),
    ("sends white space between all signs", _json(_written(gap="\n "))),
    ("sends every character as an escape", _json(_written(text=_escaped))),
    ("sends parameters in another order", _address(lambda query: "&".join(reversed(query.split("&"))))),
    ("escapes more than it must", _address(lambda query: query.replace("-", "%2D").replace("_", "%5f"))),
    ("writes its headers in capitals", _loud),
    ("sends a header that nobody named", _header("x-unheard-of", lambda _: "1")),
    ("calls itself otherwise", _header("user-agent", lambda _: "another/1.0")),
    ("takes every content type", _header("accept", lambda _: "*/*;q=0.5, application/json")),
    (
        "names the encoding of its JSON",
        _header("content-type", lambda value: f"{value}; charset=utf-8" if "json" in value else value),
    ),
)
