"""Loopback: a far side on real sockets, which writes to a connection what a table says, byte for byte."""

import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

CERTIFICATE = Path(__file__).with_name("loopback.pem")

Head: TypeAlias = str
"""The head of a request."""

Answer: TypeAlias = Callable[[Head], tuple[bytes, ...]]
"""From the head of a request to what is written: all in one segment; with TLS, each in a record of its own."""

_LENGTH = re.compile(rb"(?i)content-length: (\d+)")


@dataclass
class Loopback:
    """``connections`` are those that were accepted; ``heads`` the requests, of all connections."""

    answer: Answer
    tls: bool = False
    connections: list[socket.socket] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def url(self) -> str:
        return f"http{'s' * self.tls}://127.0.0.1:{self.listener.getsockname()[1]}"

    def accept(self) -> None:
        while True:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections.append(connection)
            Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        try:
            line: Any = _Tls(connection) if self.tls else _Plain(connection)
            unread = b""
            while got := line.read():
                unread += got
                head, end, body = unread.partition(b"\r\n\r\n")
                length = _LENGTH.search(head)
                if end and len(body) >= (int(length[1]) if length else 0):
                    unread = b""
                    self.heads.append(head.decode())
                    line.write(self.answer(self.heads[-1]))
        except OSError:
            return


class _Plain:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def read(self) -> bytes:
        return self._connection.recv(65536)

    def write(self, pieces: tuple[bytes, ...]) -> None:
        self._connection.sendall(b"".join(pieces))


class _Tls(_Plain):
    """TLS in memory, so that several records fit into one segment."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(connection)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_side=True)
        self._until_done(self._tls.do_handshake)

    def read(self) -> bytes:
        return self._until_done(lambda: self._tls.read(65536)) or b""

    def write(self, pieces: tuple[bytes, ...]) -> None:
        for piece in pieces:
            self._tls.write(piece)
        self._connection.sendall(self._out.read())

    def _until_done(self, do: Callable[[], Any]) -> Any:
        while True:
            try:
                done = do()
            except ssl.SSLWantReadError:
                self._connection.sendall(self._out.read())
                received = self._connection.recv(65536)
                if not received:
                    return None
                self._in.write(received)
            else:
                self._connection.sendall(self._out.read())
                return done


@contextmanager
def listening(answer: Answer, *, tls: bool = False) -> Iterator[Loopback]:
    """Answer until the end of the block."""
    far_side = Loopback(answer, tls)
    Thread(target=far_side.accept, daemon=True).start()
    try:
        yield far_side
    finally:
        far_side.listener.shutdown(socket.SHUT_RDWR)
        for each in (far_side.listener, *far_side.connections):
            each.close()


def written(body: bytes = b"", *headers: str, status: str = "200 OK", media: str = "application/json") -> bytes:
    """Write an answer with the length of its body, unless the headers say otherwise."""
    framing = () if status[:3] in ("204", "304") or headers else (f"Content-Length: {len(body)}",)
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers, *framing)
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode() + body


def chunked(body: bytes, status: str = "200 OK", media: str = "application/json") -> bytes:
    """Write an answer in chunks."""
    pieces = [body[at : at + 7] for at in range(0, len(body), 7)]
    framed = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])
    return written(framed, "Transfer-Encoding: chunked", status=status, media=media)
