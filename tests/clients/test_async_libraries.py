"""Async clients under asyncio and trio: retries, quotas, tokens, deadlines, connections that are kept."""

import gc
from collections.abc import Callable
from typing import Any

import anyio
import httpx2
import pytest

from .loopback import listening, written

SPEC = """
security: [{token: []}]
paths:
  /teas:
    get: {operationId: list, tags: [teas], responses: {'200': {description: all, content: {application/json: {}}}}}
  /few:
    get:
      operationId: few
      tags: [teas]
      x-qiyue-quota: {calls: 1, per: 1s}
      responses: {'204': {description: done}}
  /token:
    post:
      operationId: askToken
      tags: [teas]
      security: []
      requestBody: {content: {application/json: {schema: {type: object, properties: {key: {type: string}}}}}}
      responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}
components:
  schemas: {T: {type: object, properties: {t: {type: string}}}}
  securitySchemes:
    token:
      type: http
      scheme: bearer
      x-qiyue-token: {operation: askToken, request: {/key: secret}, token: /t, renew-on: [bad-credential]}
"""
LIBRARIES = pytest.mark.parametrize("library", ["asyncio", "trio"])


class Vendor:
    """Refuses every third request for a while, and knows how often it was asked for a token."""

    def __init__(self) -> None:
        self.tokens = 0
        self.paths: list[str] = []

    async def __call__(self, request: httpx2.Request) -> httpx2.Response:
        await anyio.sleep(0.01)
        self.paths.append(request.url.path)
        if request.url.path == "/token":
            self.tokens += 1
            return httpx2.Response(200, json={"t": f"t{self.tokens}"})
        if request.headers["Authorization"] == "Bearer t1" and len(self.paths) > 20:
            return httpx2.Response(401)
        if len(self.paths) % 3 == 0:
            return httpx2.Response(503, headers={"Retry-After": "0"})
        return httpx2.Response(204 if request.url.path == "/few" else 200, json={})


def client_of(made: Any, vendor: Vendor) -> Any:
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(vendor))
    return made.module.AsyncTeaClient(secret="s", http_client=http, max_retries=9)


@LIBRARIES
def test_tokens_retries_and_quotas(make: Callable[[str], Any], library: str) -> None:
    vendor = Vendor()
    client = client_of(make(SPEC), vendor)

    async def run() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(client.teas.list)
        assert vendor.tokens == 1
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(client.teas.list)
        for _ in range(2):
            await client.teas.few()

    anyio.run(run, backend=library)
    assert vendor.tokens == 2
    assert vendor.paths.count("/few") >= 2


@LIBRARIES
def test_a_task_that_is_cancelled_leaves_the_others_their_turn(make: Callable[[str], Any], library: str) -> None:
    vendor = Vendor()
    client = client_of(make(SPEC), vendor)

    async def run() -> None:
        with anyio.move_on_after(0.001) as gone:
            await client.teas.list()
        assert gone.cancelled_caught
        await client.teas.list()

    anyio.run(run, backend=library)


PLAIN = """
paths:
  /teas:
    get: {operationId: list, tags: [teas], responses: {'200': {description: all, content: {application/json: {}}}}}
"""


@LIBRARIES
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_connections_are_kept_and_bytes_behind_an_answer_end_them(
    make: Callable[[str], Any], library: str, tls: bool
) -> None:
    made = make(PLAIN)
    answers = iter([written(b"1"), written(b"2"), written(b"3") + written(b"4"), written(b"5")])

    async def run(url: str) -> list[Any]:
        async with httpx2.AsyncClient(verify=False, trust_env=False) as http:
            client = made.module.AsyncTeaClient(base_url=url, http_client=http, max_retries=0)
            return [await client.teas.list() for _ in range(4)]

    with listening(lambda _: (next(answers),), tls=tls) as far:
        assert anyio.run(run, far.url, backend=library) == [1, 2, 3, 5]
        assert len(far.connections) == 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what a loop left open when it ended
@LIBRARIES
def test_one_client_in_one_loop_after_the_other(make: Callable[[str], Any], library: str) -> None:
    made = make(PLAIN)
    with listening(lambda _: (written(b"1"),)) as far:
        client = made.module.AsyncTeaClient(base_url=far.url, max_retries=0)

        async def run() -> None:
            assert [await client.teas.list() for _ in range(2)] == [1, 1]
            if len(far.connections) == 3:
                await client.close()

        for _ in range(3):
            anyio.run(run, backend=library)
        assert len(far.connections) == 3
    gc.collect()


@LIBRARIES
def test_an_answer_that_does_not_come_ends_with_the_deadline(make: Callable[[str], Any], library: str) -> None:
    made = make(PLAIN)
    with listening(lambda _: (b"HTTP/1.1 200 OK\r\n",)) as far:

        async def run() -> None:
            async with made.module.AsyncTeaClient(base_url=far.url, deadline=0.3) as client:
                await client.teas.list()

        with pytest.raises(made.module.RequestTimeoutError, match=r"deadline of 0\.3 s"):
            anyio.run(run, backend=library)
