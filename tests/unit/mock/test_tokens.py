from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
components:
  securitySchemes:
    token:
      type: apiKey
      in: query
      name: access
      x-qiyue-token:
        operation: login
        request: {/id: client_id, /secret: client_secret}
        token: /data/token
        LIFETIME
security: [{token: []}]
paths:
  /login:
    post:
      operationId: login
      security: []
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [id, secret]}}}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {type: object}
              example: {data: {token: sample, lifetime: 100}}
  /x: {get: {operationId: x, responses: {"200": {description: x}}}}
"""
LIFETIMES = ["lifetime: /data/lifetime", "lifetime: {seconds: 100}"]


def login(served: Any, **sent: Any) -> Any:
    return served.json("POST", "/login", json={"id": "a", "secret": "b", **sent})


@pytest.mark.parametrize("lifetime", LIFETIMES)
def test_a_token_opens_for_its_lifetime(serve: Callable[..., Any], watch: Any, lifetime: str) -> None:
    served = serve(SPEC.replace("LIFETIME", lifetime), clock=watch)
    token = login(served)["data"]["token"]
    assert served.reason("GET", f"/x?access={token}") == ""
    watch.now += 99
    assert served.reason("GET", f"/x?access={token}") == ""
    watch.now += 1
    assert served.reason("GET", f"/x?access={token}") == "bad-credential query:access token"


def test_a_token_without_lifetime_stays_good(serve: Callable[..., Any], watch: Any) -> None:
    served = serve(SPEC.replace("        LIFETIME\n", ""), clock=watch)
    token = login(served)["data"]["token"]
    watch.now += 10**9
    assert served.reason("GET", f"/x?access={token}") == ""


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "missing-credential query:access token"),
        ("?access=sample", "bad-credential query:access token"),
        ("?access=known", ""),
    ],
)
def test_only_tokens_that_were_given_out_open(serve: Callable[..., Any], query: str, reason: str) -> None:
    served = serve(SPEC.replace("LIFETIME", LIFETIMES[0]), accepted={"token": ("known",)})
    assert served.reason("GET", "/x" + query) == reason


def test_tokens_differ_and_are_the_same_in_every_run(serve: Callable[..., Any]) -> None:
    text = SPEC.replace("LIFETIME", LIFETIMES[0])

    def tokens(seed: int) -> list[str]:
        served = serve(text, seed=seed)
        return [login(served)["data"]["token"] for _ in range(2)]

    assert tokens(1) == tokens(1)
    assert len({*tokens(1), *tokens(2)}) == 4


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({}, ""),
        ({"id": "other"}, "bad-credential /id token"),
        ({"secret": ""}, "bad-credential /secret token"),
        ({"secret": "any"}, ""),
    ],
)
def test_credentials_of_the_client(serve: Callable[..., Any], sent: Any, reason: str) -> None:
    served = serve(SPEC.replace("LIFETIME", LIFETIMES[0]), accepted={"client_id": ("a",)})
    assert served.reason("POST", "/login", json={"id": "a", "secret": "b", **sent}) == reason
