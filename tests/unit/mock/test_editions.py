"""Every spec of the project, page and overlays one after the other: its example requests reach success."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, cast
from urllib.parse import quote, urlencode

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from qiyue import pipeline
from qiyue.api import Api, Operation, Token
from qiyue.base import json
from qiyue.base.fill_value import Moment, make
from qiyue.base.signature import sign
from qiyue.base.where import get, put
from qiyue.diagnostics import Report
from qiyue.examples import Request, example_requests
from qiyue.mock import SECRET, app
from qiyue.mock.answer import preferred, success
from qiyue.mock.condition import holds
from qiyue.mock.schemas import Schemas, failures
from qiyue.values import thaw

SPECS = Path(__file__).parents[3] / "specs"
KEY = "any-key"


@dataclass
class Caller:
    """Sends example requests; each a second after the one before."""

    api: Api
    client: TestClient = field(init=False)
    now: float = 1_773_797_400.0  # 2026-03-18 09:30:00 +08:00

    def clock(self) -> float:
        return self.now

    def send(self, operation: Operation, request: Request) -> Response:
        """Send one request."""
        self.now += 1
        body = self._signed(operation, self._filled(operation, thaw(request.body)))
        headers = {name: text(value) for name, value in request.parameter("header").items()}
        query = {name: text(value) for name, value in request.parameter("query").items()}
        headers, query = self._opened(operation, headers, query)
        path = operation.path
        for name, value in request.parameter("path").items():
            path = path.replace(f"{{{name}}}", quote(text(value), safe=""))
        url = path + ("?" + urlencode(query) if query else "")
        if request.content_type.endswith("json"):
            headers["Content-Type"] = request.content_type
        return self.client.request(operation.method, url, headers=headers, **self._body(request, body))

    def _filled(self, operation: Operation, body: Any) -> Any:
        envelope = operation.envelope.request if operation.envelope else None
        for fill in envelope.fill if envelope and isinstance(body, dict) else ():
            if fill.per == "attempt" or get(body, fill.at) is None:
                body = put(body, fill.at, make(cast(Any, fill), Moment(self.now, Random(0))))
        return body

    def _signed(self, operation: Operation, body: Any) -> Any:
        rule = operation.signature
        return put(body, rule.put, sign(rule, body, SECRET)) if rule else body

    def _opened(self, operation: Operation, headers: dict[str, str], query: dict[str, str]) -> Any:
        schemes = {scheme.id: scheme for scheme in self.api.security_schemes}
        for name, _ in operation.security[0] if operation.security else ():
            scheme = schemes[name]
            key = self._token(scheme.token) if scheme.token else KEY
            if scheme.type != "apiKey":
                headers["Authorization"] = f"Bearer {key}"
            else:
                (headers if scheme.location == "header" else query)[scheme.name] = key
        return headers, query

    def _token(self, token: Token) -> str:
        operation = self.api.operation(token.operation)
        answer = self.send(operation, example_requests(self.api, operation)[0])
        return str(get(json.loads(answer.content), token.token))

    def _body(self, request: Request, body: Any) -> Mapping[str, Any]:
        if not request.content_type:
            return {}
        if request.content_type.startswith("multipart/"):
            fields = {name: (None, text(value)) for name, value in (body or {}).items()}
            files = {name: (one.name, one.content, one.content_type) for name, one in request.files}
            return {"files": {**fields, **files}}
        if request.content_type == "application/x-www-form-urlencoded":
            return {"data": {name: text(value) for name, value in body.items() if value is not None}}
        return {"content": json.dumps(body)}


def text(value: Any) -> str:
    return value if isinstance(value, str) else json.text(value)


def editions() -> list[tuple[Path, ...]]:
    """Each page alone, and with its overlays in the order of their names."""
    found: list[tuple[Path, ...]] = []
    for spec in sorted(SPECS.glob("*/openapi.yaml")):
        overlays = sorted(spec.parent.glob("*.overlay.yaml"))
        found += [(spec, *overlays[:count]) for count in range(len(overlays) + 1)]
    return found


def name(files: tuple[Path, ...]) -> str:
    return "+".join([files[0].parent.name, *(file.name.partition(".")[0] for file in files[1:])])


@pytest.mark.parametrize("files", editions(), ids=name)
def test_every_example_request_succeeds(files: tuple[Path, ...]) -> None:
    api = pipeline.compile_file(files[0], files[1:]).api
    report = Report()
    caller = Caller(api)
    caller.client = TestClient(app(api, clock=caller.clock, report=report))
    schemas = Schemas(api, "answer", Report())
    wrong = [problem for operation in api.operations for problem in problems(api, operation, caller, schemas)]
    assert wrong == []
    assert [diagnostic.message for diagnostic in report] == []


def problems(api: Api, operation: Operation, caller: Caller, schemas: Schemas) -> list[str]:
    found = []
    for request in example_requests(api, operation):
        response = caller.send(operation, request)
        said = f"{operation.id} {request.name}".strip()
        if not succeeded(operation, response):
            found.append(f"{said}: {response.status_code} {response.headers.get('x-qiyue-reason')}")
            continue
        answer = success(operation)
        media = preferred(answer.media) if answer else None
        if media and media.type:
            wrong = failures(schemas.validator(media.type), json.loads(response.content))
            found += [f"{said}: the answer breaks its schema: {failure.reason}" for failure in wrong]
    return found


def succeeded(operation: Operation, response: Response) -> bool:
    envelope = operation.envelope.answer if operation.envelope else None
    is_fine = 200 <= response.status_code < 300 and "x-qiyue-reason" not in response.headers
    return is_fine and (not envelope or not envelope.success or holds(envelope.success, json.loads(response.content)))
