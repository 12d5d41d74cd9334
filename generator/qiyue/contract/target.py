"""Target: who answers the cases. In: a case. Out: what was sent, what came back, and what is wrong between the
two."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import httpx2
from starlette.types import ASGIApp

from qiyue.api import Operation
from qiyue.contract.auth.completion import RequestCompletion
from qiyue.contract.auth.tokens import Tokens
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.asgi_transport import ASGITransport
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import Clock
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.documented_refusals import build_refusals, check_refusals
from qiyue.contract.oracle.verdict import Verdict
from qiyue.diagnostics import Report
from qiyue.examples import example_requests
from qiyue.mock.schemas import Schemas


@dataclass(frozen=True, slots=True)
class TargetCall:
    """One call: the request and the answer, where there were any; problems that need no verdict."""

    request: httpx2.Request | None = None
    response: httpx2.Response | None = None
    problems: Sequence[Problem] = ()
    checks: tuple[str, ...] = ()
    """The checks of the target itself that looked at it."""

    def judge(self, _verdict: Verdict) -> Iterator[Problem]:
        """Say what is wrong in the light of the verdict on the answer."""
        yield from ()


class Target(Protocol):
    """Where cases are sent."""

    name: str
    takes_invalid: bool
    """Whether invalid cases can be put to it."""
    keeps_examples: bool
    """Whether it has the objects that the document's examples name."""

    def reset(self) -> None:
        """Start with a server that has seen nothing, where there is a choice."""

    def call(self, operation: Operation, planned: Case) -> TargetCall | None:
        """Send one case; ``None`` where this target cannot say it."""

    def check_scenarios(self, operation: Operation) -> Iterator[Problem]:
        """Say what is wrong with what it does over more than one exchange, beside the journeys."""

    def close(self) -> None:
        """End it."""


class ServerTarget:
    """An ASGI app in this process: a mock, or something that wraps one."""

    name = "mock"
    takes_invalid = True
    keeps_examples = True

    def __init__(self, plan: Plan, serve: Callable[[], ASGIApp], clock: Clock) -> None:
        self._plan, self._serve, self._clock = plan, serve, clock
        self._completion = RequestCompletion(plan.api, clock, plan.seed)
        self._tokens = Tokens(plan.api, clock, self._ask)
        self._wire = ASGITransport(serve())
        self._answers = Schemas(plan.api, "answer", Report())

    def reset(self) -> None:
        self._wire.app = self._serve()
        self._tokens.forget()

    def call(self, operation: Operation, planned: Case) -> TargetCall | None:
        self._clock.tick()
        request = self._completion.complete(operation, planned, self._tokens.keys(operation))
        if planned.mutation and planned.mutation.age is not None:
            left = self._tokens.left(operation)
            if left == float("inf"):
                return None
            self._clock.wait(left + planned.mutation.age)
        try:
            response = self._wire.send(request)
            if planned.mutation and planned.mutation.again is not None:
                self._clock.wait(planned.mutation.again)
                response = self._wire.send(request)
        except httpx2.DecodingError as error:
            return TargetCall(request, None, (Problem("transport", f"The answer cannot be unpacked: {error}."),))
        return TargetCall(request, response)

    def check_scenarios(self, operation: Operation) -> Iterator[Problem]:
        yield from check_refusals(operation, build_refusals(self._plan.api, operation, self._answers))

    def close(self) -> None:
        self._wire.close()

    def _ask(self, operation: Operation) -> httpx2.Response:
        example = self._plan.planned(operation, example_requests(self._plan.api, operation)[0])
        return self._wire.send(self._completion.complete(operation, example, self._tokens.keys(operation)))
