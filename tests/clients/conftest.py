"""Inline spec → client in a folder → imported: what the tests of generated clients start from."""

import importlib
import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from qiyue.client_plan import Naming
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

_numbers = itertools.count(1)

HEAD = """
openapi: 3.1.0
info: {title: Tea House, version: "1.2"}
servers: [{url: https://tea.example}]
"""


@dataclass
class Wire:
    """Answers every request with what is prepared, and keeps what was sent."""

    status: int = 200
    content: bytes = b"{}"
    content_type: str = "application/json"
    sent: list[httpx2.Request] = field(default_factory=list)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self.sent.append(request)
        return httpx2.Response(self.status, content=self.content, headers={"Content-Type": self.content_type})

    @property
    def body(self) -> bytes:
        return self.sent[-1].content

    @property
    def url(self) -> str:
        return str(self.sent[-1].url)


@dataclass
class Made:
    """An imported client package."""

    module: ModuleType
    folder: Path
    package: str

    @property
    def models(self) -> Any:
        return self.module.models

    def client(self, wire: Wire, **options: Any) -> Any:
        http = httpx2.Client(transport=httpx2.MockTransport(wire))
        return self.module.TeaClient(http_client=http, sleep=lambda _: None, **options)

    def async_client(self, wire: Wire, **options: Any) -> Any:
        async def sleep(_: float) -> None:
            return None

        http = httpx2.AsyncClient(transport=httpx2.MockTransport(wire))
        return self.module.AsyncTeaClient(http_client=http, sleep=sleep, **options)


def write_client(text: str, folder: Path, package: str) -> Path:
    """Generate the client of a document into a folder, methods named as ids are."""
    compiled = compile_text(text)
    for file in generate(compiled.api, package, compiled.report, naming=Naming("ids")):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / package


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Made]]:
    """Give a function from the text of a document, usually without its head, to its imported client."""
    made: list[str] = []

    def build(text: str, head: str = HEAD) -> Made:
        package = f"made_{next(_numbers)}"
        write_client(head + text, tmp_path, package)
        monkeypatch.syspath_prepend(str(tmp_path))
        importlib.invalidate_caches()
        module = importlib.import_module(package)
        made.append(package)
        name = next(each for each in module.__all__ if each.startswith("Made"))
        vars(module).update(TeaClient=getattr(module, name), AsyncTeaClient=getattr(module, "Async" + name))
        return Made(module, tmp_path, package)

    yield build
    for name in [name for name in sys.modules if name.partition(".")[0] in made]:
        del sys.modules[name]


@pytest.fixture
def wire() -> Wire:
    """Give the far side of the client."""
    return Wire()
