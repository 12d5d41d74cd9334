"""Which operations belong to the same objects: a table of small APIs, and what has to be inferred of each."""

from typing import Any

import pytest
import yaml

from qiyue.inference import Resource, infer_resources
from qiyue.pipeline import compile_text

TEXT = {"type": "string"}


def compiled(operations: dict[str, Any]) -> Any:
    """An Api of ``METHOD /path`` → ``{sends, answers, …}``, where bodies are written as their properties, or as a
    schema."""
    paths: dict[str, Any] = {}
    for number, (address, said) in enumerate(operations.items()):
        method, path = address.split()
        given = dict(said or {})
        sends, answers, headers = given.pop("sends", None), given.pop("answers", None), given.pop("headers", ())
        answer: dict[str, Any] = {"description": "ok", "headers": {name: {"schema": TEXT} for name in headers}}
        if answers is not None:
            answer["content"] = {"application/json": {"schema": schema(answers)}}
        if links := given.pop("links", None):
            answer["links"] = links
        one = {"operationId": f"op{number}", **given, "responses": {"200": answer}}
        if sends is not None:
            one["requestBody"] = {"content": {"application/json": {"schema": schema(sends)}}}
        names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        in_path = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
        one["parameters"] = [*in_path, *one.get("parameters", ())]
        paths.setdefault(path, {})[method.lower()] = one
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}
    return compile_text(yaml.safe_dump(document, sort_keys=False)).api


def schema(written: Any) -> Any:
    """``{a: string}`` is an object, ``[…]`` a list, ``string!`` a property that is required."""
    if isinstance(written, list):
        return {"type": "array", "items": schema(written[0])}
    if isinstance(written, str):
        return {"type": written.rstrip("!")}
    needed = [name for name, inner in written.items() if isinstance(inner, str) and inner.endswith("!")]
    return {
        "type": "object",
        "properties": {name: schema(inner) for name, inner in written.items()},
        **({"required": needed} if needed else {}),
    }


def told(resource: Resource, api: Any) -> list[str]:
    """A resource as lines: its path and key, then ``action METHOD /path`` with what is peculiar to it, in the order of
    the document."""
    lines = [f"{resource.path} by {resource.key or 'nothing'}"]
    order = [each.id for each in api.operations]
    for role in sorted(resource.roles, key=lambda each: order.index(each.operation)):
        operation = api.operation(role.operation)
        parts = [role.action.value, operation.method, operation.path]
        parts += [f"key={role.key}"] if role.key and not role.key.startswith("path:") else []
        parts += [f"in={','.join(role.within)}"] if role.within else []
        parts += [f"sent={role.sent}"] if role.sent else []
        parts += [f"shown={role.shown}"] if role.shown else []
        parts += [f"tells={role.answered_key or 'body'}"] if role.answered_key is not None else []
        lines.append(" ".join(parts))
    return lines


TEA = {"id": "integer", "name": "string"}
NEW = {"name": "string!"}
CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a collection and its items": (
        {
            "POST /teas": {"sends": NEW, "answers": TEA},
            "GET /teas": {"answers": [TEA]},
            "GET /teas/{id}": {"answers": TEA},
            "PUT /teas/{id}": {"sends": NEW, "answers": TEA},
            "PATCH /teas/{id}": {"sends": NEW, "answers": TEA},
            "DELETE /teas/{id}": {},
        },
        [
            "/teas by /id",
            "create POST /teas tells=/id",
            "list GET /teas",
            "get GET /teas/{id}",
            "replace PUT /teas/{id}",
            "patch PATCH /teas/{id}",
            "delete DELETE /teas/{id}",
        ],
    ),
    "slashes at the end, another name of the id": (
        {
            "POST /teas/": {"sends": NEW, "answers": {"tea_id": "string"}},
            "GET /teas/{teaId}/": {"answers": {"tea_id": "string", "name": "string"}},
        },
        ["/teas by /tea_id", "create POST /teas/ tells=/tea_id", "get GET /teas/{teaId}/"],
    ),
    "an id in one word": (
        {"GET /teas": {"answers": [{"teaid": "string"}]}, "GET /teas/{teaID}": {"answers": {"teaid": "string"}}},
        ["/teas by /teaid", "list GET /teas", "get GET /teas/{teaID}"],
    ),
    "a parameter that is called like the objects": (
        {"GET /teas/{tea}": {"answers": TEA}, "DELETE /teas/{tea}": {}},
        ["/teas by /id", "get GET /teas/{tea}", "delete DELETE /teas/{tea}"],
    ),
    "a name is no id": (
        {"GET /teas/{id}": {"answers": NEW}, "DELETE /teas/{id}": {}},
        ["/teas by nothing", "get GET /teas/{id}", "delete DELETE /teas/{id}"],
    ),
    "POST answers the id alone": (
        {"POST /teas": {"sends": NEW, "answers": "string"}, "GET /teas/{id}": {"answers": TEA}},
        ["/teas by /id", "create POST /teas tells=body", "get GET /teas/{id}"],
    ),
    "POST answers nothing but Location": (
        {"POST /teas": {"sends": NEW, "headers": ["Location"]}, "GET /teas/{id}": {"answers": TEA}},
        ["/teas by /id", "create POST /teas tells=header:Location", "get GET /teas/{id}"],
    ),
    "a wrapper around the object, another around the list": (
        {
            "POST /teas": {"sends": {"tea": NEW}, "answers": {"tea": TEA}},
            "GET /teas": {"answers": {"meta": {"total": "integer"}, "teas": [TEA]}},
            "GET /teas/{id}": {"answers": {"code": "integer", "data": TEA}},
        },
        [
            "/teas by /id",
            "create POST /teas sent=/tea shown=/tea tells=/tea/id",
            "list GET /teas shown=/teas",
            "get GET /teas/{id} shown=/data",
        ],
    ),
    "a list two wrappers deep": (
        {
            "GET /teas": {"answers": {"data": {"page": "integer", "rows": [TEA]}}},
            "GET /teas/{id}": {"answers": TEA},
        },
        ["/teas by /id", "list GET /teas shown=/data/rows", "get GET /teas/{id}"],
    ),
    "nested": (
        {
            "POST /shops/{shop}/teas": {"sends": NEW, "answers": TEA},
            "GET /shops/{shopId}/teas/{id}": {"answers": TEA},
        },
        [
            "/shops/{shop}/teas by /id",
            "create POST /shops/{shop}/teas in=path:shop tells=/id",
            "get GET /shops/{shopId}/teas/{id} in=path:shopId",
        ],
    ),
    "made in something, found without it": (
        {"POST /shops/{shop}/teas": {"sends": NEW, "answers": TEA}, "GET /teas/{id}": {"answers": TEA}},
        ["/teas by /id", "create POST /shops/{shop}/teas in=path:shop tells=/id", "get GET /teas/{id}"],
    ),
    "a link leads elsewhere": (
        {
            "POST /harvest": {
                "sends": NEW,
                "answers": {"made": "string"},
                "links": {"it": {"operationId": "op1", "parameters": {"id": "$response.body#/made"}}},
            },
            "GET /teas/{id}": {"answers": TEA},
        },
        ["/teas by /id", "create POST /harvest tells=/made", "get GET /teas/{id}"],
    ),
    "verbs in the path, the id in query and body": (
        {
            "POST /tea/create": {"sends": NEW, "answers": TEA},
            "GET /tea/list": {"answers": {"items": [TEA]}},
            "GET /tea/get": {
                "answers": TEA,
                "parameters": [{"name": "teaId", "in": "query", "required": True, "schema": TEXT}],
            },
            "POST /tea/update": {"sends": {"id": "integer!", "name": "string"}, "answers": TEA},
            "POST /tea/deleteTea": {"sends": {"id": "integer!"}},
        },
        [
            "/tea by /id",
            "create POST /tea/create tells=/id",
            "list GET /tea/list shown=/items",
            "get GET /tea/get key=query:teaId",
            "update POST /tea/update key=/id",
            "delete POST /tea/deleteTea key=/id",
        ],
    ),
    "verbs before the id": (
        {"GET /tea/get/{id}": {"answers": TEA}, "DELETE /tea/delete/{id}": {}},
        ["/tea by /id", "get GET /tea/get/{id}", "delete DELETE /tea/delete/{id}"],
    ),
    "PUT on the collection, the id in the body; POST on the item": (
        {
            "POST /pet": {"sends": TEA, "answers": TEA},
            "PUT /pet": {"sends": TEA, "answers": TEA},
            "GET /pet/{petId}": {"answers": TEA},
            "POST /pet/{petId}": {"sends": NEW},
        },
        [
            "/pet by /id",
            "create POST /pet tells=/id",
            "replace PUT /pet key=/id",
            "get GET /pet/{petId}",
            "update POST /pet/{petId}",
        ],
    ),
    "the caller chooses the key": (
        {
            "POST /users": {"sends": {"username": "string!"}, "answers": {"username": "string"}},
            "GET /users/{username}": {"answers": {"username": "string"}},
        },
        ["/users by /username", "create POST /users key=/username tells=/username", "get GET /users/{username}"],
    ),
    "no item can be called, but the list shows what was made": (
        {"POST /tags": {"sends": NEW, "answers": NEW}, "GET /tags": {"answers": ["string"]}},
        ["/tags by nothing", "create POST /tags", "list GET /tags"],
    ),
    "a list that shows something else than what is sent": (
        {"POST /teas": {"sends": {"rows": [NEW]}}, "GET /teas": {"answers": [{"kind": "string"}]}},
        [],
    ),
    "an action on an item is none of the collection's": (
        {
            "POST /teas/{id}/brew": {"sends": NEW, "answers": TEA},
            "GET /teas/{id}": {"answers": TEA},
            "DELETE /teas/{id}": {},
        },
        ["/teas by /id", "get GET /teas/{id}", "delete DELETE /teas/{id}"],
    ),
    "what is about one item alone": ({"GET /weather/{city}": {"answers": {"city": "string"}}}, []),
    "a value is no object": ({"GET /board/{row}": {"answers": "string"}, "PUT /board/{row}": {"sends": "string"}}, []),
    "only changing and deleting": ({"PUT /teas/{id}": {"sends": NEW, "answers": TEA}, "DELETE /teas/{id}": {}}, []),
    "search is no second list": (
        {
            "GET /teas/search": {"answers": [TEA]},
            "GET /teas": {"answers": [TEA]},
            "GET /teas/{id}": {"answers": TEA},
        },
        ["/teas by /id", "list GET /teas", "get GET /teas/{id}"],
    ),
    "objects that are called like a verb": (
        {"GET /views": {"answers": [TEA]}, "GET /views/{id}": {"answers": TEA}},
        ["/views by /id", "list GET /views", "get GET /views/{id}"],
    ),
    "a POST that only reads makes nothing": (
        {
            "POST /teas": {"sends": NEW, "answers": TEA, "x-qiyue-safety": {"live": "read"}},
            "GET /teas/{id}": {"answers": TEA},
            "DELETE /teas/{id}": {},
        },
        ["/teas by /id", "get GET /teas/{id}", "delete DELETE /teas/{id}"],
    ),
    "the document says it itself": (
        {
            "POST /brew": {
                "sends": NEW,
                "answers": TEA,
                "x-qiyue-mock": {"store": "teas", "do": "create", "key": {"at": "/id", "make": "sequence"}},
            },
            "GET /cup/{n}": {
                "answers": {"tea": TEA},
                "x-qiyue-mock": {
                    "store": "teas",
                    "do": "get",
                    "key": {"at": "/id", "from": "path:n"},
                    "answer": "/tea",
                },
            },
        },
        ["teas by /id", "create POST /brew tells=/id", "get GET /cup/{n} shown=/tea"],
    ),
    "and that one does nothing with objects": (
        {
            "POST /teas": {"sends": NEW, "answers": TEA, "x-qiyue-mock": {"do": "answer"}},
            "GET /teas/{id}": {"answers": TEA},
            "DELETE /teas/{id}": {},
        },
        ["/teas by /id", "get GET /teas/{id}", "delete DELETE /teas/{id}"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_inferred(case: str) -> None:
    operations, expected = CASES[case]
    api = compiled(operations)
    assert [line for resource in infer_resources(api) for line in told(resource, api)] == expected


def test_each_role_says_why() -> None:
    api = compiled(CASES["verbs in the path, the id in query and body"][0])
    reasons = {role.action.value: role.why for each in infer_resources(api) for role in each.roles}
    assert reasons["create"] == ("POST /tea", "its path says create")
    assert reasons["update"] == ("POST /tea", "its path says update", "its request holds the key at /id")
