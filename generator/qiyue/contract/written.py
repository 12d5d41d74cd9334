"""Written: a case as an HTTP request, as schemathesis writes it, without its own headers.

In: a case. Out: a request. Cases with a body of JSON or of fields often differ in nothing else; what stands before the
body is then written once.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import httpx2
from schemathesis.config import SanitizationConfig
from schemathesis.core import NOT_SET
from schemathesis.transport.prepare import prepare_request

from qiyue.contract.formats import json_bytes
from qiyue.contract.message import FORM
from qiyue.contract.values_in import Case
from qiyue.contract.wire import BASE_URL
from qiyue.runtime.media import essence

_OWN_HEADERS = ("x-schemathesis-testcaseid", "user-agent", "accept-encoding", "connection", "content-length")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before the body of a case; equal where that is the same text."""

    case: Case
    joined: frozenset[str]
    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Head) and (self.text, self.joined) == (other.text, other.joined)

    def __hash__(self) -> int:
        return hash(self.text)


def written(case: Case, joined: frozenset[str]) -> httpx2.Request:
    """Give the request of a case; ``joined`` are query parameters in which a comma is not to be escaped."""
    body = _body(case)
    if body is None:
        method, url, headers, content = _prepared(case, joined)
        return httpx2.Request(method, url, headers=headers, content=content)
    parts = (case.path_parameters, case.query, case.headers, case.cookies, case.media_type)
    method, url, headers, _ = _prepared_head(_Head(case, joined, f"{id(case.operation)} {parts!r}"))
    return httpx2.Request(method, url, headers=headers, content=body)


def _body(case: Case) -> bytes | None:
    """Write JSON, or a form of texts and integers; ``None`` where that is left to schemathesis."""
    media = essence(case.media_type or "")
    if media == "application/json" and case.body is not NOT_SET:
        return json_bytes(case.body)
    fields: Any = case.body if media == FORM and isinstance(case.body, dict) else {}
    if fields and all(type(value) in (str, int) for value in fields.values()):
        return urlencode(fields).encode()
    return None


@lru_cache(maxsize=512)
def _prepared_head(head: _Head) -> tuple[str, httpx2.URL, dict[str, str], bytes]:
    return _prepared(head.case, head.joined)


def _prepared(case: Case, joined: frozenset[str]) -> tuple[str, httpx2.URL, dict[str, str], bytes]:
    prepared = prepare_request(case.drawn(), None, config=SanitizationConfig(enabled=False), base_url=BASE_URL)
    headers = {name: str(value) for name, value in prepared.headers.items() if name.lower() not in _OWN_HEADERS}
    body: Any = prepared.body or b""
    content = body.encode() if isinstance(body, str) else body
    path, mark, query = str(prepared.url).partition("?")
    path = path.partition("#")[0]  # which of the operations of one path it is
    pairs = (pair.replace("%2C", ",") if pair.partition("=")[0] in joined else pair for pair in query.split("&"))
    return str(prepared.method), httpx2.URL(path + mark + "&".join(pairs)), headers, content
