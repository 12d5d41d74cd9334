"""Client target: the generated client as a target. It is called with a case's values over a wire into the server;
what it sends must be what the case says, and what it gives or raises must be what the server answered.

Invalid cases are not put to it: most cannot be said in its arguments.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import httpx2
from starlette.types import ASGIApp

from qiyue.api import Api, Operation
from qiyue.base.equality import json_equal
from qiyue.contract.auth.completion import Completion
from qiyue.contract.auth.credentials import KEY, USER, fills, given, needed
from qiyue.contract.auth.tokens import asks_for_token
from qiyue.contract.client.arguments import promised, said, sayable
from qiyue.contract.client.request_conformance import Outgoing
from qiyue.contract.client.response_tolerance import Heard, Twists
from qiyue.contract.client.returned_value import plainly
from qiyue.contract.client.scenarios import Scene, behaviour, with_secrets
from qiyue.contract.generators.plan import Plan
from qiyue.contract.http.asgi_transport import BASE_URL, Wire
from qiyue.contract.http.request_values import with_values
from qiyue.contract.http.response import Received
from qiyue.contract.model.case import Planned
from qiyue.contract.model.clock import Clock
from qiyue.contract.oracle.checks import Problem, broken_example
from qiyue.contract.oracle.documented_refusals import refusals, unnoticed
from qiyue.contract.oracle.request_reader import readers
from qiyue.contract.oracle.verdict import Verdict
from qiyue.contract.target import Called
from qiyue.diagnostics import Report
from qiyue.drivers import Package, call, call_async
from qiyue.examples import Request, example_requests
from qiyue.mock.schemas import Schemas
from qiyue.mock.streams import is_stream
from qiyue.values import Missing, Plain


@dataclass(frozen=True, slots=True)
class ClientCalled(Called):
    """A call through the generated client: what it gave, as plain data, or what it raised."""

    gave: Plain = None
    raised: Exception | None = None
    payload: str = ""

    def judge(self, verdict: Verdict) -> Iterator[Problem]:
        """Compare what the caller got with what the answer means."""
        raised = self.raised
        if verdict.success and raised is not None:
            yield Problem("decoded", f"The client raised {type(raised).__name__} for a success: {raised}", "/responses")
        elif verdict.success and self.response is not None:
            yield from _decoded(self, self.response)
        elif raised is None:
            yield Problem("raised", f"The client returned although the answer is {verdict}.")
        elif verdict.kind is not None and getattr(raised, "kind", "") != verdict.kind.value:
            kind = getattr(raised, "kind", "")
            yield Problem("raised", f"The client raised {type(raised).__name__} of kind {kind!r} for {verdict}.")


def _decoded(called: ClientCalled, response: httpx2.Response) -> Iterator[Problem]:
    if is_stream(response.headers.get("content-type", "")):
        return  # items one by one are no body
    received = Received(response.status_code, response.headers, response.content)
    try:
        payload = response.content if isinstance(called.gave, bytes) else received.read(called.payload)
    except Missing:
        return
    if not json_equal(called.gave, payload):
        yield Problem("decoded", "What the client gave differs from what the server answered.", "/responses")


class ClientTarget:
    """A generated client over a wire into an ASGI app; sync and async calls take turns, and so do client scope that is
    given to the client and to the call."""

    name = "client"
    takes_invalid = False
    keeps_examples = True

    def __init__(self, plan: Plan, package: Package, serve: Callable[[], ASGIApp], clock: Clock) -> None:
        self._plan, self._api, self._package, self._serve, self._clock = plan, plan.api, package, serve, clock
        self._wire = Wire(serve())
        self._completion = Completion(plan.api, clock, plan.seed)
        self._readers = readers(plan.api)
        self._promised = {operation.id: promised(plan.api, operation) for operation in plan.api.operations}
        self._random, self._outgoing = Random(plan.seed), Outgoing(plan.api, self._completion)
        self._turns: Counter[str] = Counter()
        self._answers = Schemas(plan.api, "answer", Report())
        self._twists = Twists(plan.api, self._answers)
        self._made_with, self._is_first = made_with(plan.api, package), True
        self._sync, self._async = self._clients()

    def fresh(self) -> None:
        self._sync.close()
        self._wire.app = self._serve()
        self._outgoing.forget()
        self._sync, self._async = self._clients()

    def call(self, operation: Operation, planned: Planned) -> Called | None:
        if operation.id not in self._package.operations:
            return Called(problems=(Problem("client", "The client does not have this operation."),))
        self._clock.tick()
        declared = self._package.operations[operation.id]
        fault = self._fault(operation, planned) if planned.phase == "examples" else ""
        if fault:
            return Called(planned.request(), None, (broken_example(planned, fault),))
        planned, request = self._said(operation, planned)
        if request is None:
            return None
        gave, raised = self._do(request)
        passed = self._wire.take()
        self._outgoing.remember(passed)
        if not passed:
            if self._fault(operation, planned):
                return None  # as it is written it breaks the spec, so that it tells nothing of a client that refuses it
            message = f"The client sent nothing and raised {type(raised).__name__}: {raised}"
            return Called(planned.request(), None, (Problem("sent", message),))
        exchange = passed[-1]
        problems = [*self._outgoing.problems(operation, planned, exchange.request)]
        if planned.phase == "examples" and raised is None:
            problems += self._twists.problems(operation, exchange.response, lambda app: self._again(request, app))
            self._sync.close()
            self._sync, self._async = self._clients()  # these have lost their tokens
        payload = operation.envelope.answer.payload if operation.envelope and operation.envelope.answer else ""
        given = self._plain(gave, declared.answers) if raised is None else None
        checks = ("sent", "decoded" if raised is None else "raised", *(["filled"] if fills(operation) else []))
        return ClientCalled(exchange.request, exchange.response, problems, checks, given, raised, payload)

    def behaviour(self, operation: Operation) -> Iterator[Problem]:
        """Record a success of a new client with a new server, and play with it."""
        refused = tuple(refusals(self._api, operation, self._answers))
        yield from unnoticed(operation, refused)
        example = self._plan.planned(operation, example_requests(self._api, operation)[0])
        _, request = self._said(operation, example) if operation.id in self._package.operations else (example, None)
        if request is None:
            return
        before, self._wire.app = self._wire.app, self._serve()
        client, _ = self._clients()
        try:
            call(self._package, client, request)
        except Exception:  # noqa: BLE001 - the other phases tell of it
            return
        finally:
            self._wire.app, passed = before, self._wire.take()
        if not passed:
            return
        asked = {
            scheme.id: exchange
            for scheme in needed(self._api, operation)
            for exchange in passed[:-1]
            if asks_for_token(self._api, scheme, exchange.request)
        }
        secrets = with_secrets(self._package, self._made_with)
        scene = Scene(self._api, operation, self._package, request, passed[-1], asked, self._wire.run, refused, secrets)
        first, self._is_first = self._is_first, False
        yield from behaviour(scene, first=first)

    def close(self) -> None:
        self._sync.close()
        self._wire.close()

    def _fault(self, operation: Operation, planned: Planned) -> str:
        """Say where a case breaks the spec as it is written, ``""`` where it does not."""
        return self._readers[operation.id].fault(self._completion.complete(operation, planned, {}))

    def _said(self, operation: Operation, planned: Planned) -> tuple[Planned, Request | None]:
        """Give a case as far as a caller can say it, and what he says; ``None`` where he can say nothing."""
        declared = self._package.operations[operation.id]
        fixed = with_values(planned.case, self._completion.fixed(operation))
        case = sayable(operation, fixed, declared, self._promised[operation.id])
        if case is None:
            return planned, None
        planned = replace(planned, case=case)
        return planned, said(operation, case, self._readers[operation.id], planned.request())

    def _clients(self) -> tuple[Any, Any]:
        options: dict[str, Any] = {"base_url": BASE_URL, "max_retries": 0, "clock": self._clock}
        options |= self._made_with
        wait = self._clock.wait

        async def wait_too(seconds: float) -> None:
            wait(seconds)

        return (
            self._package.client(
                http_client=httpx2.Client(transport=self._wire), sleep=wait, random=self._random, **options
            ),
            self._package.async_client(
                http_client=httpx2.AsyncClient(transport=self._wire),
                sleep=wait_too,
                random=self._random,
                **options,
            ),
        )

    def _do(self, request: Request) -> tuple[Any, Exception | None]:
        self._turns[request.operation] += 1
        try:
            if self._turns[request.operation] % 2:
                return call(self._package, self._sync, request), None
            return self._wire.run(call_async(self._package, self._async, request)), None
        except Exception as error:  # noqa: BLE001 - whatever a client raises is what is judged
            return None, error

    def _again(self, request: Request, app: ASGIApp) -> Heard:
        """Make a call of the same client against another server, and give what came of it."""
        server, self._wire.app = self._wire.app, app
        self._turns[request.operation] -= 1
        try:
            gave, raised = self._do(request)
            answers = self._package.operations[request.operation].answers
            return Heard(self._plain(gave, answers) if raised is None else None, raised)
        finally:
            self._wire.app = server
            self._wire.take()

    def _plain(self, gave: Any, answers: Sequence[Any]) -> Plain:
        if isinstance(gave, bytes):
            return gave
        form = next((answer.type for answer in answers if answer.status.startswith("2")), Any)
        return plainly(self._package, gave, form)


def made_with(api: Api, package: Package) -> dict[str, str]:
    """Give the arguments with which a client is made: keys, secrets, client scope."""
    keys: dict[str, str] = {}
    for arguments in package.credentials().values():
        keys |= dict(zip(arguments, (USER, KEY) if len(arguments) > 1 else (KEY,), strict=False))
    wanted = package.arguments()
    return keys | {name: value for name, value in given(api).items() if name in wanted}
