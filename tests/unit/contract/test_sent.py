"""The equivalences of requests, each as two requests; and differences that must be seen."""

import httpx2
import pytest

from qiyue.contract.sent import sent

URL = "http://a.invalid/p"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


def request(url: str = URL, headers: dict[str, str] | None = None, content: bytes = b"") -> httpx2.Request:
    return httpx2.Request("POST", url, headers=headers or {}, content=content)


def parts(boundary: str, name: str, *contents: str) -> httpx2.Request:
    body = "".join(f"--{boundary}\r\n{content}\r\n" for content in contents) + f"--{boundary}--\r\n"
    content = body.replace("NAME", name).encode()
    return request(headers={"Content-Type": f"multipart/form-data; boundary={boundary}"}, content=content)


TEXT = 'Content-Disposition: form-data; name="a"\r\n\r\n1'
FILE = 'Content-Disposition: form-data; name="f"; filename="NAME"\r\nContent-Type: image/png\r\n\r\nPNG'
OTHER = FILE.replace("image/png", "image/gif")

EQUAL = [
    (request(URL + "?a=1&b=%20"), request(URL + "?b=+&a=1")),
    (request(URL + "?q=%7B%22a%22:1.0,%22b%22:[]%7D"), request(URL + "?q=%7B%22b%22:%20[],+%22a%22:%201.0%7D")),
    (request("http://a.invalid/%7Ep"), request("http://a.invalid/~p")),
    (request(headers={"X-A": "1", "User-Agent": "x"}), request(headers={"x-a": "1"})),
    (request(headers=JSON, content=b'{"a": 2, "b": "\\u0061"}'), request(headers=JSON, content=b'{"b":"a","a":2.0}')),
    (request(headers=FORM, content=b"a=1&b=%2B"), request(headers=FORM, content=b"b=%2b&a=1")),
    (parts("x", "one", TEXT, FILE), parts("y", "two", FILE, TEXT)),
    (request(headers=JSON), request()),
]
DIFFERENT = [
    (request(URL + "?a=1"), request(URL + "?a=1&a=1"), "query"),
    (request(URL + "?q=[1.0]"), request(URL + "?q=[%221.0%22]"), "query"),
    (request("http://a.invalid/p"), request("http://a.invalid/p/"), "path"),
    (request(headers={"X-A": "1"}), request(headers={"X-A": "2"}), "headers"),
    (request(headers=JSON, content=b'{"a":1}'), request(headers=JSON, content=b'{"a":"1"}'), "body"),
    (
        request(headers=JSON, content=b'{"a":0.1}'),
        request(headers=JSON, content=b'{"a":0.10000000000000000001}'),
        "body",
    ),
    (request(headers=JSON, content=b'{"a":null}'), request(headers=JSON, content=b"{}"), "body"),
    (parts("x", "one", FILE), parts("x", "one", OTHER), "body"),
    (request(headers=FORM, content=b"a=1"), request(headers=JSON, content=b"a=1"), "content_type"),
]


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_equal(left: httpx2.Request, right: httpx2.Request) -> None:
    assert sent(left, ["X-A"]).differences(sent(right, ["X-A"])) == []


@pytest.mark.parametrize(("left", "right", "part"), DIFFERENT)
def test_different(left: httpx2.Request, right: httpx2.Request, part: str) -> None:
    assert part in sent(left, ["X-A"]).differences(sent(right, ["X-A"]))
