"""Tokens: one call gets one for everybody who needs it, in time, and once more when it is refused."""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

from qiyue.base import json

SPEC = """
security: [{token: []}]
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, message: /msg, payload: /data}}
x-qiyue-errors:
  at: /code
  codes:
    - {code: 40, kind: bad-credential}
    - {code: 41, kind: forbidden}
paths:
  /token:
    post:
      operationId: makeToken
      tags: [tokens]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [client, secrets]
              properties:
                client: {type: string}
                secrets: {type: object, required: [main], properties: {main: {type: string}}}
      responses: {'200': {description: a token, content: {application/json: {schema: {type: object, properties: {
        data: {type: object, properties: {token: {type: string}, expires: {type: [string, integer]}}}}}}}}}
  /orders:
    post:
      operationId: order
      tags: [orders]
      responses: {'200': {description: done, content: {application/json: {schema: {type: object, properties: {
        data: {type: integer}}}}}}}
components:
  securitySchemes:
    token:
      type: apiKey
      in: query
      name: access
      x-qiyue-token:
        operation: makeToken
        request: {/client: client_id, /secrets/main: client_secret}
        token: /data/token
        lifetime: /data/expires
        renew-on: [bad-credential]
        early: 60
"""
CREDENTIALS = {"client_id": "tea-1", "client_secret": "very-secret"}


@dataclass
class Vendor:
    """Gives tokens ``t-1``, ``t-2``, …; takes those that are not in ``dead``."""

    expires: Any = "7200"
    dead: set[str] = field(default_factory=set)
    token_code: int = 0
    delay: float = 0.0
    made: int = 0
    orders: list[str] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    now: float = 1_700_000_000.0
    lock: Any = field(default_factory=threading.Lock)

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        with self.lock:
            if request.url.path == "/token":
                self.made += 1
                self.asked.append(json.loads(request.read()))
                body = {"code": self.token_code, "msg": "very-secret is wrong", "data": self._token()}
            else:
                used = request.url.params.get("access", "")
                self.orders.append(used)
                body = {"code": 40 if used in self.dead else 0, "msg": f"{used} is over", "data": 1}
        return httpx2.Response(200, content=json.dumps(body), headers={"Content-Type": "application/json"})

    def _token(self) -> dict[str, Any]:
        return {"token": f"token-{self.made}", "expires": self.expires}

    async def answer_later(self, request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(self.delay)
        return self.answer(request)


@pytest.fixture
def vendor() -> Vendor:
    return Vendor()


@pytest.fixture
def made(make: Callable[[str], Any]) -> Any:
    return make(SPEC)


def client(made: Any, vendor: Vendor, **options: Any) -> Any:
    http = httpx2.Client(transport=httpx2.MockTransport(vendor.answer))
    given = {**CREDENTIALS, "clock": lambda: vendor.now, "http_client": http, **options}
    return made.module.TeaClient(**given)


def async_client(made: Any, vendor: Vendor) -> Any:
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(vendor.answer_later))
    return made.module.AsyncTeaClient(http_client=http, clock=lambda: vendor.now, **CREDENTIALS)


def test_a_token_is_got_once_and_kept(made: Any, vendor: Vendor) -> None:
    tea = client(made, vendor)
    assert [tea.orders.order(), tea.with_options(timeout=5).orders.order()] == [1, 1]
    assert vendor.asked == [{"client": "tea-1", "secrets": {"main": "very-secret"}}]
    assert vendor.orders == ["token-1", "token-1"]


def test_credentials_come_from_the_environment_too(made: Any, vendor: Vendor) -> None:
    prefix = made.package.upper()
    surroundings = {f"{prefix}_CLIENT_ID": "env-1", f"{prefix}_CLIENT_SECRET": "env-2"}
    client(made, vendor, client_id=None, client_secret=None, environment=surroundings).orders.order()
    assert vendor.asked == [{"client": "env-1", "secrets": {"main": "env-2"}}]


def test_without_credentials_nothing_is_sent(made: Any, vendor: Vendor) -> None:
    with pytest.raises(made.module.InvalidRequestError, match="client_secret=") as caught:
        client(made, vendor, client_secret=None).orders.order()
    assert (caught.value.kind, vendor.made) == ("missing-credential", 0)


@pytest.mark.parametrize(
    ("expires", "later", "calls"),
    [("7200", 7139, 1), (7200, 7140, 2), ("30", 14, 1), ("30", 15, 2), (None, 1e9, 1), ("soon", 1e9, 1)],
)
def test_a_token_is_renewed_before_its_end(made: Any, vendor: Vendor, expires: Any, later: float, calls: int) -> None:
    vendor.expires = expires
    tea = client(made, vendor)
    tea.orders.order()
    vendor.now += later
    tea.orders.order()
    assert vendor.made == calls


def test_a_refused_token_is_renewed_and_the_call_repeated_once(made: Any, vendor: Vendor) -> None:
    tea = client(made, vendor, max_retries=0)
    tea.orders.order()
    vendor.dead = {"token-1"}
    assert tea.orders.order() == 1
    assert vendor.orders == ["token-1", "token-1", "token-2"]


def test_a_token_that_is_refused_again_is_an_error(made: Any, vendor: Vendor) -> None:
    vendor.dead = {"token-1", "token-2", "token-3"}
    with pytest.raises(made.module.BadCredentialError) as caught:
        client(made, vendor).orders.order()
    assert vendor.orders == ["token-1", "token-2"]
    assert "token-2" not in str(caught.value)


def test_200_tasks_at_expiry_make_one_token_call(made: Any, vendor: Vendor) -> None:
    async def run() -> None:
        async with async_client(made, vendor) as tea:
            await tea.orders.order()
            vendor.now += 7200
            vendor.delay = 0.01
            assert await asyncio.gather(*(tea.with_options().orders.order() for _ in range(200))) == [1] * 200

    asyncio.run(run())
    assert vendor.made == 2
    assert vendor.orders == ["token-1"] + ["token-2"] * 200


def test_200_tasks_that_are_refused_make_one_token_call(made: Any, vendor: Vendor) -> None:
    async def run() -> None:
        async with async_client(made, vendor) as tea:
            await tea.orders.order()
            vendor.dead = {"token-1"}
            vendor.delay = 0.01
            await asyncio.gather(*(tea.orders.order() for _ in range(200)))

    asyncio.run(run())
    assert vendor.made == 2


def test_threads_at_expiry_make_one_token_call(made: Any, vendor: Vendor) -> None:
    tea = client(made, vendor)
    tea.orders.order()
    vendor.now += 7200
    with ThreadPoolExecutor(50) as pool:
        results = [pool.submit(tea.orders.order) for _ in range(200)]
    assert [each.result() for each in results] == [1] * 200
    assert vendor.made == 2


def test_a_failing_token_call_reaches_every_task_that_waits(made: Any, vendor: Vendor) -> None:
    vendor.token_code, vendor.delay = 41, 0.01

    async def run() -> list[Any]:
        async with async_client(made, vendor) as tea:
            return await asyncio.gather(*(tea.orders.order() for _ in range(200)), return_exceptions=True)

    errors = asyncio.run(run())
    assert {type(error) for error in errors} == {made.module.ForbiddenError}
    assert {str(error) for error in errors} == {"makeToken: HTTP 200, code 41: *** is wrong (tea.example)"}
    assert len({id(error) for error in errors}) == 200
    assert (vendor.made, vendor.orders) == (1, [])


def test_after_a_failure_the_next_call_asks_again(made: Any, vendor: Vendor) -> None:
    tea = client(made, vendor)
    vendor.token_code = 41
    with pytest.raises(made.module.ForbiddenError):
        tea.orders.order()
    vendor.token_code = 0
    assert tea.orders.order() == 1


def test_a_cancelled_renewal_is_done_by_the_next_task(made: Any, vendor: Vendor) -> None:
    vendor.delay = 0.05

    async def run() -> Any:
        async with async_client(made, vendor) as tea:
            first = asyncio.create_task(tea.orders.order())
            others = [asyncio.create_task(tea.orders.order()) for _ in range(5)]
            await asyncio.sleep(0.01)
            first.cancel()
            return await asyncio.gather(*others)

    assert asyncio.run(run()) == [1] * 5
    assert vendor.made == 1


def test_an_async_client_works_in_one_event_loop_after_the_other(made: Any, vendor: Vendor) -> None:
    tea = async_client(made, vendor)

    async def run() -> Any:
        return await asyncio.gather(*(tea.orders.order() for _ in range(3)))

    for _ in range(2):
        assert asyncio.run(run()) == [1] * 3
        vendor.now += 7200
    assert vendor.made == 2


def test_an_answer_without_a_token_is_said_to_be_one(
    made: Any, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Vendor, "_token", lambda _: {"expires": 1})
    with pytest.raises(
        made.module.UndecodableError, match="makeToken: HTTP 200: the answer has no token at /data/token"
    ):
        client(made, vendor).orders.order()


def test_tokens_are_in_no_log_and_no_text(made: Any, vendor: Vendor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        tea = client(made, vendor)
        tea.orders.order()
    settings = tea._settings
    shown = "\n".join(
        [*caplog.messages, repr(tea), repr(settings), repr([gate.came for gate in settings.gates.values()])]
    )
    assert "POST https://tea.example/orders" in shown
    assert not [word for word in ("token-1", "very-secret", "tea-1") if word in shown]


def test_the_token_call_itself_needs_no_token(made: Any, vendor: Vendor) -> None:
    token = client(made, vendor).tokens.make_token(client="a", secrets={"main": "b"})
    assert (token.token, vendor.made) == ("token-1", 1)
