"""Said: what a case says, as plain wire values, for a caller that has arguments instead of a query string.

In: a case and its request as schemathesis writes it (by then every parameter is text). Out: a ``Request``.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import unquote_plus

import httpx2
from schemathesis.core import NOT_SET
from starlette.requests import cookie_parser

from qiyue.api import Api, Operation
from qiyue.contract.cases import Case
from qiyue.diagnostics import Report
from qiyue.examples import Request
from qiyue.mock.incoming import Incoming
from qiyue.mock.parameters import Parameters
from qiyue.mock.schemas import Schemas
from qiyue.sample import SampleFile
from qiyue.values import Plain, freeze


class Reader:
    """Reads the parameters of one operation out of requests."""

    def __init__(self, operation: Operation, schemas: Schemas) -> None:
        self._parameters = Parameters(operation, schemas)
        parts = re.split(r"\{([^{}]+)\}", operation.path)
        self._names = parts[1::2]
        texts = [re.escape(text) for text in parts[::2]]
        self._path = re.compile("([^/]*)".join(texts) + r"\Z")

    def read(self, request: httpx2.Request) -> dict[str, dict[str, Plain]]:
        """Give the values by location and wire name."""
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        found = self._path.search(path)
        raw = dict(zip(self._names, found.groups(), strict=True)) if found else {}
        pairs = [part.partition("=") for part in query.split("&") if part]
        headers = {name.lower(): value for name, value in request.headers.items()}
        incoming = Incoming(
            request.method,
            path,
            tuple((unquote_plus(name), value) for name, _, value in pairs),
            headers,
            cookie_parser(headers.get("cookie", "")),
            b"",
        )
        said: dict[str, dict[str, Plain]] = {}
        for where, value in self._parameters.read(incoming, raw)[0].items():
            location, _, name = where.partition(":")
            said.setdefault(location, {})[name] = value
        return said


def readers(api: Api) -> Mapping[str, Reader]:
    """Give a reader for each operation."""
    schemas = Schemas(api, "request", Report())
    return {operation.id: Reader(operation, schemas) for operation in api.operations}


def said(operation: Operation, case: Case, reader: Reader, request: httpx2.Request) -> Request:
    """Give what a case says."""
    parameters = freeze(reader.read(request))
    if case.body is NOT_SET or case.media_type is None:
        return Request(operation.id, "", parameters)
    if isinstance(case.body, bytes):
        return Request(operation.id, "", parameters, case.media_type, None, (("", _file(case, "", case.body)),))
    body, files = exact(case.body), []
    if isinstance(body, dict):
        for name, value in list(body.items()):
            for content in value if isinstance(value, list) else [value]:
                if isinstance(content, bytes):
                    files.append((name, _file(case, name, content)))
                    body.pop(name, None)
    return Request(operation.id, "", parameters, case.media_type, freeze(body), tuple(files))


def sayable(case: Case, declared: Any) -> Case:
    """Give the case without the members of its body that the client has no argument for."""
    body = declared.body
    if body is None or body.argument or not isinstance(case.body, dict):
        return case
    names = {each.name for each in body.properties}
    sayable: Case = case.operation.Case(
        path_parameters=case.path_parameters,
        headers=case.headers,
        cookies=case.cookies,
        query=case.query,
        body={name: value for name, value in case.body.items() if name in names},
        media_type=case.media_type,
        multipart_content_types=case.multipart_content_types,
    )
    return sayable


def exact(value: Any) -> Any:
    """Give data with every float as the decimal that JSON shows of it."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: exact(each) for key, each in value.items()}
    return [exact(each) for each in value] if isinstance(value, list) else value


def _file(case: Case, name: str, content: bytes) -> SampleFile:
    types = case.multipart_content_types or {}
    content_type = types.get(name, "") if name else case.media_type or ""
    return SampleFile("file", content_type, content)
