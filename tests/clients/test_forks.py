"""A client that was used before a fork: parent and children get their own answers, and none waits for a lost lock."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from .conftest import HEAD, write_client
from .loopback import CERTIFICATE, chunked, listening, written

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")

SPEC = """
paths:
  /teas:
    get:
      operationId: list
      tags: [teas]
      responses: {'200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  /guarded:
    get:
      operationId: guarded
      tags: [teas]
      security: [{token: []}]
      responses: {'200': {description: all, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  /token:
    post:
      operationId: token
      tags: [teas]
      security: []
      requestBody:
        required: true
        content:
          application/json: {schema: {type: object, required: [user], properties: {user: {type: string}}}}
      responses:
        '200':
          description: a token
          content: {application/json: {schema: {type: object, properties: {token: {type: string}}}}}
  /ticks:
    get:
      operationId: ticks
      tags: [teas]
      responses: {'200': {description: all, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Tea'}}}}}
components:
  schemas:
    Tea: {type: object, required: [name], properties: {name: {type: string}}}
  securitySchemes:
    token:
      type: apiKey
      in: header
      name: X-Token
      x-qiyue-token:
        operation: token
        request: {/user: user}
        token: /token
"""

START = """
import asyncio, gc, json, multiprocessing, os, signal, sys, threading
import httpx2
import forked_teas as package

url = sys.argv[1]
signal.alarm(60)  # children inherit none: what hangs ends all the same
client = package.ForkedTeas(base_url=url, user="u", max_retries=0)
asynchronous = package.AsyncForkedTeas(base_url=url, user="u", max_retries=0)

def ask(who):
    return client.teas.list(extra_headers={"X-Who": who}).name == who

async def ask_async(who):
    return (await asynchronous.teas.list(extra_headers={"X-Who": who})).name == who

def fork(do):
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading)
    signal.alarm(30)
    try:
        told = do()
    except BaseException as error:
        told = type(error).__name__
    os.write(writing, json.dumps(told).encode())
    os._exit(0)

def end(child):
    pid, told = child
    os.waitpid(pid, 0)
    return json.load(told)
"""

# Script → what it tells, and how many connections there are in the end.
SCRIPTS: dict[str, tuple[str, Any, int]] = {
    "several processes at once": (
        """
ask("before")
children = [fork(lambda: all(ask(f"{number}-{call}") for call in range(20))) for number in range(3)]
told = [all(ask(f"parent-{call}") for call in range(20)), *map(end, children)]
""",
        [True] * 4,
        4,
    ),
    "copies share the connections of the child": (
        """
copy = client.with_options(timeout=7)
ask("before")
told = end(fork(lambda: [ask("child"), copy.teas.list(extra_headers={"X-Who": "copy"}).name]))
""",
        [True, "copy"],
        2,
    ),
    "multiprocessing": (
        """
ask("before")
with multiprocessing.get_context("fork").Pool(2) as pool:
    told = [*pool.map(ask, map(str, range(40))), ask("after")]
""",
        [True] * 41,
        0,
    ),
    "a child of a child": (
        """
ask("before")
told = end(fork(lambda: [ask("child"), end(fork(lambda: ask("grandchild"))), ask("child again")]))
""",
        [True] * 3,
        3,
    ),
    "async, while the loop of the parent runs": (
        """
async def main():
    before = await ask_async("before")
    child = end(fork(lambda: [asyncio.run(ask_async("child")), gc.collect() >= 0]))
    return [before, child, await ask_async("after")]
told = asyncio.run(main())
""",
        [True, [True, True], True],
        2,
    ),
    "a child that closes its client": (
        """
def leave():
    with client:
        pass
    return ask("closed")
ask("before")
told = [end(fork(leave)), ask("after")]
""",
        ["InvalidRequestError", True],
        1,
    ),
    "a child that closes its async client": (
        """
async def main():
    before = await ask_async("before")
    child = end(fork(lambda: asyncio.run(asynchronous.close())))
    return [before, child, await ask_async("after")]
told = asyncio.run(main())
""",
        [True, None, True],
        1,
    ),
    "a child that frees its client": (
        """
def leave():
    global client
    del client
    return gc.collect() >= 0
ask("before")
told = [end(fork(leave)), ask("after")]
""",
        [True, True],
        1,
    ),
    "a client that was closed before": (
        """
ask("before")
client.close()
told = end(fork(lambda: ask("child")))
""",
        "InvalidRequestError",
        1,
    ),
    "a stream of the parent": (
        """
stream = client.teas.ticks()
first = next(stream).name
child = end(fork(lambda: [tea.name for tea in stream]))
told = [first, child, [tea.name for tea in stream]]
""",
        ["0", "TransportError", ["1", "2", "3", "4"]],
        1,
    ),
    "a stream of the parent that a child closes": (
        """
with client.teas.ticks() as stream:
    first = next(stream).name
    child = end(fork(stream.close))
    told = [first, child, [tea.name for tea in stream]]
""",
        ["0", None, ["1", "2", "3", "4"]],
        1,
    ),
    "a token that a thread of the parent waits for": (
        """
thread = threading.Thread(target=client.teas.guarded)
thread.start()
httpx2.get(url + "/wait")
told = end(fork(lambda: client.teas.guarded().name))
httpx2.get(url + "/release")
thread.join()
""",
        "?",
        0,
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which the client of the document lies."""
    folder = tmp_path_factory.mktemp("client")
    write_client(HEAD + SPEC, folder, "forked_teas")
    return folder


class FarSide:
    """Names in its answer who asked; the first token is kept back until the release."""

    def __init__(self) -> None:
        self.asked, self.released = Event(), Event()

    def __call__(self, head: str) -> tuple[bytes, ...]:
        path = head.split()[1]
        if path == "/token" and not self.asked.is_set():
            self.asked.set()
            self.released.wait(60)
        elif path == "/wait":
            self.asked.wait(60)
        elif path == "/release":
            self.released.set()
        if path == "/ticks":
            events = (f'data: {{"name": "{number}"}}\n\n'.encode() for number in range(5))
            return (chunked(b"".join(events), media="text/event-stream"),)
        who = next((line[7:] for line in head.splitlines() if line.lower().startswith("x-who: ")), "?")
        return (written(json.dumps({"name": who, "token": "t"}).encode()),)


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize(("script", "expected", "connections"), SCRIPTS.values(), ids=SCRIPTS)
def test_each_process_gets_its_own_answers(
    folder: Path, script: str, expected: Any, connections: int, tls: bool
) -> None:
    with listening(FarSide(), tls=tls) as far_side:
        done = subprocess.run(
            # from 3.12 on Python warns of what these tests are about
            [
                sys.executable,
                "-W",
                "ignore:This process:DeprecationWarning",
                "-c",
                f"{START}\n{script}\nprint(json.dumps(told))",
                far_side.url,
            ],
            env={**os.environ, "PYTHONPATH": str(folder), "SSL_CERT_FILE": str(CERTIFICATE)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert json.loads(done.stdout) == expected
    assert connections in (0, len(far_side.connections))
