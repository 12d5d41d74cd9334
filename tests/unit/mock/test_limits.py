"""How large a request may be, and how long it may take: over real connections."""

import socket
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from qiyue import pipeline
from qiyue.mock import app, running
from qiyue.mock.incoming import LONGEST_BODY

SPEC = """
openapi: "3.1.0"
info: {title: Test, version: "1"}
x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}, {code: 7, kind: too-large}]}
paths:
  /cups:
    post:
      operationId: fillCup
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
      responses:
        "200":
          description: x
          content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}
"""
HEAD = "POST /cups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with running(app(pipeline.compile_text(SPEC).api)) as address:
        yield int(address.rpartition(":")[2])


def send(port: int, *parts: bytes | str) -> bytes:
    """Send a request in parts, and give all that comes until the connection ends, or stays silent for long."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        try:
            for part in parts:
                connection.sendall(part.encode() if isinstance(part, str) else part)
        except OSError:
            pass  # it was closed before all was sent
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except ConnectionResetError:
            pass
        return answer


LARGEST = b"{" + b" " * (LONGEST_BODY - 2) + b"}"


def test_a_body_that_says_it_is_too_large_is_not_waited_for(port: int) -> None:
    answer = send(port, f"{HEAD}Content-Length: {LONGEST_BODY + 1}\r\n\r\n", b"{")
    assert b'"code":7' in answer
    assert b"\r\nconnection: close\r\n" in answer


@pytest.mark.parametrize(("extra", "code"), [(b"", 0), (b" ", 7)])
def test_a_body_that_becomes_too_large(extra: bytes, code: int) -> None:
    """In process: a server that has answered may close before a client has sent all."""
    client = TestClient(app(pipeline.compile_text(SPEC).api))
    halves = iter([LARGEST[:1000], LARGEST[1000:] + extra])
    answer = client.post("/cups", content=halves, headers={"content-type": "application/json"})
    assert answer.json()["code"] == code


@pytest.mark.parametrize(
    ("lines", "status"),
    [(["X-A: " + "a" * 60_000], b"200"), (["X-A: " + "a" * 66_000], b"431"), (["A: b"] * 20_000, b"431")],
)
def test_a_head_has_a_size(port: int, lines: list[str], status: bytes) -> None:
    answer = send(port, HEAD + "Connection: close\r\nContent-Length: 2\r\n" + "\r\n".join(lines) + "\r\n\r\n{}")
    assert answer.split(b" ", 2)[1] == status


def test_a_head_that_never_ends_is_closed(port: int) -> None:
    assert send(port, "GET /cups HTTP/1.1\r\n", *["X-A: b\r\n"] * 20_000).startswith(b"HTTP/1.1 431 ")


@pytest.mark.parametrize("sent", ["", "POST /cups HTT", HEAD, HEAD + "Content-Length: 9\r\n\r\n{", CHUNKED + "5\r\n{"])
def test_a_request_that_does_not_go_on_is_closed(port: int, sent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qiyue.mock.protocol._PATIENCE", 0.2)
    assert send(port, sent) == b""


@pytest.mark.parametrize(
    "sent", [HEAD + "Content-Length: 9\r\n\r\n{", HEAD + "X-Qiyue-Fault: cut\r\nContent-Length: 2\r\n\r\n{}"]
)
def test_a_connection_that_ends_early_is_one_line_at_most(
    port: int, sent: str, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(sent.encode())
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall((HEAD + "Content-Length: 2\r\n\r\n{}").encode())
        assert connection.recv(15) == b"HTTP/1.1 200 OK"
    assert (
        len(
            [line for record in caplog.records for line in (record.getMessage() + (record.exc_text or "")).splitlines()]
        )
        <= 1
    )


@pytest.mark.parametrize(
    ("body", "media"),
    [
        ("{" + ",".join(f'"k{number}":1' for number in range(40_000)) + "}", "application/json"),
        ('{"a":' + "9" * 4300 + "}", "application/json"),
        ('{"a":' + "9" * 100_000 + "}", "application/json"),
        ('{"a":1e1000000}', "application/json"),
        ("[" * 100_000, "application/json"),
    ],
    ids=["keys", "digits", "more digits", "exponent", "depth"],
)
def test_odd_bodies_are_answered(body: str, media: str) -> None:
    client = TestClient(app(pipeline.compile_text(SPEC).api))
    assert client.post("/cups", content=body, headers={"content-type": media}).status_code in (200, 400)
