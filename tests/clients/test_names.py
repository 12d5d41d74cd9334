"""Names that the document gives for callers."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from qiyue import drivers
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SPEC = """
paths:
  /teas/{tea_no}:
    get:
      operationId: queryTeaByNo
      x-qiyue-name: {resource: leaves, method: find}
      parameters:
        - {name: tea_no, in: path, required: true, x-qiyue-name: number, schema: {type: integer}}
        - {name: flagForAll, in: query, x-qiyue-name: is_whole, schema: {type: boolean}}
        - {name: X-House, in: header, x-qiyue-name: house, schema: {type: string}, x-qiyue-scope: {client: true}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/T_A1'}}}}}
components:
  schemas:
    T_A1: {type: object, x-qiyue-name: Leaf, properties: {name: {type: string}}}
"""


def test_resource_method_arguments_and_types(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = b'{"name": "green"}'
    made = make(SPEC)
    leaf = made.client(wire, house="east").leaves.find(number=5, is_whole=True)
    assert isinstance(leaf, made.models.Leaf)
    assert wire.url == "https://tea.example/teas/5?flagForAll=true"
    assert wire.sent[0].headers["x-house"] == "east"


PACKAGES = ["client", "async_client", "api_error", "literal", "unpack", "exception", "models", "absent", "x"]


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_of_any_name_has_a_client_and_its_errors(name: str, wire: Any) -> None:
    compiled = compile_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + SPEC)
    package = drivers.in_memory(generate(compiled.api, name, compiled.report), name)
    http = httpx2.Client(transport=httpx2.MockTransport(wire))
    with package.client(http_client=http, base_url="https://tea.example", house="east") as client:
        client.leaves.find(number=5)
    assert len(wire.sent) == 1
    assert issubclass(package.module.ApiError, Exception)
    assert issubclass(package.module.NotFoundError, package.module.ApiError)
