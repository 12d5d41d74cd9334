"""Equivalences: what two requests may differ in and yet say the same, all of it; and what they may not.

Data only: ``sent`` acts upon it, and is held to every pair.
"""

from dataclasses import dataclass
from typing import Final

import httpx2


@dataclass(frozen=True, slots=True)
class RequestExample:
    """A request, as far as an example needs it."""

    target: str = "/p"
    headers: tuple[tuple[str, str], ...] = ()
    content: str = ""

    def request(self) -> httpx2.Request:
        return httpx2.Request("POST", f"http://a.invalid{self.target}", headers=self.headers, content=self.content)


@dataclass(frozen=True, slots=True)
class Equivalence:
    """One thing that does not matter, and two requests that differ in nothing else."""

    name: str
    meaning: str
    left: RequestExample
    right: RequestExample
    where_both: bool = False
    """It counts only where the document takes both: ``alike``, not ``sent``, finds these equal."""
    where_merged: bool = False
    """It counts only where nothing tells whose a member in the query is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two requests that must not count as equal, and the part of ``Sent`` in which they differ."""

    part: str
    meaning: str
    left: RequestExample
    right: RequestExample


def _json(content: str) -> RequestExample:
    return RequestExample(headers=(("Content-Type", "application/json"),), content=content)


def _form(content: str) -> RequestExample:
    return RequestExample(headers=(("Content-Type", "application/x-www-form-urlencoded"),), content=content)


def _multipart(*parts: str, boundary: str = "x") -> RequestExample:
    content = "".join(f"--{boundary}\r\nContent-Disposition: form-data; {part}\r\n" for part in parts)
    content_type = f"multipart/form-data; boundary={boundary}"
    return RequestExample(headers=(("Content-Type", content_type),), content=f"{content}--{boundary}--\r\n")


_TEXT = 'name="a"\r\n\r\n1'
_TYPED_TEXT = 'name="a"\r\nContent-Type: text/plain\r\n\r\n1'
_EXPONENT, _HUNDRED = 'name="a"\r\n\r\n1e2', 'name="a"\r\n\r\n100'
_JSON, _OTHER_JSON = 'name="a"\r\n\r\n{"a":1,"b":[]}', 'name="a"\r\n\r\n{"b": [], "a": 1}'
_FILE = 'name="f"; filename="one"\r\nContent-Type: image/png\r\n\r\nPNG'
_RENAMED = _FILE.replace("one", "two")
_BARE_FILE = 'name="f"; filename="one"\r\n\r\nPNG'
_OCTETS = 'name="f"; filename="one"\r\nContent-Type: application/octet-stream\r\n\r\nPNG'
_A, _B = ("X-A", "1"), ("X-B", "2")

EQUIVALENCES: Final = (
    Equivalence(
        "header-case",
        "case of the names of headers",
        RequestExample(headers=(_A,)),
        RequestExample(headers=(("x-a", "1"),)),
    ),
    Equivalence("header-order", "order of headers", RequestExample(headers=(_A, _B)), RequestExample(headers=(_B, _A))),
    Equivalence(
        "other-headers",
        "headers that the operation does not declare: tools add their own",
        RequestExample(headers=(_A,)),
        RequestExample(headers=(_A, ("User-Agent", "x"))),
    ),
    Equivalence("query-order", "order of query parameters", RequestExample("/p?a=1&b=2"), RequestExample("/p?b=2&a=1")),
    Equivalence("form-order", "order of the fields of a form", _form("a=1&b=2"), _form("b=2&a=1")),
    Equivalence(
        "part-order", "order of the parts of a multipart body", _multipart(_TEXT, _FILE), _multipart(_FILE, _TEXT)
    ),
    Equivalence("path-encoding", "ways of percent-encoding in a path", RequestExample("/%7Ep"), RequestExample("/~p")),
    Equivalence(
        "query-encoding",
        "ways of percent-encoding in a query",
        RequestExample("/p?a=%7e%2B"),
        RequestExample("/p?a=~%2b"),
    ),
    Equivalence("query-space", "`+` for a space in a query", RequestExample("/p?a=%20"), RequestExample("/p?a=+")),
    Equivalence("form-encoding", "ways of percent-encoding in a form", _form("a=%2B"), _form("a=%2b")),
    Equivalence("form-space", "`+` for a space in a form", _form("a=%20"), _form("a=+")),
    Equivalence("json-space", "white space of JSON", _json('{"a":[1,2]}'), _json('{ "a": [1, 2] }')),
    Equivalence("json-order", "order of the members of JSON", _json('{"a":1,"b":2}'), _json('{"b":2,"a":1}')),
    Equivalence("json-escapes", "escapes in the texts of JSON", _json('{"a":"a/"}'), _json('{"a":"\\u0061\\/"}')),
    Equivalence("json-numbers", "ways of writing one number, in a body", _json("[2,1e2]"), _json("[2.0,100]")),
    Equivalence(
        "query-json",
        "space, order and escapes of JSON in a query",
        RequestExample('/p?q={"a":1.0,"b":"c"}'),
        RequestExample('/p?q={"b":+"\\u0063",+"a":+1.0}'),
    ),
    Equivalence(
        "query-exponent",
        "a number with an exponent, in a query",
        RequestExample("/p?a=1e2"),
        RequestExample("/p?a=100"),
    ),
    Equivalence(
        "query-merged",
        "how often the same is there, in a query with the members of more than one object",
        RequestExample("/p?a=1"),
        RequestExample("/p?a=1&a=1"),
        where_merged=True,
    ),
    Equivalence("form-exponent", "a number with an exponent, in a form", _form("a=1e2"), _form("a=100")),
    Equivalence("part-exponent", "a number with an exponent, in a part", _multipart(_EXPONENT), _multipart(_HUNDRED)),
    Equivalence("part-json", "space and order of JSON in a part", _multipart(_JSON), _multipart(_OTHER_JSON)),
    Equivalence("boundary", "the boundary of a multipart body", _multipart(_TEXT), _multipart(_TEXT, boundary="y")),
    Equivalence("no-parts", "the boundary where there are no parts", _multipart(), _multipart(boundary="y")),
    Equivalence("file-name", "names of files", _multipart(_FILE), _multipart(_RENAMED)),
    Equivalence("part-type", "`Content-Type` of a part that is no file", _multipart(_TEXT), _multipart(_TYPED_TEXT)),
    Equivalence("file-type", "a `Content-Type` that says only: a file", _multipart(_BARE_FILE), _multipart(_OCTETS)),
    Equivalence("empty-body", "an empty body and no body", _json(""), RequestExample()),
    Equivalence("number-text", "a number and its decimal text", _json("[1.50]"), _json('["1.50"]'), where_both=True),
)

DIFFERENCES: Final = (
    Difference("path", "a slash at the end", RequestExample("/p"), RequestExample("/p/")),
    Difference("path", "case of a path", RequestExample("/p"), RequestExample("/P")),
    Difference("query", "how often a parameter is there", RequestExample("/p?a=1"), RequestExample("/p?a=1&a=1")),
    Difference("query", "a parameter that is empty, and none", RequestExample("/p?a="), RequestExample("/p")),
    Difference("query", "digits of a number", RequestExample("/p?a=1.0"), RequestExample("/p?a=1")),
    Difference(
        "query", "number and text, in JSON in a query", RequestExample("/p?q=[1.0]"), RequestExample('/p?q=["1.0"]')
    ),
    Difference(
        "headers",
        "the value of a declared header",
        RequestExample(headers=(_A,)),
        RequestExample(headers=(("X-A", "2"),)),
    ),
    Difference("content_type", "the kind of a body", _form("a=1"), _json("a=1")),
    Difference("body", "number and text", _json('{"a":1}'), _json('{"a":"1"}')),
    Difference("body", "number and truth", _json("[1]"), _json("[true]")),
    Difference("body", "digits that no double holds", _json("[0.1]"), _json("[0.10000000000000000001]")),
    Difference("body", "null, and nothing", _json('{"a":null}'), _json("{}")),
    Difference("body", "order of a list", _json("[1,2]"), _json("[2,1]")),
    Difference("body", "a field that is empty, and none", _form("a=1&b="), _form("a=1")),
    Difference("body", "digits of a number, in a part", _multipart(_HUNDRED), _multipart(f"{_HUNDRED}.0")),
    Difference("body", "what a file is", _multipart(_FILE), _multipart(_FILE.replace("png", "gif"))),
    Difference("body", "what is in a file", _multipart(_FILE), _multipart(_FILE.replace("PNG", "GNP"))),
)
