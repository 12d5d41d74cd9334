"""Declared answers of failures, as a caller of the generated client meets them."""

import pickle
from typing import Any

import httpx2
import pytest

from qiyue import drivers
from qiyue.diagnostics import Report
from qiyue.pipeline import compile_text
from qiyue.targets import python

DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: "1"}
servers: [{url: https://api.invalid}]
paths:
  /a:
    get:
      operationId: a
      x-qiyue-name: {resource: a, method: a}
      responses:
        "204": {description: done}
        "404": {description: none, content: {application/json: {schema: {$ref: "#/components/schemas/Missing"}}}}
        4XX: {description: bad, content: {application/problem+json: {schema: {$ref: "#/components/schemas/Bad"}}}}
        default:
          description: broken
          content: {application/json: {schema: {type: object, properties: {cause: {type: string}}}}}
  /file:
    get: {operationId: file, x-qiyue-name: {resource: a, method: file}, responses: {"302": {description: there}}}
  /page:
    get:
      operationId: page
      x-qiyue-name: {resource: a, method: page}
      responses: {"303": {description: there, content: {text/html: {}}}, "304": {description: as it was}}
components:
  schemas:
    Missing: {type: object, required: [error_code], properties: {error_code: {type: string}}}
    Bad: {type: object, properties: {title: {type: string}, amount: {type: number}}}
"""


@pytest.fixture(scope="module")
def package() -> drivers.Package:
    compiled = compile_text(DOCUMENT)
    return drivers.in_memory(python.generate(compiled.api, "refused", Report(), compiled.places.place), "refused")


def opened(package: drivers.Package, answer: httpx2.Response) -> Any:
    http_client = httpx2.Client(transport=httpx2.MockTransport(lambda _: answer))
    return package.client(http_client=http_client, max_retries=0)


@pytest.mark.parametrize(
    ("status", "body", "form", "code", "message"),
    [
        (404, {"error_code": "GONE", "error_message": "it went"}, "Missing", "GONE", "it went"),
        (422, {"title": "no", "amount": 1}, "Bad", None, "no"),
        (500, {"cause": "fire", "error": {"code": 7, "message": "burns"}}, "ADefaultError", 7, "burns"),
        (404, {"other": 1}, "dict", None, ""),
        (404, ["no"], "list", None, ""),
    ],
)
def test_the_body_of_an_error_has_the_type_that_is_declared_for_its_status(
    package: drivers.Package, status: int, body: Any, form: str, code: Any, message: str
) -> None:
    with (
        opened(package, httpx2.Response(status, json=body)) as client,
        pytest.raises(Exception, match="HTTP") as caught,
    ):
        client.a.a()
    error: Any = caught.value
    assert (error.status, error.code) == (status, code)
    assert type(error.body).__name__ == form or (form == "ADefaultError" and error.body.cause == "fire")
    assert message in error.message
    assert pickle.loads(pickle.dumps(error)).code == code


@pytest.mark.parametrize("call", ["file", "page"])
@pytest.mark.parametrize(
    ("location", "given"),
    [("https://files.invalid/a?b=c", "https://files.invalid/a?b=c"), ("/b.pdf", "https://api.invalid/b.pdf")],
)
def test_an_operation_that_redirects_gives_the_address(
    package: drivers.Package, call: str, location: str, given: str
) -> None:
    answer = httpx2.Response(302 if call == "file" else 303, headers={"location": location}, content=b"<a>")
    with opened(package, answer) as client:
        assert getattr(client.a, call)() == given


def test_a_redirect_to_nowhere_is_undecodable(package: drivers.Package) -> None:
    with opened(package, httpx2.Response(302)) as client, pytest.raises(Exception, match="does not say where"):
        client.a.file()


def test_what_did_not_change_gives_nothing(package: drivers.Package) -> None:
    with opened(package, httpx2.Response(304)) as client:
        assert client.a.page() is None
