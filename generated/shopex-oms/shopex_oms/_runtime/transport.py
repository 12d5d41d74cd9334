"""Transport: requests and answers as httpx2 has them, and what its failures mean."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import httpx2

from .errors import ClientError, InvalidRequestError, RequestTimeoutError, TransportError, UndecodableError
from .media import is_json
from .options import Clock
from .steps import Lost, Received, Send


def outgoing(http: httpx2.Client | httpx2.AsyncClient, step: Send) -> httpx2.Request:
    """Make the request that httpx2 sends, byte for byte ours; a foreign one without what the client adds to others."""
    request = step.request
    headers = [(name.encode("ascii", "replace"), text.encode()) for name, text in request.headers]
    if step.foreign:
        extensions = {"timeout": httpx2.Timeout(step.timeout).as_dict()}
        return httpx2.Request(
            request.method, request.url, headers=headers, content=request.content, extensions=extensions
        )
    built = http.build_request(
        request.method, request.url, headers=headers, content=request.content, timeout=step.timeout
    )
    built.url = httpx2.URL(request.url)  # a client with parameters of its own has put them in the place of ours
    return built


def auth_of(step: Send) -> Any:
    """Give what authenticates the request: the client's own way, unless it is foreign."""
    return None if step.foreign else httpx2.USE_CLIENT_DEFAULT


def incoming(step: Send, response: httpx2.Response, clock: Clock) -> Received:
    """Take over an answer, which was read to its end unless it stays open."""
    content = b"" if stays_open(step, response) else response.content
    opened = response if step.stream and response.is_success else None
    return Received(response.status_code, response.headers, content, clock(), opened)


def stays_open(step: Send, response: httpx2.Response) -> bool:
    """Tell whether an answer is read while it comes. A refusal, also one inside a success, is read at once."""
    return step.stream and response.is_success and not is_json(response.headers.get("content-type", ""))


UNSENDABLE: Final = (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, UnicodeError)
"""What comes of an address or a header that cannot be sent; ``UnicodeError`` of a host as ``a..b``."""


def lost(operation: str, error: Exception) -> Lost:
    """Say what a failure of httpx2 means."""
    sent = not isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, *UNSENDABLE))
    if isinstance(error, UNSENDABLE):  # what it says may repeat a header or an address
        told: ClientError = InvalidRequestError(
            f"the address or a header cannot be sent ({type(error).__name__})", operation=operation
        )
    elif isinstance(error, httpx2.TimeoutException):
        told = RequestTimeoutError(f"no answer in time ({type(error).__name__})", operation=operation)
    elif isinstance(error, httpx2.DecodingError):
        told = UndecodableError("the answer's content encoding is broken", operation=operation)
    elif isinstance(error, httpx2.NetworkError | httpx2.RemoteProtocolError):
        told = TransportError(f"{type(error).__name__}: {error}".rstrip(": "), operation=operation)
    else:  # as above
        told = TransportError(type(error).__name__, operation=operation)
    return Lost(told, sent, None if isinstance(error, UNSENDABLE) else error)


_ours: ContextVar[bool] = ContextVar("_ours", default=False)


def _without_query(record: logging.LogRecord) -> bool:
    """Take what may be a credential out of the address in the line that httpx2 logs about our request."""
    if _ours.get() and isinstance(record.args, tuple):
        record.args = tuple(
            one.copy_with(query=None, userinfo=b"") if isinstance(one, httpx2.URL) else one for one in record.args
        )
    return True


@contextmanager
def quietly() -> Iterator[None]:
    """Keep credentials out of httpx2's log while a request of ours is under way."""
    logging.getLogger("httpx2").addFilter(_without_query)
    token = _ours.set(True)
    try:
        yield
    finally:
        _ours.reset(token)
