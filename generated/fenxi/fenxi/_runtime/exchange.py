"""Exchange: one request of ours and its answer, while they are under way.

What happens below us then, in httpx2, can ask for it: its log leaves credentials out, and the streams of the network
keep to the deadline, for httpx2 itself only knows how long one piece may take.
"""

import logging
from collections.abc import Iterator
from contextvars import ContextVar, Token
from math import inf
from time import monotonic
from typing import Any, Final

import httpx2


class Exchange:
    """Under way inside of its ``with``. ``ends`` is when it must be over, by the machine's own monotonic clock."""

    __slots__ = ("_before", "ends")
    _before: "Token[Exchange | None]"

    def __init__(self, ends: float) -> None:
        self.ends = ends

    def __enter__(self) -> None:
        self._before = _under_way.set(self)

    def __exit__(self, *_error: object) -> None:
        _under_way.reset(self._before)


_under_way: ContextVar[Exchange | None] = ContextVar("_under_way", default=None)
_LOGGER: Final = logging.getLogger("httpx2")


def quietly(left: float = inf) -> Exchange:
    """Keep credentials out of httpx2's log while a request of ours is under way, which may take ``left`` seconds."""
    if _without_query not in _LOGGER.filters:
        _LOGGER.addFilter(_without_query)
    return Exchange(monotonic() + left)


def time_left(timeout: float | None) -> float | None:
    """Return the seconds that a piece may take: ``timeout``, or what is left until the exchange must be over.

    Raises:
        httpx2.ReadTimeout: nothing is left.
    """
    exchange = _under_way.get()
    if exchange is None or exchange.ends == inf:
        return timeout
    left = exchange.ends - monotonic()
    if left <= 0:
        raise httpx2.ReadTimeout("the deadline has passed")
    return left if timeout is None else min(timeout, left)


def _without_query(record: logging.LogRecord) -> bool:
    """Take what may be a credential out of the address in the line that httpx2 logs about our request."""
    if _under_way.get() and isinstance(record.args, tuple):
        record.args = tuple(
            one.copy_with(query=None, userinfo=b"") if isinstance(one, httpx2.URL) else one for one in record.args
        )
    return True


def limit_streams(http: httpx2.Client | httpx2.AsyncClient) -> None:
    """Let the network streams of a client keep to the deadline of the exchange that is under way. Those that send
    nothing of ours notice nothing. httpx2 shows in no public way where streams come from; a transport that is not its
    own is left as it is."""
    backend = _AsyncBackend if isinstance(http, httpx2.AsyncClient) else _Backend
    for transport in (getattr(http, "_transport", None), *getattr(http, "_mounts", {}).values()):
        pool: Any = getattr(transport, "_pool", None)
        below = getattr(pool, "_network_backend", None)
        if below is not None and not isinstance(below, backend):
            pool._network_backend = backend(below)


class _Layer:
    """Hands on what concerns no time."""

    def __init__(self, below: Any) -> None:
        self._below = below

    def __getattr__(self, name: str) -> Any:
        return getattr(self._below, name)


class _Backend(_Layer):
    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **more: Any) -> "_Stream":
        return _Stream(self._below.connect_tcp(host, port, timeout=time_left(timeout), **more))


class _Stream(_Layer):
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        read: bytes = self._below.read(max_bytes, time_left(timeout))
        return read

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for piece in _pieces(buffer):
            self._below.write(piece, time_left(timeout))

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> "_Stream":
        return _Stream(self._below.start_tls(ssl_context, server_hostname, time_left(timeout)))


class _AsyncBackend(_Layer):
    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, **more: Any) -> "_AsyncStream":
        return _AsyncStream(await self._below.connect_tcp(host, port, timeout=time_left(timeout), **more))


class _AsyncStream(_Layer):
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        read: bytes = await self._below.read(max_bytes, time_left(timeout))
        return read

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for piece in _pieces(buffer):
            await self._below.write(piece, time_left(timeout))

    def get_extra_info(self, info: str) -> Any:
        try:
            return self._below.get_extra_info(info)
        except ValueError:  # a socket of trio that is closed; those of others count as readable then
            return info == "is_readable" or None

    async def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> "_AsyncStream":
        return _AsyncStream(await self._below.start_tls(ssl_context, server_hostname, time_left(timeout)))


_PIECE = 1 << 16


def _pieces(buffer: bytes) -> Iterator[bytes]:
    """Cut what is sent, so that time is looked at between the pieces."""
    return (buffer[at : at + _PIECE] for at in range(0, len(buffer), _PIECE))
