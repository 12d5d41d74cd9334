"""Demo: the tour. Every operation of every edition, called through its generated client against a running mock.

In: editions. Out: a row for each operation and mode; the command line prints them. The client is generated on the
spot, in memory, so the tour goes the whole way from the spec to an answer.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import partial
from itertools import islice
from typing import Any

from qiyue import mock
from qiyue.api import Api
from qiyue.config import Edition
from qiyue.contract.auth.credentials import invent_settings, mock_credentials
from qiyue.contract.model.operation_order import in_order
from qiyue.diagnostics import Report
from qiyue.drivers import Package, call, in_memory, typed, upload
from qiyue.drivers.typed import is_file, path
from qiyue.examples import example_requests
from qiyue.pipeline import compile_edition
from qiyue.sample import sample_file
from qiyue.targets import TargetInput, find_target

_FILE = sample_file("image/png")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One call of the tour."""

    edition: str
    operation: str
    mode: str
    """``sync`` or ``async``."""
    call: str
    """What a caller would type."""
    result: str
    milliseconds: float
    ok: bool


def run_demo(editions: Iterable[Edition]) -> Iterator[Row]:
    """Call every operation of the editions, sync and async, and give a row for each call as it is made.

    Each mode has a mock of its own, so that what one deletes is there for the other.
    """
    for edition in editions:
        api = compile_edition(edition).api
        files = find_target(edition.target).generate(TargetInput(api, edition.package, Report(), naming=edition.naming))
        package = in_memory(files, edition.package)
        for converse in (_sync, _async):
            with mock.running(mock.app(api, accepted=mock_credentials(api))) as address:
                yield from converse(edition.name, api, package, address)


def _sync(name: str, api: Api, package: Package, address: str) -> Iterator[Row]:
    with package.client(base_url=address, **package.spell(invent_settings(api))) as client:
        yield from _rows(name, "sync", api, package, client, lambda result: result)


def _async(name: str, api: Api, package: Package, address: str) -> Iterator[Row]:
    client = package.async_client(base_url=address, **package.spell(invent_settings(api)))
    with asyncio.Runner() as runner:
        yield from _rows(name, "async", api, package, client, runner.run)
        runner.run(client.close())


def _rows(name: str, mode: str, api: Api, package: Package, client: Any, wait: Callable[[Any], Any]) -> Iterator[Row]:
    """Call the operations of an edition: what makes objects first, what deletes them last. Upload where one can."""
    for operation in in_order(api.operations):
        request = example_requests(api, operation)[0]
        calls = {typed(package.operations[operation.id], request, _short): partial(call, package, client, request)}
        if operation.upload:
            resource = package.operations[operation.id].caller.rpartition(".")[0]
            line = f'client.{resource}.upload(file=Path("{_FILE.name}"))'
            calls[line] = partial(upload, package, client, operation.id, _FILE)
        for line, make in calls.items():
            start = time.perf_counter()
            result, ok = _outcome(wait, make)
            spent = (time.perf_counter() - start) * 1000
            yield Row(name, operation.id, mode, line, result, spent, ok)


def _outcome(wait: Callable[[Any], Any], make: Callable[[], Any]) -> tuple[str, bool]:
    try:
        return _summary(wait(make())), True
    except Exception as error:  # noqa: BLE001 - the row says what went wrong
        return f"{type(error).__name__}: {error}", False


def _short(value: Any) -> str:
    if is_file(value):
        return path(value)
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:1]}…{text[-1:]}"


def _summary(result: Any) -> str:
    """Name the money in a result, else the first of its values."""
    leaves = list(_leaves("", result))
    money = [(name, value) for name, value in leaves if isinstance(value, Decimal) and value]
    shown = [f"{name} {_plain(value)}" for name, value in islice(money or leaves, _SHOWN)]
    return ", ".join(shown) or repr(result)


def _plain(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(f"{name}.{key}".lstrip("."), each)
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _leaves(f"{name}[{number}]", each)
    elif hasattr(type(value), "model_fields"):
        yield from _leaves(name, {key: getattr(value, key) for key in type(value).model_fields})
    elif value is not None:
        yield name, value
