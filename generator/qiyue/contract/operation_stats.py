"""Operation stats: what is counted for one operation while it is tested. In: cases and what came of them. Out:
``OperationResult``."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from qiyue.api import Kind
from qiyue.contract.model.case import Case
from qiyue.contract.model.outcome import OperationResult
from qiyue.contract.oracle.checks import Observation, Problem
from qiyue.contract.oracle.verdict import Verdict


@dataclass(slots=True)
class OperationStats:
    """The numbers of one operation; ``OperationResult`` says what each means."""

    cases: int = 0
    positive: int = 0
    successes: int = 0
    refusals: Counter[Kind] = field(default_factory=Counter)
    unexplained: int = 0
    said: str = ""
    doubtful: int = 0
    checks: Counter[str] = field(default_factory=Counter)

    def add(self, planned: Case, verdict: Verdict, checks: Iterable[str], seen: Observation) -> None:
        """Count a case that was answered, and the checks that looked at it."""
        self.checks.update(checks)
        self.cases += 1
        self.doubtful += planned.positive and not verdict.success and bool(seen.fault)
        self.positive += planned.positive
        self.successes += verdict.success and planned.positive
        if verdict.kind is not None:
            self.refusals[verdict.kind] += 1
        elif not verdict.success:
            self.unexplained += 1
        if planned.positive and not verdict.success:
            self.said = verdict.message

    def add_without_response(self, planned: Case, problems: Iterable[Problem]) -> None:
        """Count a case that was not answered; a valid one at which only gaps were seen tells nothing."""
        told = planned.positive and all(problem.gap for problem in problems)
        self.cases, self.positive, self.doubtful = self.cases + 1, self.positive + told, self.doubtful + told

    def tested(self, operation: str) -> OperationResult:
        """Give what was counted."""
        refusals = tuple(sorted(self.refusals.items()))
        return OperationResult(
            operation,
            self.cases,
            self.positive,
            self.successes,
            refusals,
            self.unexplained,
            self.said,
            tuple(self.checks.items()),
            self.doubtful,
        )
