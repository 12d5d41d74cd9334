from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

SPEC = """
paths:
  /report/{type}:
    get:
      operationId: report
      parameters:
        - {name: type, in: path, required: true, schema: {type: string}}
        - name: size
          in: query
          schema: {type: integer}
          examples: {large: {value: 100}, small: {value: 1}}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {type: object}
              examples:
                balance: {value: {kind: b}}
                profit: {value: {kind: p}}
                typed: {value: {type: cash, kind: c}}
                large: {value: {kind: l}}
                small: {value: {kind: s}}
  /first:
    get:
      operationId: first
      responses:
        "404": {description: x, content: {application/json: {example: {}}}}
        "201": {description: x, content: {application/json: {example: {n: 2}}}}
        "200": {description: x, content: {text/csv: {example: "a,b"}, application/json: {example: {n: 43.50}}}}
  /empty: {delete: {operationId: empty, responses: {"204": {description: x}}}}
  /none: {get: {operationId: none, responses: {}}}
  /range: {get: {operationId: range, responses: {2XX: {description: x, content: {"*/*": {schema: {type: string}}}}}}}
  /default: {get: {operationId: default, responses: {default: {description: x, content: {application/json: {}}}}}}
  /text:
    get:
      operationId: text
      responses: {"200": {description: x, content: {text/plain: {schema: {type: string, enum: [票]}}}}}
  /csv: {get: {operationId: csv, responses: {"200": {description: x, content: {text/csv: {example: "a,b"}}}}}}
  /png:
    get:
      operationId: png
      responses: {"200": {description: x, content: {image/png: {schema: {type: string, format: binary}}}}}
  /head:
    get:
      operationId: head
      responses:
        "200":
          description: x
          headers:
            X-Total: {required: true, schema: {type: integer, minimum: 3}}
            X-Other: {schema: {type: string}}
  /loop:
    get:
      operationId: loop
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}}
  /broken:
    get:
      operationId: broken
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {type: object, required: [a], properties: {a: {type: integer}}}
              examples: {bad: {value: {a: x}}, good: {value: {a: 7}}}
  /odd:
    get:
      operationId: odd
      responses: {"200": {description: x, content: {application/json: {schema: {not: {}}}}}}
components:
  schemas:
    Node:
      type: object
      required: [name]
      properties: {name: {type: string}, next: {$ref: "#/components/schemas/Node"}}
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/report/profit", "p"),
        ("/report/balance", "b"),
        ("/report/cash", "c"),
        ("/report/other", "b"),
        ("/report/other?size=1", "s"),
        ("/report/other?size=100", "l"),
    ],
)
def test_the_example_that_fits_the_request(serve: Callable[..., Any], path: str, kind: str) -> None:
    assert serve(SPEC).json("GET", path)["kind"] == kind


@pytest.mark.parametrize(
    ("method", "path", "status", "content_type", "content"),
    [
        ("GET", "/first", 200, "application/json", b'{"n":43.50}'),
        ("DELETE", "/empty", 204, None, b""),
        ("GET", "/none", 204, None, b""),
        ("GET", "/range", 200, "application/json", b'"text"'),
        ("GET", "/default", 200, "application/json", b"null"),
        ("GET", "/text", 200, "text/plain", "票".encode()),
        ("GET", "/csv", 200, "text/csv", b"a,b"),
        ("GET", "/loop", 200, "application/json", b'{"name":"text","next":{"name":"text"}}'),
        ("GET", "/broken", 200, "application/json", b'{"a":7}'),
    ],
)
def test_what_is_answered(
    serve: Callable[..., Any], method: str, path: str, status: int, content_type: str | None, content: bytes
) -> None:
    answer = serve(SPEC).client.request(method, path)
    assert (answer.status_code, answer.headers.get("content-type"), answer.content) == (status, content_type, content)


def test_a_file_is_of_its_type(serve: Callable[..., Any]) -> None:
    assert serve(SPEC).client.get("/png").content.startswith(b"\x89PNG")


def test_required_headers_are_sent(serve: Callable[..., Any]) -> None:
    headers = serve(SPEC).client.get("/head").headers
    assert (headers.get("x-total"), headers.get("x-other")) == ("3", None)


def test_examples_and_answers_that_break_their_schema_are_named(serve: Callable[..., Any]) -> None:
    assert serve(SPEC).gaps() == [
        ("mock-example", "the example 'bad' of broken breaks its schema; it is not answered"),
        ("mock-answer", "the mock's answer to odd breaks its schema; give an example"),
    ]


SCHEMAS = [
    "{type: object, required: [a], properties: {a: {type: string, pattern: '^[A-Z]{2}[0-9]{18}$'}}}",
    "{type: array, minItems: 2, items: {type: number, exclusiveMinimum: 0, multipleOf: 0.01}}",
    "{type: string, format: date-time}",
    "{allOf: [{type: object, required: [a], properties: {a: {const: 43.50}}}, {required: [b]}]}",
    "{oneOf: [{type: integer, minimum: 9}, {type: 'null'}]}",
    "{type: object, required: [u], properties: {u: {type: string, format: uuid}}, minProperties: 3}",
]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_answers_made_from_schemas_are_valid(serve: Callable[..., Any], schema: str) -> None:
    served = serve(f"""
paths:
  /x:
    get:
      operationId: a
      responses: {{"200": {{description: x, content: {{application/json: {{schema: {schema}}}}}}}}}
""")
    node = served.api.schema(served.api.operations[0].answers[0].media[0].type)
    assert Draft202012Validator(node, validate_formats=True).is_valid(served.json("GET", "/x"))
    assert served.gaps() == []


ENVELOPE = """
x-qiyue-envelope:
  answer:
    success: {all: [{at: /ok, is: true}, {at: /code, in: ["0", "1"]}, {any: [{at: /error, present: false}]}]}
paths:
  /x:
    get:
      operationId: a
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [ok, code, sum]
                properties: {ok: {type: boolean, enum: [false, true]}, code: {type: string}, sum: {const: 1.10}}
"""


def test_a_made_answer_says_success(serve: Callable[..., Any]) -> None:
    assert serve(ENVELOPE).json("GET", "/x") == {"ok": True, "code": "0", "sum": Decimal("1.10")}
