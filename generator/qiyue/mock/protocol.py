"""Protocol: HTTP/1.1, whatever else a client would like to speak."""

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_INVALID = "Invalid HTTP request received."


class Http11(HttpToolsProtocol):
    """Answers a request that asks for ``Upgrade`` as if it did not ask (RFC 9110, 7.8).

    The parser stops behind the head of such a request, for what follows could be another protocol. It is HTTP/1.1
    here, so the head is read again without ``Upgrade``, and then the body.
    """

    def data_received(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        try:
            self.parser.feed_data(data)
        except HttpParserUpgrade as stop:
            if self.parser.get_method() == b"CONNECT":  # a tunnel, which no header asked for
                self.send_400_response(_INVALID)
            else:
                self._read_again(data[stop.args[0] :])
        except HttpParserError:
            self.send_400_response(_INVALID)

    def _should_upgrade(self) -> bool:
        """Tell that a request with ``Upgrade`` is not served yet: it comes again."""
        return True

    def _read_again(self, rest: bytes) -> None:
        version = self.parser.get_http_version().encode()
        head = [b"%s %s HTTP/%s\r\n" % (self.parser.get_method(), self.url, version)]
        head += [b"%s: %s\r\n" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self.parser = HttpRequestParser(self)
        self.data_received(b"".join([*head, b"\r\n", rest]))
