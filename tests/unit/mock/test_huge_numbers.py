"""Numbers that nobody can mean cost nothing and raise nothing, wherever the mock computes with what was sent."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /bills:
    post:
      operationId: createBill
      x-qiyue-mock:
        store: bills
        do: create
        rules:
          - sum-equal: {a: /lines/*/in, b: /lines/*/out, else: business}
          - total: {of: /lines/*, sum: {in: /in}, to: ""}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {lines: {type: array, items: {}}, tip: {}}}}}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                properties: {lines: {type: array, items: {}}, in: {type: number}, tip: {type: string}}
    get:
      operationId: listBills
      parameters:
        - {name: page, in: query, schema: {type: string}}
        - {name: size, in: query, schema: {type: string}}
        - {name: least, in: query, schema: {type: string}}
      x-qiyue-mock:
        {store: bills, do: list, answer: "", rules: [{page: {}}, {filter: {at: "query:least", by: /in, match: from}}]}
      x-qiyue-pagination:
        {style: page, page: "query:page", size: "query:size", items: "", default-size: 10, first: 1}
      responses:
        "200":
          description: x
          content: {application/json: {schema: {type: array, items: {type: object}}}}
"""
HUGE = ["1e1000000", "1e999999999", "1e-999999999", "9e999999999999999999", "1e99999999999999999999", "9" * 5000]


@pytest.mark.parametrize("number", HUGE, ids=[number[:20] for number in HUGE])
def test_in_a_body(serve: Callable[..., Any], number: str) -> None:
    served = serve(SPEC)
    for sent in (f"[{number}, {number}]", f"[{number}, 1]", f'["{number}", "{number}"]', f'["{number}", 1]'):
        left, right = sent[1:-1].split(", ")
        body = f'{{"lines": [{{"in": {left}}}, {{"out": {right}}}], "tip": {left}}}'
        answer = served.client.post("/bills", content=body, headers={"content-type": "application/json"})
        assert answer.status_code < 500
        assert len(answer.content) < 100_000
    assert served.client.get("/bills").status_code == 200


@pytest.mark.parametrize("name", ["page", "size", "least"])
@pytest.mark.parametrize("number", HUGE, ids=[number[:20] for number in HUGE])
def test_in_a_query(serve: Callable[..., Any], name: str, number: str) -> None:
    served = serve(SPEC)
    served.client.post("/bills", json={"lines": []})
    answer = served.client.get("/bills", params={name: number})
    assert answer.status_code in ((200, 400) if name == "least" else (400,))
