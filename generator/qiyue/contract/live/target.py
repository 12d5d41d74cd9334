"""Live target: a real server as a target, with a real customer. In: a case. Out: what was sent, what came back.

Nothing is tried that cannot tell anything any more: an operation is left after three calls in a row without an answer,
or refused for reasons that no case can change; the run ends where the server was never reached.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from secrets import randbits

import httpx2

from qiyue.api import Kind, Operation, Where
from qiyue.base.absent import ABSENT
from qiyue.contract.auth.completion import RequestCompletion
from qiyue.contract.auth.credentials import Customer
from qiyue.contract.auth.tokens import Tokens, issued_tokens
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http import message, server_url
from qiyue.contract.http.network_transport import NetworkTransport, NoResponse, with_base_url
from qiyue.contract.http.redaction import Redactor
from qiyue.contract.http.request_values import with_values
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.live.budget import RequestBudget
from qiyue.contract.live.cleanup import find_delete_call
from qiyue.contract.live.created_records import CreatedRecord
from qiyue.contract.live.discovered_keys import DiscoveredKeys
from qiyue.contract.live.guard import RequestBlocked
from qiyue.contract.live.ownership import Ownership
from qiyue.contract.live.unique_names import UniqueNames
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import RealClock
from qiyue.contract.model.effect import Effect
from qiyue.contract.model.mutation import NO_MUTATION
from qiyue.contract.model.stop import PhaseComplete, StopRun
from qiyue.contract.oracle import response_redaction
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.verdict import judge
from qiyue.contract.target import TargetCall
from qiyue.examples import example_requests
from qiyue.values import Plain

HOPELESS = frozenset({Kind.MISSING_CREDENTIAL, Kind.BAD_CREDENTIAL, Kind.BAD_SIGNATURE, Kind.CLOCK, Kind.FORBIDDEN})
"""Kinds by which a valid request is refused whatever it says."""
_ABOUT_ACCESS = frozenset({"credentials", "signature", "replay", "clock"})
"""Checks of who calls: of an object that is not there they could tell nothing."""
_STRIKES = 3
_PATIENCE = 60.0
"""Seconds that a server may ask to wait before it is called again."""


class LiveTarget:
    """A server at an address."""

    takes_invalid = True
    keeps_examples = False

    def __init__(
        self,
        plan: Plan,
        base_url: str,
        customer: Customer,
        limits: RequestBudget,
        masks: Redactor,
        share: float,
        run_id: str = "",
    ) -> None:
        self.name = server_url.redact_url(base_url)
        self._plan, self._customer, self._limits, self._masks, self._share = plan, customer, limits, masks, share
        self._base_url, self._line = base_url, NetworkTransport()
        self._clock = RealClock()
        self._completion = RequestCompletion(plan.api, self._clock, randbits(64), customer)
        self._tokens = Tokens(plan.api, self._clock, self._ask, customer.keys)
        self._learned, self.ownership = DiscoveredKeys(plan.api), Ownership(plan.api, customer)
        self._names = UniqueNames(plan.api, self.ownership.keys, run_id)
        self._strikes: Counter[str] = Counter()
        self._calls: Counter[str] = Counter()
        self._answered = False
        self._signatures: set[str] = set()
        self.left: tuple[str, ...] = ()

    def reset(self) -> None:
        """A live server stays what it is."""

    def call(self, operation: Operation, planned: Case) -> TargetCall | None:
        if planned.mutation and planned.mutation.exact:
            return None
        used_up = planned.phase != "stateful" and self._calls[operation.id] >= self._share
        if self._strikes[operation.id] >= _STRIKES or used_up:
            raise PhaseComplete
        try:
            if planned.phase != "stateful":  # whose journeys name the objects themselves
                planned = self.ownership.prepare(operation, self._names.put(operation, planned))
            return self._called(operation, planned)
        except RequestBlocked:
            return None

    def _called(self, operation: Operation, planned: Case) -> TargetCall:
        values = self._existing(operation, planned)
        planned = replace(planned, case=with_values(planned.case, values)) if values else planned
        for value in values.values():
            self._masks.add_secret(str(value))
        request = None
        try:
            request = self._request(operation, planned)
            response = self._send(operation, planned, request)
        except NoResponse as reason:
            self._calls[operation.id] += 1
            return self._unanswered(operation, request, str(reason))
        self._calls[operation.id] += 1
        self._answered = True
        self._learn(operation, planned, response)
        return TargetCall(request, response, tuple(_redirected(request, response)))

    def _existing(self, operation: Operation, planned: Case) -> Mapping[Where, Plain]:
        """Return keys of what is there, for a case in which the keys are not what is tried.

        Raises:
            RequestBlocked: it would tell nothing without one.
        """
        is_about_access = planned.check in _ABOUT_ACCESS
        if planned.phase in ("boundary", "stateful") or not (planned.positive or is_about_access):
            return {}
        known = self._learned.values(operation)
        if self.ownership.keys.effects[operation.id] is Effect.READS:
            known |= self.ownership.records.values(operation)
            if is_about_access:
                self.ownership.require(operation, known)
        return known

    def is_key(self, operation_id: str, at: Where) -> bool:
        """Tell whether a request may name a record at a spot."""
        return any(place.at == at for place in self.ownership.keys.of[operation_id])

    def check_scenarios(self, _operation: Operation) -> Iterator[Problem]:
        yield from ()

    def close(self) -> None:
        """Delete what was made, the last first, and end."""
        self._limits.last()
        left = [self._undone(made) for made in self.ownership.records.all()]
        self.left = tuple(f"{count} x {text}" for text, count in Counter(filter(None, left)).items())
        self._line.close()

    def _request(self, operation: Operation, planned: Case) -> httpx2.Request:
        keys = self._tokens.keys(operation)
        request = self._completion.complete(operation, planned, keys)
        rule = operation.signature
        signature = message.value_at(request, rule.put) if rule else ABSENT
        if rule and rule.unique and signature in self._signatures and planned.mutation == NO_MUTATION:
            self._limits.wait(1)
            request = self._completion.complete(operation, planned, keys)
            signature = message.value_at(request, rule.put)
        if isinstance(signature, str):
            self._signatures.add(signature)
            self._masks.add_secret(signature)
        return with_base_url(request, self._base_url)

    def _send(self, operation: Operation, planned: Case, request: httpx2.Request) -> httpx2.Response:
        response = self._pass(operation, request)
        wait = _retry_after(operation, response)
        if wait is not None and wait <= _PATIENCE:
            self._limits.wait(wait)
            response = self._pass(operation, self._request(operation, planned))
        if planned.mutation and planned.mutation.again is not None:
            response = self._pass(operation, request)
        return response

    def _pass(self, operation: Operation, request: httpx2.Request) -> httpx2.Response:
        """Send one request: the only way to the server. What changes records of others does not come through.

        Raises:
            Withheld: the request is one that may not be sent.
            NoAnswer: there is none.
        """
        self.ownership.check(operation, request)
        response = self._line.send(request, self._limits.turn(operation))
        if judge(operation, ReceivedResponse(response.status_code, response.headers, response.content)).success:
            self.ownership.note(operation, request, response)
        return response

    def _unanswered(self, operation: Operation, request: httpx2.Request | None, reason: str) -> TargetCall:
        self._strikes[operation.id] += 1
        if not self._answered and self._strikes.total() >= _STRIKES:
            raise StopRun(f"the server never answered: {reason[:1].lower()}{reason[1:].rstrip('.')}")
        return TargetCall(request, None, (Problem("transport", reason),))

    def _learn(self, operation: Operation, planned: Case, response: httpx2.Response) -> None:
        """Count strikes, and remember what was named."""
        received = ReceivedResponse(response.status_code, response.headers, response.content)
        verdict = judge(operation, received)
        if verdict.success:
            self._learned.note(operation, received)
        if planned.positive:
            self._strikes[operation.id] = self._strikes[operation.id] + 1 if verdict.kind in HOPELESS else 0

    def _undone(self, made: CreatedRecord) -> str:
        """Delete one record; say what is left behind."""
        ownership = self.ownership
        what, found = (
            f"what {made.operation.id} made",
            find_delete_call(self._plan.api, ownership.keys, ownership.records, made),
        )
        if found is None:
            return f"{what}: no operation deletes it"
        operation = found.operation
        if not found.values:
            return f"{what}: its answer does not say what {operation.id} needs"
        try:
            planned = ownership.put(operation, self._example(operation), found.values)
            response = self._send(operation, planned, self._request(operation, planned))
        except (NoResponse, StopRun, RequestBlocked) as reason:
            return f"{what}: {operation.id} failed: {reason}"
        verdict = judge(operation, ReceivedResponse(response.status_code, response.headers, response.content))
        return "" if verdict.success else f"{what}: {operation.id} was refused: {replace(verdict, message='')}"

    def _ask(self, operation: Operation) -> httpx2.Response:
        planned = self._example(operation)
        response = self._send(operation, planned, self._request(operation, planned))
        for scheme in self._plan.api.security_schemes:
            if scheme.token and scheme.token.operation == operation.id:
                self._masks.add_secret(issued_tokens(scheme.token, response))
        return response

    def _example(self, operation: Operation) -> Case:
        return self._plan.planned(operation, example_requests(self._plan.api, operation)[0])


def _retry_after(operation: Operation, response: httpx2.Response) -> float | None:
    """Give the seconds after which a refused call may be made again, ``None`` where it was refused for good."""
    verdict = judge(operation, ReceivedResponse(response.status_code, response.headers, response.content))
    if verdict.kind is not Kind.RATE_LIMITED:
        return None
    said = response.headers.get("retry-after", "")
    return float(said) if said.isdecimal() and len(said) < 9 else 1.0


def _redirected(request: httpx2.Request, response: httpx2.Response) -> Iterator[Problem]:
    """Say where an answer sends the caller; nobody goes there: his credentials would go along."""
    to = response.headers.get("location", "")
    if response.is_redirect and to:
        with suppress(httpx2.InvalidURL):
            if request.url.join(to) == request.url:
                yield Problem(
                    "redirect", "The server redirects in a loop: to the address that was called.", "/responses"
                )
                return
        yield Problem(
            "redirect",
            f"The server redirects to {response_redaction.redact_location(to)}, which is not followed.",
            "/responses",
        )
