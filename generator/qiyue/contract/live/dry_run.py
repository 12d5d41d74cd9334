"""Dry run: a live run that sends nothing. In: the cases of a run. Out: the requests that it would send, without
secrets."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import randbits

import httpx2

from qiyue.api import Operation
from qiyue.contract.auth.completion import RequestCompletion
from qiyue.contract.auth.credentials import Customer, required_schemes
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.network_transport import with_base_url
from qiyue.contract.http.redaction import HIDDEN
from qiyue.contract.live.created_records import ExpectedRecord
from qiyue.contract.live.guard import RequestBlocked
from qiyue.contract.live.ownership import Ownership
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import RealClock
from qiyue.contract.model.stop import PhaseComplete, StopRun
from qiyue.contract.oracle.checks import Problem


@dataclass(frozen=True, slots=True)
class DryRunRequest:
    """A request that would be sent."""

    operation: str
    phase: str
    about: str
    command: str


class DryRunTarget:
    """Nobody: what is put to it is written down."""

    takes_invalid = True
    keeps_examples = False

    def __init__(
        self,
        plan: Plan,
        base_url: str,
        customer: Customer,
        command: Callable[[httpx2.Request], str],
        *,
        most: int | None,
        share: float,
    ) -> None:
        self.name, self._api, self._customer, self._command = base_url, plan.api, customer, command
        self._completion = RequestCompletion(plan.api, RealClock(), randbits(64), customer)
        self.ownership = Ownership(
            plan.api, customer, (ExpectedRecord(each, None, "", {}) for each in plan.api.operations)
        )
        self._most, self._share = most, share
        self._calls: Counter[str] = Counter()
        self.sent: list[DryRunRequest] = []

    def reset(self) -> None:
        """There is no server."""

    def call(self, operation: Operation, planned: Case) -> None:
        if len(self.sent) == self._most:
            raise StopRun(f"{self._most} requests are allowed")
        if self._calls[operation.id] >= self._share:
            raise PhaseComplete
        try:
            self._note(operation, planned)
        except RequestBlocked:
            return

    def _note(self, operation: Operation, planned: Case) -> None:
        found = self.ownership.prepare(operation, planned)
        keys = {each.id: self._key(each.id, token=bool(each.token)) for each in required_schemes(self._api, operation)}
        request = with_base_url(self._completion.complete(operation, found, keys), self.name)
        self.ownership.check(operation, request)
        self._calls[operation.id] += 1
        self.sent.append(DryRunRequest(operation.id, planned.phase, found.about, self._command(request)))

    def check_scenarios(self, _operation: Operation) -> Iterator[Problem]:
        yield from ()

    def close(self) -> None:
        """There is nothing to end."""

    def _key(self, scheme: str, *, token: bool) -> str:
        return HIDDEN if token else self._customer.keys.get(scheme, "")
