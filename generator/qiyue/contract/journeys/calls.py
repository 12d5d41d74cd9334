"""Calls: the calls that a journey is made of. In: a plan and a way to send. Out: bodies of successes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from qiyue.api import Api, Kind, Operation, Where
from qiyue.contract.generators.check_order import has_error_code
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.request_values import with_values
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.response_reader import ParsedResponse
from qiyue.examples import example_requests
from qiyue.values import EMPTY, Plain

Send: TypeAlias = Callable[[Operation, Case], Plain | None]
"""Sends a case and gives the body of its success, ``None`` where it was refused."""


Answer: TypeAlias = Callable[[Operation, Case], ParsedResponse | None]
"""Sends a case and gives its answer, ``None`` where it was not sent or not answered."""


@dataclass(frozen=True, slots=True)
class JourneyCalls:
    """Sends the example of an operation, with other values where a journey wants them."""

    plan: Plan
    send: Send

    @property
    def api(self) -> Api:
        return self.plan.api

    def example(self, operation: Operation, values: Mapping[Where, Plain] = EMPTY) -> Case:
        """Give the example of an operation with these values."""
        request = example_requests(self.api, operation)[0]
        planned = replace(self.plan.planned(operation, request, "stateful"), about="a step of a journey")
        return replace(planned, case=with_values(planned.case, values)) if values else planned

    def call(self, operation: Operation, values: Mapping[Where, Plain] = EMPTY) -> Plain | None:
        """Send the example of an operation with these values."""
        return self.send(operation, self.example(operation, values))

    def refused(self, operation: Operation, planned: Case, about: str, check: str, kinds: frozenset[Kind]) -> None:
        """Send what has to be refused, for one of these reasons as far as the document has words for them."""
        told = frozenset(kind for kind in kinds if has_error_code(operation, kind))
        self.send(operation, replace(planned, positive=False, about=about, check=check, kinds=told))


@dataclass(frozen=True, slots=True)
class LiveCalls(JourneyCalls):
    """The same on a live server, where answers that refuse tell as much."""

    answer: Answer
    called: frozenset[str]
    """The operations that this run calls."""
    is_key: Callable[[str, Where], bool]
    """Tells whether a spot of an operation's request names something."""
    mark: str
    """Stands in texts of the run's own."""
    keeps: Callable[[str], None]
    """Told which habit was seen to be kept."""

    def with_body(self, case: Case, body: Plain) -> Case:
        """Give a case with another body."""
        return replace(case, case=replace(case.case, body=body))
