"""An edition made ready: its Api, its generated client, its mock, and a far side that answers what a test prepares."""

import importlib
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from qiyue.api import Api, Operation
from qiyue.config import Edition, load_project
from qiyue.diagnostics import Report
from qiyue.drivers import Package, arguments, in_memory
from qiyue.drivers.call import method
from qiyue.examples import Request
from qiyue.mock import app
from qiyue.pipeline import compile_edition
from qiyue.targets import python

PROJECT = load_project(Path(__file__).parents[2])
LEFT = frozenset({"http_client", "sleep", "options", "locale"})
"""Arguments of clients that are not the customer's credentials or scope."""


@dataclass
class Wire:
    """Answers one operation with what is prepared and keeps what was sent to it; the mock answers the others."""

    operation: Operation
    mock: TestClient
    status: int
    content: bytes
    sent: list[httpx2.Request] = field(default_factory=list)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        path = re.sub(r"\{[^}]+\}", "[^/]+", self.operation.path)
        if request.method == self.operation.method and re.fullmatch(path, request.url.path):
            self.sent.append(request)
            return httpx2.Response(self.status, content=self.content, headers={"Content-Type": "application/json"})
        answer = self.mock.request(
            request.method, request.url.raw_path.decode(), content=request.content, headers=request.headers
        )
        return httpx2.Response(answer.status_code, content=answer.content, headers=dict(answer.headers))


@dataclass(frozen=True)
class Stand:
    """One edition."""

    edition: Edition
    api: Api
    package: Package

    def mock(self) -> TestClient:
        return TestClient(app(self.api))

    def call(self, request: Request, content: bytes, status: int = 200) -> tuple[Wire, Any]:
        """Send a request by the generated client to a far side that answers so; give what it got raw."""
        wire = Wire(self.api.operation(request.operation), self.mock(), status, content)
        declared = self.package.operations[request.operation]
        owner, _, name = declared.caller.rpartition(".")
        with self._client(wire) as client:
            raw = method(client, f"{owner}.with_raw_response.{name}")
            return wire, raw(**arguments(declared, request))

    def plain(self, value: Any, form: Any) -> Any:
        """Give a typed value as the client would write it."""
        reading = importlib.import_module(f"{self.package.module.__name__}._runtime.reading")
        return reading.plain(value, form)

    def _client(self, wire: Wire) -> Any:
        given = dict.fromkeys(self.package.arguments() - LEFT, "demo")
        http = httpx2.Client(transport=httpx2.MockTransport(wire))
        return self.package.client(
            **given, http_client=http, base_url="https://service.test", max_retries=0, sleep=lambda _: None
        )


@cache
def stand_of(name: str) -> Stand:
    edition = PROJECT.edition(name)
    api = compile_edition(edition).api
    return Stand(edition, api, in_memory(python.generate(api, "client", Report()), "client"))


@pytest.fixture(params=[edition.name for edition in PROJECT.editions])
def stand(request: pytest.FixtureRequest) -> Stand:
    return stand_of(request.param)
