"""Reading and changing a request at a spot."""

import httpx2
import pytest

from qiyue.base.absent import ABSENT
from qiyue.contract.http.message import value_at, with_value

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def request(headers: dict[str, str], content: bytes, query: str = "?a=1&b=%20") -> httpx2.Request:
    return httpx2.Request("POST", f"http://a.invalid/p{query}", headers=headers, content=content)


@pytest.mark.parametrize(
    ("sent", "where", "value", "wanted"),
    [
        (request(JSON, b'{"a": {"b": 1.10}}'), "/a/b", "2", b'{"a":{"b":"2"}}'),
        (request(JSON, b'{"a": 1.10}'), "/c/d", 2, b'{"a":1.10,"c":{"d":2}}'),
        (request(JSON, b"[1]"), "/a", 2, b"[1]"),
        (request(JSON, b"no json"), "/a", 2, b"no json"),
        (request(FORM, b"a=1&b=%26&a=2"), "/a", "3", b"b=%26&a=3"),
    ],
)
def test_a_body_is_changed_where_it_can_be(sent: httpx2.Request, where: str, value: object, wanted: bytes) -> None:
    changed = with_value(sent, where, value)
    assert changed.content == wanted
    assert changed.headers["content-length"] == str(len(wanted))


@pytest.mark.parametrize(("where", "value"), [("query:a", "2"), ("query:new", "x y"), ("header:X-A", "3"), ("/c", "4")])
def test_what_was_put_in_is_found_again(where: str, value: str) -> None:
    before = request(JSON, b"{}")
    after = with_value(before, where, value)
    assert value_at(after, where) == value
    assert value_at(before, where) in (ABSENT, "1")
    assert value_at(after, "query:b") == " "
