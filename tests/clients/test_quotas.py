"""Quotas: a client waits until the vendor takes another call, instead of being refused."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

SPEC = """
x-qiyue-quota: {calls: 3, per: 1m}
paths:
  /a: {get: {operationId: a, tags: [teas], responses: {'204': {description: done}}}}
  /b: {get: {operationId: b, tags: [teas], responses: {'204': {description: done}}}}
  /c: {get: {operationId: c, tags: [teas], x-qiyue-quota: {calls: 1, per: 1s}, responses: {'204': {description: done}}}}
  /d: {get: {operationId: d, tags: [teas], x-qiyue-quota: null, responses: {'204': {description: done}}}}
"""


class Stage:
    """A clock that only moves by waiting, and the moments at which requests came."""

    def __init__(self, made: Any, statuses: list[int] | None = None) -> None:
        self.made, self.statuses = made, statuses or []
        self.now = 1_700_000_000.0
        self.came: list[tuple[str, float]] = []

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        self.came.append((request.url.path, self.now - 1_700_000_000))
        return httpx2.Response(self.statuses.pop(0) if self.statuses else 204)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def client(self) -> Any:
        http = httpx2.Client(transport=httpx2.MockTransport(self.answer))
        return self.made.module.TeaClient(http_client=http, clock=lambda: self.now, sleep=self.sleep)


@pytest.fixture
def made(make: Callable[[str], Any]) -> Any:
    return make(SPEC)


def test_the_quota_of_the_document_counts_all_operations(made: Any) -> None:
    stage = Stage(made)
    teas, other = stage.client().teas, stage.client().teas
    for call in (teas.a, teas.b, teas.a, teas.b):
        call()
        stage.now += 10
    teas.a()
    assert [moment for _, moment in stage.came] == [0, 10, 20, 60, 70]
    other.a()
    assert stage.came[-1] == ("/a", 70), "another client has a quota of its own"


def test_an_operation_has_its_own_or_none(made: Any) -> None:
    stage = Stage(made)
    teas = stage.client().teas
    for call in (teas.c, teas.c, teas.d, teas.d, teas.d, teas.d, teas.a):
        call()
    assert [moment for _, moment in stage.came] == [0, 1, 1, 1, 1, 1, 1]


def test_copies_of_a_client_share_the_quota(made: Any) -> None:
    stage = Stage(made)
    client = stage.client()
    for _ in range(4):
        client.with_options(max_retries=0).teas.a()
    assert stage.came[-1] == ("/a", 60)


def test_retries_count_too_and_long_waits_do_not_end_them(made: Any) -> None:
    stage = Stage(made, [204, 204, 204, 503])
    teas = stage.client().teas
    for _ in range(4):
        teas.a()
    assert len(stage.came) == 5
    assert stage.came[3] == ("/a", 60)


def test_many_tasks_keep_to_the_window(made: Any) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def run() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(lambda _: httpx2.Response(204)))
        client = made.module.AsyncTeaClient(http_client=http, clock=lambda: 1_700_000_000.0, sleep=sleep)
        await asyncio.gather(*(client.teas.a() for _ in range(10)))

    asyncio.run(run())
    assert sorted(waits) == [60] * 3 + [120] * 3 + [180]
