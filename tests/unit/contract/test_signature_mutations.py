"""A signed request is tampered with at every spot that is signed, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qiyue.api import Api, Kind, Operation
from qiyue.contract.auth.completion import RequestCompletion, compute_signature, decode_parameters
from qiyue.contract.auth.credentials import create_test_customer
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.generators.signature_mutations import SignatureMutation, mutate_signature
from qiyue.contract.http.message import value_at
from qiyue.contract.model.clock import ControlledClock
from qiyue.contract.model.mutation import NO_MUTATION
from qiyue.examples import example_requests
from qiyue.pipeline import compile_file

CASES = Path(__file__).parents[2] / "cases"
SIGNED = "0123456789abcdef" * 4


@pytest.fixture(scope="module")
def api() -> Api:
    return compile_file(CASES / "heron_press" / "openapi.yaml", root=CASES).api


@pytest.fixture(scope="module")
def operation(api: Api) -> Operation:
    return api.operation("orderPrint")


def tampered(api: Api, operation: Operation) -> list[SignatureMutation]:
    return list(mutate_signature(api, operation, example_requests(api, operation)[0]))


def spots(found: list[SignatureMutation]) -> Iterator[str]:
    yield from dict.fromkeys(where for _, _, spoiled in found for where in spoiled.altered)


def test_all_that_is_signed_is_tampered_with(api: Api, operation: Operation) -> None:
    wanted = {
        "/mark",
        "/unheard-of",
        "query:unheard-of",
        "/act",
        "/shop",
        "/stamp",
        "/lang",
        "/title",
        "/copies",
        "/framed",
    }
    assert set(spots(tampered(api, operation))) == wanted


@pytest.mark.parametrize("where", ["/mark", "/title"])
def test_every_character_is_changed_alone(api: Api, operation: Operation, where: str) -> None:
    text = SIGNED if where == "/mark" else "Ice"
    alters = [
        each.altered[where]
        for about, _, each in tampered(api, operation)
        if about.startswith("another character in") and where in each.altered
    ]
    changed = [
        next(index for index, pair in enumerate(zip(text, alter(text), strict=True)) if pair[0] != pair[1])
        for alter in alters
    ]
    assert changed == list(range(len(text)))


def test_no_signature_fits_what_is_tampered_with(api: Api, operation: Operation) -> None:
    planned = load_plan(api, 0).planned(operation, example_requests(api, operation)[0])
    completion = RequestCompletion(api, ControlledClock(), 0)
    keys = create_test_customer(api).keys
    right = completion.complete(operation, replace(planned, mutation=NO_MUTATION), keys)
    assert value_at(right, "/mark") == compute_signature(operation, right)
    for about, _, spoiled in tampered(api, operation):
        request = completion.complete(operation, replace(planned, mutation=spoiled), keys)
        assert value_at(request, "/mark") != compute_signature(operation, request), about
        assert decode_parameters(operation, request) != decode_parameters(operation, right), about


def changed(operation: Operation, **words: Any) -> Operation:
    assert operation.signature is not None
    return replace(operation, signature=replace(operation.signature, **words))


def test_what_is_not_signed_is_left_alone(api: Api, operation: Operation) -> None:
    found = set(spots(tampered(api, changed(operation, exclude=("title", "unheard-of"), over="body"))))
    assert found == {"/mark", "/act", "/shop", "/stamp", "/lang", "/copies", "/framed"}


def test_the_kind_is_known_unless_the_spot_tells_more(api: Api, operation: Operation) -> None:
    kinds = {where: kinds for _, kinds, spoiled in tampered(api, operation) for where in spoiled.altered}
    assert (kinds["/title"], kinds["/shop"]) == ({Kind.BAD_SIGNATURE}, frozenset())
