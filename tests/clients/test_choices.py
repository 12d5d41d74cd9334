"""Where a document leaves a choice, client and mock choose alike; and a code is a code in either form."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from qiyue import mock
from qiyue.api import Api
from qiyue.base.media import preferred
from qiyue.contract.http.asgi_transport import ASGITransport as Server
from qiyue.pipeline import compile_text

HEAD = """
openapi: 3.1.0
info: {title: Tea House, version: "1.2"}
servers: [{url: https://tea.example}]
"""
OBJECT = "{type: object, required: [name], properties: {name: {type: string}}}"
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
WHOLE = ("text/plain", "application/octet-stream")
BODIES = [
    ((PARTS, "application/vnd.api+json"), "application/vnd.api+json"),
    ((PARTS, FORM), FORM),
    ((PARTS, FORM, "application/problem+json", "application/json"), "application/json"),
    (("text/plain", PARTS), PARTS),
    (("text/plain", "application/octet-stream"), "text/plain"),
    (("application/octet-stream", "text/plain"), "application/octet-stream"),
]


def sends(types: tuple[str, ...]) -> str:
    content = ", ".join(
        f"{each}: {{schema: {OBJECT if 'plain' not in each and 'octet' not in each else '{}'}}}" for each in types
    )
    return f"""
paths:
  /a:
    post:
      operationId: send
      tags: [teas]
      requestBody: {{required: true, content: {{{content}}}}}
      responses: {{'204': {{description: sent}}}}
"""


@pytest.mark.parametrize(("types", "wanted"), BODIES, ids=lambda value: value if isinstance(value, str) else None)
def test_the_client_sends_what_comes_first(
    make: Callable[[str], Any], wire: Any, types: tuple[str, ...], wanted: str
) -> None:
    api = compile_text(HEAD + sends(types)).api
    assert preferred(api.operations[0].body.media).content_type == wanted  # type: ignore[union-attr]
    wire.status, wire.content = 204, b""
    teas = make(sends(types)).client(wire).teas
    teas.send(**({"name": "x"} if wanted not in WHOLE else {"body": b"x"}))
    assert wire.sent[-1].headers["Content-Type"].partition(";")[0] == wanted


def answer(api: Api, request: httpx2.Request) -> httpx2.Response:
    server = Server(mock.app(api))
    try:
        return server.send(request)
    finally:
        server.close()


@pytest.mark.parametrize(
    ("types", "content", "status"),
    [
        ((PARTS, "application/vnd.api+json"), b'{"name": "x"}', 204),
        ((PARTS, "application/vnd.api+json"), b"name=x", 400),
        ((PARTS, FORM), b"name=x", 204),
        ((PARTS, FORM), b"nothing=x", 400),
        ((PARTS, "text/plain"), b"x", 400),
        (("text/plain", "application/octet-stream"), b"x", 204),
    ],
)
def test_the_mock_reads_a_body_of_no_type_as_the_client_would_send_it(
    types: tuple[str, ...], content: bytes, status: int
) -> None:
    request = httpx2.Request("POST", "https://tea.example/a", content=content)
    assert answer(compile_text(HEAD + sends(types)).api, request).status_code == status


def gives(answers: dict[str, str]) -> str:
    told = ", ".join(
        f"'{status}': {{description: x, content: {{application/json: {{schema: {{const: {text}}}}}}}}}"
        for status, text in answers.items()
    )
    return f"paths: {{/a: {{get: {{operationId: get, tags: [teas], responses: {{{told}}}}}}}}}\n"


@pytest.mark.parametrize(
    ("answers", "status", "succeeds"),
    [
        (("302", "default"), 200, True),
        (("302", "default"), 302, False),
        (("302",), 302, True),
        (("302", "404"), 302, True),
        (("302", "200"), 302, False),
        (("default", "2XX"), 201, True),
    ],
)
def test_a_redirect_is_a_success_only_where_nothing_else_is(
    make: Callable[[str], Any], wire: Any, answers: tuple[str, ...], status: int, succeeds: bool
) -> None:
    made = make(gives(dict.fromkeys(answers, "told")))
    wire.status, wire.content = status, b'"told"'
    if succeeds:
        assert made.client(wire).teas.get() == "told"
    else:
        with pytest.raises(made.module.ServerError):
            made.client(wire).teas.get()


def test_the_mock_answers_with_what_the_client_takes_for_a_success() -> None:
    api = compile_text(HEAD + gives({"302": "moved", "default": "told"})).api
    response = answer(api, httpx2.Request("GET", "https://tea.example/a"))
    assert (response.status_code, response.json()) == (200, "told")


CODES = """
paths:
  /a:
    get:
      operationId: byTest
      tags: [teas]
      x-qiyue-envelope: {answer: {success: {at: /code, is: 200}, code: /code}}
      responses: &told {'200': {description: told, content: {application/json: {schema: {type: object}}}}}
  /b:
    get:
      operationId: byTable
      tags: [teas]
      x-qiyue-envelope: {answer: {code: /code}}
      x-qiyue-errors: {codes: [{code: "200", kind: success}, {code: 404, kind: not-found}]}
      responses: *told
"""


@pytest.mark.parametrize(
    ("method", "code", "deviations"),
    [
        ("by_test", "200", []),
        ("by_test", "200.0", []),
        ("by_test", '"200"', [("/code", "type")]),
        ("by_table", '"200"', []),
        ("by_table", "200", [("/code", "type")]),
    ],
)
def test_a_code_in_another_form_is_one_code_and_a_deviation(
    make: Callable[[str], Any], wire: Any, method: str, code: str, deviations: list[tuple[str, str]]
) -> None:
    wire.content = b'{"code": %s}' % code.encode()
    raw = getattr(make(CODES).client(wire).teas.with_raw_response, method)
    assert [(each.pointer, each.rule) for each in raw().deviations] == deviations


def test_a_code_of_failure_may_be_a_text(make: Callable[[str], Any], wire: Any) -> None:
    made = make(CODES)
    wire.content = b'{"code": "404"}'
    with pytest.raises(made.module.NotFoundError):
        made.client(wire).teas.by_table()
