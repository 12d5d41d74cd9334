"""Steps: the calls that a journey is made of. In: a plan and a way to send. Out: bodies of successes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from qiyue.api import Api, Operation, Where
from qiyue.contract.cases import Plan, Planned
from qiyue.contract.values_in import with_values
from qiyue.examples import example_requests
from qiyue.values import EMPTY, Plain

Send: TypeAlias = Callable[[Operation, Planned], Plain | None]
"""Sends a case and gives the body of its success, ``None`` where it was refused."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Sends the example of an operation, with other values where a journey wants them."""

    plan: Plan
    send: Send

    @property
    def api(self) -> Api:
        return self.plan.api

    def example(self, operation: Operation, values: Mapping[Where, Plain] = EMPTY) -> Planned:
        """Give the example of an operation with these values."""
        request = example_requests(self.api, operation)[0]
        planned = replace(self.plan.planned(operation, request, "stateful"), about="a step of a journey")
        return replace(planned, case=with_values(planned.case, values)) if values else planned

    def go(self, operation: Operation, values: Mapping[Where, Plain] = EMPTY) -> Plain | None:
        """Send the example of an operation with these values."""
        return self.send(operation, self.example(operation, values))
