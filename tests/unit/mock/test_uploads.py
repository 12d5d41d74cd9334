from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from qiyue.mock import apps

SPEC = """
components:
  securitySchemes:
    token: {type: apiKey, in: query, name: access}
    key: {type: http, scheme: bearer}
security: [{token: []}]
paths:
  /address:
    post:
      operationId: address
      x-qiyue-upload: {address: /data/0/url, result: /data/0/file, content-type: /data/0/type}
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema: {type: object}
              example: {data: [{url: "https://files.example.com/x", file: a/b.png}]}
"""
PNG = {"content-type": "image/png"}


def offered(client: Any, path: str = "/address") -> str:
    answer = client.post(path + "?access=k", json={"data": [{"type": "image/png"}]})
    return str(answer.json()["data"][0]["url"])


def test_what_is_put_is_kept(serve: Callable[..., Any]) -> None:
    client = serve(SPEC).client
    url = offered(client)
    assert url.startswith("http://testserver/-/uploads/")
    assert client.get(url).status_code == 405
    assert client.put(url, content=b"\x89PNG", headers=PNG).status_code == 200
    assert client.get(url).content == b"\x89PNG"
    assert offered(client) != url


def test_more_than_one_file(serve: Callable[..., Any]) -> None:
    text = SPEC.replace("file: a/b.png}", "file: a/b.png}, {url: y, file: c}")
    client = serve(text).client
    sent = {"data": [{"type": "image/png"}, {"type": "image/gif"}]}
    first, second = client.post("/address?access=k", json=sent).json()["data"]
    assert client.put(first["url"], content=b"x", headers=PNG).status_code == 200
    assert client.put(second["url"], content=b"x", headers=PNG).status_code == 403
    assert client.put(second["url"], content=b"x", headers={"content-type": "image/gif"}).status_code == 200


@pytest.mark.parametrize(
    ("method", "more", "headers", "status"),
    [
        ("PUT", "", {"content-type": "image/jpeg"}, 403),
        ("PUT", "", PNG | {"Authorization": "Bearer k"}, 403),
        ("PUT", "", PNG | {"Cookie": "a=b"}, 403),
        ("PUT", "?access=k", PNG, 403),
        ("PUT", "?other=k", PNG, 200),
        ("POST", "", PNG, 405),
        ("PUT", "x", PNG, 404),
    ],
)
def test_what_is_refused_there(
    serve: Callable[..., Any], method: str, more: str, headers: dict[str, str], status: int
) -> None:
    client = serve(SPEC).client
    url = offered(client)
    assert client.request(method, url + more, content=b"x", headers=headers).status_code == status


def test_addresses_hold_the_name_of_the_mock(serve: Callable[..., Any]) -> None:
    client = TestClient(apps({"one": serve(SPEC).api}))
    url = offered(client, "/one/address")
    assert url.startswith("http://testserver/one/-/uploads/")
    assert client.put(url, content=b"x", headers=PNG).status_code == 200
