"""One client in several event loops and threads, and what one answer leaves behind for the next call."""

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest

SPEC = """
paths:
  /teas: {get: {operationId: list, tags: [teas], responses: {'200': {description: all}}}}
"""
WITH_COOKIE = f"""
security: [{{}}, {{session: []}}]
components: {{securitySchemes: {{session: {{type: apiKey, in: cookie, name: sid}}}}}}
{SPEC}"""


class Shop:
    """A server that keeps connections open and sets a cookie in each answer."""

    def __init__(self) -> None:
        self.cookies: list[str] = []
        self.peers: set[Any] = set()
        shop = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                shop.cookies.append(self.headers.get("Cookie", ""))
                shop.peers.add(self.client_address)
                self.send_response(200)
                self.send_header("Set-Cookie", "tenant=a; Path=/")
                self.send_header("Content-Length", "0")
                self.end_headers()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    thread = threading.Thread(target=shop.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield shop
    gc.collect()  # connections that an ended loop left open are told here, not in another test
    shop.server.shutdown()
    shop.server.server_close()
    thread.join()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what a loop left open when it ended
def test_a_client_works_in_one_loop_after_the_other(make: Callable[[str], Any], shop: Shop) -> None:
    client = make(SPEC).module.AsyncTeaClient(base_url=shop.url)

    async def twice() -> None:
        await client.teas.list()
        await client.with_options(timeout=5).teas.list()

    async def last() -> None:
        async with client:
            await client.teas.list()

    for _ in range(3):
        asyncio.run(twice())
    asyncio.run(last())
    assert (len(shop.cookies), len(shop.peers)) == (7, 4)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # what a loop left open when it ended
def test_a_client_works_in_two_loops_at_once(make: Callable[[str], Any], shop: Shop) -> None:
    client = make(SPEC).module.AsyncTeaClient(base_url=shop.url)
    together = threading.Barrier(2)
    failures: list[Exception] = []

    async def calls() -> None:
        for _ in range(3):
            await client.teas.list()
            together.wait(10)

    def run() -> None:
        try:
            asyncio.run(calls())
        except Exception as error:  # noqa: BLE001 (of a thread: told below)
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert (failures, len(shop.cookies), len(shop.peers)) == ([], 6, 2)


def test_a_sync_client_has_one_pool_inside_and_outside_of_a_loop(make: Callable[[str], Any], shop: Shop) -> None:
    with make(SPEC).module.TeaClient(base_url=shop.url) as client:

        async def inside() -> None:
            client.teas.list()

        client.teas.list()
        asyncio.run(inside())
        client.teas.list()
    assert len(shop.peers) == 1


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("spec", "sent"), [(SPEC, ["", ""]), (WITH_COOKIE, ["", "tenant=a"])], ids=["no jar", "a jar"])
def test_a_cookie_of_one_answer(make: Callable[[str], Any], shop: Shop, spec: str, sent: list[str], kind: str) -> None:
    module = make(spec).module

    async def run() -> None:
        async with module.AsyncTeaClient(base_url=shop.url) as client:
            await client.teas.list()
            await client.with_options(timeout=5).teas.list()

    if kind == "async":
        asyncio.run(run())
    else:
        with module.TeaClient(base_url=shop.url) as client:
            client.teas.list()
            client.with_options(timeout=5).teas.list()
    assert shop.cookies == sent


def test_a_client_of_the_caller_keeps_its_cookies(make: Callable[[str], Any], shop: Shop) -> None:
    with httpx2.Client(cookies={"mine": "1"}) as http:
        client = make(SPEC).module.TeaClient(base_url=shop.url, http_client=http)
        client.teas.list()
        client.teas.list()
    assert shop.cookies == ["mine=1", "mine=1; tenant=a"]
