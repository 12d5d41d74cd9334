"""What the mock's tests share: an inline spec becomes a client of its mock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Unpack

import pytest
from starlette.testclient import TestClient

from qiyue import pipeline
from qiyue.api import Api
from qiyue.base import json
from qiyue.diagnostics import Report
from qiyue.mock import app
from qiyue.mock.options import Given

HEAD = 'openapi: "3.1.0"\ninfo: {title: Test, version: "1"}\n'


@dataclass
class Served:
    """A mock in process."""

    api: Api
    client: TestClient
    report: Report

    def reason(self, method: str, path: str, **options: Any) -> str:
        """Send a request and give what the mock names as the reason of its refusal."""
        return self.client.request(method, path, **options).headers.get("x-qiyue-reason", "")

    def json(self, method: str, path: str, **options: Any) -> Any:
        """Send a request and read the answer exactly."""
        return json.loads(self.client.request(method, path, **options).content)

    def gaps(self) -> list[tuple[str, str]]:
        return [(each.code, each.message) for each in self.report]


@dataclass
class Serve:
    """Builds mocks, one per text."""

    known: dict[str, Api] = field(default_factory=dict)

    def __call__(self, text: str, **options: Unpack[Given]) -> Served:
        api = self.known.get(text) or pipeline.compile_text(HEAD + text).api
        self.known[text] = api
        report = Report()
        built = app(api, **{**options, "report": report})
        return Served(api, TestClient(built), report)


@dataclass
class Watch:
    """A clock that is set by hand."""

    now: float = 1_710_491_400.0  # 2024-03-15 16:30:00 +08:00

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="session")
def serve() -> Callable[..., Served]:
    return Serve()


@pytest.fixture
def watch() -> Watch:
    return Watch()
