from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from qiyue import pipeline
from qiyue.base.media import essence
from qiyue.diagnostics import Report
from qiyue.mock.incoming import Incoming
from qiyue.mock.parameters import Parameters
from qiyue.mock.schemas import Schemas

LIST = "{type: array, items: {type: integer}}"
OBJECT = "{type: object, properties: {r: {type: integer}, g: {type: number}}}"


def read(declared: str, query: str = "", path: str = "", header: str = "") -> tuple[Any, list[str]]:
    place = "/x/{v}" if "in: path" in declared else "/x"
    text = f"""
openapi: "3.1.0"
info: {{title: T, version: "1"}}
paths:
  {place}: {{get: {{operationId: a, parameters: [{{name: v, {declared}}}], responses: {{}}}}}}
"""
    api = pipeline.compile_text(text).api
    pairs = tuple((name, value) for name, _, value in (part.partition("=") for part in query.split("&") if part))
    incoming = Incoming("GET", "/", pairs, {"v": header} if header else {}, {"v": header} if header else {}, b"")
    operation = api.operations[0]
    values, failures = Parameters(operation, Schemas(api, "request", Report())).read(
        incoming, {"v": path} if path else {}
    )
    return next(iter(values.values()), None), [failure.reason for failure in failures]


@pytest.mark.parametrize(
    ("declared", "sent", "value"),
    [
        ("in: query, schema: {type: string}", {"query": "v=a%20b+c"}, "a b c"),
        ("in: query, schema: {type: string}", {"query": "v=12"}, "12"),
        ("in: query, schema: {type: integer}", {"query": "v=12"}, 12),
        ("in: query, schema: {type: [integer, 'null']}", {"query": "v="}, None),
        ("in: query, schema: {type: number}", {"query": "v=12.50"}, Decimal("12.50")),
        ("in: query, schema: {type: boolean}", {"query": "v=true"}, True),
        ("in: query, schema: {enum: [1, 2]}", {"query": "v=2"}, 2),
        ("in: query, schema: {anyOf: [{type: integer}, {type: string}]}", {"query": "v=x"}, "x"),
        (f"in: query, schema: {LIST}", {"query": "v=1&v=2"}, [1, 2]),
        (f"in: query, explode: false, schema: {LIST}", {"query": "v=1,2"}, [1, 2]),
        (
            "in: query, explode: false, schema: {type: array, items: {type: string}}",
            {"query": "v=a%2Cb,c"},
            ["a,b", "c"],
        ),
        (f"in: query, style: spaceDelimited, explode: false, schema: {LIST}", {"query": "v=1%202"}, [1, 2]),
        (f"in: query, style: pipeDelimited, explode: false, schema: {LIST}", {"query": "v=1%7C2"}, [1, 2]),
        (f"in: query, schema: {OBJECT}", {"query": "r=1&g=2.0"}, {"r": 1, "g": Decimal("2.0")}),
        (f"in: query, explode: false, schema: {OBJECT}", {"query": "v=r,1,g,2"}, {"r": 1, "g": 2}),
        (f"in: query, style: deepObject, schema: {OBJECT}", {"query": "v[r]=1&v[g]=2"}, {"r": 1, "g": 2}),
        (f"in: query, content: {{application/json: {{schema: {OBJECT}}}}}", {"query": "v=%7B%22r%22:1%7D"}, {"r": 1}),
        (f"in: path, required: true, schema: {LIST}", {"path": "1,2"}, [1, 2]),
        (f"in: path, required: true, style: label, schema: {LIST}", {"path": ".1,2"}, [1, 2]),
        (f"in: path, required: true, style: label, explode: true, schema: {LIST}", {"path": ".1.2"}, [1, 2]),
        (f"in: path, required: true, style: matrix, schema: {LIST}", {"path": ";v=1,2"}, [1, 2]),
        (f"in: path, required: true, style: matrix, explode: true, schema: {LIST}", {"path": ";v=1;v=2"}, [1, 2]),
        (
            f"in: path, required: true, style: matrix, explode: true, schema: {OBJECT}",
            {"path": ";r=1;g=2"},
            {"r": 1, "g": 2},
        ),
        ("in: path, required: true, schema: {type: string}", {"path": "a%2Fb"}, "a/b"),
        (f"in: header, schema: {LIST}", {"header": "1, 2"}, [1, 2]),
        (f"in: header, explode: true, schema: {OBJECT}", {"header": "r=1,g=2"}, {"r": 1, "g": 2}),
        ("in: cookie, schema: {type: integer}", {"header": "7"}, 7),
    ],
)
def test_every_style_is_read(declared: str, sent: dict[str, str], value: Any) -> None:
    assert read(declared, **sent) == (value, [])


@pytest.mark.parametrize(
    ("declared", "sent", "reason"),
    [
        ("in: query, required: true, schema: {type: string}", {}, "missing-parameter query:v required"),
        ("in: header, required: true, schema: {type: string}", {}, "missing-parameter header:v required"),
        ("in: query, schema: {type: integer}", {"query": "v=1.5"}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: integer}", {"query": "v="}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: integer}", {"query": "v=%EF%BC%91"}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: boolean}", {"query": "v=True"}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: number}", {"query": "v=1e99999999999999999999"}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: number}", {"query": "v=NaN"}, "invalid-parameter query:v type"),
        ("in: query, schema: {type: integer, maximum: 9}", {"query": "v=10"}, "invalid-parameter query:v maximum"),
        (
            "in: query, schema: {type: string, format: date}",
            {"query": "v=2024-02-30"},
            "invalid-parameter query:v format",
        ),
        (f"in: query, schema: {LIST}", {"query": "v=1&v=x"}, "invalid-parameter query:v/1 type"),
        ("in: query, content: {application/json: {schema: {}}}", {"query": "v=%7B"}, "invalid-parameter query:v json"),
    ],
)
def test_wrong_values_are_named(declared: str, sent: dict[str, str], reason: str) -> None:
    assert read(declared, **sent)[1] == [reason]


def test_what_cannot_be_sent_as_a_parameter_is_not_missed(serve: Callable[..., Any]) -> None:
    served = serve("""
paths:
  /x:
    get:
      operationId: a
      parameters:
        - {name: Accept, in: header, required: true, schema: {type: integer}}
        - {name: not-in-the-path, in: path, required: true, schema: {type: integer}}
      responses: {"200": {description: x}}
""")
    assert served.reason("GET", "/x") == ""


def test_essence() -> None:
    assert essence("Text/HTML; charset=x") == "text/html"
