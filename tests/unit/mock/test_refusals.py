from collections.abc import Callable
from typing import Any

import pytest

from qiyue.api import Kind
from qiyue.mock.failure import Failure, Order

OBJECT = """
x-qiyue-envelope: {answer: {success: {at: /error, present: false}, code: /error/code, message: /error/message}}
x-qiyue-errors:
  at: /error/code
  codes:
    - {code: 400, kind: invalid-parameter, covers: [too-large], message: bad parameter, set: {/error/type: request}}
    - {code: 401, kind: bad-credential, covers: [missing-credential], message: who are you, status: 401}
components:
  securitySchemes: {key: {type: apiKey, in: query, name: key}}
  schemas:
    Error:
      type: object
      required: [error]
      properties:
        error:
          type: object
          required: [code, message, type]
          properties: {code: {type: integer}, message: {type: string}, type: {type: string}, hint: {type: string}}
security: [{key: []}]
paths:
  /x:
    get:
      operationId: a
      parameters:
        - {name: n, in: query, required: true, schema: {type: integer}}
      responses:
        "200": {description: x}
        "400": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
"""


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("GET", "/x?n=1&key=", 401, {"code": 401, "message": "who are you", "type": "text"}),
        ("GET", "/x?key=k&n=y", 400, {"code": 400, "message": "bad parameter", "type": "request"}),
        ("GET", "/x?key=k", 400, {"code": 400, "message": "missing-parameter", "type": "text"}),
        ("GET", "/nope", 404, {"code": 404, "message": "not-found", "type": "text"}),
        ("POST", "/x", 405, {"code": 405, "message": "not-found", "type": "text"}),
    ],
)
def test_an_error_object_with_its_status(
    serve: Callable[..., Any], method: str, path: str, status: int, error: Any
) -> None:
    answer = serve(OBJECT).client.request(method, path)
    assert (answer.status_code, answer.json()) == (status, {"error": error})
    assert answer.headers["content-type"] == "application/json"


def test_a_wrong_method_is_told_the_right_one(serve: Callable[..., Any]) -> None:
    assert serve(OBJECT).client.post("/x").headers["allow"] == "GET"


ENVELOPE = """
x-qiyue-envelope:
  answer:
    success: {all: [{at: /success, is: true}, {at: /code, is: 200}]}
    code: /code
    message: /msg
    payload: /data
x-qiyue-errors:
  at: /code
  check-order: [missing-parameter, bad-credential]
  codes:
    - {code: 200, kind: success, message: fine}
    - {code: 7001, kind: invalid-parameter, emit: false, message: an old synonym}
    - {code: 7002, kind: invalid-parameter, message: 参数错误}
    - {code: 7003, kind: missing-parameter, message: absent, set: {/data: {field: n}, "header:X-Code": 7003}}
    - {code: 7004, kind: bad-credential, covers: [missing-credential], message: key}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
security: [{key: []}]
paths:
  /x:
    get:
      operationId: a
      parameters: [{name: n, in: query, required: true, schema: {type: integer, minimum: 0}}]
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [success, code, msg]
                properties:
                  success: {type: boolean}
                  code: {type: integer}
                  msg: {type: string}
                  data: {type: object, required: [total], properties: {total: {type: number}}}
              example: {success: true, code: 200, msg: ok, data: {total: 12.50}}
"""


@pytest.mark.parametrize(
    ("query", "headers", "body"),
    [
        ("?n=1", {"x-key": "k"}, {"success": True, "code": 200, "msg": "ok", "data": {"total": 12.5}}),
        ("?n=x", {"x-key": "k"}, {"success": False, "code": 7002, "msg": "参数错误"}),
        ("?n=x", {}, {"success": False, "code": 7004, "msg": "key"}),
        ("?n=1", {}, {"success": False, "code": 7004, "msg": "key"}),
        ("", {"x-key": "k"}, {"success": False, "code": 7003, "msg": "absent", "data": {"field": "n"}}),
        ("", {}, {"success": False, "code": 7003, "msg": "absent", "data": {"field": "n"}}),
    ],
)
def test_a_code_inside_200(serve: Callable[..., Any], query: str, headers: dict[str, str], body: Any) -> None:
    answer = serve(ENVELOPE).client.get("/x" + query, headers=headers)
    assert (answer.status_code, answer.json()) == (200, body)
    assert answer.headers.get("x-code") == ("7003" if body["code"] == 7003 else None)


def test_where_the_table_has_no_row_the_answer_is_a_problem(serve: Callable[..., Any]) -> None:
    answer = serve(ENVELOPE).client.get("/nope")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json() == {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "not-found"}


PLAIN = """
paths:
  /nothing: {get: {operationId: a, parameters: [{name: n, in: query, required: true, schema: {}}], responses: {}}}
  /other:
    get:
      operationId: b
      parameters: [{name: n, in: query, required: true, schema: {}}]
      responses: {"422": {description: x, content: {application/json: {schema: {type: array}, example: [no]}}}}
  /text:
    get:
      operationId: c
      parameters: [{name: n, in: query, required: true, schema: {}}]
      responses: {default: {description: x, content: {text/plain: {schema: {type: string}}}}}
"""


@pytest.mark.parametrize(
    ("path", "status", "content_type", "text"),
    [
        ("/nothing", 400, "application/problem+json", '"title":"Bad Request"'),
        ("/other", 422, "application/json", '["no"]'),
        ("/text", 400, "text/plain", "missing-parameter"),
    ],
)
def test_documents_without_codes(
    serve: Callable[..., Any], path: str, status: int, content_type: str, text: str
) -> None:
    answer = serve(PLAIN).client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, content_type)
    assert text in answer.text


STATUS = """
x-qiyue-errors:
  at: status
  codes: [{code: 418, kind: missing-parameter, message: teapot}]
paths:
  /x: {get: {operationId: a, parameters: [{name: n, in: query, required: true, schema: {}}], responses: {}}}
"""


def test_a_code_that_is_the_status(serve: Callable[..., Any]) -> None:
    answer = serve(STATUS).client.get("/x")
    assert (answer.status_code, answer.json()["detail"]) == (418, "teapot")


EXAMPLES = """
x-qiyue-errors:
  at: /code
  codes: [{code: E1, kind: missing-parameter}, {code: E2, kind: invalid-parameter, message: own}]
paths:
  /x:
    get:
      operationId: a
      parameters: [{name: n, in: query, required: true, schema: {type: integer}}]
      responses:
        4XX:
          description: x
          content:
            application/json:
              schema: {type: object}
              examples: {two: {value: {code: E2, id: 2}}, one: {value: {code: E1, id: 1}}}
"""


@pytest.mark.parametrize(("query", "body"), [("", {"code": "E1", "id": 1}), ("?n=x", {"code": "E2", "id": 2})])
def test_the_example_of_the_code_is_taken(serve: Callable[..., Any], query: str, body: Any) -> None:
    answer = serve(EXAMPLES).client.get("/x" + query)
    assert (answer.status_code, answer.json()) == (400, body)


@pytest.mark.parametrize(
    ("kinds", "order", "chosen"),
    [
        (["invalid-parameter", "missing-credential"], [], "missing-credential"),
        (["invalid-parameter", "missing-parameter"], [], "missing-parameter"),
        (["missing-credential", "invalid-parameter"], ["invalid-parameter"], "invalid-parameter"),
        (["business", "not-found"], ["business"], "business"),
    ],
)
def test_what_is_checked_first_is_reported(kinds: list[str], order: list[str], chosen: str) -> None:
    found = Order([Kind(kind) for kind in order]).first([Failure(Kind(kind)) for kind in kinds])
    assert found == Failure(Kind(chosen))


def test_reasons_hold_no_values(serve: Callable[..., Any]) -> None:
    assert serve(OBJECT).reason("GET", "/x?key=k&n=secret") == "invalid-parameter query:n type"


def test_a_reason_is_always_a_legal_header(serve: Callable[..., Any]) -> None:
    served = serve("""
paths:
  /x: {get: {operationId: a, parameters: [{name: 数量, in: query, required: true, schema: {}}], responses: {}}}
""")
    assert served.reason("GET", "/x") == r"missing-parameter query:\u6570\u91cf required"


SPOTS = """
x-qiyue-envelope:
  answer: {success: {at: /error, present: false}, code: /error/code, message: /error/text, payload: /data}
x-qiyue-errors:
  check-order: [missing-parameter, bad-credential, invalid-parameter, business]
  codes:
    - {code: E1, kind: missing-parameter, spots: ["header:x-app", "query:at"], message: system}
    - {code: E2, kind: bad-credential, message: app}
    - {code: E3, kind: invalid-parameter, covers: [missing-parameter], message: own}
    - {code: E4, kind: invalid-parameter, spots: ["query:form"], message: form}
    - {code: fail, kind: business, at: /data/state, message-at: /data/why, message: refused}
x-qiyue-mock: {seed: {apps: [{app: demo}], teas: [{id: "1"}]}}
paths:
  /x:
    get:
      operationId: a
      parameters:
        - {name: x-app, in: header, required: true, schema: {type: string}}
        - {name: at, in: query, required: true, schema: {type: string}}
        - {name: form, in: query, schema: {enum: [json]}}
        - {name: size, in: query, required: true, schema: {type: integer}}
        - {name: tea, in: query, schema: {type: string}}
      x-qiyue-mock:
        do: answer
        rules:
          - exists: {at: "header:x-app", in: apps, by: /app, else: bad-credential}
          - exists: {at: "query:tea", in: teas, else: business}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                properties: {data: {type: object}, error: {type: object}}
                oneOf: [{required: [data]}, {required: [error]}]
              example: {data: {id: "1"}}
"""


@pytest.mark.parametrize(
    ("query", "app", "body"),
    [
        ("?at=1&size=1", "demo", {"data": {"id": "1"}}),
        ("?size=1", "demo", {"error": {"code": "E1", "text": "system"}}),
        ("?size=1", "other", {"error": {"code": "E1", "text": "system"}}),
        ("?at=1", "demo", {"error": {"code": "E3", "text": "own"}}),
        ("?at=1", "other", {"error": {"code": "E2", "text": "app"}}),
        ("?at=1&size=x", "demo", {"error": {"code": "E3", "text": "own"}}),
        ("?at=1&size=1&form=xml", "demo", {"error": {"code": "E4", "text": "form"}}),
        ("?at=1&size=1&tea=2", "demo", {"data": {"state": "fail", "why": "refused"}}),
    ],
)
def test_codes_for_spots_and_codes_at_a_place_of_their_own(
    serve: Callable[..., Any], query: str, app: str, body: Any
) -> None:
    answer = serve(SPOTS).client.get("/x" + query, headers={"x-app": app})
    assert (answer.status_code, answer.json()) == (200, body)


HEADERS = """
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  headers: {Trace: {required: true, schema: {type: integer, minimum: 5}}}
security: [{key: []}]
paths:
  /x:
    get:
      parameters: [{name: n, in: query, required: true, schema: {type: integer}}]
      responses:
        "200": {description: x}
        "401": {description: x, headers: {X-Trace: {$ref: "#/components/headers/Trace"}}}
        4XX:
          description: x
          headers: {X-Trace: {$ref: "#/components/headers/Trace"}, X-Other: {schema: {type: string}}}
          content: {application/json: {schema: {required: [Code], properties: {Code: {type: string}}}}}
"""


@pytest.mark.parametrize(
    ("headers", "status", "content"),
    [({}, 401, b""), ({"authorization": "Bearer k"}, 400, b'{"Code":"text"}')],
)
def test_a_refusal_has_the_headers_that_are_required_of_it_and_only_the_body_that_is_declared(
    serve: Callable[..., Any], headers: dict[str, str], status: int, content: bytes
) -> None:
    answer = serve(HEADERS).client.get("/x", headers=headers)
    assert (answer.status_code, answer.content) == (status, content)
    assert answer.headers["x-trace"] == "5"
    assert "x-other" not in answer.headers
    assert ("content-type" in answer.headers) == bool(content)


@pytest.mark.parametrize(
    ("declared", "location"),
    [
        ("{description: x}", "/"),
        ("{description: x, headers: {Location: {schema: {type: string, format: uri}}}}", "https://example.com/"),
    ],
)
def test_a_redirect_leads_somewhere(serve: Callable[..., Any], declared: str, location: str) -> None:
    served = serve(f'paths: {{/x: {{get: {{responses: {{"302": {declared}}}}}}}}}')
    answer = served.client.get("/x", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, location)
