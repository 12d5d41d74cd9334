"""Writes that are sent again: with a key that the vendor knows the call by, on the caller's word, on the document's."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

BODY = """
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}
      responses: {'204': {description: done}}"""
SPEC = f"""
paths:
  /pay:
    post:
      operationId: pay
      tags: [bank]
      parameters: [{{name: Idempotency-Key, in: header, schema: {{type: string}}}}]{BODY}
  /pay-too:
    post:
      operationId: payToo
      tags: [bank]
      x-qiyue-safety: {{live: write, idempotent: false}}
      parameters: [{{name: x-idempotency-key, in: header, schema: {{type: string, format: uuid}}}}]{BODY}
  /give:
    post:
      operationId: give
      tags: [bank]{BODY}
"""
ROWS = """
x-qiyue-errors:
  at: /error/code
  codes:
    - {code: 429, status: 429, kind: rate-limited, retry: always, message: busy}
    - {code: 503, status: 503, kind: server, retry: always, message: down}
"""
MODES = pytest.mark.parametrize("mode", ["sync", "async"])


class Bank:
    """Fails once, then takes everything."""

    def __init__(self, *failures: int | Exception) -> None:
        self.failures = list(failures)
        self.sent: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        failure = self.failures.pop(0) if self.failures else 204
        if isinstance(failure, Exception):
            raise failure
        return httpx2.Response(failure)

    def keys(self) -> list[str | None]:
        return [one.headers.get("idempotency-key") or one.headers.get("x-idempotency-key") for one in self.sent]


def pay(made: Any, bank: Bank, mode: str, name: str, **given: Any) -> Any:
    if mode == "sync":
        return getattr(made.client(bank).bank, name)(n=1, **given)

    async def run() -> Any:
        return await getattr(made.async_client(bank).bank, name)(n=1, **given)

    return asyncio.run(run())


@MODES
@pytest.mark.parametrize("failure", [503, 429, 500, httpx2.ReadError("broken"), httpx2.ReadTimeout("slow")], ids=repr)
@pytest.mark.parametrize("name", ["pay", "pay_too"])
def test_a_declared_key_is_one_for_all_attempts(
    make: Callable[[str], Any], name: str, failure: int | Exception, mode: str
) -> None:
    made, bank = make(SPEC), Bank(failure, failure)
    pay(made, bank, mode, name)
    first, second, third = bank.keys()
    assert first == second == third
    assert first is not None
    assert len(first) == 36
    pay(made, bank, mode, name)
    assert bank.keys()[-1] != first, "another call has another key"


@MODES
def test_the_key_of_the_caller_is_taken(make: Callable[[str], Any], mode: str) -> None:
    made, bank = make(SPEC), Bank(503)
    pay(made, bank, mode, "pay", idempotency_key="order-17")
    pay(made, bank, mode, "pay", extra_headers={"idempotency-key": "order-18"})
    assert bank.keys() == ["order-17", "order-17", "order-18"]


@MODES
@pytest.mark.parametrize("failure", [503, 429, httpx2.ReadError("broken")], ids=repr)
def test_a_write_is_sent_again_on_the_word_of_the_caller_only(
    make: Callable[[str], Any], failure: int | Exception, mode: str
) -> None:
    made, bank = make(SPEC), Bank(failure)
    with pytest.raises(made.module.ClientError):
        pay(made, bank, mode, "give")
    assert len(bank.sent) == 1
    bank = Bank(failure)
    pay(made, bank, mode, "give", retry_write=True)
    assert (len(bank.sent), bank.keys()) == (2, [None, None])


@MODES
@pytest.mark.parametrize(("status", "often"), [(429, 2), (503, 1)])
def test_a_gateway_without_a_code_is_taken_at_the_documents_word_for_too_many_calls(
    make: Callable[[str], Any], status: int, often: int, mode: str
) -> None:
    made, bank = make(ROWS + SPEC), Bank(status)
    try:
        pay(made, bank, mode, "give")
    except made.module.ServerError:
        assert status == 503
    assert len(bank.sent) == often


SIGNED = """
x-qiyue-errors:
  at: /code
  codes: [{code: 9, kind: replay, retry: never, message: seen}, {code: 0, kind: success}]
paths:
  /sell:
    post:
      operationId: sell
      tags: [bank]
      x-qiyue-envelope: {request: {fill: {/time: {make: epoch-s, per: attempt}}}}
      x-qiyue-signature:
        over: body
        sort: bytes
        join: key-value
        steps: [{append: secret}, {digest: md5}]
        put: /sign
        secret: sign_key
        unique: {resolution: 1s, on-collision: wait}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: {n: {type: integer}, time: {type: integer}, sign: {type: string}}
      responses: {'200': {description: done, content: {application/json: {schema: {type: object}}}}}
"""


class Till:
    """A vendor that has seen the first requests before; time goes on by waiting only."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.now = list(answers), 1_700_000_000.25
        self.sent: list[bytes] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request.content)
        answer = self.answers.pop(0) if self.answers else 0
        if isinstance(answer, Exception):
            raise answer
        return httpx2.Response(200, json={"code": answer})

    def sell(self, made: Any, mode: str, **given: Any) -> Any:
        if mode == "sync":
            http = httpx2.Client(transport=httpx2.MockTransport(self))
            client = made.module.TeaClient(
                sign_key="s", http_client=http, clock=lambda: self.now, sleep=self._sleep, **given
            )
            return client.bank.sell(n=1)

        async def run() -> Any:
            http = httpx2.AsyncClient(transport=httpx2.MockTransport(self))
            client = made.module.AsyncTeaClient(
                sign_key="s", http_client=http, clock=lambda: self.now, sleep=self._sleep_too, **given
            )
            return await client.bank.sell(n=1)

        return asyncio.run(run())

    def _sleep(self, seconds: float) -> None:
        self.now += seconds

    async def _sleep_too(self, seconds: float) -> None:
        self._sleep(seconds)


@MODES
@pytest.mark.parametrize("before", [(), (httpx2.ConnectError("refused"),)], ids=["first", "after one that never left"])
def test_a_call_that_the_vendor_has_seen_is_signed_anew(
    make: Callable[[str], Any], before: tuple[Exception, ...], mode: str
) -> None:
    till = Till(*before, 9)
    till.sell(make(SIGNED), mode)
    assert len(till.sent) == len(before) + 2
    assert till.sent[-1] != till.sent[-2]


@MODES
@pytest.mark.parametrize(
    ("answers", "given", "often", "told"),
    [
        ((9, 9, 9), {}, 2, "may have been done"),
        ((9,), {"max_retries": 0}, 1, "seen"),
        ((9,), {"retry_budget": 0.5}, 1, "seen"),
        ((9,), {"deadline": 0.5}, 1, "seen"),
    ],
)
def test_it_is_not_where_the_vendor_may_have_done_it(
    make: Callable[[str], Any], answers: tuple[int, ...], given: dict[str, Any], often: int, told: str, mode: str
) -> None:
    made, till = make(SIGNED), Till(*answers)
    with pytest.raises(made.module.ReplayError, match=told):
        till.sell(made, mode, **given)
    assert len(till.sent) == often
