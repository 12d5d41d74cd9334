"""Arguments as people write them: parts of the path by position, and an object as its members or as a whole."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
components:
  schemas:
    Tea:
      type: object
      required: [id, leafName]
      properties:
        id: {type: integer, readOnly: true}
        leafName: {type: string}
        class: {type: string}
        price: {type: string, format: decimal}
        maker: {type: object, properties: {name: {type: string}}}
paths:
  /shops/{shopId}/teas/{teaId}:
    parameters:
    - {name: teaId, in: path, required: true, schema: {type: integer}}
    - {name: shopId, in: path, required: true, schema: {type: string}}
    get:
      operationId: get
      tags: [teas]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}
    put:
      operationId: put
      tags: [teas]
      parameters: [{name: note, in: query, schema: {type: string}}]
      requestBody: {REQUIRED, content: {MEDIA: {schema: {$ref: '#/components/schemas/Tea'}}}}
      responses: {'204': {description: ok}}
  /notes:
    post:
      operationId: write
      tags: [notes]
      requestBody:
        content:
          application/json: {schema: {type: object, required: [body], properties: {body: {type: string}}}}
      responses: {'204': {description: ok}}
"""
TEA = b'{"id":5,"leafName":"oolong","class":"green","price":"1.50","maker":{"name":"Wu"},"rank":1}'


def spec(*, required: bool = True, media: str = "application/json") -> str:
    return SPEC.replace("REQUIRED", f"required: {str(required).lower()}").replace("MEDIA", media)


WAYS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "members": ({"leaf_name": "mint", "class_": "herb"}, {"leafName": "mint", "class": "herb"}),
    "a mapping": ({"body": {"leafName": "mint", "class": "herb"}}, {"leafName": "mint", "class": "herb"}),
    "names of arguments": ({"body": {"leaf_name": "mint", "class_": "x"}}, {"leafName": "mint", "class": "x"}),
    "one member over": ({"body": {"leafName": "mint"}, "leaf_name": "sage"}, {"leafName": "sage"}),
    "what only answers have": ({"body": {"id": 3, "leafName": "mint"}}, {"leafName": "mint"}),
    "what nothing names": ({"body": {"leafName": "mint", "new": [1]}}, {"leafName": "mint", "new": [1]}),
}


@pytest.mark.parametrize("required", [True, False], ids=["required", "not required"])
@pytest.mark.parametrize(("given", "expected"), WAYS.values(), ids=WAYS.keys())
def test_an_object_is_given_by_its_members_or_as_a_whole(
    make: Callable[[str], Any], wire: Any, given: Any, expected: Any, required: bool
) -> None:
    made, wire.status = make(spec(required=required)), 204
    made.client(wire).teas.put("a", 5, **given)
    assert (json.loads(wire.body), wire.url) == (expected, "https://tea.example/shops/a/teas/5")
    asyncio.run(made.async_client(wire).teas.put(shop_id="a", tea_id=5, **given))
    assert (json.loads(wire.body), wire.url) == (expected, "https://tea.example/shops/a/teas/5")


def test_what_was_read_is_changed_and_sent_back(make: Callable[[str], Any], wire: Any) -> None:
    wire.content = TEA
    client = make(spec()).client(wire)
    tea = client.teas.get("a", 5)
    tea.maker.name = "Li"
    wire.status = 204
    client.teas.put("a", 5, body=tea, note="n")
    sent = json.loads(wire.body)
    assert sent == {"leafName": "oolong", "class": "green", "price": "1.50", "maker": {"name": "Li"}, "rank": 1}
    assert wire.url.endswith("/shops/a/teas/5?note=n")
    raw = client.teas.with_raw_response.put("a", 5, body=tea)
    assert (raw.status, json.loads(wire.body)) == (204, sent)


def test_no_member_no_body(make: Callable[[str], Any], wire: Any) -> None:
    made, wire.status = make(spec(required=False)), 204
    made.client(wire).teas.put("a", 5)
    assert (wire.body, "content-type" in wire.sent[-1].headers) == (b"", False)
    with pytest.raises(made.module.InvalidRequestError, match="/leafName: required"):
        made.client(wire).teas.put("a", 5, class_="herb")
    asyncio.run(made.async_client(wire).teas.put("a", 5))
    assert wire.body == b""


def test_a_form_is_given_as_a_whole_too(make: Callable[[str], Any], wire: Any) -> None:
    made, wire.status = make(spec(media="application/x-www-form-urlencoded")), 204
    made.client(wire).teas.put("a", 5, body={"leafName": "mint"})
    assert wire.body == b"leafName=mint"


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing": ({}, "TypeError", "leaf_name"),
    "a member is missing": ({"body": {"class": "x"}}, "InvalidRequestError", "/leafName: required"),
    "no object": ({"body": ["mint"]}, "InvalidRequestError", "an object"),
    "a member of another type": ({"body": {"leafName": 1}}, "InvalidRequestError", "/leafName: text"),
    "another argument": ({"leaf_name": "x", "leafs": 1}, "TypeError", "leafs"),
}


@pytest.mark.parametrize(("given", "error", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_such_object(make: Callable[[str], Any], wire: Any, given: Any, error: str, told: str) -> None:
    made = make(spec())
    form = getattr(made.module, error, TypeError)
    with pytest.raises(form, match=told):
        made.client(wire).teas.put("a", 5, **given)
    assert wire.sent == []


def test_a_member_called_body_is_that_member(make: Callable[[str], Any], wire: Any) -> None:
    made, wire.status = make(spec()), 204
    made.client(wire).notes.write(body="tea")
    assert wire.body == b'{"body":"tea"}'


def test_an_operation_without_an_object_takes_no_body(make: Callable[[str], Any], wire: Any) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'body'"):
        make(spec()).client(wire).teas.get("a", 5, body={})
