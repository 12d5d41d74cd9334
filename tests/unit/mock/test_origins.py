"""Which pages in a browser may use the mock, and what they may read."""

from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
paths:
  /cups:
    post:
      operationId: fillCup
      x-qiyue-mock: {store: cups, do: create}
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
      responses:
        "201": {description: x, headers: {X-Left: {schema: {type: integer}}}, content: {application/json: {schema: {}}}}
    get:
      operationId: listCups
      x-qiyue-mock: {store: cups, do: list}
      responses: {"200": {description: x, content: {application/json: {schema: {type: array, items: {type: object}}}}}}
"""


@pytest.mark.parametrize(
    ("origin", "allowed", "is_let_in"),
    [
        ("http://localhost:3000", [], True),
        ("https://localhost", [], True),
        ("http://127.0.0.1:8080", [], True),
        ("http://127.1.2.3:8080", [], True),
        ("http://[::1]:5173", [], True),
        ("https://testserver", [], False),
        ("https://app.example.com", [], False),
        ("https://app.example.com", ["https://app.example.com"], True),
        ("https://app.example.com:444", ["https://app.example.com"], False),
        ("https://app.example.com", ["*"], True),
        ("null", [], False),
        ("null", ["null"], True),
        ("http://localhost.example.com", [], False),
        ("http://localhost:3000.example.com", [], False),
        ("http://127.0.0.1.example.com", [], False),
        ("chrome-extension://localhost", [], False),
    ],
)
def test_pages(serve: Callable[..., Any], origin: str, allowed: list[str], is_let_in: bool) -> None:
    client = serve(SPEC, origins=allowed).client
    asks = {"origin": origin, "access-control-request-method": "POST", "access-control-request-headers": "x-key"}
    asked = client.options("/cups", headers=asks)
    made = client.post("/cups", json={}, headers={"origin": origin})
    assert [asked.status_code, made.status_code] == ([200, 201] if is_let_in else [403, 403])
    assert len(client.get("/cups").json()) == is_let_in
    if is_let_in:
        assert [answer.headers["access-control-allow-origin"] for answer in (asked, made)] == [origin] * 2
        assert [answer.headers["access-control-allow-credentials"] for answer in (asked, made)] == ["true"] * 2
        assert asked.headers["access-control-allow-headers"] == "x-key"
        assert {"x-left", "location"} <= set(made.headers["access-control-expose-headers"].split(", "))
    else:
        assert "access-control-allow-origin" not in made.headers
        assert made.headers["x-qiyue-reason"] == "origin"


def test_a_page_of_the_mock_itself_needs_no_leave(serve: Callable[..., Any]) -> None:
    made = serve(SPEC).client.post("/cups", json={}, headers={"origin": "http://testserver"})
    assert (made.status_code, "access-control-allow-origin" in made.headers) == (201, False)


def test_refusals_can_be_read_by_a_page(serve: Callable[..., Any]) -> None:
    refused = serve(SPEC).client.post("/cups", content=b"{", headers={"origin": "http://localhost"})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (400, "http://localhost")


def test_what_is_no_page_is_not_asked_where_it_comes_from(serve: Callable[..., Any]) -> None:
    answer = serve(SPEC).client.get("/cups")
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]
