"""Outcome: what a contract run found, as frozen values. Green means something: see ``Outcome.green``."""

from collections.abc import Iterator
from dataclasses import dataclass

from qiyue.api import Kind


@dataclass(frozen=True, slots=True)
class Failure:
    """One promise of the spec that was not kept; further cases that fail in the same way are counted only."""

    operation: str
    check: str
    """The check that says so: ``success``, ``refusal``, ``credentials``, ``status``, ``body``, ``sent``, …"""
    message: str
    phase: str
    reproduction: str
    """A ``curl`` command that sends the same request."""
    place: str
    """The JSON Pointer of the broken part of the spec."""
    count: int = 1
    about: str = ""
    """What was peculiar about the case."""
    call: str = ""
    """The case as a call of the generated client; ``""`` where its arguments cannot say it."""
    answer: str = ""
    """What was answered: status, headers that tell something, the beginning of the body."""
    source: str = ""
    """Where the page says what is broken: ``stated L39; sample L101``."""


@dataclass(frozen=True, slots=True)
class OperationResult:
    """What happened to one operation."""

    operation: str
    cases: int = 0
    positive: int = 0
    successes: int = 0
    """Answers that the vendor's own words call a success."""
    refusals: tuple[tuple[Kind, int], ...] = ()
    """Refusals by kind."""
    unexplained: int = 0
    """Answers that are neither success nor a documented refusal."""
    said: str = ""
    """What the server said when it last refused a valid request."""
    checks: tuple[tuple[str, int], ...] = ()
    """How many cases each check looked at."""
    doubtful: int = 0
    """Refused cases that were meant to be valid, but break the spec as they were sent: they tell nothing."""

    def refused(self) -> Iterator[str]:
        """Say how often it was refused, by kind, and how often that tells nothing: ``3 not-found``."""
        yield from (f"{count:,} {kind.value}" for kind, count in self.refusals)
        if self.unexplained:
            yield f"{self.unexplained:,} unexplained"
        if self.doubtful:
            yield f"{self.doubtful:,} of these broke the spec as they were sent"

    @property
    def testable(self) -> bool:
        """Whether there was any valid request to test it with."""
        return self.positive > self.doubtful


@dataclass(frozen=True, slots=True)
class Skipped:
    """An operation that was not selected, and why."""

    operation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run."""

    target: str
    seed: int
    selected: tuple[str, ...]
    tested: tuple[OperationResult, ...]
    failures: tuple[Failure, ...]
    request_hash: str
    """Equal for equal requests in equal order: two runs with one seed give the same."""
    seconds: float
    stopped: str = ""
    """Why the run ended before every phase did."""
    barred: tuple[Skipped, ...] = ()
    """What a live run leaves alone."""
    left: tuple[str, ...] = ()
    """What a live run made and could not delete."""
    missing: tuple[str, ...] = ()
    """Variables of credentials that were not set, so that a live run went without them."""
    run_id: str = ""
    """What flavours the requests of a live run beside the seed."""
    needs_all: bool = False
    """Whether an operation that was left alone makes the run red."""
    gaps: tuple[Failure, ...] = ()
    """Where the document itself leaves nothing to hold anybody to."""

    @property
    def cases(self) -> int:
        return sum(each.cases for each in self.tested)

    @property
    def green(self) -> bool:
        """Every selected operation was tested and reached a business success, and no check failed.

        An operation of which the spec allows no request cannot succeed: it is among the gaps.
        """
        return not any(self.reasons())

    def reasons(self) -> Iterator[str]:
        """Say in sentences why the run is not green."""
        yield from self.untested_reasons()
        for failure in self.failures:
            times = f" ({failure.count} times)" if failure.count > 1 else ""
            yield f"{failure.operation}: {failure.message}{times}"

    def untested_reasons(self) -> Iterator[str]:
        """Say which operations were not tested, or never succeeded."""
        if self.needs_all and self.barred:
            yield f"{len(self.barred)} operations were not tested, and all are required."
        if not self.selected and not self.gaps:
            yield "No operation was selected: nothing was tested."
        if self.cases and not any(each.successes for each in self.tested):
            yield "No operation ever succeeded."
        tested = {each.operation: each for each in self.tested}
        for operation in self.selected:
            yield from filter(None, [self.untested_reason(operation, tested.get(operation))])

    def untested_reason(self, operation: str, tested: OperationResult | None) -> str:
        """Say that an operation was not tested, or never succeeded; ``""`` where it did."""
        if tested is None or not tested.cases:
            return f"{operation} was not tested{': ' + self.stopped if self.stopped else ''}."
        return "" if tested.successes or not tested.testable else _vacuous(tested)


def _vacuous(tested: OperationResult) -> str:
    kinds = [f"{count} x {kind.value}" for kind, count in sorted(tested.refusals, key=lambda each: -each[1])]
    if tested.unexplained:
        kinds.append(f"{tested.unexplained} x something the spec does not explain")
    if not kinds:
        return f"{tested.operation} was called {tested.cases} times and never answered."
    said = f" The server says: {tested.said}" if tested.said else ""
    return f"{tested.operation} was called {tested.cases} times and never succeeded: {', '.join(kinds)}.{said}"
