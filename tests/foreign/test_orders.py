"""A server that is right is green, twice; each of its faults is found by the check that is meant for it."""

from pathlib import Path

import pytest

from qiyue import contract
from qiyue.api import Api
from qiyue.contract import LiveRunConfig, Outcome
from qiyue.diagnostics import Report
from qiyue.drivers import Driver, PythonDriver, in_memory
from qiyue.mock import running
from qiyue.pipeline import compile_text
from qiyue.targets import python

from .orders import FAULTS, Orders


@pytest.fixture(scope="module")
def orders() -> tuple[Api, Driver]:
    api = compile_text(Path(__file__).with_name("orders.yaml").read_text("utf-8")).api
    return api, PythonDriver(in_memory(python.generate(api, "orders", Report()), "orders"))


def visit(orders: tuple[Api, Driver], url: str, **options: object) -> Outcome:
    asked = {"allow_writes": True, "rate": 10_000.0, "max_requests": 400} | options
    config = LiveRunConfig(url=url, **asked)  # type: ignore[arg-type]
    return contract.run_live(*orders, {"ORDERS_KEY": "k1", "ORDERS_TOKEN": "k1"}, config)


@pytest.mark.parametrize("fault", ["", "names are unique"])
def test_a_server_that_is_right_is_green_twice(orders: tuple[Api, Driver], fault: str) -> None:
    with running(Orders(fault).app) as url:
        for run_id in ("one", "two"):
            outcome = visit(orders, url, run_id=run_id)
            assert (list(outcome.reasons()), list(outcome.left)) == ([], [])
            assert {each.operation for each in outcome.tested if each.successes} == set(outcome.selected)


@pytest.mark.parametrize("fault", [fault for fault, check in FAULTS.items() if check])
def test_a_fault_is_found_by_its_check(orders: tuple[Api, Driver], fault: str) -> None:
    with running(Orders(fault).app) as url:
        outcome = visit(orders, url, phases=("examples", "stateful", "coverage"), strict_behaviour=True, run_id="r")
    assert FAULTS[fault] in {failure.check for failure in outcome.failures}


def test_a_habit_that_is_nowhere_kept_is_a_gap(orders: tuple[Api, Driver]) -> None:
    with running(Orders("DELETE keeps the order").app) as url:
        outcome = visit(orders, url, phases=("examples", "stateful"), run_id="r")
    assert "deleted" not in {failure.check for failure in outcome.failures}
    assert "deleted" in {gap.check for gap in outcome.gaps}
