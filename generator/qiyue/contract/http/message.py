"""Message: a request as it is about to be sent, read and changed at a spot. In: a request. Out: values, requests."""

from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode

import httpx2
from starlette.requests import cookie_parser

from qiyue.api import Where
from qiyue.base import json, where
from qiyue.base.media import essence
from qiyue.mock import decoded
from qiyue.mock.incoming import Incoming
from qiyue.values import Plain

FORM = "application/x-www-form-urlencoded"


def is_form(content_type: str) -> bool:
    """Tell whether a body is a form, in which every value is text or a file."""
    return essence(content_type) in (FORM, "multipart/form-data")


def to_mock_request(request: httpx2.Request) -> Incoming:
    """Give the request as a server sees it."""
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    pairs = [part.partition("=") for part in query.split("&") if part]
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Incoming(
        request.method,
        path,
        tuple((unquote_plus(name), value) for name, _, value in pairs),
        headers,
        cookie_parser(headers.get("cookie", "")),
        request.content,
    )


def value_at(request: httpx2.Request, at: Where) -> Plain:
    """Give what a request has at a spot, ``ABSENT`` where it has nothing."""
    return decoded.one(to_mock_request(request), at)


def with_value(request: httpx2.Request, at: Where, value: Plain) -> httpx2.Request:
    """Give the request with a value at a spot; a body that cannot be read stays as it is."""
    place, colon, name = at.partition(":")
    if place == "header" and colon:
        headers = httpx2.Headers(request.headers)
        headers[name] = _text(value)
        return _made(request, headers=headers)
    if place == "query" and colon:
        address, _, query = str(request.url).partition("?")
        kept = [pair for pair in query.split("&") if pair and unquote_plus(pair.partition("=")[0]) != name]
        return _made(request, url=f"{address}?{'&'.join([*kept, urlencode({name: _text(value)})])}")
    return _made(request, content=_body(request, at, value))


def _body(request: httpx2.Request, at: Where, value: Plain) -> bytes:
    media = essence(request.headers.get("content-type", ""))
    if media == FORM:
        name = at.removeprefix("/")
        pairs = parse_qsl(request.content.decode(), keep_blank_values=True)
        return urlencode([*(pair for pair in pairs if pair[0] != name), (name, _text(value))]).encode()
    try:
        body = json.loads(request.content)
    except json.JsonError:
        return request.content
    return json.dumps(where.put(body, at, value)) if isinstance(body, dict) else request.content


def _made(request: httpx2.Request, **changes: Any) -> httpx2.Request:
    headers = httpx2.Headers(changes.get("headers", request.headers))
    if "content" in changes:
        headers.pop("content-length", None)
    content = changes.get("content", request.content)
    return httpx2.Request(request.method, changes.get("url", request.url), headers=headers, content=content)


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else json.text(value)
