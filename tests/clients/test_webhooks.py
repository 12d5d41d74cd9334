"""What the vendor sends: bodies of webhooks and callbacks, decoded to their types."""

import importlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest

from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

SPEC = """
paths:
  /orders:
    post:
      operationId: order
      tags: [teas]
      callbacks:
        ready:
          '{$request.body#/url}':
            post:
              summary: It is brewed
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}
webhooks:
  tea.sold: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tea'}}}}}}
  many:
    post:
      requestBody:
        content:
          application/vnd.tea+json: {schema: {type: array, items: {$ref: '#/components/schemas/Tea'}}}
    put: {requestBody: {content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Tea'}}}}}
  'models': {post: {requestBody: {content: {application/json: {}}}}}
  kinds:
    post:
      requestBody:
        content:
          application/json:
            schema:
              oneOf: [{$ref: '#/components/schemas/Sold'}, {$ref: '#/components/schemas/Lost'}]
              discriminator: {propertyName: event}
  drawn: {post: {requestBody: {content: {application/xml: {schema: {$ref: '#/components/schemas/Tea'}}}}}}
  ping: {get: {}}
components:
  schemas:
    Tea: {type: object, required: [name], properties: {name: {type: string}, price: {type: number}}}
    Sold: {type: object, properties: {event: {const: sold}, price: {type: string, format: decimal}}}
    Lost: {type: object, properties: {event: {const: lost}}}
"""


def test_a_body_is_read_as_its_type(make: Callable[..., Any]) -> None:
    made = make(SPEC)
    webhooks, models = made.module.webhooks, made.models
    tea = webhooks.tea_sold(b'{"name": "green", "price": 0.10, "new": 1}')
    assert type(tea) is models.Tea
    assert (str(tea.price), tea.new) == ("0.10", 1)
    assert webhooks.order_ready('{"name": "green"}').name == "green"
    assert [type(each) for each in webhooks.many_post(b'[{"name": "a"}]')] == [models.Tea]
    assert webhooks.many_put(b"name=gr%C3%BCn&price=1.50") == models.Tea(name="grün", price=Decimal("1.50"))
    assert webhooks.models_2(b'{"a": 1}') == {"a": 1}
    assert str(webhooks.kinds(b'{"event": "sold", "price": "1.10"}').price) == "1.10"
    assert type(webhooks.kinds(b'{"event": "lost"}')) is models.Lost
    assert type(webhooks.kinds(b'{"event": "found"}')).__name__ == "Unknown"
    assert "It is brewed" in webhooks.order_ready.__doc__
    assert not hasattr(webhooks, "drawn")
    assert not hasattr(webhooks, "ping")


BAD = {
    "no JSON": ("tea_sold", b"tea", "the body is"),
    "no text": ("many_put", b"\xff", "the body is no form"),
    "no name": ("tea_sold", b"{}", "/name: required"),
    "no name in a form": ("many_put", b"price=1", "/name: required"),
}


@pytest.mark.parametrize(("name", "body", "message"), BAD.values(), ids=BAD)
def test_another_body_is_told(make: Callable[..., Any], name: str, body: bytes, message: str) -> None:
    made = make(SPEC)
    with pytest.raises(made.module.UndecodableError, match=message) as caught:
        getattr(made.module.webhooks, name)(body)
    assert caught.value.raw == body


SUBJECT = "中文"
IN_GBK = quote(SUBJECT.encode("gbk"))


@pytest.mark.parametrize(
    ("name", "body", "content_type"),
    [
        ("many_put", f"name={IN_GBK}".encode(), "application/x-www-form-urlencoded; charset=GBK"),
        ("many_put", f"charset=gbk&name={IN_GBK}".encode(), ""),
        ("many_put", b"name=" + SUBJECT.encode("gbk"), ""),
        ("many_put", f"name={quote(SUBJECT)}".encode(), "text/plain; charset=ISO-8859-1"),
        ("tea_sold", f'{{"name": "{SUBJECT}"}}'.encode("gbk"), "application/json; charset=gbk"),
        ("tea_sold", f'{{"name": "{SUBJECT}"}}'.encode("big5"), "application/json; charset=big5"),
        ("tea_sold", f'{{"name": "{SUBJECT}"}}'.encode(), "application/json; charset=gbk"),
    ],
)
def test_a_body_is_read_in_its_charset(make: Callable[..., Any], name: str, body: bytes, content_type: str) -> None:
    function = getattr(make(SPEC).module.webhooks, name)
    assert function(body, headers={"CONTENT-type": content_type} if content_type else None).name == SUBJECT


def test_what_is_not_read_is_a_gap() -> None:
    compiled = compile_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + SPEC)
    files = {file.path for file in generate(compiled.api, "tea", compiled.report)}
    assert "tea/webhooks.py" in files
    assert [each.code for each in compiled.report if each.severity.value == "gap"] == ["webhook-undecoded"]


def test_without_webhooks_there_is_no_module(make: Callable[..., Any]) -> None:
    made = make("paths: {/teas: {get: {operationId: list, tags: [teas]}}}\n")
    assert "webhooks" not in made.module.__all__
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(f"{made.package}.webhooks")


def test_links_are_told(make: Callable[..., Any], wire: Any) -> None:
    made = make(
        """
paths:
  /orders:
    post:
      operationId: order
      tags: [teas]
      responses:
        '201':
          description: ok
          links:
            cup: {operationId: getCup, parameters: {cup: $response.body#/id}, description: Look at it.}
  /cups/{cup}: {get: {operationId: getCup, tags: [cups], parameters: [{name: cup, in: path, required: true}]}}
"""
    )
    text = made.client(wire).teas.order.__doc__
    assert "cup (201): cups.get_cup(cup=$response.body#/id)" in text
    assert "Look at it." in text
