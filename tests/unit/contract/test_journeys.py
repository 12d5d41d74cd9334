"""Checks that need more than one call, or look into a text, or at a credential: silent on a good server, each found on
one that breaks its promise."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qiyue import contract, mock
from qiyue.api import Api
from qiyue.contract.auth.credentials import mock_credentials
from qiyue.contract.generators.credential_mutations import mutate_credentials
from qiyue.contract.model.outcome import Outcome
from qiyue.pipeline import compile_text

SPEC = """
openapi: "3.1.0"
info: {title: Tern, version: "1"}
servers: [{url: "https://tern.invalid"}]
security: [{key: []}]
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, payload: /nest}}
x-qiyue-errors:
  at: /code
  check-order: [clock, bad-credential, not-found]
  codes:
    - {code: 1, kind: invalid-parameter, covers: [missing-parameter]}
    - {code: 2, kind: clock}
    - {code: 3, kind: bad-credential, covers: [missing-credential]}
    - {code: 4, kind: not-found}
x-qiyue-mock:
  seed: {nests: [{id: a, size: 1}, {id: b, size: 2}, {id: c, size: 3}, {id: d, size: 4}, {id: e, size: 5}]}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Nest:
      type: object
      required: [id, size]
      properties:
        id: {type: string}
        size: {type: integer}
        price: {type: number, format: decimal}
        note: {type: string, contentMediaType: application/json, contentSchema: {type: object, required: [a]}}
    One:
      type: object
      required: [code]
      properties: {code: {type: integer}, nest: {$ref: "#/components/schemas/Nest"}}
paths:
  /nests:
    post:
      operationId: build
      x-qiyue-safety: {live: write, idempotent: false}
      x-qiyue-mock: {store: nests, do: create, key: {at: /id, make: sequence}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Nest"}
            example: {id: x, size: 7, price: 1.50, note: '{"a": 1}'}
      responses: &one
        "200": {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/One"}}}}
    get:
      operationId: list
      x-qiyue-safety: {live: read, idempotent: true}
      x-qiyue-mock: {store: nests, do: list, rules: [{page: {}}]}
      x-qiyue-pagination: {style: page, page: "query:page", size: "query:size", total: /total, items: /rows}
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1}}
        - {name: size, in: query, schema: {type: integer, minimum: 1}}
      responses:
        "200":
          description: some
          content:
            application/json:
              schema:
                type: object
                required: [code, total, rows]
                properties:
                  code: {type: integer}
                  total: {type: integer}
                  rows: {type: array, items: {$ref: "#/components/schemas/Nest"}}
  /nests/{id}:
    get:
      operationId: find
      x-qiyue-safety: {live: read, idempotent: true}
      x-qiyue-mock: {store: nests, do: get, key: {at: /id, from: "path:id"}}
      parameters: [{name: id, in: path, required: true, schema: {type: string}, example: a}]
      responses: *one
"""
Change: TypeAlias = Callable[[str, Any], Any]
"""From a path and a body to another body."""


class Changed:
    """A server whose answers are changed on their way out."""

    def __init__(self, inner: ASGIApp, change: Change) -> None:
        self.inner, self.change = inner, change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self.inner(scope, receive, hold)
        body = json.loads(held[1]["body"], parse_float=Decimal)
        content = json.dumps(self.change(scope["path"], body), default=float).encode()
        headers = [(name, value) for name, value in held[0]["headers"] if name != b"content-length"]
        await send({**held[0], "headers": headers})
        await send({"type": "http.response.body", "body": content})


def in_doubles(path: str, body: Any) -> Any:
    """Numbers go through a double."""
    nest = body.get("nest", {})
    return {**body, "nest": {name: float(v) if isinstance(v, int | Decimal) else v for name, v in nest.items()}}


def repeated() -> Change:
    """Every page is the first one."""
    first: dict[int, Any] = {}
    return lambda _, body: (
        {**body, "rows": first.setdefault(len(body["rows"]), body["rows"])} if "rows" in body else body
    )


def counting() -> Change:
    """Every object that is found is another one."""
    seen: list[str] = []

    def change(path: str, body: Any) -> Any:
        seen.append(path)
        return (
            {**body, "nest": {**body["nest"], "id": f"{len(seen)}"}} if "/nests/" in path and "nest" in body else body
        )

    return change


def note(text: str) -> Change:
    return lambda _, body: {**body, "nest": {**body["nest"], "note": text}} if "nest" in body else body


CHANGES: dict[str, tuple[str, Change]] = {
    "numbers go through doubles": ("kept", in_doubles),
    "every page is the first": ("pages", repeated()),
    "a page has an item too many": (
        "pages",
        lambda _, body: {**body, "rows": body["rows"] + body["rows"][:1]} if "rows" in body else body,
    ),
    "a page lacks an item": ("pages", lambda _, body: {**body, "rows": body["rows"][1:]} if "rows" in body else body),
    "what is found changes": ("idempotent", counting()),
    "a text is no JSON": ("embedded", note("{")),
    "a text holds other JSON": ("embedded", note("{}")),
}


@pytest.fixture(scope="module")
def tern() -> Api:
    return compile_text(SPEC).api


def run(api: Api, app: ASGIApp) -> Outcome:
    return contract.run(api, app=app, clock=contract.ControlledClock(), phases=("examples", "stateful"))


def server(api: Api) -> ASGIApp:
    return mock.app(api, accepted=mock_credentials(api), clock=contract.ControlledClock())


def test_a_good_server_is_green(tern: Api) -> None:
    outcome = run(tern, server(tern))
    assert list(outcome.reasons()) == []
    assert [each.cases > 1 for each in outcome.tested] == [True, True, True]


@pytest.mark.parametrize("name", CHANGES)
def test_a_broken_promise_is_found(tern: Api, name: str) -> None:
    check, change = CHANGES[name]
    assert check in {failure.check for failure in run(tern, Changed(server(tern), change)).failures}


def test_credentials_are_wrong_in_every_form(tern: Api) -> None:
    forms = [about for about, _, _ in mutate_credentials(tern, tern.operation("list"))]
    assert len(forms) == len(set(forms)) == 10
    assert contract.run(tern, operations=["list"], phases=["coverage"], max_cases=40).green
