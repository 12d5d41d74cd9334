"""Clients in other processes and many in one: pickled, copied, and cheap."""

import asyncio
import copy
import pickle
import tracemalloc
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

import httpx2
import pytest

from .loopback import listening, written

SPEC = """
security: [{token: []}]
paths:
  /teas: {get: {operationId: list, tags: [teas], responses: {'204': {description: all}}}}
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
    token: {type: http, scheme: bearer, x-qiyue-token: {operation: askToken, request: {/key: secret}, token: /t}}
"""
MODES = pytest.mark.parametrize("mode", ["sync", "async"])


def answer(head: str) -> tuple[bytes, ...]:
    return (written(b'{"t": "one"}') if head.startswith("POST /token") else written(status="204 No Content"),)


def called(client: Any) -> Any:
    """Call once, and close."""
    if hasattr(client, "__enter__"):
        with client:
            return client.teas.list()

    async def run() -> Any:
        async with client:
            return await client.teas.list()

    return asyncio.run(run())


@MODES
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda client: pickle.loads(pickle.dumps(client))],
    ids=["copy", "deep", "pickle"],
)
def test_a_copy_has_connections_and_tokens_of_its_own(
    make: Callable[[str], Any], copied: Callable[[Any], Any], mode: str
) -> None:
    module = make(SPEC).module
    form = module.TeaClient if mode == "sync" else module.AsyncTeaClient
    with listening(answer) as far:
        first = form(secret="s", base_url=far.url, timeout=7, max_retries=0, strict=True)
        called(first)
        second = copied(first)
        called(second)
        assert [head.split()[1] for head in far.heads] == ["/token", "/teas"] * 2
        assert second._settings.timeout == httpx2.Timeout(7)
        assert second._settings.service is first._settings.service
        assert second._connections.http is not first._connections.http
        assert "'s'" not in repr(second._settings)


def test_a_client_goes_into_a_process_that_is_spawned(make: Callable[[str], Any]) -> None:
    module = make(SPEC).module
    with listening(answer) as far, get_context("spawn").Pool(1) as pool:
        client = module.TeaClient(secret="s", base_url=far.url)
        assert pool.apply(client.teas.list) is None


@MODES
def test_a_client_with_connections_of_the_caller_says_why_not(make: Callable[[str], Any], mode: str) -> None:
    module = make(SPEC).module
    http: Any = httpx2.Client() if mode == "sync" else httpx2.AsyncClient()
    client = (module.TeaClient if mode == "sync" else module.AsyncTeaClient)(secret="s", http_client=http)
    for act in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(
            module.InvalidRequestError, match="http_client= of the caller can be neither copied nor pickled"
        ):
            act(client)


@MODES
def test_many_clients_are_cheap(make: Callable[[str], Any], mode: str) -> None:
    module = make(SPEC).module
    form = module.TeaClient if mode == "sync" else module.AsyncTeaClient
    one = form(secret="s")
    tracemalloc.start()
    try:
        many = [form(secret=f"s{number}") for number in range(50)]
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size / 50 < 100 * 1024
    contexts = {each._connections.http._transport._pool._ssl_context for each in (one, *many)}
    assert len(contexts) == 1, "memory of TLS is not traced"
