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


@dataclass(frozen=True, slots=True)
class Tested:
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run."""

    target: str
    seed: int
    selected: tuple[str, ...]
    tested: tuple[Tested, ...]
    failures: tuple[Failure, ...]
    request_hash: str
    """Equal for equal requests in equal order: two runs with one seed give the same."""
    seconds: float
    stopped: bool = False
    """Whether the time budget ended before every phase did."""

    @property
    def cases(self) -> int:
        return sum(each.cases for each in self.tested)

    @property
    def green(self) -> bool:
        """Every selected operation was tested and reached a business success, and no check failed."""
        return not any(self.reasons())

    def reasons(self) -> Iterator[str]:
        """Say in sentences why the run is not green."""
        if not self.selected:
            yield "No operation was selected: nothing was tested."
        tested = {each.operation: each for each in self.tested}
        for operation in self.selected:
            each = tested.get(operation)
            if each is None or not each.cases:
                yield f"{operation} was not tested."
            elif not each.successes:
                yield _vacuous(each)
        for failure in self.failures:
            times = f" ({failure.count} times)" if failure.count > 1 else ""
            yield f"{failure.operation}: {failure.message}{times}"


def _vacuous(tested: Tested) -> str:
    kinds = [f"{count} x {kind.value}" for kind, count in sorted(tested.refusals, key=lambda each: -each[1])]
    if tested.unexplained:
        kinds.append(f"{tested.unexplained} x something the spec does not explain")
    return f"{tested.operation} was called {tested.cases} times and never succeeded: {', '.join(kinds)}."
