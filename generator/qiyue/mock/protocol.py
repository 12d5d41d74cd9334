"""Protocol: HTTP/1.1, whatever else a client would like to speak, and how long and large a request may be."""

from asyncio import TimerHandle, Transport
from typing import Final

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_INVALID: Final = "Invalid HTTP request received."
_LONGEST_HEAD: Final = 64 * 1024
"""Bytes that the request line and the headers may have together."""
_AROUND: Final = len(": \r\n")
_PATIENCE: Final = 30.0
"""Seconds after which a connection is closed that stays silent in the middle of a request, or before its first one."""
_HEAD_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)


class Http11(HttpToolsProtocol):
    """Answers a request that asks for ``Upgrade`` as if it did not ask (RFC 9110, 7.8).

    The parser stops behind the head of such a request, for what follows could be another protocol. It is HTTP/1.1
    here, so the head is read again without ``Upgrade``, and then the body.
    """

    _head: int = 0
    """Bytes of the head that is being read; a body counts nothing."""
    _is_in_body: bool = False
    _silence: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._expect_more()

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect_nothing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        self._expect_more()
        if not self._is_in_body:
            self._head += len(data)
        try:
            self.parser.feed_data(data)
        except HttpParserUpgrade as stop:
            if self.parser.get_method() == b"CONNECT":  # a tunnel, which no header asked for
                self.send_400_response(_INVALID)
            else:
                self._read_again(data[stop.args[0] :])
        except HttpParserError:
            self._refuse()
        else:
            if self._head > _LONGEST_HEAD:
                self._refuse()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._is_in_body = False

    def on_headers_complete(self) -> None:
        if len(self.url) + sum(len(name) + len(value) + _AROUND for name, value in self.headers) > _LONGEST_HEAD:
            raise ValueError("the head is too large")  # the parser stops here
        self._is_in_body, self._head = True, 0
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._is_in_body, self._head = False, 0
        self._expect_nothing()
        super().on_message_complete()

    def _expect_more(self) -> None:
        self._expect_nothing()
        self._silence = self.loop.call_later(_PATIENCE, self.transport.close)

    def _expect_nothing(self) -> None:
        if self._silence:
            self._silence.cancel()
            self._silence = None

    def _refuse(self) -> None:
        if self._head <= _LONGEST_HEAD:
            self.send_400_response(_INVALID)
            return
        self.transport.write(_HEAD_TOO_LARGE)
        self.transport.close()

    def _should_upgrade(self) -> bool:
        """Tell that a request with ``Upgrade`` is not served yet: it comes again."""
        return True

    def _read_again(self, rest: bytes) -> None:
        version = self.parser.get_http_version().encode()
        head = [b"%s %s HTTP/%s\r\n" % (self.parser.get_method(), self.url, version)]
        head += [b"%s: %s\r\n" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self.parser = HttpRequestParser(self)
        self.data_received(b"".join([*head, b"\r\n", rest]))
