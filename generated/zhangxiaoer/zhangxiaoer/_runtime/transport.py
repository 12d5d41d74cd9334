"""Transport: requests and answers as httpx2 has them, and what its failures mean."""

from collections.abc import Iterable
from math import inf
from ssl import SSLCertVerificationError
from typing import Any, Final

import httpx2

from .content import Content
from .errors import (
    CertificateError,
    ClientError,
    InvalidRequestError,
    RequestTimeoutError,
    TransportError,
    UndecodableError,
)
from .media import is_json
from .options import Clock
from .steps import Lost, Received, Send
from .timeouts import longest, words


def outgoing(
    http: httpx2.Client | httpx2.AsyncClient, step: Send, traced: Iterable[tuple[str, str]] = ()
) -> httpx2.Request:
    """Make the request that httpx2 sends, byte for byte ours; a foreign one without what the client adds to others.
    ``traced`` are the headers of a trace."""
    request = step.request
    url = httpx2.URL(request.url)
    headers = [(name.encode("ascii", "replace"), text.encode()) for name, text in (*traced, *request.headers)]
    timeout = _limited(step)
    if step.foreign:
        extensions = {"timeout": timeout.as_dict()}
        return httpx2.Request(request.method, url, headers=headers, content=request.content, extensions=extensions)
    built = http.build_request(request.method, url, headers=headers, content=request.content, timeout=timeout)
    built.url = url  # a client with parameters of its own has put them in the place of ours
    return built


def _limited(step: Send) -> httpx2.Timeout:
    """Return the timeouts of a request, none longer than what is left of its call."""
    slowest = longest(step.timeout)
    if step.left >= (inf if slowest is None else slowest):
        return step.timeout
    own = step.timeout.as_dict().items()
    return httpx2.Timeout(**{phase: min(step.left, inf if most is None else most) for phase, most in own})


def auth_of(step: Send) -> Any:
    """Give what authenticates the request: the client's own way, unless it is foreign."""
    return None if step.foreign else httpx2.USE_CLIENT_DEFAULT


def incoming(step: Send, response: httpx2.Response, content: Content | None, clock: Clock) -> Received:
    """Take over an answer with its content, which there is none of while it stays open."""
    whole, fault = (content.whole(), content.fault) if content else (b"", "")
    opened = response if step.stream and response.is_success else None
    if opened and content:  # it was read after all
        opened = httpx2.Response(response.status_code, headers=response.headers, content=whole)
    return Received(response.status_code, response.headers, whole, clock(), fault, opened, step.request.url)


def stays_open(step: Send, response: httpx2.Response) -> bool:
    """Tell whether an answer is read while it comes. A refusal, also one inside a success, is read at once."""
    return step.stream and response.is_success and not is_json(response.headers.get("content-type", ""))


UNSENDABLE: Final = (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, UnicodeError)
"""What comes of an address or a header that cannot be sent; ``UnicodeError`` of a host as ``a..b``."""


def lost(operation: str, error: Exception, timeout: httpx2.Timeout | None = None) -> Lost:
    """Say what a failure of httpx2 means; ``timeout`` is how long each step was waited for."""
    sent = not isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, *UNSENDABLE))
    name = type(error).__name__
    if isinstance(error, UNSENDABLE):  # what it says may repeat a header or an address
        told: ClientError = InvalidRequestError(f"the address or a header cannot be sent ({name})", operation=operation)
    elif isinstance(error, httpx2.TimeoutException):
        phase = name.removesuffix("Timeout").lower()
        within = f"within {words(timeout, phase)}" if timeout else "in time"
        told = RequestTimeoutError(f"{_LATE.get(phase, 'no answer')} {within} ({name})", operation=operation)
    elif isinstance(error, httpx2.DecodingError):
        told = UndecodableError("the answer's content encoding is broken", operation=operation)
    elif (wrong := _certificate_fault(error)) is not None:
        told = CertificateError(f"the server's certificate is not accepted: {wrong}", operation=operation)
    elif isinstance(error, httpx2.NetworkError | httpx2.RemoteProtocolError):
        told = TransportError(f"{name}: {str(error) or _BROKEN.get(name, '')}".rstrip(": "), operation=operation)
    else:  # as above
        told = TransportError(name, operation=operation)
    return Lost(told, sent, None if isinstance(error, UNSENDABLE) else error)


_LATE: Final = {
    "connect": "no connection",
    "write": "the request could not be sent",
    "read": "no answer",
    "pool": "no connection of the pool was free",
}
_BROKEN: Final = {
    "ConnectError": "no connection could be made",
    "ReadError": "the connection broke before the answer was there",
    "WriteError": "the connection broke before the request was sent",
}


def _certificate_fault(error: BaseException | None) -> str | None:
    """Find what is wrong with the certificate of a server, in an error and what it came of; ``None`` if nothing is."""
    while error is not None:
        if isinstance(error, SSLCertVerificationError):
            return error.verify_message
        error = error.__cause__ or error.__context__
    return None


def proxy_of(http: Any, origin: str) -> str:
    """Return the proxy that a client asks instead of a server, without user and password; ``""`` if it asks none.
    httpx2 tells it in no public way."""
    try:
        url = http._transport_for_url(httpx2.URL(origin))._pool._proxy_url
        return f"{url.scheme.decode()}://{url.host.decode()}:{url.port}"
    except AttributeError:
        return ""
