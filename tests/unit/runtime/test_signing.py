"""Signing in a call: what is signed is what is sent, and nothing is signed twice."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any, Literal

import httpx2
import pytest

from qiyue.base import json
from qiyue.base.signature import sign
from qiyue.runtime.client import AsyncClient, SyncClient
from qiyue.runtime.errors import InvalidRequestError
from qiyue.runtime.operation import (
    Body,
    Envelope,
    Fill,
    Operation,
    Parameter,
    RequestEnvelope,
    Signature,
    SignatureStep,
)
from qiyue.runtime.service import Credential, Service

KEY = "secret-key-1"
RULE = Signature(
    secret="interface_key",
    put="/sign",
    steps=(SignatureStep(do="append", word="secret"), SignatureStep(do="digest", word="md5")),
    drop="null",
    booleans="1/0",
    nested="recursive",
    resolution=1.0,
)
SERVICE = Service(
    name="oms",
    env="OMS",
    base_url="https://oms.test",
    secrets=(Credential(argument="interface_key", env="OMS_INTERFACE_KEY"),),
)
CALL: Operation[Any] = Operation(
    id="call",
    method="POST",
    path="/rpc",
    parameters=(Parameter(name="page", argument="page", type=int),),
    body=Body(argument="body"),
    envelope=Envelope(
        request=RequestEnvelope(fill=(Fill(at="/timestamp", make="time", per="attempt", format="yyyyMMddHHmmss"),))
    ),
    constants=(Fill(at="/method", make="const", value="x.y"),),
    signature=RULE,
    idempotent=True,
)


class Oms:
    """The far side: keeps what came; time only moves by waiting."""

    def __init__(self, *statuses: int) -> None:
        self.now = 1_700_000_000.25
        self.waits: list[float] = []
        self.requests: list[httpx2.Request] = []
        self.statuses = list(statuses)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return httpx2.Response(self.statuses.pop(0) if self.statuses else 200, json={})

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def client(self, key: str | None = KEY) -> SyncClient:
        return SyncClient(
            SERVICE,
            credentials={"interface_key": key},
            http_client=httpx2.Client(transport=httpx2.MockTransport(self)),
            sleep=self.wait,
            clock=lambda: self.now,
            random=Random(1),
            environment={},
        )

    def sent(self) -> list[dict[str, Any]]:
        return [json.loads(request.content) for request in self.requests]


def test_json_is_signed_as_it_is_sent() -> None:
    oms = Oms()
    body = {"b": True, "n": Decimal("43.50"), "list": [{"k": None, "名": 1}] * 11, "none": None, "empty": ""}
    oms.client()._respond(CALL, {"body": body, "page": 3})
    (sent,) = oms.sent()
    assert (sent["method"], sent["timestamp"]) == ("x.y", "20231114221320")
    assert sent.pop("sign") == sign(RULE, {**sent, "page": "3"}, KEY)
    assert KEY.encode() not in oms.requests[0].content


@pytest.mark.parametrize(
    ("over", "parameters"),
    [
        ("query", {"page": "3"}),
        ("body", {"f": "true", "t": "a b&c", "l": ["1", "2"], "m": '{"x":1.50}', "e": ""}),
        ("all-parameters", {"page": "3", "f": "true", "t": "a b&c", "l": ["1", "2"], "m": '{"x":1.50}', "e": ""}),
    ],
)
def test_a_form_is_signed_as_its_reader_finds_it(
    over: Literal["all-parameters", "body", "query"], parameters: dict[str, Any]
) -> None:
    oms = Oms()
    rule = replace(RULE, over=over, put="header:X-Sign")
    form = Body(content_type="application/x-www-form-urlencoded", argument="body")
    operation = replace(CALL, signature=rule, body=form, envelope=None, constants=())
    payload = {"f": True, "t": "a b&c", "l": [1, 2], "m": {"x": Decimal("1.50")}, "e": "", "none": None}
    oms.client()._respond(operation, {"body": payload, "page": 3})
    assert oms.requests[0].headers["X-Sign"] == sign(rule, parameters, KEY)


def test_a_retry_is_signed_anew() -> None:
    oms = Oms(500, 500)
    oms.client()._respond(CALL, {"body": {"a": 1}})
    sent = oms.sent()
    assert len({one["sign"] for one in sent}) == len({one["timestamp"] for one in sent}) == 3
    assert {(one["a"], one["method"]) for one in sent} == {(1, "x.y")}


def test_an_equal_call_waits_for_the_next_second() -> None:
    oms = Oms()
    client = oms.client()
    for _ in range(2):
        client._respond(CALL, {"body": {"a": 1}})
    client.with_options(timeout=3)._respond(CALL, {"body": {"a": 1}})
    client._respond(CALL, {"body": {"a": 2}})
    assert oms.waits == pytest.approx([0.751, 1.0])
    assert len({one["sign"] for one in oms.sent()}) == 4


def test_threads_never_send_the_same_signature() -> None:
    oms = Oms()
    client = oms.client()
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda _: client._respond(CALL, {"body": {"a": 1}}), range(8)):
            pass
    assert len({one["sign"] for one in oms.sent()}) == 8


def test_tasks_never_send_the_same_signature() -> None:
    oms = Oms()

    async def run() -> None:
        async def wait(seconds: float) -> None:
            oms.wait(seconds)
            await asyncio.sleep(0)

        async with httpx2.AsyncClient(transport=httpx2.MockTransport(oms)) as http:
            client = AsyncClient(
                SERVICE, credentials={"interface_key": KEY}, http_client=http, sleep=wait, clock=lambda: oms.now
            )
            await asyncio.gather(*(client._respond(CALL, {"body": {"a": 1}}) for _ in range(20)))

    asyncio.run(run())
    assert len({one["sign"] for one in oms.sent()}) == 20


@pytest.mark.parametrize(
    ("operation", "waits"),
    [
        (replace(CALL, signature=replace(RULE, on_collision="refuse")), 0),
        (replace(CALL, envelope=None), 1),
    ],
)
def test_what_cannot_become_unique_is_refused(operation: Operation[Any], waits: int) -> None:
    oms = Oms()
    client = oms.client()
    client._respond(operation, {"body": {"a": 1}})
    with pytest.raises(InvalidRequestError, match="takes a signature once") as refused:
        client._respond(operation, {"body": {"a": 1}})
    assert (refused.value.kind, len(oms.waits), len(oms.requests)) == ("replay", waits, 1)


def test_where_a_signature_may_come_twice_nothing_waits() -> None:
    oms = Oms()
    client = oms.client()
    for _ in range(2):
        client._respond(replace(CALL, signature=replace(RULE, resolution=0.0)), {"body": {"a": 1}})
    first, second = oms.sent()
    assert (first, oms.waits) == (second, [])


def test_without_the_secret_nothing_is_sent() -> None:
    oms = Oms()
    with pytest.raises(InvalidRequestError, match="interface_key= or the environment variable OMS_INTERFACE_KEY") as no:
        oms.client(None)._respond(CALL, {"body": {"a": 1}})
    assert (no.value.kind, oms.requests) == ("missing-credential", [])


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (replace(RULE, steps=(SignatureStep(do="digest", word="sm3"),)), "no implementation of the digest sm3"),
        (replace(RULE, nested="refuse"), "nested value"),
    ],
)
def test_what_cannot_be_signed_is_refused(rule: Signature, message: str) -> None:
    oms = Oms()
    with pytest.raises(InvalidRequestError, match=message):
        oms.client()._respond(replace(CALL, signature=rule), {"body": {"a": [1]}})
    assert oms.requests == []


def test_the_secret_is_never_shown() -> None:
    oms = Oms(400)
    client = oms.client()
    with pytest.raises(Exception, match="call: ") as failed:
        client._respond(CALL, {"body": {"a": KEY}})
    texts = [repr(client), repr(client._settings), str(failed.value), repr(failed.value)]
    assert not any(KEY in text for text in texts)
