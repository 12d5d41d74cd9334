"""What a client makes of odd answers: silent on a good client, found on one that loses them or hides refusals."""

from collections.abc import Callable
from typing import Any, TypeAlias

import httpx2
import pytest
from starlette.types import ASGIApp

from qiyue.api import Api
from qiyue.base import json
from qiyue.contract.client.response_tolerance import ResponseTolerance
from qiyue.contract.http.asgi_transport import ASGITransport
from qiyue.diagnostics import Report
from qiyue.drivers import CallOutcome
from qiyue.drivers.telling import tell_failure
from qiyue.mock.schemas import Schemas
from qiyue.mutation.api_changes import decimals_to_floats
from qiyue.pipeline import compile_text
from qiyue.runtime.errors import ClientError, ConflictError, ServerError, UndecodableError

SPEC = """
openapi: "3.1.0"
info: {title: Wren, version: "1"}
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, message: /words}}
x-qiyue-errors: {at: /code, codes: [{code: 7, kind: conflict, message: already sung}]}
paths:
  /songs:
    get:
      operationId: sing
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema:
                type: object
                required: [code]
                properties:
                  code: {type: integer}
                  words: {type: string}
                  pitch: {type: string, enum: [high, low]}
                  length: {type: number}
                  number: {type: integer, format: int64}
                  note: {type: string}
"""
MEMBERS = {"code", "words", "pitch", "length", "number", "note"}
Client: TypeAlias = Callable[[httpx2.Response], Any]
"""Gives what it made of an answer, or raises."""


def told(api: Api, client: Client) -> list[str]:
    """Give what is said of a client."""

    def call(app: ASGIApp) -> CallOutcome:
        wire = ASGITransport(app)
        try:
            return CallOutcome(returned=client(wire.send(httpx2.Request("GET", "http://wren.invalid/songs"))))
        except ClientError as error:
            return CallOutcome(raised=tell_failure(error))
        finally:
            wire.close()

    content = b'{"code":0,"pitch":"low","length":12.5,"number":7,"note":"x"}'
    answer = httpx2.Response(200, headers={"content-type": "application/json"}, content=content)
    return [
        problem.message
        for problem in ResponseTolerance(api, Schemas(api, "answer", Report())).problems(
            api.operation("sing"), answer, call
        )
    ]


def good(response: httpx2.Response) -> Any:
    if response.status_code >= 500:
        raise ServerError("down")
    try:
        body: Any = json.loads(response.content)
    except json.JsonError as error:
        raise UndecodableError(str(error)) from None
    if body["code"] == 7:
        raise ConflictError(body["words"])
    return body


def strict(response: httpx2.Response) -> Any:
    body = good(response)
    if set(body) - MEMBERS or body["pitch"] not in ("high", "low"):
        raise UndecodableError("unknown")
    return body


def closed(response: httpx2.Response) -> Any:
    return {name: value for name, value in good(response).items() if name in MEMBERS}


def inexact(response: httpx2.Response) -> Any:
    return decimals_to_floats(good(response))


def hiding(response: httpx2.Response) -> Any:
    try:
        return good(response)
    except ConflictError:
        raise ConflictError("it was refused") from None


@pytest.fixture(scope="module")
def api() -> Api:
    return compile_text(SPEC).api


CLIENTS: dict[str, tuple[Client, list[str]]] = {
    "a good one is not blamed": (good, []),
    "it loses an answer": (
        strict,
        [
            "For a field that nobody declared the client raised undecodable, where it can be read.",
            "For an unknown value of an enumeration the client raised undecodable, where it can be read.",
            "For null where a value may be missing the client raised undecodable, where it can be read.",
            "For an object where a value may be missing the client raised undecodable, where it can be read.",
        ],
    ),
    "it loses a field": (closed, ["Of a field that nobody declared the client gave something else than was answered."]),
    "it reads numbers as doubles": (
        inexact,
        [
            "Of an amount that no double holds the client gave something else than was answered.",
            "Of an id that no double holds the client gave something else than was answered.",
        ],
    ),
    "it hides the words of a refusal": (
        hiding,
        [
            "For the code 7 the client does not tell what the server said.",
            "For the code 7 beside odd fields the client does not tell what the server said.",
        ],
    ),
}


@pytest.mark.parametrize("name", CLIENTS)
def test_what_is_said_of_a_client(api: Api, name: str) -> None:
    client, said = CLIENTS[name]
    assert told(api, client) == said


def test_a_refusal_that_is_not_heard_is_told(api: Api) -> None:
    assert told(api, lambda _: {"code": 0})[-5:] == [
        "For JSON that is cut off the client raised nothing, where undecodable is right.",
        "For nothing where a body is promised the client raised nothing, where undecodable is right.",
        "For a gateway that is down the client raised nothing, where server is right.",
        "For the code 7 the client raised nothing, where conflict is right.",
        "For the code 7 beside odd fields the client raised nothing, where conflict is right.",
    ]
