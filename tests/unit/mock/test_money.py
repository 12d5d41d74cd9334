from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiyue.base import json

SPEC = """
paths:
  /bills:
    post:
      operationId: createBill
      x-qiyue-mock: {store: bills, do: create, key: {at: /id, make: sequence}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [amount], properties: {amount: {type: number}}}}}
      responses: {"201": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Bill"}}}}}
  /bills/{id}:
    get:
      operationId: getBill
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      x-qiyue-mock: {store: bills, do: get, key: {at: /id, from: "path:id"}}
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Bill"}}}}}
components:
  schemas:
    Bill: {type: object, required: [id, amount], properties: {id: {type: integer}, amount: {type: number}}}
"""


def there_and_back(served: Any, written: str) -> tuple[bytes, bytes]:
    """Send an amount as it is written, and give the answers that hold it."""
    headers = {"content-type": "application/json"}
    made = served.client.post("/bills", content=f'{{"amount":{written}}}'.encode(), headers=headers)
    assert made.status_code == 201
    return made.content, served.client.get(f"/bills/{made.json()['id']}").content


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("43.50", "43.50"),
        ("0.10000000000000000001", "0.10000000000000000001"),
        ("1E+2", "100"),
        ("-0", "-0"),
        ("-0.00", "-0.00"),
        ("12345678901234567890123456789012345678.90", "12345678901234567890123456789012345678.90"),
        ("1825818122664084104", "1825818122664084104"),
        ("1e-7", "0.0000001"),
    ],
)
def test_amounts_keep_their_digits(serve: Callable[..., Any], written: str, read: str) -> None:
    for answer in there_and_back(serve(SPEC), written):
        assert f'"amount":{read}'.encode() in answer


@settings(max_examples=150)
@given(digits=st.integers(1, 10**40 - 1), scale=st.integers(0, 40), negative=st.booleans())
def test_any_amount_of_1_to_40_digits(serve: Callable[..., Any], digits: int, scale: int, negative: bool) -> None:
    amount = Decimal((int(negative), tuple(map(int, str(digits))), -scale))
    for answer in there_and_back(serve(SPEC), format(amount, "f")):
        found = json.loads(answer)["amount"]
        assert str(Decimal(found)) == str(amount)
