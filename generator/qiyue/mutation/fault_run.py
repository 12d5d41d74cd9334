"""Fault run: one operation tested with a fault and without it, case by case.

In: a subject, an operation, a fault or none. Out: what each case showed. A fault is found by the first case at which
the check that is meant for it fails, and does not fail without the fault.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from qiyue.api import Operation
from qiyue.contract import ControlledClock, Phase, server
from qiyue.contract.client.target import ClientTarget
from qiyue.contract.failure_reporter import FailureReporter
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.model.case import Case
from qiyue.contract.model.stop import PhaseComplete
from qiyue.contract.operation_stats import OperationStats
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.response_reader import ParsedResponse
from qiyue.contract.suite import SuiteRun
from qiyue.contract.target import ServerTarget, Target, TargetCall
from qiyue.mutation.fault import PHASES, Fault, Mutant, changes_exchange
from qiyue.mutation.fault_target import FaultTarget

RIGHT = Mutant()
EXAMPLES = 50


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What one case showed."""

    looks: bytes
    """Equal where the two sides said the same."""
    success: bool
    problems: Mapping[str, str]
    """What the checks say that fail, by check."""


@dataclass(frozen=True, slots=True)
class FaultFound:
    """Where a fault was found, or made a difference and was missed."""

    operation: str
    phase: str
    """``""`` where it was missed."""
    cases: int
    said: str
    check: str = ""


class _FaultRun(SuiteRun):
    """A run that compares what every case shows with what it shows without a fault."""

    def __init__(self, subject: FaultTarget, target: Target, fault: Fault | None, right: Sequence[CaseResult]) -> None:
        witness = FailureReporter(subject.api, lambda: subject.driver, Redactor(), discreet=False)
        super().__init__(subject.plan, target, witness, lambda _: None)
        self._right = right
        self._checks = (fault.check, *fault.others) if fault else ("nothing",)
        self._of_acceptance = fault is not None and fault.of_acceptance
        self._said: list[Any] = []
        self._success = False
        self._problems: list[Problem] = []
        self.shown: list[CaseResult] = []
        self.exchanges: dict[Any, Exchange] = {}
        self.effect = False
        self.caught = "", ""

    def find(self, operation: Operation, phase: Phase) -> tuple[str, str]:
        """Test one operation in one phase until a check fails; give its name and what it says, ``""`` without."""
        try:
            self.phase(operation, phase, EXAMPLES)
        finally:
            self.target.close()
        return self.caught

    def one(self, operation: Operation, planned: Case, tally: OperationStats) -> None:
        self._said, self._problems, self._success = [], [], False
        super().one(operation, planned, tally)
        self._judge(self._problems)

    def _judge(self, problems: Sequence[Problem]) -> None:
        """Compare what a case, or a journey, shows with what it shows without the fault."""
        looks = sha256(repr(self._said).encode("utf-8", "replace")).digest()
        alike = CaseResult(looks, self._success, {})
        right = self._right[len(self.shown)] if len(self.shown) < len(self._right) else alike
        self.shown.append(CaseResult(looks, self._success, {problem.check: problem.message for problem in problems}))
        self.effect |= right.success is not self._success if self._of_acceptance else right.looks != looks
        new = {check: said for check, said in self.shown[-1].problems.items() if check not in right.problems}
        meant = [check for check in self._checks if check in new]
        if meant or (new and not self._checks[0]):
            self.caught = ("", " ".join(new.values())) if not meant else (meant[0], new[meant[0]])
            raise PhaseComplete

    def phase(self, operation: Operation, phase: Phase, max_examples: int, share: int | None = None) -> None:
        with suppress(PhaseComplete):
            super().phase(operation, phase, max_examples, share)

    def send(self, operation: Operation, planned: Case, tally: OperationStats) -> ParsedResponse | None:
        answer = super().send(operation, planned, tally)
        if planned.phase == "stateful":
            self._judge(self._problems)
        return answer

    def _keep(self, *kept: Any) -> None:
        _operation, problem, phase = kept
        if phase == "stateful":
            self._judge([problem])

    def _fail(self, *case: Any, success: bool) -> None:
        self._success |= success
        _operation, _planned, called, problems = case
        request, response = called.request, called.response
        if request is not None and response is not None:
            key = response.content if self.target.takes_invalid else request.content, request.url.query
            self.exchanges.setdefault(key, Exchange(request, response))
        if response is not None:  # a call that never came to an answer is an accident, and proves nothing
            self._problems += problems
        self._said.append(_looks(called))


def _looks(called: TargetCall) -> tuple[Any, ...]:
    request, response = called.request, called.response
    return (
        request and (str(request.url), sorted(request.headers.raw), request.content),
        response and (response.status_code, sorted(response.headers.items()), response.content),
        getattr(called, "returned", None),
        getattr(getattr(called, "raised", None), "name", ""),
    )


class FaultRuns:
    """The trials of one subject; what its cases show without a fault is kept."""

    def __init__(self, subject: FaultTarget) -> None:
        self.subject = subject
        self._right: dict[tuple[str, str, Phase], list[CaseResult]] = {}
        self._seen: dict[tuple[str, str], list[Exchange]] = {}

    def find(self, fault: Fault, operation: Operation) -> FaultFound | None:
        """Plant a fault in an operation and look for it; ``None`` where it makes no difference there."""
        planted = fault.plant(self.subject, operation)
        if planted is None or not self._touched(fault, operation):
            return None
        cases, effect = 0, False
        for phase in fault.phases:
            right = self._without(fault.target, operation, phase)
            run = _FaultRun(self.subject, self._target(fault.target, planted, operation), fault, right)
            check, said = run.find(operation, phase)
            cases, effect = cases + len(run.shown), effect or run.effect
            if said:
                return FaultFound(operation.id, phase, cases, said, check)
            if phase == "boundary" and not effect and not fault.late:
                return None
        return FaultFound(operation.id, "", cases, "") if effect or fault.certain else None

    def _without(self, target: str, operation: Operation, phase: Phase) -> list[CaseResult]:
        key = target, operation.id, phase
        if key not in self._right:
            run = _FaultRun(self.subject, self._target(target, RIGHT, operation), None, [])
            run.find(operation, phase)
            self._right[key] = run.shown
            self._seen[target, operation.id] = [*self._seen.get((target, operation.id), ()), *run.exchanges.values()]
        return self._right[key]

    def _touched(self, fault: Fault, operation: Operation) -> bool:
        """Tell whether any exchange of the quick phases would have been another one."""
        if fault.touches is changes_exchange:
            return True
        for phase in PHASES[:2]:
            self._without(fault.target, operation, phase)
        seen = self._seen[fault.target, operation.id]
        return any(fault.touches(self.subject, operation, each) for each in seen)

    def _target(self, name: str, planted: Mutant, operation: Operation) -> Target:
        clock, subject = ControlledClock(), self.subject
        serve = planted.serve or (lambda clock: server(subject.for_operation(operation), clock))
        if name == "mock":
            return ServerTarget(subject.plan, lambda: serve(clock), clock)
        driver = subject.driver if planted.driver is None else planted.driver(subject.driver)
        return ClientTarget(subject.plan, driver, lambda: serve(clock), clock)
