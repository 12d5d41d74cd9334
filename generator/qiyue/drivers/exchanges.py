"""Exchanges: requests, answers and what a network does, as members of the line protocol, and back."""

from collections.abc import Iterable, Mapping

import httpx2

from qiyue.drivers.driver import DriverError
from qiyue.values import Plain

_BROKEN: Mapping[str, type[httpx2.HTTPError]] = {
    "connect": httpx2.ConnectError,
    "connect-timeout": httpx2.ConnectTimeout,
    "pool-timeout": httpx2.PoolTimeout,
    "read": httpx2.ReadError,
    "read-timeout": httpx2.ReadTimeout,
    "write": httpx2.WriteError,
    "write-timeout": httpx2.WriteTimeout,
    "protocol": httpx2.RemoteProtocolError,
    "undecodable": httpx2.DecodingError,
    "unsendable": httpx2.LocalProtocolError,
}
"""What a network does, by the word of the protocol; whatever else breaks has its own name there."""


def tell_request(request: httpx2.Request) -> dict[str, Plain]:
    """Return the members of a request."""
    return {
        "method": request.method,
        "url": str(request.url),
        "headers": _pairs(request.headers.raw),
        "content": request.content,
        "timeout": request.extensions.get("timeout", {}),
    }


def request_of(told: Mapping[str, Plain]) -> httpx2.Request:
    """Read a request; its headers are just those that are told."""
    waits: Mapping[str, Plain] = told.get("timeout") or {}
    timeout = {name: None if seconds is None else float(seconds) for name, seconds in waits.items()}
    extensions = {"timeout": timeout} if timeout else {}
    body = httpx2.ByteStream(told["content"])
    made = httpx2.Request(
        told["method"], told["url"], headers=_raw(told["headers"]), stream=body, extensions=extensions
    )
    made.read()
    return made


def tell_answer(response: httpx2.Response) -> dict[str, Plain]:
    """Return the members of an answer, without its content."""
    return {"status": response.status_code, "headers": _pairs(response.headers.raw)}


def answer_of(told: Mapping[str, Plain], body: httpx2.SyncByteStream | httpx2.AsyncByteStream) -> httpx2.Response:
    """Read an answer that has this content."""
    return httpx2.Response(told["status"], headers=_raw(told["headers"]), stream=body)


def tell_broken(error: Exception) -> dict[str, Plain]:
    """Return the members of what happened in the place of an answer."""
    words: dict[type[Exception], str] = {form: word for word, form in _BROKEN.items()}
    return {"broken": words.get(type(error), type(error).__name__), "text": str(error)}


def broken_of(told: Mapping[str, Plain]) -> Exception:
    """Read what happened in the place of an answer."""
    word, text = told["broken"], told.get("text", "")
    if not isinstance(word, str) or not isinstance(text, str):
        raise DriverError("`broken` and `text` are texts")
    form: type[Exception] = _BROKEN.get(word) or type(word, (Exception,), {})
    return form(text)


def _pairs(raw: Iterable[tuple[bytes, bytes]]) -> list[list[str]]:
    return [[name.decode("latin-1"), value.decode("latin-1")] for name, value in raw]


def _raw(pairs: Iterable[Iterable[str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in pairs]
