"""A test is a folder: ``openapi.yaml`` is generated, imported and called against its mock, as ``calls.yaml`` says.

``calls.yaml``: ``client``, the arguments of its constructor; ``accepted``, the keys that the mock takes; ``calls``,
each with ``call`` and ``with`` (arguments as wire values), what it ``sends``, and what it ``gives`` or ``raises``.
Client and mock go by one clock, which stands still at 2026-03-18 09:30 in Shanghai but for waiting.
The contract suite must be green for the folder too, for the mock and for the client.
"""

import importlib
import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from qiyue import contract, mock, source
from qiyue.api import Api
from qiyue.base.equality import json_equal
from qiyue.contract.http.asgi_transport import BASE_URL, ASGITransport
from qiyue.diagnostics import Report
from qiyue.drivers import Package, in_memory
from qiyue.drivers.call import method
from qiyue.pipeline import compile_file
from qiyue.targets import python

HERE = Path(__file__).parent
FOLDERS = sorted(path.parent for path in HERE.glob("*/openapi.yaml"))


@dataclass(frozen=True)
class Case:
    """One folder, made ready."""

    api: Api
    package: Package
    told: Any


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    api = compile_file(request.param / "openapi.yaml", root=HERE).api
    package = in_memory(python.generate(api, request.param.name, Report()), request.param.name)
    return Case(api, package, source.read(request.param / "calls.yaml").data)


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_calls(case: Case, mode: str) -> None:
    clock = contract.ControlledClock()
    app = mock.app(case.api, accepted=case.told.get("accepted", {}), clock=clock)
    with closing(ASGITransport(app)) as wire:
        calls = Calls(case, wire, mode, clock)
        for told in case.told["calls"]:
            calls.check(told)


@pytest.mark.parametrize("target", contract.TARGETS)
def test_contract_is_green(case: Case, target: str) -> None:
    outcome = contract.run(case.api, target, max_examples=10)
    assert list(outcome.reasons()) == []
    assert len(outcome.tested) == len(case.api.operations)


class Calls:
    """The calls of one folder: those of clients that are made alike share a client."""

    def __init__(self, case: Case, wire: ASGITransport, mode: str, clock: contract.ControlledClock) -> None:
        self._case, self._wire, self._mode, self._clock = case, wire, mode, clock
        self._clients: dict[str, Any] = {}

    def check(self, told: Any) -> None:
        outcome = self._do(told)
        passed = self._wire.take()
        if "sends" in told:
            assert passed, repr(outcome)
            assert _sent(passed[-1].request) == _wanted(told["sends"])
        if "raises" in told:
            _raised(self._case.package, outcome, told["raises"])
        elif "gives" in told:
            assert json_equal(_plain(self._case.package, outcome), told["gives"])
        else:
            assert not isinstance(outcome, Exception), repr(outcome)

    def _do(self, told: Any) -> Any:
        options = {**self._case.told.get("client", {}), **told.get("client", {})}
        client = self._clients.setdefault(repr(options), None) or self._client(options)
        self._clients[repr(options)] = client
        try:
            outcome = method(client, told["call"])(**told.get("with", {}))
            return outcome if self._mode == "sync" else self._wire.run(outcome)
        except Exception as error:  # noqa: BLE001 - the case tells what is right
            return error

    def _client(self, options: dict[str, Any]) -> Any:
        given = {"base_url": BASE_URL, "max_retries": 0, "clock": self._clock, "random": Random(0), **options}
        if self._mode == "sync":
            http_client = httpx2.Client(transport=self._wire)
            return self._case.package.client(http_client=http_client, sleep=self._clock.wait, **given)

        async def wait(seconds: float) -> None:
            self._clock.wait(seconds)

        return self._case.package.async_client(
            http_client=httpx2.AsyncClient(transport=self._wire), sleep=wait, **given
        )


def _raised(package: Package, outcome: Any, wanted: Any) -> None:
    assert isinstance(outcome, package.error(wanted["error"])), repr(outcome)
    for name, value in wanted.items():
        if name != "error":
            assert getattr(outcome, name) == value


def _plain(package: Package, outcome: Any) -> Any:
    assert not isinstance(outcome, Exception), repr(outcome)
    reading = importlib.import_module(f"{package.module.__name__}._runtime.reading")
    exact = importlib.import_module(f"{package.module.__name__}._runtime.json")
    return exact.loads(exact.dumps(reading.plain(outcome)))


def _sent(request: httpx2.Request) -> tuple[Any, ...]:
    path, _, query = request.url.raw_path.decode().partition("?")
    return request.method, path, sorted(parse_qsl(query)), _content(request.content.decode())


def _wanted(line: str) -> tuple[Any, ...]:
    verb, address, *body = line.split(" ", 2)
    path, _, query = address.partition("?")
    return verb, path, sorted(parse_qsl(query)), _content(body[0] if body else "")


def _content(text: str) -> Any:
    return json.loads(text, parse_float=str) if text.startswith("{") else sorted(parse_qsl(text))
