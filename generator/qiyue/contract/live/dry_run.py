"""Dry run: a live run that sends nothing. In: the cases of a run. Out: the requests that it would send, without
secrets."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import randbits

import httpx2

from qiyue.api import Operation
from qiyue.contract.auth.completion import Completion
from qiyue.contract.auth.credentials import Customer, needed
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.network_transport import addressed
from qiyue.contract.http.redaction import HIDDEN
from qiyue.contract.live.created_records import Promised
from qiyue.contract.live.guard import Withheld
from qiyue.contract.live.ownership import Ownership
from qiyue.contract.model.case import Planned
from qiyue.contract.model.clock import System
from qiyue.contract.model.stop import Enough, Stop
from qiyue.contract.oracle.checks import Problem


@dataclass(frozen=True, slots=True)
class Would:
    """A request that would be sent."""

    operation: str
    phase: str
    about: str
    command: str


class DryTarget:
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
        self._completion = Completion(plan.api, System(), randbits(64), customer)
        self.ownership = Ownership(plan.api, customer, (Promised(each, None, "", {}) for each in plan.api.operations))
        self._most, self._share = most, share
        self._calls: Counter[str] = Counter()
        self.sent: list[Would] = []

    def fresh(self) -> None:
        """There is no server."""

    def call(self, operation: Operation, planned: Planned) -> None:
        if len(self.sent) == self._most:
            raise Stop(f"{self._most} requests are allowed")
        if self._calls[operation.id] >= self._share:
            raise Enough
        try:
            self._note(operation, planned)
        except Withheld:
            return

    def _note(self, operation: Operation, planned: Planned) -> None:
        found = self.ownership.prepared(operation, planned)
        keys = {each.id: self._key(each.id, token=bool(each.token)) for each in needed(self._api, operation)}
        request = addressed(self._completion.complete(operation, found, keys), self.name)
        self.ownership.check(operation, request)
        self._calls[operation.id] += 1
        self.sent.append(Would(operation.id, planned.phase, found.about, self._command(request)))

    def behaviour(self, _operation: Operation) -> Iterator[Problem]:
        yield from ()

    def close(self) -> None:
        """There is nothing to end."""

    def _key(self, scheme: str, *, token: bool) -> str:
        return HIDDEN if token else self._customer.keys.get(scheme, "")
