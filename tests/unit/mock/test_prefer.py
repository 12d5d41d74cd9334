"""A caller says which documented answer it wants."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
components:
  schemas:
    Problem: {type: object, required: [title], properties: {title: {type: string, minLength: 3}}}
paths:
  /cups:
    post:
      operationId: fillCup
      x-qiyue-mock: {store: cups, do: create}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [tea]}}}}
      responses:
        "201":
          description: made
          content:
            application/json:
              schema: {type: object}
              examples: {green: {value: {tea: green}}, black: {value: {tea: black}}}
        "404":
          description: gone
          content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
        4XX: {description: else, content: {application/json: {example: {range: true}}}}
        default: {description: else, content: {text/plain: {example: anything}}}
    get:
      operationId: listCups
      x-qiyue-mock: {store: cups, do: list}
      responses: {"200": {description: x, content: {application/json: {schema: {type: array, items: {type: object}}}}}}
"""


@pytest.mark.parametrize(
    ("prefer", "status", "body"),
    [
        ("code=201", 201, '{"tea":"green"}'),
        ("example=black", 201, '{"tea":"black"}'),
        ('code=201, example="black"', 201, '{"tea":"black"}'),
        ("respond-async, Code=201; foo=1 , wait=5", 201, '{"tea":"green"}'),
        ("code=404", 404, '{"title":"'),
        ("code=418", 418, '{"range":true}'),
        ("code=503", 503, "anything"),
    ],
)
def test_an_answer_is_chosen(serve: Callable[..., Any], prefer: str, status: int, body: str) -> None:
    client = serve(SPEC).client
    answer = client.post("/cups", json={"tea": "white"}, headers={"prefer": prefer})
    assert (answer.status_code, answer.text[: len(body)]) == (status, body)
    assert answer.headers["preference-applied"] in prefer.replace('"', "").replace("Code", "code")
    assert client.get("/cups").json() == []  # nothing was kept


@pytest.mark.parametrize(
    "prefer", ["code=999", "code=x", "code=１２３", "code=100", "example=white", "code=404, example=green"]
)
def test_an_answer_that_is_not_documented_is_refused(serve: Callable[..., Any], prefer: str) -> None:
    reason = serve(SPEC).reason("POST", "/cups", json={"tea": "a"}, headers={"prefer": prefer.encode()})
    assert reason == f"invalid-parameter header:prefer {'example' if 'example' in prefer else 'code'}"


def test_a_wrong_call_is_refused_whatever_it_prefers(serve: Callable[..., Any]) -> None:
    assert serve(SPEC).reason("POST", "/cups", json={}, headers={"prefer": "code=201"}).startswith("missing-parameter")


@pytest.mark.parametrize("prefer", ["", "wait=10", "return=minimal", "dynamic=true", ",,="])
def test_other_preferences_are_ignored(serve: Callable[..., Any], prefer: str) -> None:
    answer = serve(SPEC).client.post("/cups", json={"tea": "a"}, headers={"prefer": prefer})
    assert (answer.status_code, "preference-applied" in answer.headers) == (201, False)
