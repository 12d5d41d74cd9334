"""Client target: the generated client as a target. It is called with a case's values over a wire into the server;
what it sends must be what the case says, and what it gives or raises must be what the server answered.

Invalid cases are not put to it: most cannot be said in its arguments.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

import httpx2
from starlette.types import ASGIApp

from qiyue.api import Operation
from qiyue.base.equality import json_equal
from qiyue.contract.auth.completion import RequestCompletion
from qiyue.contract.auth.credentials import client_fills, invent_settings, required_schemes
from qiyue.contract.auth.tokens import is_token_operation
from qiyue.contract.client.arguments import documented_members, to_call_arguments, to_callable_case
from qiyue.contract.client.request_conformance import RequestConformance
from qiyue.contract.client.response_tolerance import ResponseTolerance
from qiyue.contract.client.scenarios import RecordedCall, run_scenarios, with_secret_credentials
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.asgi_transport import BASE_URL, ASGITransport
from qiyue.contract.http.request_values import with_values
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.model.case import Case
from qiyue.contract.model.clock import Clock
from qiyue.contract.oracle.checks import Problem, report_invalid_example
from qiyue.contract.oracle.documented_refusals import build_refusals, check_refusals
from qiyue.contract.oracle.request_reader import request_readers
from qiyue.contract.oracle.verdict import Verdict
from qiyue.contract.target import TargetCall
from qiyue.diagnostics import Report
from qiyue.drivers import FORMS, Call, CallOutcome, Client, Driver, Failure, Opening, Options, World
from qiyue.examples import Request, example_requests
from qiyue.mock.schemas import Schemas
from qiyue.mock.streams import is_stream
from qiyue.values import Missing, Plain


@dataclass(frozen=True, slots=True)
class ClientCall(TargetCall):
    """A call through the generated client: what it gave, as plain data, or what it raised."""

    returned: Plain = None
    raised: Failure | None = None
    payload: str = ""

    def judge(self, verdict: Verdict) -> Iterator[Problem]:
        """Compare what the caller got with what the answer means."""
        raised = self.raised
        if verdict.success and raised is not None:
            yield Problem("decoded", f"The client raised {raised.name} for a success: {raised.text}", "/responses")
        elif verdict.success and self.response is not None:
            yield from _decoded(self, self.response)
        elif raised is None:
            yield Problem("raised", f"The client returned although the answer is {verdict}.")
        elif verdict.kind is not None and raised.kind != verdict.kind.value:
            yield Problem("raised", f"The client raised {raised.name} of kind {raised.kind!r} for {verdict}.")


def _decoded(called: ClientCall, response: httpx2.Response) -> Iterator[Problem]:
    if is_stream(response.headers.get("content-type", "")):
        return  # items one by one are no body
    received = ReceivedResponse(response.status_code, response.headers, response.content)
    try:
        payload = response.content if isinstance(called.returned, bytes) else received.read(called.payload)
    except Missing:
        return
    if not json_equal(called.returned, payload):
        yield Problem("decoded", "What the client gave differs from what the server answered.", "/responses")


class ClientTarget:
    """A generated client over a wire into an ASGI app; sync and async calls take turns, and so do client scope that is
    given to the client and to the call."""

    name = "client"
    takes_invalid = False
    keeps_examples = True

    def __init__(self, plan: Plan, driver: Driver, serve: Callable[[], ASGIApp], clock: Clock) -> None:
        self._plan, self._api, self._driver, self._serve, self._clock = plan, plan.api, driver, serve, clock
        self._wire = ASGITransport(serve())
        self._completion = RequestCompletion(plan.api, clock, plan.seed)
        self._readers = request_readers(plan.api)
        self._promised = {operation.id: documented_members(plan.api, operation) for operation in plan.api.operations}
        self._random, self._outgoing = Random(plan.seed), RequestConformance(plan.api, self._completion)
        self._turns: Counter[str] = Counter()
        self._answers = Schemas(plan.api, "answer", Report())
        self._twists = ResponseTolerance(plan.api, self._answers)
        self._settings, self._is_first = invent_settings(plan.api), True
        self._opened: tuple[Client, Client] | None = None

    def reset(self) -> None:
        self._close_clients()
        self._wire.app = self._serve()
        self._outgoing.forget()

    def call(self, operation: Operation, planned: Case) -> TargetCall | None:
        if operation.id not in self._driver.offers:
            return TargetCall(problems=(Problem("client", "The client does not have this operation."),))
        self._clock.tick()
        fault = self._fault(operation, planned) if planned.phase == "examples" else ""
        if fault:
            return TargetCall(planned.request(), None, (report_invalid_example(planned, fault),))
        planned, request = self._said(operation, planned)
        if request is None:
            return None
        came = self._do(request)
        raised, passed = came.raised, self._wire.take()
        self._outgoing.remember(passed)
        if not passed:
            if self._fault(operation, planned):
                return None  # as it is written it breaks the spec, so that it tells nothing of a client that refuses it
            did = f"raised {raised.name}: {raised.text}" if raised else "raised nothing"
            message = f"The client sent nothing and {did}"
            return TargetCall(planned.request(), None, (Problem("sent", message),))
        exchange = passed[-1]
        problems = [*self._outgoing.problems(operation, planned, exchange.request)]
        if planned.phase == "examples" and raised is None:
            problems += self._twists.problems(operation, exchange.response, lambda app: self._again(request, app))
            self._close_clients()  # these have lost their tokens
        payload = operation.envelope.answer.payload if operation.envelope and operation.envelope.answer else ""
        checks = ("sent", "decoded" if raised is None else "raised", *(["filled"] if client_fills(operation) else []))
        return ClientCall(exchange.request, exchange.response, problems, checks, came.returned, raised, payload)

    def check_scenarios(self, operation: Operation) -> Iterator[Problem]:
        """Record a success of a new client with a new server, and play with it."""
        refused = tuple(build_refusals(self._api, operation, self._answers))
        yield from check_refusals(operation, refused)
        example = self._plan.planned(operation, example_requests(self._api, operation)[0])
        _, request = self._said(operation, example) if operation.id in self._driver.offers else (example, None)
        if request is None:
            return
        before, self._wire.app = self._wire.app, self._serve()
        client, _ = self._open_clients()
        try:
            came = client.call(Call(request=request))
        finally:
            self._wire.app, passed = before, self._wire.take()
        if not passed or came.raised is not None:  # the other phases tell of it
            return
        asked = {
            scheme.id: exchange
            for scheme in required_schemes(self._api, operation)
            for exchange in passed[:-1]
            if is_token_operation(self._api, scheme, exchange.request)
        }
        secrets = with_secret_credentials(self._api, self._settings)
        scene = RecordedCall(
            self._api, operation, self._driver, request, passed[-1], asked, self._wire.run, refused, secrets
        )
        first, self._is_first = self._is_first, False
        yield from run_scenarios(scene, first=first)

    def close(self) -> None:
        try:
            self._close_clients()
        finally:
            self._wire.close()

    def _fault(self, operation: Operation, planned: Case) -> str:
        """Say where a case breaks the spec as it is written, ``""`` where it does not."""
        return self._readers[operation.id].fault(self._completion.complete(operation, planned, {}))

    def _said(self, operation: Operation, planned: Case) -> tuple[Case, Request | None]:
        """Give a case as far as a caller can say it, and what he says; ``None`` where he can say nothing."""
        fixed = with_values(planned.case, self._completion.fixed(operation))
        case = to_callable_case(operation, fixed, self._driver.offers[operation.id], self._promised[operation.id])
        if case is None:
            return planned, None
        planned = replace(planned, case=case)
        return planned, to_call_arguments(operation, case, self._readers[operation.id], planned.request())

    def _open_clients(self) -> tuple[Client, Client]:
        """Open a synchronous and an asynchronous client."""
        world = World(self._wire, self._clock, self._clock.wait, self._random, self._wire.run)
        given = Opening(base_url=BASE_URL, settings=self._settings, options=Options(max_retries=0))
        sync, awaited = (self._driver.open_client(replace(given, form=form), world) for form in FORMS)
        return sync, awaited

    def _do(self, request: Request) -> CallOutcome:
        self._turns[request.operation] += 1
        if self._opened is None:
            self._opened = self._open_clients()
        return self._opened[(self._turns[request.operation] + 1) % 2].call(Call(request=request))

    def _close_clients(self) -> None:
        """Close the clients; others are opened when there is a call for them."""
        opened, self._opened = self._opened, None
        if opened:
            opened[0].close()

    def _again(self, request: Request, app: ASGIApp) -> CallOutcome:
        """Make a call of the same client against another server, and give what came of it."""
        server, self._wire.app = self._wire.app, app
        self._turns[request.operation] -= 1
        try:
            return self._do(request)
        finally:
            self._wire.app = server
            self._wire.take()
