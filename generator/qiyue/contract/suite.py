"""Suite: the whole suite over one Api, in one thread. In: Api and a target. Out: an ``Outcome``."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256

from qiyue.api import Kind, Operation
from qiyue.contract.applied import applied
from qiyue.contract.cases import PHASES, Phase, Plan, Planned
from qiyue.contract.checks import SERVER, Observation, Problem
from qiyue.contract.oracle import Received, Verdict, judge
from qiyue.contract.outcome import Failure, Outcome, Tested
from qiyue.contract.sent import sent
from qiyue.contract.stop import OUT_OF_TIME, Enough, Stop
from qiyue.contract.targets import Called, Target
from qiyue.contract.witness import Witness, sources
from qiyue.values import pointer

_ORDER = {"create": 0, "save": 0, "keep": 0, "update": 2, "delete": 3}
"""What an operation does with kept objects → its place in a phase; all others come second."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: what is tested, and what was found so far."""

    phase: str
    operation: str
    cases: int
    """Of this operation."""
    failures: int
    """Of the whole run."""


@dataclass(slots=True)
class _Tally:
    """What is counted for one operation while it is tested."""

    cases: int = 0
    positive: int = 0
    successes: int = 0
    refusals: Counter[Kind] = field(default_factory=Counter)
    unexplained: int = 0
    said: str = ""
    checks: Counter[str] = field(default_factory=Counter)

    def add(self, planned: Planned, verdict: Verdict, checks: Iterable[str]) -> None:
        self.checks.update(checks)
        self.cases += 1
        self.positive += planned.positive
        self.successes += verdict.success and planned.positive
        if verdict.kind is not None:
            self.refusals[verdict.kind] += 1
        elif not verdict.success:
            self.unexplained += 1
        if planned.positive and not verdict.success:
            self.said = verdict.message

    def tested(self, operation: str) -> Tested:
        refusals = tuple(sorted(self.refusals.items()))
        return Tested(
            operation,
            self.cases,
            self.positive,
            self.successes,
            refusals,
            self.unexplained,
            self.said,
            tuple(self.checks.items()),
        )


class Run:
    """One run: pushes every case through the target and keeps what came of it."""

    def __init__(self, plan: Plan, target: Target, witness: Witness, turn: Callable[[Progress], None]) -> None:
        self.plan, self.target, self.witness, self.turn = plan, target, witness, turn
        self.tallies: dict[str, _Tally] = {}
        self.failures: dict[tuple[str, str, str], Failure] = {}
        self.requests = sha256()

    def phase(self, operation: Operation, phase: Phase, max_examples: int) -> None:
        """Test one operation in one phase."""
        tally = self.tallies.setdefault(operation.id, _Tally())

        def use(planned: Planned) -> None:
            self.turn(Progress(phase, operation.id, tally.cases, len(self.failures)))
            self.one(operation, planned, tally)

        with suppress(Enough):
            self.plan.each(operation, phase, max_examples, use, negative=self.target.takes_invalid)

    def one(self, operation: Operation, planned: Planned, tally: _Tally) -> None:
        """Send one case and judge what came back."""
        called = self.target.call(operation, planned)
        if called is None:
            return
        self._record(operation, called)
        if called.response is None:
            tally.cases += 1
            self._fail(operation, planned, called, called.problems, success=False)
            return
        received = Received(called.response.status_code, called.response.headers, called.response.content)
        verdict = judge(operation, received)
        tally.add(planned, verdict, applied(planned, verdict, called.checks))
        seen = Observation(operation, planned, called.response, verdict, self.target.keeps_examples)
        problems = [problem for check in SERVER for problem in check(seen)]
        problems += [*called.problems, *called.judge(verdict)]
        self._fail(operation, planned, called, problems, success=verdict.success)

    def _record(self, operation: Operation, called: Called) -> None:
        if called.request is not None:
            self.requests.update(repr((operation.id, sent(called.request))).encode("utf-8", "surrogatepass"))

    def _fail(
        self, operation: Operation, planned: Planned, called: Called, problems: Iterable[Problem], *, success: bool
    ) -> None:
        for problem in problems:
            message = self.witness.sentence(problem.message)
            key = (operation.id, problem.check, message)
            known = self.failures.get(key)
            if known is not None:
                self.failures[key] = replace(known, count=known.count + 1)
                continue
            response = called.response
            place = operation.place or pointer(("paths", operation.path, operation.method.lower()))
            place = planned.place if planned.place and not problem.part else place + problem.part
            self.failures[key] = Failure(
                *(operation.id, problem.check, message, planned.phase),
                self.witness.command(called.request) if called.request is not None else repr(planned.case),
                place,
                about=planned.about,
                call=self.witness.call(operation, planned),
                answer=self.witness.answer(operation, response, success=success) if response is not None else "",
                source=sources(operation, response.status_code if response is not None and problem.part else None),
            )


def execute(
    plan: Plan,
    target: Target,
    *,
    witness: Witness,
    max_examples: int = 50,
    time_budget: float | None = None,
    operations: Sequence[str] | None = None,
    phases: Sequence[Phase] = PHASES,
    clock: Callable[[], float] = time.monotonic,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Run the suite: every phase over every selected operation, the documented examples first.

    Each phase starts with a fresh server; what makes objects comes before what finds them, what deletes them last.
    """
    start, stopped = clock(), ""
    chosen = [each for each in plan.api.operations if operations is None or each.id in operations]
    run = Run(plan, target, witness, _turn(watch, clock, float("inf") if time_budget is None else start + time_budget))
    try:
        for phase in phases:
            target.fresh()
            for operation in in_order(chosen):
                run.phase(operation, phase, max_examples)
    except Stop as reason:
        stopped = str(reason)
    finally:
        target.close()
    return Outcome(
        target.name,
        plan.seed,
        tuple(operation.id for operation in chosen),
        tuple(run.tallies[operation.id].tested(operation.id) for operation in chosen if operation.id in run.tallies),
        tuple(run.failures.values()),
        run.requests.hexdigest(),
        clock() - start,
        stopped,
    )


def _turn(watch: Callable[[Progress], None], clock: Callable[[], float], deadline: float) -> Callable[[Progress], None]:
    """Give what happens before each case: it is shown, or the time is up."""

    def turn(progress: Progress) -> None:
        if clock() > deadline:
            raise Stop(OUT_OF_TIME)
        watch(progress)

    return turn


def in_order(operations: Iterable[Operation]) -> list[Operation]:
    """Give operations in the order in which they find what they need: what makes objects first, what deletes last."""
    return sorted(operations, key=lambda each: _ORDER.get(each.mock.do if each.mock else "", 1))
