"""A request that asks for another protocol is answered in HTTP/1.1, body and all, and so is the next one."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from qiyue import pipeline
from qiyue.mock import app, running

SPEC = """
openapi: "3.1.0"
info: {title: Test, version: "1"}
paths:
  /cups:
    post:
      operationId: fillCup
      x-qiyue-mock: {store: cups, do: create}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Cup"}}}
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Cup"}}}}}
components:
  schemas:
    Cup: {type: object, required: [tea], properties: {tea: {type: string}}}
"""
ASKS = {
    "h2c": "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQBAAAAAAIAAAAA\r\n",
    "websocket": "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n",
    "TLS": "upgrade: TLS/1.2\r\nconnection: Upgrade\r\n",
    "nothing": "",
}
BODIES = {
    "sized": 'Content-Length: 13\r\n\r\n{"tea": "oo"}',
    "chunked": 'Transfer-Encoding: chunked\r\n\r\n6\r\n{"tea"\r\n7\r\n: "oo"}\r\n0\r\n\r\n',
}
JAVA = """
import java.net.URI;
import java.net.http.*;
class Post {
  public static void main(String[] given) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(given[0] + "/cups")).header("Content-Type", "application/json")
      .POST(HttpRequest.BodyPublishers.ofString("{\\"tea\\": \\"oo\\"}")).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    System.out.print(answer.statusCode() + " " + answer.body());
  }
}
"""
NODE = """
fetch(process.argv[2] + "/cups", {method: "POST", headers: {"content-type": "application/json"}, body: '{"tea": "oo"}'})
  .then(async answer => process.stdout.write(`${answer.status} ${await answer.text()}`))
"""
PROGRAMS = {"java": ("Post.java", JAVA), "node": ("post.js", NODE)}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with running(app(pipeline.compile_text(SPEC).api)) as address:
        yield address


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("asks", ASKS.values(), ids=ASKS)
def test_upgrade_is_ignored(address: str, asks: str, body: str, in_parts: bool) -> None:
    one = f"POST /cups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{asks}{body}".encode()
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        for _ in range(2):
            for part in [one[at : at + 7] for at in range(0, len(one), 7)] if in_parts else [one]:
                connection.sendall(part)
            head, _, answer = _read_answer(connection).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 ")
            assert b'"tea":"oo"' in answer


def test_a_tunnel_is_refused(address: str) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        connection.sendall(b"CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n")
        assert _read_answer(connection).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("program", PROGRAMS)
def test_default_clients_of_other_languages(address: str, tmp_path: Path, program: str) -> None:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"this machine has no {program}")
    name, text = PROGRAMS[program]
    (tmp_path / name).write_text(text)
    done = subprocess.run([found, tmp_path / name, address], capture_output=True, text=True, check=False)
    assert done.stdout.startswith('200 {"tea":"oo"'), done.stderr


def _read_answer(connection: socket.socket) -> bytes:
    """Read until a whole answer with a body of a known length is there."""
    got = b""
    while True:
        head, end, body = got.partition(b"\r\n\r\n")
        sizes = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        if end and sizes and len(body) >= int(sizes[0]):
            return got
        part = connection.recv(4096)
        assert part, "the connection was closed"
        got += part
