"""A test is a folder: ``openapi.yaml`` is generated, imported and called against its mock, as ``calls.yaml`` says.

``calls.yaml``: ``client``, the arguments of its constructor; ``accepted``, the keys that the mock takes; ``calls``,
each with ``call`` and ``with`` (arguments as wire values), what it ``sends``, and what it ``gives`` or ``raises``.
The contract suite must be green for the folder too, for the mock and for the client.
"""

import importlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from qiyue import contract, mock, source
from qiyue.api import Api
from qiyue.caller import Package, in_memory
from qiyue.caller.call import method
from qiyue.contract.wire import BASE_URL, Wire
from qiyue.diagnostics import Report
from qiyue.pipeline import compile_file
from qiyue.targets import python
from qiyue.values import same

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
    with closing(Wire(mock.app(case.api, accepted=case.told.get("accepted", {})))) as wire:
        _calls(case, wire, mode)


@pytest.mark.parametrize("target", contract.TARGETS)
def test_contract_is_green(case: Case, target: str) -> None:
    outcome = contract.run(case.api, target, max_examples=10)
    assert list(outcome.reasons()) == []
    assert len(outcome.tested) == len(case.api.operations)


def _calls(case: Case, wire: Wire, mode: str) -> None:
    for told in case.told["calls"]:
        outcome = _do(case, wire, told, mode)
        passed = wire.take()
        if "sends" in told:
            assert passed, repr(outcome)
            assert _sent(passed[-1].request) == _wanted(told["sends"])
        if "raises" in told:
            _raised(case.package, outcome, told["raises"])
        else:
            assert same(_plain(case.package, outcome), told["gives"])


def _do(case: Case, wire: Wire, told: Any, mode: str) -> Any:
    options = {"base_url": BASE_URL, "max_retries": 0, **case.told.get("client", {}), **told.get("client", {})}
    given = told.get("with", {})
    try:
        if mode == "sync":
            client = case.package.client(http_client=httpx2.Client(transport=wire), **options)
            return method(client, told["call"])(**given)
        client = case.package.async_client(http_client=httpx2.AsyncClient(transport=wire), **options)
        return wire.run(method(client, told["call"])(**given))
    except Exception as error:  # noqa: BLE001 - the case tells what is right
        return error


def _raised(package: Package, outcome: Any, wanted: Any) -> None:
    assert isinstance(outcome, package.error(wanted["error"])), repr(outcome)
    for name, value in wanted.items():
        if name != "error":
            assert getattr(outcome, name) == value


def _plain(package: Package, outcome: Any) -> Any:
    assert not isinstance(outcome, Exception), repr(outcome)
    reading = importlib.import_module(f"{package.module.__name__}._runtime.reading")
    json = importlib.import_module(f"{package.module.__name__}._runtime.json")
    return json.loads(json.dumps(reading.plain(outcome)))


def _sent(request: httpx2.Request) -> tuple[Any, ...]:
    path, _, query = request.url.raw_path.decode().partition("?")
    return request.method, path, sorted(parse_qsl(query)), sorted(parse_qsl(request.content.decode()))


def _wanted(line: str) -> tuple[Any, ...]:
    verb, address, *body = line.split(" ", 2)
    path, _, query = address.partition("?")
    return verb, path, sorted(parse_qsl(query)), sorted(parse_qsl(body[0] if body else ""))
