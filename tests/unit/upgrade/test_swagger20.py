"""Swagger 2.0 in 3.0 form: a fragment in, the fragment that stands for it out, and where each value was written."""

from typing import Any

import pytest

from qiyue.api import Api
from qiyue.diagnostics import Report
from qiyue.pipeline import compile_file, compile_text
from qiyue.source import Places, read_text
from qiyue.upgrade.swagger20 import upgrade_20
from qiyue.upgrade.version import SWAGGER_20
from qiyue.values import thaw

STRING = {"type": "string"}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"


def upgraded(data: Any) -> tuple[Any, Report]:
    before, report = thaw(data), Report()
    places = Places.of(read_text("swagger: '2.0'", "a.yaml").source)
    after, _ = upgrade_20(data, SWAGGER_20, places, report)
    assert data == before
    return after, report


def document(**members: Any) -> Any:
    return {"swagger": "2.0", **members}


def operation(told: Any, **members: Any) -> Any:
    after, _ = upgraded(document(paths={"/a": {"post": told}}, **members))
    return after["paths"]["/a"]["post"]


def array(location: str, separator: str | None = None) -> Any:
    return {
        "name": "a",
        "in": location,
        "type": "array",
        "items": STRING,
        **({"collectionFormat": separator} if separator else {}),
    }


LIST = {"type": "array", "items": STRING}
PARAMETERS: list[tuple[Any, Any]] = [
    ({"name": "a", "in": "query", "type": "string"}, {"name": "a", "in": "query", "schema": STRING}),
    (
        {"name": "a", "in": "path", "required": True, "type": "integer", "format": "int64", "maximum": 9},
        {"name": "a", "in": "path", "required": True, "schema": {"type": "integer", "format": "int64", "maximum": 9}},
    ),
    (
        {"name": "a", "in": "query", "type": "string", "x-nullable": True, "x-example": "b", "x-of-mine": 1},
        {"name": "a", "in": "query", "schema": {**STRING, "nullable": True}, "example": "b", "x-of-mine": 1},
    ),
    (
        {"name": "a", "in": "query", "type": "string", "enum": ["b"], "x-enum-varnames": ["Bee"]},
        {"name": "a", "in": "query", "schema": {**STRING, "enum": ["b"], "x-enum-varnames": ["Bee"]}},
    ),
    ({"name": "a", "in": "query", "schema": STRING}, {"name": "a", "in": "query", "schema": STRING}),
    (array("query"), {"name": "a", "in": "query", "schema": LIST, "explode": False}),
    (array("query", "multi"), {"name": "a", "in": "query", "schema": LIST, "explode": True}),
    (array("query", "ssv"), {"name": "a", "in": "query", "schema": LIST, "explode": False, "style": "spaceDelimited"}),
    (array("query", "pipes"), {"name": "a", "in": "query", "schema": LIST, "explode": False, "style": "pipeDelimited"}),
    (array("header"), {"name": "a", "in": "header", "schema": LIST}),
]


@pytest.mark.parametrize(("old", "new"), PARAMETERS)
def test_a_parameter(old: Any, new: Any) -> None:
    assert operation({"parameters": [old]})["parameters"] == [new]
    after, _ = upgraded(document(parameters={"p": old}))
    assert after["components"]["parameters"]["p"] == new


@pytest.mark.parametrize(
    "old",
    [
        array("query", "tsv"),
        array("header", "pipes"),
        {"name": "a", "in": "query", "type": "array", "items": {**LIST, "collectionFormat": "ssv"}},
    ],
)
def test_a_list_that_3_0_cannot_write_is_a_gap(old: Any) -> None:
    _, report = upgraded(document(paths={"/a": {"get": {"parameters": [old]}}}))
    assert [(each.code, each.severity.value) for each in report] == [("odd-style", "gap")]


def form(schema: Any, media: str = FORM, **rest: Any) -> Any:
    return {"content": {media: {"schema": {"type": "object", **schema}, **rest}}}


def field(name: str, **members: Any) -> Any:
    return {"name": name, "in": "formData", "type": "string", **members}


BODIES: list[tuple[Any, Any]] = [
    ({"parameters": [{"name": "b", "in": "body", "schema": STRING}]}, {"content": {JSON: {"schema": STRING}}}),
    (
        {
            "consumes": ["text/plain", JSON],
            "parameters": [{"name": "b", "in": "body", "required": True, "description": "d", "schema": STRING}],
        },
        {"description": "d", "content": {"text/plain": {"schema": STRING}, JSON: {"schema": STRING}}, "required": True},
    ),
    ({"parameters": [field("f")]}, form({"properties": {"f": STRING}})),
    (
        {"parameters": [field("f", required=True, description="d"), field("g")]},
        {
            **form({"properties": {"f": {**STRING, "description": "d"}, "g": STRING}, "required": ["f"]}),
            "required": True,
        },
    ),
    (
        {"consumes": [FORM], "parameters": [field("f", type="file")]},
        form({"properties": {"f": {"type": "string", "format": "binary"}}}, PARTS),
    ),
    (
        {"parameters": [field("f", type="array", items=STRING, collectionFormat="multi")]},
        form({"properties": {"f": LIST}}, encoding={"f": {"style": "form", "explode": True}}),
    ),
    (
        {"parameters": [field("f", type="array", items=STRING)]},
        form({"properties": {"f": LIST}}, encoding={"f": {"style": "form", "explode": False}}),
    ),
]


@pytest.mark.parametrize(("old", "new"), BODIES)
def test_a_body(old: Any, new: Any) -> None:
    found = operation(old)
    assert found["requestBody"] == new
    assert found.keys() == {"requestBody"}
    shared = document(parameters={"p": old["parameters"][0]}, paths={"/a": {"post": {"parameters": [{}]}}})
    shared["paths"]["/a"]["post"] = {**old, "parameters": [{"$ref": "#/parameters/p"}, *old["parameters"][1:]]}
    after, _ = upgraded(shared)
    assert after["paths"]["/a"]["post"]["requestBody"] == new
    assert after["components"]["parameters"] == {}


def test_a_body_of_the_path_goes_into_each_operation_that_has_none() -> None:
    shared, own = ({"name": name, "in": "body", "schema": {"title": name}} for name in "sb")
    query = {"name": "q", "in": "query", "type": "string"}
    path = {"parameters": [shared, query], "post": {}, "put": {"parameters": [own]}}
    after, _ = upgraded(document(paths={"/a": path}))
    found = after["paths"]["/a"]
    assert found["parameters"] == [{"name": "q", "in": "query", "schema": STRING}]
    assert [found[method]["requestBody"]["content"][JSON]["schema"]["title"] for method in ("post", "put")] == [
        "s",
        "b",
    ]


def test_two_bodies_are_a_gap() -> None:
    body = {"name": "b", "in": "body", "schema": STRING}
    _, report = upgraded(document(paths={"/a": {"post": {"parameters": [body, {**body, "name": "c"}]}}}))
    assert [(each.code, each.severity.value) for each in report] == [("odd-shape", "gap")]


RESPONSES: list[tuple[Any, Any]] = [
    ({"description": "d"}, {"description": "d"}),
    ({"schema": STRING}, {"content": {"text/csv": {"schema": STRING}}}),
    ({"schema": {"type": "file"}}, {"content": {"text/csv": {"schema": {"type": "string", "format": "binary"}}}}),
    ({"schema": STRING, "examples": {JSON: 1}}, {"content": {"text/csv": {"schema": STRING, "example": 1}}}),
    ({"examples": {JSON: 1}}, {"content": {JSON: {"example": 1}}}),
    (
        {"headers": {"X": {"type": "array", "items": STRING, "description": "d"}}},
        {"headers": {"X": {"schema": LIST, "description": "d"}}},
    ),
]


@pytest.mark.parametrize(("old", "new"), RESPONSES)
def test_a_response(old: Any, new: Any) -> None:
    assert operation({"produces": ["text/csv"], "responses": {"200": old}}) == {"responses": {"200": new}}
    assert operation({"responses": {"200": old}}, produces=["text/csv"]) == {"responses": {"200": new}}
    after, _ = upgraded(document(responses={"R": old}, produces=["text/csv"]))
    assert after["components"]["responses"]["R"] == new


SCHEMAS: list[tuple[Any, Any]] = [
    ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
    ({"type": "string", "x-nullable": True}, {"type": "string", "nullable": True}),
    ({"properties": {"f": {"type": "file"}}}, {"properties": {"f": {"type": "string", "format": "binary"}}}),
    ({"items": {"$ref": "#/definitions/B"}}, {"items": {"$ref": "#/components/schemas/B"}}),
]


@pytest.mark.parametrize(("old", "new"), SCHEMAS)
def test_a_schema(old: Any, new: Any) -> None:
    after, _ = upgraded(document(definitions={"A": old, "B": {}}))
    assert after["components"]["schemas"]["A"] == new


SCHEMES: list[tuple[Any, Any]] = [
    ({"type": "basic"}, {"type": "http", "scheme": "basic"}),
    ({"type": "apiKey", "in": "query", "name": "k"}, {"type": "apiKey", "in": "query", "name": "k"}),
    (
        {"type": "oauth2", "flow": "application", "tokenUrl": "/t", "scopes": {"a": "b"}},
        {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/t", "scopes": {"a": "b"}}}},
    ),
    (
        {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "/a", "tokenUrl": "/t"},
        {"type": "oauth2", "flows": {"authorizationCode": {"scopes": {}, "authorizationUrl": "/a", "tokenUrl": "/t"}}},
    ),
]


@pytest.mark.parametrize(("old", "new"), SCHEMES)
def test_a_security_scheme(old: Any, new: Any) -> None:
    after, _ = upgraded(document(securityDefinitions={"s": old}))
    assert after["components"]["securitySchemes"]["s"] == new


SERVERS: list[tuple[Any, Any]] = [
    ({}, None),
    ({"basePath": "/"}, None),
    ({"basePath": "/v1/"}, ["/v1"]),
    ({"host": "a.example"}, ["https://a.example"]),
    ({"host": "a.example:8080", "basePath": "v1", "schemes": ["http"]}, ["http://a.example:8080/v1"]),
    ({"host": "a.example", "schemes": ["http", "https", "wss"]}, ["https://a.example", "http://a.example"]),
    ({"host": "http://a.example/"}, ["http://a.example"]),
]


@pytest.mark.parametrize(("old", "new"), SERVERS)
def test_servers(old: Any, new: Any) -> None:
    after, _ = upgraded(document(**old))
    assert after.get("servers") == (None if new is None else [{"url": url} for url in new])
    assert not {"host", "basePath", "schemes", "swagger"} & after.keys()


def test_an_operation_of_another_scheme_has_servers_of_its_own() -> None:
    found = operation({"schemes": ["http"]}, host="a.example", schemes=["https"])
    assert found == {"servers": [{"url": "http://a.example"}]}


ODD: list[Any] = [
    None,
    1,
    "x",
    [],
    [[1]],
    {"get": []},
    {"get": {"responses": [1], "parameters": {}}},
    {"get": {"parameters": [1, {"in": "body"}]}},
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_shapes_end_in_no_traceback(odd: Any) -> None:
    for told in (
        document(paths=odd, definitions=odd, parameters=odd),
        document(paths={"/a": odd}, responses={"R": odd}),
    ):
        after, _ = upgraded(told)
        assert after["openapi"] == "3.0.3"


SHOP = """\
swagger: "2.0"
info: {title: Shop, version: "1"}
paths:
  /a:
    post:
      operationId: make
      parameters:
        - name: what
          in: body
          schema:
            type: object
            properties:
              count:
                type: nothing
      responses:
        200: {description: ok, schema: {$ref: '#/paths/~1a/post/parameters/0/schema'}}
"""


def test_diagnostics_name_the_line_of_the_document_as_it_was_written() -> None:
    told = [str(each.place) for each in compile_text(SHOP).report if "nothing" in each.message]
    assert told
    assert {place.split(":")[1] for place in told} == {"14"}


def test_a_reference_into_what_moved_follows_it() -> None:
    api: Api = compile_text(SHOP.replace("nothing", "integer")).api
    [operation] = api.operations
    [media] = operation.answers[0].media
    assert media.type is not None
    assert api.types[media.type]["properties"]["count"] == {"type": "integer"}  # type: ignore[index]


def test_a_document_of_3_x_may_refer_to_a_file_of_swagger_2(tmp_path: Any) -> None:
    (tmp_path / "old.yaml").write_text(
        'swagger: "2.0"\nparameters: {size: {name: size, in: query, type: integer}}\n'
        "responses: {Ok: {description: ok, schema: {$ref: '#/definitions/A'}}}\n"
        "definitions: {A: {type: object, properties: {a: {type: string, x-nullable: true}}}}\n"
    )
    spec = tmp_path / "spec.yaml"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
        "paths: {/a: {get: {parameters: [{$ref: 'old.yaml#/parameters/size'}],"
        " responses: {'200': {$ref: 'old.yaml#/responses/Ok'}}}}}\n"
    )
    api = compile_file(spec, root=tmp_path).api
    [operation] = api.operations
    assert api.types[operation.parameters[0].type] == {"type": "integer"}
    [media] = operation.answers[0].media
    assert media.content_type == JSON
    assert any(
        dict(schema).get("properties") == {"a": {"type": ["string", "null"]}}
        for schema in map(_plain, api.types.values())
    )


def _plain(schema: Any) -> Any:
    found = thaw(schema)
    return found if isinstance(found, dict) else {}
