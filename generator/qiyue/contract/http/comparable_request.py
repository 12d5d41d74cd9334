"""Comparable request: a request in the form in which two requests that say the same are equal: ``equivalences`` lists
in what such requests may differ."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl, unquote

import httpx2

from qiyue.base.equality import json_equal
from qiyue.base.media import essence
from qiyue.values import Plain

_EXPONENT = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?[eE][+-]?[0-9]{1,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ComparableRequest:
    """A request without what does not matter."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    content_type: str
    body: Plain

    def differences(self, other: "ComparableRequest") -> list[str]:
        """Name the parts in which two requests differ."""
        parts = ("method", "path", "query", "headers", "content_type")
        found = [part for part in parts if getattr(self, part) != getattr(other, part)]
        return found if json_equal(self.body, other.body) else [*found, "body"]


def to_comparable(request: httpx2.Request, headers: Collection[str] = (), *, merged: bool = False) -> ComparableRequest:
    """Give the comparable form of a request; of its headers those that are named.

    ``merged`` tells that the query holds the members of more than one object.
    """
    wanted = {name.lower() for name in headers}
    content = request.content
    content_type = request.headers.get("content-type", "") if content else ""
    query = list(map(_pair, parse_qsl(request.url.query.decode("ascii"), keep_blank_values=True)))
    return ComparableRequest(
        request.method.upper(),
        unquote(request.url.raw_path.partition(b"?")[0].decode("ascii")),
        tuple(sorted(set(query) if merged else query)),
        tuple(sorted((name.lower(), value) for name, value in request.headers.items() if name.lower() in wanted)),
        essence(content_type),
        _body(content_type, content),
    )


def _pair(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0], _plain(pair[1])


def _plain(text: str) -> str:
    """Write a number without an exponent, and JSON in one way."""
    return format(Decimal(text), "f") if _EXPONENT.fullmatch(text) else _json(text)


def equal_as_text(left: Plain, right: Plain) -> bool:
    """Compare JSON, a number being the same as its decimal text."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal_as_text(value, right[name]) for name, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(equal_as_text, left, right))
    if isinstance(left, str) is isinstance(right, str):
        return json_equal(left, right)
    return json_equal(_number(left), _number(right))


def _json(text: str) -> str:
    if text[:1] not in ("{", "["):
        return text
    try:
        return repr(json.loads(text, parse_float=Decimal, object_pairs_hook=_members))
    except ValueError:
        return text


def _members(pairs: list[tuple[str, Plain]]) -> tuple[tuple[str, Plain], ...]:
    return tuple(sorted(pairs, key=str))


def _number(value: Plain) -> Plain:
    try:
        return Decimal(value) if isinstance(value, str) else value
    except InvalidOperation:
        return value


def _body(content_type: str, content: bytes) -> Plain:
    bare = essence(content_type)
    if not content:
        return None
    if bare == "application/x-www-form-urlencoded":
        return sorted(map(_pair, parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)))
    if bare.startswith("multipart/"):
        return _parts(content_type, content)
    if bare == "application/json" or bare.endswith("+json"):
        try:
            return json.loads(content, parse_float=Decimal)
        except ValueError:
            pass
    return content.hex()


def _parts(content_type: str, content: bytes) -> Plain:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("utf-8", "surrogateescape")
    message: Message = BytesParser(policy=HTTP).parsebytes(head + content)
    if not message.is_multipart():
        return [] if content.strip() == f"--{message.get_boundary()}--".encode() else content.hex()
    return sorted(_part(part) for part in message.get_payload() if isinstance(part, Message))


def _part(part: Message) -> tuple[str, str, str]:
    name = str(part.get_param("name", "", "content-disposition"))
    raw = part.get_payload(decode=True)
    file = part.get_filename() is not None
    content_type = part.get_content_type() if "content-type" in part else "application/octet-stream"
    content = raw if isinstance(raw, bytes) else b""
    return (name, content_type, content.hex()) if file else (name, "", _plain(content.decode("utf-8", "replace")))
