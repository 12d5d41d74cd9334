"""Numbers as arguments, and parameters of one value."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

SPEC = """
paths:
  /teas:
    parameters:
    - {name: version, in: query, required: true, schema: {type: string, enum: ['2024-01']}}
    - {name: kind, in: query, required: true, schema: {type: string, const: tea}}
    post:
      operationId: brew
      x-qiyue-name: {resource: teas, method: brew}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                heat: {type: number, format: double}
                amount: {type: number}
                price: {type: number, multipleOf: 0.01}
                either: {type: [number, string], format: decimal}
      responses: {'204': {description: ok}}
"""
EVIDENCE = "x-qiyue-sources: {main: {title: Teas}}\n"


def hints(made: Any) -> dict[str, bool]:
    """Tell of each argument whether type checkers let a float through."""
    text = (made.folder / made.package / "resources" / "teas.py").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("class AsyncTeas")[0].splitlines() if " | Absent = ABSENT," in line]
    return {line.split(":")[0]: "float" in line for line in lines if "Decimal" in line}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", {"heat": True, "amount": True, "price": False, "either": True}),
        (EVIDENCE, {"heat": True, "amount": False, "price": False, "either": False}),
    ],
    ids=["any document", "with evidence"],
)
def test_where_a_binary_fraction_is_enough(make: Callable[..., Any], head: str, expected: dict[str, bool]) -> None:
    assert hints(make(head + SPEC)) == expected


def test_fractions_are_sent_as_they_are_written(make: Callable[..., Any], wire: Any) -> None:
    made, wire.status = make(SPEC), 204
    made.client(wire).teas.brew(heat=0.1, amount=1.5, price=Decimal("2.50"))
    assert wire.body == b'{"heat":0.1,"amount":1.5,"price":2.50}'
    asyncio.run(made.async_client(wire).teas.brew(heat=95.0))
    assert wire.body == b'{"heat":95.0}'


def test_a_list_of_one_value_is_a_default(make: Callable[..., Any], wire: Any) -> None:
    made, wire.status = make(SPEC), 204
    client = made.client(wire)
    client.teas.brew()
    assert wire.url.endswith("/teas?version=2024-01&kind=tea")
    client.teas.brew(version="2025-01")
    assert wire.url.endswith("/teas?version=2025-01&kind=tea")
    asyncio.run(made.async_client(wire).teas.brew())
    assert wire.url.endswith("/teas?version=2024-01&kind=tea")
    assert "Without it ``2024-01`` is sent." in (client.teas.brew.__doc__ or "")
    with pytest.raises(TypeError, match="kind"):
        client.teas.brew(kind="other")
