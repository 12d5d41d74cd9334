"""Errors that a client raises: one class per kind of failure, each with ``.kind``.

They can be pickled. Their text names operation, status, code and the vendor's own message, and in the end who was
asked, how often and for how long. Bodies and headers are reachable but never printed, except for the first words of
what is no JSON.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from .kinds import Kind
from .origin import host_of, port_of
from .problems import Deviation, Problem
from .request_ids import request_id_in

__all__ = [
    "AnswerError",
    "ApiError",
    "BadCredentialError",
    "BadSignatureError",
    "BusinessError",
    "CertificateError",
    "ClientError",
    "ClockError",
    "ConflictError",
    "DeviationError",
    "ForbiddenError",
    "InvalidParameterError",
    "InvalidRequestError",
    "MissingCredentialError",
    "MissingParameterError",
    "NotFoundError",
    "RateLimitedError",
    "ReplayError",
    "RequestTimeoutError",
    "ServerError",
    "TooLargeError",
    "TransportError",
    "UndecodableError",
    "UnknownOperationError",
]


class ClientError(Exception):
    """Any failure of a call."""

    kind: Kind = "business"
    origin: str = ""
    """Who was asked: ``https://vendor.example:8443``; ``""`` where nobody was."""
    proxy: str = ""
    """The proxy that was asked instead, where there was one."""
    attempts: int = 0
    elapsed: float = 0.0
    """Seconds from the begin of the call, with all attempts and waits."""
    status: int = 0
    request_id: str = ""
    """What the vendor calls the request, in a header or in its envelope: to be quoted to its support."""
    excerpt: str = ""
    """The first words of the answer, on one line, without credentials."""

    def __init__(self, message: str, *, operation: str = "", **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.__dict__.update(details)

    @property
    def host(self) -> str:
        return host_of(self.origin)

    @property
    def port(self) -> int | None:
        return port_of(self.origin)

    def __str__(self) -> str:
        told = f"{self.operation}: {self._words()}" if self.operation else self._words()
        about = ", ".join(filter(None, self._circumstances()))
        return f"{told} ({about})" if about else told

    def _words(self) -> str:
        return self.message

    def _circumstances(self) -> Iterator[str]:
        """Yield what a person needs to find the failure at the other side."""
        if self.origin:
            yield self.origin.partition("://")[2] + (f" through the proxy {self.proxy}" if self.proxy else "")
        if self.attempts > 1 or (self.attempts and not self.status):
            yield f"{self.attempts} attempt{'s' * (self.attempts > 1)} in {self.elapsed:.1f} s"
        if self.request_id:
            yield f"request {self.request_id}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r}, kind={self.kind!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(form: type[ClientError], args: tuple[Any, ...], state: dict[str, Any]) -> ClientError:
    error = form.__new__(form, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidRequestError(ClientError, ValueError):
    """The request was refused before it was sent. Holds no values."""

    kind: Kind = "invalid-parameter"

    def __init__(
        self,
        message: str = "",
        *,
        operation: str = "",
        kind: Kind = "invalid-parameter",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        text = "; ".join(filter(None, [message, *map(str, problems)]))
        super().__init__(text, operation=operation)
        self.kind = kind
        self.problems = problems


class TransportError(ClientError, ConnectionError):
    """The server was not reached, or the connection broke."""

    kind: Kind = "transport"


class CertificateError(TransportError):
    """The server's certificate is not trusted, or is another one's. No retry helps."""


class RequestTimeoutError(ClientError, TimeoutError):
    """The answer did not come in time. The vendor may have done the work all the same."""

    kind: Kind = "timeout"
    deadline: float | None = None
    """The seconds that the call might take in all, where these are over."""


class AnswerError(ClientError):
    """An answer came and is not a success. ``raw`` is the body as it came."""

    def __init__(
        self,
        message: str,
        *,
        operation: str = "",
        status: int = 0,
        headers: Mapping[str, str] | None = None,
        raw: bytes = b"",
        **details: Any,
    ) -> None:
        from httpx2 import Headers  # slow to import, and the generator only names the errors

        super().__init__(message, operation=operation, **details)
        self.status = status
        self.headers = Headers(headers)
        self.raw = raw
        self.request_id = request_id_in(self.headers) or str(details.get("trace") or "")


class UndecodableError(AnswerError):
    """The answer is not what the operation promises: not JSON, or without what its type requires."""

    kind: Kind = "undecodable"
    body: Any = None
    problems: tuple[Problem, ...] = ()

    def _words(self) -> str:
        begin = f", which begins: {self.excerpt}" if self.excerpt and self.body is None else ""
        return f"HTTP {self.status}: {self.message}{begin}"


class DeviationError(UndecodableError):
    """Under ``strict``: the answer deviates from what the page says."""

    deviations: tuple[Deviation, ...] = ()


class ApiError(AnswerError):
    """The vendor refused. ``code`` and ``message`` are its own; ``body`` is the decoded body: of the type that the
    document declares for the status, else plain data."""

    code: Any = None
    body: Any = None
    trace: Any = None
    advice: str = ""
    retry_after: float | None = None
    """Seconds to wait before another try, where the vendor tells."""
    retry: Literal["never", "safe", "always"] | None = None
    """Whether another try makes sense, where the code table tells."""

    def _words(self) -> str:
        told = [f"HTTP {self.status}"] + ([f"code {self.code}"] if self.code is not None else [])
        return f"{', '.join(told)}: {self.message or self.kind}"


class MissingCredentialError(ApiError):
    """No credential arrived."""

    kind: Kind = "missing-credential"


class BadCredentialError(ApiError):
    """The credential is wrong or has expired."""

    kind: Kind = "bad-credential"


class BadSignatureError(ApiError):
    """The signature does not fit the request."""

    kind: Kind = "bad-signature"


class ClockError(ApiError):
    """The request's time is too far from the vendor's."""

    kind: Kind = "clock"


class ReplayError(ApiError):
    """The vendor has seen this very request before."""

    kind: Kind = "replay"


class UnknownOperationError(ApiError):
    """The vendor does not know the operation."""

    kind: Kind = "unknown-operation"


class MissingParameterError(ApiError):
    """Something required is missing."""

    kind: Kind = "missing-parameter"


class InvalidParameterError(ApiError):
    """Something has a value that the vendor does not take."""

    kind: Kind = "invalid-parameter"


class TooLargeError(ApiError):
    """The request is too large."""

    kind: Kind = "too-large"


class ForbiddenError(ApiError):
    """The credential does not allow this."""

    kind: Kind = "forbidden"


class NotFoundError(ApiError):
    """The thing does not exist."""

    kind: Kind = "not-found"


class ConflictError(ApiError):
    """The state of things does not allow this."""

    kind: Kind = "conflict"


class RateLimitedError(ApiError):
    """Too many calls; ``retry_after`` tells the seconds to wait, where the vendor does."""

    kind: Kind = "rate-limited"


class BusinessError(ApiError):
    """A rule of the vendor's business was broken."""

    kind: Kind = "business"


class ServerError(ApiError):
    """The vendor's server failed."""

    kind: Kind = "server"


ERROR_OF_KIND: Final[Mapping[Kind, type[ApiError]]] = {form.kind: form for form in ApiError.__subclasses__()}
"""The class of error for each kind that a vendor's code can have."""
