"""Servers that no customer wishes for: each takes a socket, on which a connection was just made."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

Answer: TypeAlias = Callable[[socket.socket], None]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def hang(_connection: socket.socket) -> None:
    time.sleep(60)


def drip(connection: socket.socket) -> None:
    """A header without end, a byte at a time: no single wait is long."""
    connection.sendall(OK + b"X-Slow: ")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def drip_body(connection: socket.socket) -> None:
    connection.sendall(OK + b"Content-Length: 1000000\r\n\r\n")
    while True:
        connection.sendall(b" ")
        time.sleep(0.05)


def reset(connection: socket.socket) -> None:
    connection.recv(1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hang_up(connection: socket.socket) -> None:
    connection.recv(65536)


def cut(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(OK + b'Content-Length: 1000\r\n\r\n{"cut":')


def gigabyte(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(OK + b"Content-Length: 1073741824\r\n\r\n")
    block = b" " * 1024 * 1024
    for _ in range(1024):
        connection.sendall(block)


def endless_headers(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(OK)
    while True:
        connection.sendall(b"X-More: and more\r\n" * 1000)


def no_http(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"220 mail.example.com ESMTP\r\n")


def head(status: str, *headers: str) -> bytes:
    """Write the beginning of an answer, without the end of its headers."""
    return "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers)).encode("latin-1")


def noting(answer: Answer, seen: list[bytes]) -> Answer:
    """A server that keeps what it is sent: all that comes in one piece."""

    def note(connection: socket.socket) -> None:
        seen.append(connection.recv(65536, socket.MSG_PEEK))
        answer(connection)

    return note


def says(body: bytes, head: bytes = OK) -> Answer:
    """A server that answers every call with the same."""

    def answer(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(head + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    return answer


def redirect(connection: socket.socket) -> None:
    """A server that sends every caller back to where he came from."""
    path = connection.recv(65536).split(b" ")[1]
    connection.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: " + path + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )


@contextmanager
def listening(answer: Answer) -> Iterator[str]:
    """Serve on a free port of this machine, a thread for each connection, and give the address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_accept, args=(server, answer), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def _accept(server: socket.socket, answer: Answer) -> None:
    with suppress(OSError):
        while True:
            connection, _ = server.accept()
            threading.Thread(target=_served, args=(connection, answer), daemon=True).start()


def _served(connection: socket.socket, answer: Answer) -> None:
    with connection, suppress(OSError):
        answer(connection)
