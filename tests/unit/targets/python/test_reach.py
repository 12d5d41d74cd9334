"""``models.py`` has what a caller can meet, and every component."""

import re

from qiyue.diagnostics import Report
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SPEC = """
openapi: 3.1.0
info: {title: Tea, version: "1"}
paths:
  /spread:
    post:
      operationId: spread
      requestBody: {required: true, content: {application/json: {schema: {properties: {leaf: {properties: {a: {}}}}}}}}
      responses:
        400: {description: no, content: {application/json: {schema: {properties: {why: {properties: {a: {}}}}}}}}
  /whole:
    post:
      operationId: whole
      requestBody: {content: {application/json: {schema: {type: array, items: {properties: {a: {}}}}}}}
      responses:
        200:
          description: ok
          content: {application/json: {schema: {properties: {cup: {$ref: '#/components/schemas/Pot'}}}}}
  /named:
    post:
      operationId: named
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    Order: {properties: {a: {}}}
    Pot: {oneOf: [{properties: {k: {const: a}}, required: [k]}, {properties: {k: {const: b}}, required: [k]}]}
    Alone: {properties: {inner: {properties: {alias: {}, tagged: {}}}}}
"""


def test_what_no_caller_meets_is_not_written() -> None:
    files = {file.path: file.content.decode() for file in generate(compile_text(SPEC).api, "tea", Report())}
    assert set(re.findall(r"^class (\w+)", files["tea/models.py"], re.MULTILINE)) == {
        "SpreadRequestLeaf", "SpreadResponse400", "SpreadResponse400Why",
        "WholeRequestItem", "WholeResponse", "Order", "PotA", "PotB", "Alone", "AloneInner"
    }  # fmt: skip
    assert "\nPot: TypeAlias" in files["tea/models.py"]
