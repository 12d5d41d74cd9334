"""What a client makes of odd answers: silent on a good client, found on one that loses them or hides refusals."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from starlette.types import ASGIApp

from qiyue.api import Api
from qiyue.contract.heard import Twists
from qiyue.contract.wire import Wire
from qiyue.pipeline import compile_text
from qiyue.runtime import json
from qiyue.runtime.errors import ApiError, UndecodableError

SPEC = """
openapi: "3.1.0"
info: {title: Wren, version: "1"}
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code}}
x-qiyue-errors: {at: /code, codes: [{code: 7, kind: conflict}]}
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
                properties: {code: {type: integer}, pitch: {type: string, enum: [high, low]}}
"""


def told(api: Api, client: Callable[[httpx2.Response], Exception | None]) -> list[str]:
    """Give what is said of a client that makes something of an answer."""

    def call(app: ASGIApp) -> Exception | None:
        wire = Wire(app)
        try:
            return client(wire.send(httpx2.Request("GET", "http://wren.invalid/songs")))
        finally:
            wire.close()

    answer = httpx2.Response(200, headers={"content-type": "application/json"}, content=b'{"code":0,"pitch":"low"}')
    return [problem.message for problem in Twists(api).problems(api.operation("sing"), answer, call)]


def good(response: httpx2.Response, known: tuple[str, ...] = ()) -> Exception | None:
    try:
        body: Any = json.loads(response.content)
    except json.JsonError as error:
        return UndecodableError(str(error))
    if body["code"] == 7:
        return ApiError("no", kind="conflict")
    unknown = known and (set(body) - {"code", "pitch"} or body["pitch"] not in known)
    return UndecodableError("unknown") if unknown else None


def strict(response: httpx2.Response) -> Exception | None:
    return good(response, ("high", "low"))


@pytest.fixture(scope="module")
def api() -> Api:
    return compile_text(SPEC).api


def test_a_good_client_is_not_blamed(api: Api) -> None:
    assert told(api, good) == []


def test_an_answer_that_is_lost_is_told(api: Api) -> None:
    assert told(api, strict) == [
        "For a field that nobody declared the client raised undecodable, where it can be read.",
        "For an unknown value of an enumeration the client raised undecodable, where it can be read.",
    ]


def test_a_refusal_that_is_hidden_is_told(api: Api) -> None:
    assert told(api, lambda _: None) == [
        "For a page of HTML the client raised nothing, where undecodable is right.",
        "For JSON that is cut off the client raised nothing, where undecodable is right.",
        "For the code 7 the client raised nothing, where conflict is right.",
    ]
