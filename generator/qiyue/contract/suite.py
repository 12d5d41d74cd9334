"""Suite: the whole suite over one Api, in one thread. In: Api and a target. Out: an ``Outcome``."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import TypeAlias

from qiyue.api import Operation
from qiyue.base.where import pointer
from qiyue.contract.failure_reporter import FailureReporter, source_locations
from qiyue.contract.generators.plan import Plan
from qiyue.contract.generators.size_limit import MOST
from qiyue.contract.http.response import name_proxy
from qiyue.contract.journeys.calls import JourneyCalls
from qiyue.contract.journeys.lifecycle import run_journeys
from qiyue.contract.journeys.vendor_rules import check_idempotency
from qiyue.contract.model.case import Case, Phase
from qiyue.contract.model.habits import Habits
from qiyue.contract.model.operation_order import in_order
from qiyue.contract.model.outcome import Failure, Outcome
from qiyue.contract.model.run_config import RunConfig
from qiyue.contract.model.stop import OUT_OF_TIME, PhaseComplete, StopRun
from qiyue.contract.operation_stats import OperationStats
from qiyue.contract.oracle.checks import SERVER_CHECKS, Observation, Problem
from qiyue.contract.oracle.checks_run import list_checks_run
from qiyue.contract.oracle.refusal_attribution import RefusalAttribution
from qiyue.contract.oracle.request_reader import request_readers
from qiyue.contract.oracle.response_reader import ParsedResponse, ResponseReader
from qiyue.contract.target import Target, TargetCall
from qiyue.examples import example_requests
from qiyue.values import Missing, Plain

_TANGLED = Problem(
    "drawn",
    f"The body unfolds into more than {MOST} schemas: nothing is drawn for it at random.",
    "/requestBody",
    gap=True,
)
_UNTESTABLE = Problem(
    "success", "No request could be made that the spec allows: it was tested with invalid ones only.", gap=True
)

_Key: TypeAlias = tuple[str, str, str]
"""Operation, check, message."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: what is tested, and what was found so far."""

    phase: str
    operation: str
    cases: int
    """Of this operation."""
    failures: int
    """Of the whole run."""


class SuiteRun:
    """One run: pushes every case through the target and keeps what came of it."""

    def __init__(
        self,
        plan: Plan,
        target: Target,
        witness: FailureReporter,
        turn: Callable[[Progress], None],
        journeys: "Journeys | None" = None,
    ) -> None:
        self.plan, self.target, self.witness, self.turn = plan, target, witness, turn
        self.tallies: dict[str, OperationStats] = {}
        self.failures: dict[_Key, Failure] = {}
        self.gaps: dict[_Key, Failure] = {}
        self.answers, self.readers = ResponseReader(witness.verdict), request_readers(plan.api)
        self.blames = {each.id: RefusalAttribution(plan.api, each) for each in plan.api.operations}
        self.requests = sha256()
        self.journeys, self.habits = journeys or _journeys, Habits[tuple[Operation, Problem]]()

    def phase(self, operation: Operation, phase: Phase, max_examples: int, share: int | None = None) -> None:
        """Test one operation in one phase; ``share`` is what it may have had of the cases by its end."""
        tally = self.tallies.setdefault(operation.id, OperationStats())
        most = None if share is None else max(0, max(1, share) - tally.cases)

        def use(planned: Case) -> None:
            self.turn(Progress(phase, operation.id, tally.cases, len(self.failures)))
            self.one(operation, planned, tally)

        if phase == "stateful":
            with suppress(PhaseComplete):
                for problem in chain(self.journeys(self, operation), self.target.check_scenarios(operation)):
                    self._keep(operation, problem, phase)
            return
        if phase == "coverage" and not self.plan.draws(operation):
            self._keep(operation, _TANGLED, phase)
        with suppress(PhaseComplete):
            self.plan.each(operation, phase, max_examples, use, negative=self.target.takes_invalid, most=most)

    def send_step(self, operation: Operation, planned: Case) -> Plain | None:
        """Send one step of a journey, and give the body of its success: an empty one where it has none."""
        answer = self.answer(operation, planned)
        try:
            return answer.received.body() if answer and answer.verdict.success else None
        except Missing:
            return {}

    def answer(self, operation: Operation, planned: Case) -> ParsedResponse | None:
        """Send one step of a journey, and give its answer, whatever it is."""
        tally = self.tallies.setdefault(operation.id, OperationStats())
        self.turn(Progress(planned.phase, operation.id, tally.cases, len(self.failures)))
        return self.send(operation, planned, tally)

    def one(self, operation: Operation, planned: Case, tally: OperationStats) -> None:
        """Send one case and judge what came back."""
        self.send(operation, planned, tally)

    def send(self, operation: Operation, planned: Case, tally: OperationStats) -> ParsedResponse | None:
        """Send one case, judge what came back, and give it."""
        called = self.target.call(operation, planned)
        if called is None:
            return None
        self._record(operation, called)
        if called.response is None:
            tally.add_without_response(planned, called.problems)
            self._fail(operation, planned, called, called.problems, success=False)
            return None
        answer = self.answers.read(operation, planned.case, called.response)
        if proxy := name_proxy(answer.received):
            problem = Problem("proxy", f"A proxy answers in place of the server: {proxy}.", "/responses", gap=True)
            tally.add_without_response(planned, (problem,))
            self._fail(operation, planned, called, (problem,), success=False)
            return None
        request, reader = called.request or called.response.request, self.readers[operation.id]
        seen = Observation(operation, planned, request, answer, reader, self.target.keeps_examples)
        verdict = answer.verdict
        tally.add(planned, verdict, list_checks_run(planned, verdict, called.checks), seen)
        problems = [problem for check in SERVER_CHECKS for problem in check(seen)]
        excused = any(problem.gap and problem.check == "body" for problem in problems)
        judged = (each for each in called.judge(verdict) if not (excused and each.check == "decoded"))
        problems += [*check_idempotency(seen), *called.problems, *judged]
        if not problems and not verdict.success and self._is_blamed(seen):
            message = (
                f"A valid request ({planned.about}) was refused, where the documented example is taken: {verdict}."
            )
            problems.append(Problem("success", message))
        self._fail(operation, planned, called, problems, success=verdict.success)
        return answer

    def _is_blamed(self, seen: Observation) -> bool:
        """Tell whether a refused case is refused for its one value: the example, sent now, is taken."""
        operation = seen.operation
        if not seen.keeps_examples or not self.blames[operation.id].is_value_refused(seen.planned) or seen.fault:
            return False
        example = self.plan.planned(operation, example_requests(self.plan.api, operation)[0])
        called = self.target.call(operation, example)
        answer = called.response if called else None
        return answer is not None and self.answers.read(operation, example.case, answer).verdict.success

    def _record(self, operation: Operation, called: TargetCall) -> None:
        request = called.request
        if request is None:
            return
        said = repr((operation.id, request.method, str(request.url), request.headers.raw, request.content))
        boundary = request.headers.get("content-type", "").partition("boundary=")[2]  # of a form: another each time
        self.requests.update((said.replace(boundary, "") if boundary else said).encode("utf-8", "surrogatepass"))

    def _fail(
        self, operation: Operation, planned: Case, called: TargetCall, problems: Iterable[Problem], *, success: bool
    ) -> None:
        for problem in problems:
            found, key = self._known(operation, problem)
            if key in found:
                found[key] = replace(found[key], count=found[key].count + 1)
                continue
            response = called.response
            place = planned.place if planned.place and not problem.part else _place(operation, problem)
            found[key] = Failure(
                *(*key, planned.phase),
                self.witness.command(called.request) if called.request is not None else repr(planned.case),
                place,
                about=planned.about,
                call=self.witness.call(operation, planned),
                answer=self.witness.answer(operation, response, success=success) if response is not None else "",
                source=source_locations(
                    operation, response.status_code if response is not None and problem.part else None
                ),
            )

    def _keep(self, operation: Operation, problem: Problem, phase: Phase) -> None:
        """Keep a problem of an operation, not of a case; one of a habit until the end."""
        if problem.habit:
            self.habits.broken.append((problem.habit, (operation, replace(problem, habit=""))))
            return
        found, key = self._known(operation, problem)
        found[key] = Failure(*key, phase, "", _place(operation, problem), source=source_locations(operation, None))

    def settle(self, *, strict: bool) -> None:
        """Tell of each broken habit: a failure where it is kept elsewhere, or where all have to be; else a gap."""
        for (operation, problem), is_fault in self.habits.settle(strict=strict):
            why = "the same server does otherwise elsewhere" if is_fault and not strict else "most servers do otherwise"
            message = f"{problem.message.rstrip('.')} (habit: {why})."
            self._keep(operation, replace(problem, message=message, gap=not is_fault), "stateful")

    def _known(self, operation: Operation, problem: Problem) -> tuple[dict[_Key, Failure], _Key]:
        """Give where problems like this are kept, and under which key."""
        key = (operation.id, problem.check, self.witness.format_message(problem.message))
        return self.gaps if problem.gap else self.failures, key

    def outcome(self, selected: Sequence[str], stopped: str, seconds: float) -> Outcome:
        """Give what the run found."""
        if not self.plan.api.operations:
            self.gaps["", "", ""] = Failure("", "success", "The document has no operations.", "examples", "", "/paths")
        for name in selected:
            tally = self.tallies.get(name, OperationStats())
            if tally.positive and tally.positive == tally.doubtful:
                self._keep(self.plan.api.operation(name), _UNTESTABLE, "examples")
        return Outcome(
            self.target.name,
            self.plan.seed,
            tuple(selected),
            tuple(self.tallies[name].tested(name) for name in selected if name in self.tallies),
            tuple(self.failures.values()),
            self.requests.hexdigest(),
            seconds,
            self.witness.format_message(stopped),
            gaps=tuple(self.gaps.values()),
        )


Journeys: TypeAlias = Callable[[SuiteRun, Operation], Iterable[Problem]]
"""Makes the journeys of a run that begin with an operation."""


def _journeys(run: SuiteRun, operation: Operation) -> Iterable[Problem]:
    return run_journeys(JourneyCalls(run.plan, run.send_step), operation)


def _place(operation: Operation, problem: Problem) -> str:
    return (operation.place or pointer(("paths", operation.path, operation.method.lower()))) + problem.part


def run_suite(
    plan: Plan,
    target: Target,
    config: RunConfig,
    *,
    witness: FailureReporter,
    journeys: Journeys = _journeys,
    strict_behaviour: bool = False,
    clock: Callable[[], float] = time.monotonic,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Run the suite: every phase over every selected operation, the documented examples first.

    Each phase starts with a fresh server; what makes objects comes before what finds them, what deletes them last.
    Each phase of an operation gets an equal part of what is left of its share of ``config.max_cases``.
    """
    start, stopped = clock(), ""
    chosen = [each for each in plan.api.operations if config.operations is None or each.id in config.operations]
    deadline = float("inf") if config.time_budget is None else start + config.time_budget
    run = SuiteRun(plan, target, witness, _turn(watch, clock, deadline), journeys)
    parts = len(config.phases) * max(1, len(chosen))
    try:
        for number, phase in enumerate(config.phases, 1):
            share = None if config.max_cases is None else config.max_cases * number // parts
            target.reset()
            for operation in in_order(chosen):
                run.phase(operation, phase, config.max_examples, share)
    except StopRun as reason:
        stopped = str(reason)
    finally:
        target.close()
    run.settle(strict=strict_behaviour)
    return run.outcome([operation.id for operation in chosen], stopped, clock() - start)


def _turn(watch: Callable[[Progress], None], clock: Callable[[], float], deadline: float) -> Callable[[Progress], None]:
    """Give what happens before each case: it is shown, or the time is up."""

    def turn(progress: Progress) -> None:
        if clock() > deadline:
            raise StopRun(OUT_OF_TIME)
        watch(progress)

    return turn
