"""Serialize: a case as an HTTP request, as schemathesis writes it, without its own headers.

In: a case. Out: a request. Cases with a body of JSON or of fields often differ in nothing else; what stands before the
body is then written once.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import httpx2
from schemathesis.config import SanitizationConfig
from schemathesis.core import NOT_SET
from schemathesis.transport.prepare import prepare_request
from schemathesis.transport.serialization import Binary

from qiyue.base import json
from qiyue.base.media import essence
from qiyue.base.where import pointer
from qiyue.contract.http.asgi_transport import BASE_URL
from qiyue.contract.http.form_encoding import encode_form
from qiyue.contract.http.message import FORM
from qiyue.contract.http.request_values import RequestValues, with_values
from qiyue.sample import specific_media_type

_OWN_HEADERS = ("x-schemathesis-testcaseid", "user-agent", "accept-encoding", "connection", "content-length")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the body of a case; equal where that is the same text."""

    case: RequestValues
    joined: frozenset[str]
    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Head) and (self.text, self.joined) == (other.text, other.joined)

    def __hash__(self) -> int:
        return hash(self.text)


def serialize_case(case: RequestValues, joined: frozenset[str]) -> httpx2.Request:
    """Give the request of a case; ``joined`` are query parameters in which a comma is not to be escaped."""
    body = _body(case)
    if body is None:
        method, url, headers, content = _prepared(_with_items(case), joined)
        return httpx2.Request(method, url, headers=headers, content=content)
    parts = (case.path_parameters, case.query, case.headers, case.cookies, case.media_type)
    method, url, headers, _ = _prepared_head(_Head(case, joined, f"{id(case.operation)} {parts!r}"))
    return httpx2.Request(method, url, headers=headers, content=body)


def _body(case: RequestValues) -> bytes | None:
    """Write JSON, an urlencoded form, or what is of any type; ``None`` where that is left to schemathesis."""
    media = essence(case.media_type or "")
    if "*" in media:
        return raw_bytes(case.body)
    if media == "application/json" and case.body is not NOT_SET:
        return json_bytes(case.body)
    if media == FORM and isinstance(case.body, dict):
        described = case.operation.definition.raw["requestBody"]["content"][case.media_type]
        return encode_form(case.body, described.get("encoding", {}))
    return None


def _with_items(case: RequestValues) -> RequestValues:
    """Give a multipart form in which every object of a list is JSON, and so a part."""
    fields: Any = case.body if essence(case.media_type or "").startswith("multipart/") else {}
    lists = (
        {name: value for name, value in fields.items() if isinstance(value, list)} if isinstance(fields, dict) else {}
    )
    if not any(isinstance(each, dict) for value in lists.values() for each in value):
        return case
    items = {
        pointer([name]): [json.text(each) if isinstance(each, dict) else each for each in value]
        for name, value in lists.items()
    }
    return with_values(case, items)


@lru_cache(maxsize=512)
def _prepared_head(head: _Head) -> tuple[str, httpx2.URL, dict[str, str], bytes]:
    return _prepared(head.case, head.joined)


def _prepared(case: RequestValues, joined: frozenset[str]) -> tuple[str, httpx2.URL, dict[str, str], bytes]:
    prepared = prepare_request(
        case.to_schemathesis(), None, config=SanitizationConfig(enabled=False), base_url=BASE_URL
    )
    headers = {name: str(value) for name, value in prepared.headers.items() if name.lower() not in _OWN_HEADERS}
    if "*" in (case.media_type or ""):
        headers["Content-Type"] = specific_media_type(str(case.media_type))
    body: Any = prepared.body or b""
    content = body.encode() if isinstance(body, str) else body
    path, mark, query = str(prepared.url).partition("?")
    path = path.partition("#")[0]  # which of the operations of one path it is
    pairs = (pair.replace("%2C", ",") if pair.partition("=")[0] in joined else pair for pair in query.split("&"))
    return str(prepared.method), httpx2.URL(path + mark + "&".join(pairs)), headers, content


def json_bytes(value: Any) -> bytes:
    """Write a body; one that is bytes is sent as it is, to be no JSON."""
    return value if isinstance(value, bytes) else json.dumps(value)


def raw_bytes(value: Any) -> bytes:
    """Write a body that is sent as it is: a file, text, else JSON."""
    if isinstance(value, Binary):
        return value.data
    return value.encode() if isinstance(value, str) else json_bytes(value)
