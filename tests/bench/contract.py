"""What the contract suite costs in CPU time, start-up apart: ``.venv/bin/python tests/bench/contract.py [EDITION...]``.

- cases a second of the boundary phase: made, called on the mock, checked, in this process; and of what is wanted;
- what call and checks of a case cost in the drawn phases, as a share of what drawing one by schemathesis costs.
"""

import gc
import sys
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import TypeVar

from qiyue import contract, drivers, mock
from qiyue.api import Api
from qiyue.config import load_project
from qiyue.contract.failure_reporter import FailureReporter
from qiyue.contract.generators.plan import load_plan
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import ControlledClock
from qiyue.contract.suite import run_suite
from qiyue.contract.target import ServerTarget
from qiyue.diagnostics import Report
from qiyue.pipeline import compile_edition
from qiyue.targets import open_client

T = TypeVar("T")
DRAWN: tuple[contract.Phase, ...] = ("coverage", "fuzzing")
EXAMPLES = 20
ENOUGH = 1_000
"""Cases of one measurement of the boundary phase; an edition with fewer goes through it again."""
ROUNDS = 3
WANTED = 1_500
"""Boundary cases a second."""


class Edition:
    """One Api, and what is made of it at start-up."""

    def __init__(self, api: Api) -> None:
        self.api, self.planned, self.ready = api, load_plan(api, 0), mock.Ready(api, Report())

    @cached_property
    def driver(self) -> drivers.Driver:
        return open_client(self.api)

    def run(self, phases: tuple[contract.Phase, ...]) -> tuple[int, float]:
        """Run some phases; give the number of cases and the seconds."""
        clock = ControlledClock()
        target = ServerTarget(self.planned, lambda: contract.server(self.ready, clock), clock)
        witness = FailureReporter(self.api, lambda: self.driver, Redactor(), discreet=False)
        config = contract.RunConfig(phases=phases, max_examples=EXAMPLES)
        return _spent(lambda: run_suite(self.planned, target, config, witness=witness).cases)

    def draw(self) -> tuple[list[Case], float]:
        """Draw the cases of the drawn phases; give them and the seconds."""
        return _spent(self._drawn)

    def _drawn(self) -> list[Case]:
        found: list[Case] = []
        for operation in self.api.operations:
            for phase in DRAWN:
                self.planned.each(operation, phase, EXAMPLES, found.append, negative=True)
        return found


def speed(edition: Edition) -> float:
    """Give the boundary cases of a second, the median of some rounds."""
    edition.run(("examples", "boundary"))  # what is first needed is imported, what is first used is compiled
    found = []
    for _ in range(ROUNDS):
        cases, seconds = 0, 0.0
        while cases < ENOUGH:
            more, spent = edition.run(("boundary",))
            cases, seconds = cases + more, seconds + spent
        found.append(cases / seconds)
    return median(found)


def share(edition: Edition) -> float:
    """Give what call and checks of a case cost, as a share of drawing one; of our own cases, drawing costs nothing."""
    edition.draw()
    drawn, drawing = edition.draw()
    counted, whole = edition.run(DRAWN)
    assert len(drawn) == counted
    theirs = sum(each.case.meta is not None for each in drawn)
    return (whole - drawing) / counted / (drawing / theirs)


def _spent(work: Callable[[], T]) -> tuple[T, float]:
    gc.collect()
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def main(names: list[str]) -> None:
    project = load_project(Path(__file__))
    print(f"| contract suite | boundary cases a second | ÷ {WANTED} | call and checks ÷ drawing |\n|---|---|---|---|")
    for name in names or [edition.name for edition in project.editions]:
        edition = Edition(compile_edition(project.edition(name)).api)
        found = speed(edition)
        print(f"| {name} | {found:.0f} | {found / WANTED:.2f} | {share(edition):.0%} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
