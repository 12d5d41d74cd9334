"""Surplus: bytes behind the end of an answer. Their connection is closed, so that no call gets them as its own answer.

What comes later, while a connection waits for its next request, httpx2 sees by itself: it looks at the socket first.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from operator import attrgetter
from ssl import SSLError, SSLObject, SSLWantReadError
from typing import Any, Final

import httpx2

from .forks import this_process

PARSER: Final = "_stream._httpcore_stream._stream._connection._h11_state"
"""From the body of an answer to the parser of its connection, whose buffer httpx2 shows in no public way."""


def guarded(answer: httpx2.Response) -> httpx2.Response:
    """Give the answer with a body that closes the connection where bytes are left behind it."""
    network = answer.extensions.get("network_stream")
    if network is not None:
        body = _AsyncBody if isinstance(answer.stream, httpx2.AsyncByteStream) else _SyncBody
        answer.stream = body(answer.stream, network, shared=answer.http_version == "HTTP/2")
    return answer


class _Body:
    """The body of an answer. In a process that was forked off since, it can be neither read nor closed."""

    def __init__(self, stream: Any, network: Any, *, shared: bool) -> None:
        self._stream = stream
        self._network = network
        self._shared = shared
        self._process = this_process()

    def _is_inherited(self) -> bool:
        return self._process != this_process()

    def _refuse_to_inherit(self) -> None:
        if self._is_inherited():
            raise httpx2.ReadError("the answer belongs to the process that asked for it")

    def _has_surplus(self) -> bool:
        """Tell whether bytes are left, or whether that cannot be known. A shared connection numbers its answers."""
        if self._shared:
            return False
        try:
            held = attrgetter(PARSER)(self._stream).trailing_data[0], *self._held_below()
        except AttributeError:
            return True
        return any(held) or _is_readable(self._network.get_extra_info("ssl_object"))

    def _held_below(self) -> Iterator[int]:
        """Give how much each layer between the socket and the parser holds."""
        yield from ()


class _SyncBody(_Body, httpx2.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        self._refuse_to_inherit()
        for chunk in self._stream:
            yield chunk
            self._refuse_to_inherit()

    def close(self) -> None:
        if self._is_inherited():
            return
        try:
            if self._has_surplus():
                self._network.close()
        finally:
            self._stream.close()


class _AsyncBody(_Body, httpx2.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._refuse_to_inherit()
        async with aclosing(aiter(self._stream)) as chunks:
            async for chunk in chunks:
                yield chunk
                self._refuse_to_inherit()

    async def aclose(self) -> None:
        if self._is_inherited():
            return
        try:
            if self._has_surplus():
                await self._network.aclose()
        finally:
            await self._stream.aclose()

    def _held_below(self) -> Iterator[int]:
        layer = self._network._stream
        while hasattr(layer, "transport_stream"):
            yield (layer._read_bio if hasattr(layer, "_read_bio") else layer._incoming).pending
            layer = layer.transport_stream
        if not hasattr(layer, "setsockopt"):  # a stream of trio holds nothing
            yield len(layer._protocol.read_queue)


def _is_readable(tls: Any) -> bool:
    """Tell whether TLS that works in memory has more for its reader. Other TLS leaves it in the socket."""
    if not isinstance(tls, SSLObject):
        return False
    try:
        tls.read(1)
    except SSLWantReadError:
        return False
    except SSLError:
        return True
    return True
