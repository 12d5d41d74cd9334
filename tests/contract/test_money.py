"""Money goes through the generated client, the mock and back without losing a digit: as a number and as text."""

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qiyue import mock
from qiyue.contract.http.asgi_transport import BASE_URL, ASGITransport
from qiyue.diagnostics import Report
from qiyue.drivers import Package, in_memory
from qiyue.pipeline import compile_text
from qiyue.targets import python

SPEC = """
openapi: "3.1.0"
info: {title: Ledger, version: "1"}
servers: [{url: "https://ledger.invalid"}]
paths:
  /entries:
    post:
      operationId: createEntry
      tags: [entries]
      x-qiyue-name: {resource: entries, method: create}
      x-qiyue-mock: {store: entries, do: create, key: {at: /id, make: text}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [number, text]
              properties:
                number: {type: number, format: decimal}
                text: {type: string, format: decimal}
                parts: {type: array, items: {type: number, format: decimal}}
      responses:
        "200":
          description: the entry
          content:
            application/json:
              schema:
                type: object
                required: [id, number, text]
                properties:
                  id: {type: string}
                  number: {type: number, format: decimal}
                  text: {type: string, format: decimal}
                  parts: {type: array, items: {type: number, format: decimal}}
"""

AMOUNTS = st.builds(
    lambda sign, digits, exponent: Decimal((sign, tuple(digits), exponent)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=40),
    st.integers(-40, 10),
)


@pytest.fixture(scope="module")
def ledger() -> Iterator[tuple[Package, ASGITransport]]:
    api = compile_text(SPEC).api
    package = in_memory(python.generate(api, "ledger", Report()), "ledger")
    with closing(ASGITransport(mock.app(api))) as wire:
        yield package, wire


@pytest.mark.parametrize("mode", ["sync", "async"])
@settings(max_examples=100, database=None)
@given(amount=AMOUNTS)
@example(amount=Decimal("43.50"))
@example(amount=Decimal("0.10000000000000000001"))
@example(amount=Decimal("1E+2"))
@example(amount=Decimal("-0"))
@example(amount=Decimal("-0.00"))
@example(amount=Decimal("9" * 40))
@example(amount=Decimal("0." + "0" * 39 + "1"))
def test_every_digit_arrives_and_returns(ledger: tuple[Package, ASGITransport], mode: str, amount: Decimal) -> None:
    package, wire = ledger
    entry = _create(package, wire, mode, {"number": amount, "text": amount, "parts": [amount]})
    written = format(amount, "f")
    (exchange,) = wire.take()
    assert exchange.request.content == f'{{"number":{written},"text":"{written}","parts":[{written}]}}'.encode()
    for received in (entry.number, entry.text, entry.parts[0]):
        assert isinstance(received, Decimal)
        assert received == amount
        assert format(received, "f") == written


def _create(package: Package, wire: ASGITransport, mode: str, given: dict[str, Any]) -> Any:
    if mode == "sync":
        client = package.client(base_url=BASE_URL, http_client=httpx2.Client(transport=wire))
        return client.entries.create(**given)
    client = package.async_client(base_url=BASE_URL, http_client=httpx2.AsyncClient(transport=wire))
    return wire.run(client.entries.create(**given))
