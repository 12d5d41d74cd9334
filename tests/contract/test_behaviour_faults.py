"""Faults in what vendors want beside values — signatures, clocks, tokens, envelopes, client scope — are found, each by
the check that is meant for it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from qiyue import contract, mock
from qiyue.api import Api, Dispatch, Example, Operation, Signature
from qiyue.contract.auth.credentials import mock_credentials
from qiyue.diagnostics import Report
from qiyue.drivers import Driver, PythonDriver, in_memory
from qiyue.pipeline import compile_file
from qiyue.targets import python
from qiyue.values import FrozenMap

CASES = Path(__file__).parents[1] / "cases"
PHASES: tuple[contract.Phase, ...] = ("examples", "coverage")
Plant: TypeAlias = Callable[[Api, contract.ControlledClock], Mapping[str, Any]]
"""From an Api and a clock to what stands in for the mock or the client made of it."""


@pytest.fixture(scope="module")
def apis() -> dict[str, Api]:
    names = ("heron_press", "otter_bank", "wren_library")
    return {name: compile_file(CASES / name / "openapi.yaml", root=CASES).api for name in names}


def server(change: Callable[[Api], Api], **options: Any) -> Plant:
    """A mock of a changed Api."""
    return lambda api, clock: {"app": mock.app(change(api), clock=clock, accepted=mock_credentials(api), **options)}


def client(change: Callable[[Api], Api]) -> Plant:
    """A client of a changed Api."""
    return lambda api, _: {"driver": generated(change(api))}


def generated(api: Api) -> Driver:
    return PythonDriver(in_memory(python.generate(api, "client", Report()), "client"))


def each(change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    return lambda api: replace(api, operations=tuple(map(change, api.operations)))


def signed_otherwise(**changes: Any) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        assert isinstance(operation.signature, Signature)
        return replace(operation, signature=replace(operation.signature, **changes))

    return each(change)


def filled_otherwise(where: str, **changes: Any) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        request = operation.envelope.request if operation.envelope else None
        if operation.envelope is None or request is None:
            return operation
        fill = tuple(replace(one, **changes) if one.at == where else one for one in request.fill)
        return replace(operation, envelope=replace(operation.envelope, request=replace(request, fill=fill)))

    return each(change)


def without_rules(api: Api) -> Api:
    return replace(api, mock=FrozenMap({**api.mock, "rules": ()}))


def without_role_rules(operation: Operation) -> Operation:
    assert operation.mock is not None
    return replace(operation, mock=replace(operation.mock, rules=()))


def any_selection(api: Api) -> Api:
    """What is unknown is taken for the first operation."""
    (dispatch,) = api.dispatches
    more = tuple((f"{value}.unheard-of", name) for value, name in dispatch.cases)
    changed = replace(dispatch, cases=(*dispatch.cases, *more))
    assert isinstance(changed, Dispatch)
    return replace(api, dispatches=(changed,))


def in_another_order(operation: Operation) -> Operation:
    assert operation.errors is not None
    return replace(operation, errors=replace(operation.errors, check_order=operation.errors.check_order[::-1]))


def without_payload(operation: Operation) -> Operation:
    """A server that says success and forgets what it is about."""
    said = (Example("bare", FrozenMap({"fine": True, "state": 0})),)
    answers = tuple(
        replace(answer, media=tuple(replace(media, examples=said) for media in answer.media))
        for answer in operation.answers
    )
    return replace(operation, answers=answers, mock=None)


FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    "checks no signature": (
        "heron_press",
        "mock",
        "signature",
        server(each(lambda one: replace(one, signature=None))),
    ),
    "signs less than is sent": ("heron_press", "mock", "signature", server(signed_otherwise(over="body"))),
    "takes a signature twice": ("heron_press", "mock", "replay", server(signed_otherwise(unique=None))),
    "looks at no clock": ("heron_press", "mock", "clock", server(without_rules)),
    "knows every shop": ("heron_press", "mock", "scope", server(without_rules)),
    "checks in another order": ("heron_press", "mock", "order", server(each(in_another_order))),
    "takes unknown acts": ("heron_press", "mock", "selection", server(any_selection)),
    "has another key": ("heron_press", "mock", "example", server(lambda api: api, secrets={"press_key": "other"})),
    "takes every token": (
        "otter_bank",
        "mock",
        "credentials",
        server(each(lambda one: replace(one, security=()))),
    ),
    "gives tokens to everybody": (
        "otter_bank",
        "mock",
        "credentials",
        lambda api, clock: {"app": mock.app(api, clock=clock)},
    ),
    "says success without a payload": ("otter_bank", "mock", "code", server(each(without_payload))),
    "knows every branch": ("wren_library", "mock", "scope", server(each(without_role_rules))),
    "client signs otherwise": ("heron_press", "client", "signature", client(signed_otherwise(join="key-value"))),
    "client takes other time": ("heron_press", "client", "filled", client(filled_otherwise("/stamp", make="epoch-ms"))),
    "client takes another zone": ("otter_bank", "client", "filled", client(filled_otherwise("/when", zone="UTC"))),
    "client fills in something else": (
        "heron_press",
        "client",
        "filled",
        client(filled_otherwise("/lang", value="fr")),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(apis: dict[str, Api], name: str) -> None:
    vendor, target, check, plant = FAULTS[name]
    clock = contract.ControlledClock()
    outcome = contract.run(apis[vendor], target, clock=clock, phases=PHASES, **plant(apis[vendor], clock))
    assert not outcome.green
    assert check in {failure.check for failure in outcome.failures}


@pytest.mark.parametrize("vendor", ["heron_press", "otter_bank", "wren_library"])
@pytest.mark.parametrize("target", contract.TARGETS)
def test_a_seed_sends_the_same_requests(apis: dict[str, Api], vendor: str, target: str) -> None:
    runs = [contract.run(apis[vendor], target, seed=3, max_examples=2).request_hash for _ in range(2)]
    assert runs[0] == runs[1]
