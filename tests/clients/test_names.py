"""Names that the document gives for callers."""

from collections.abc import Callable
from typing import Any

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
