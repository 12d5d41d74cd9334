"""Uploads: the file goes to an address of another host, and nothing of the client's goes along."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

from qiyue.base import json

SPEC = """
security: [{key: []}]
x-qiyue-envelope: {request: {payload: /data}, answer: {success: {at: /code, is: 0}, code: /code, payload: /data}}
paths:
  /addresses:
    post:
      operationId: makeAddress
      tags: [files]
      x-qiyue-name: {resource: files, method: upload}
      x-qiyue-upload: {address: /data/0/url, result: /data/0/id, content-type: /data/0/type, file-name: /data/0/name}
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {
        data: {type: array, items: {type: object, required: [name], properties: {
          name: {type: string}, type: {type: string}}}}}}}}}
      parameters: [{name: folder, in: query, schema: {type: string}}]
      responses: {'200': {description: addresses, content: {application/json: {schema: {type: object, properties: {
        data: {type: array, items: {type: object, properties: {url: {type: string}, id: {type: integer}}}}}}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
"""
PDF = b"%PDF-1.7 ..."
ADDRESS = "https://store.example/a%2Fb.pdf?sig=s%2Bx"


@dataclass
class Vendor:
    """Gives an address, and is the store behind it."""

    entries: Any = field(default_factory=lambda: [{"url": ADDRESS, "id": 1825818122664084104}])
    stored: list[httpx2.Response | Exception] = field(default_factory=lambda: [httpx2.Response(200)])
    asked: list[httpx2.Request] = field(default_factory=list)
    puts: list[httpx2.Request] = field(default_factory=list)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        if request.url.host == "store.example":
            self.puts.append(request)
            answer = self.stored.pop(0) if len(self.stored) > 1 else self.stored[0]
            if isinstance(answer, Exception):
                raise answer
            return answer
        self.asked.append(request)
        return httpx2.Response(200, content=json.dumps({"code": 0, "data": self.entries}))

    def client(self, made: Any, **options: Any) -> Any:
        http = httpx2.Client(
            transport=httpx2.MockTransport(self),
            headers={"X-Own": "mine"},
            cookies={"session": "mine"},
            auth=("user", "password"),
            params={"own": "mine"},
        )
        return made.module.TeaClient(api_key="key-1", http_client=http, sleep=lambda _: None, **options)


@pytest.fixture
def made(make: Callable[[str], Any]) -> Any:
    return make(SPEC)


def test_the_file_goes_there_with_nothing_but_its_type(made: Any) -> None:
    vendor = Vendor()
    assert vendor.client(made).files.upload(file=("a.pdf", PDF), folder="in") == 1825818122664084104
    assert json.loads(vendor.asked[0].content) == {"data": [{"name": "a.pdf", "type": "application/pdf"}]}
    assert vendor.asked[0].url.params["folder"] == "in"
    put = vendor.puts[0]
    assert (put.method, str(put.url), put.content) == ("PUT", ADDRESS, PDF)
    assert dict(put.headers) == {
        "host": "store.example",
        "content-type": "application/pdf",
        "content-length": str(len(PDF)),
    }


def test_the_call_for_an_address_stands_beside(made: Any) -> None:
    vendor = Vendor()
    addresses = vendor.client(made).files.upload_address(body=[{"name": "a.pdf"}])
    assert (addresses[0].url, vendor.puts) == (ADDRESS, [])


def test_async_clients_do_the_same(made: Any) -> None:
    vendor = Vendor()

    async def run() -> Any:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(vendor), cookies={"session": "mine"})
        async with made.module.AsyncTeaClient(api_key="key-1", http_client=http) as client:
            return await client.files.upload(file=("a.txt", PDF, "text/x-own"))

    assert asyncio.run(run()) == 1825818122664084104
    assert vendor.puts[0].headers["content-type"] == "text/x-own"
    assert "cookie" not in vendor.puts[0].headers


@pytest.mark.parametrize(
    ("answer", "error", "puts"),
    [
        (httpx2.Response(403, content=b"<Error>AccessDenied</Error>"), "ForbiddenError", 1),
        (httpx2.Response(503), "ServerError", 3),
        (httpx2.Response(307, headers={"Location": "https://evil.example/x"}), "ServerError", 1),
        (httpx2.ConnectError("no route"), "TransportError", 3),
        (httpx2.ReadTimeout("slow"), "RequestTimeoutError", 3),
    ],
)
def test_failures_of_the_store_are_told(made: Any, answer: Any, error: str, puts: int) -> None:
    vendor = Vendor(stored=[answer])
    errors = __import__(f"{made.package}._runtime.errors", fromlist=["x"])
    with pytest.raises(getattr(errors, error), match=r"makeAddress \(upload\)") as caught:
        vendor.client(made).files.upload(file=("a.pdf", PDF))
    assert len(vendor.puts) == puts
    assert "sig" not in str(caught.value)


def test_a_store_that_stumbles_gets_the_file_again(made: Any) -> None:
    vendor = Vendor(stored=[httpx2.Response(500), httpx2.Response(204)])
    assert vendor.client(made).files.upload(file=("a.pdf", PDF)) == 1825818122664084104
    assert (len(vendor.asked), len(vendor.puts)) == (1, 2)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "no address of the upload at /data/0/url"),
        ([{"url": "file:///etc/passwd", "id": 1}], "no address"),
        ([{"url": ADDRESS}], "no result of the upload at /data/0/id"),
    ],
)
def test_an_answer_without_address_or_result_sends_nothing(made: Any, entries: Any, said: str) -> None:
    vendor = Vendor(entries=entries)
    with pytest.raises(made.module.UndecodableError, match=said):
        vendor.client(made).files.upload(file=PDF)
    assert vendor.puts == []


def test_what_is_no_file_is_refused_before_sending(made: Any) -> None:
    vendor = Vendor()
    with pytest.raises(made.module.InvalidRequestError, match="file: a file is a Path"):
        vendor.client(made).files.upload(file="a.pdf")
    assert vendor.asked == []
