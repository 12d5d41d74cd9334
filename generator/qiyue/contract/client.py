"""Client: the generated client as a target. It is called with a case's values over a wire into the server; what it
sends must be what the case says, and what it gives or raises must be what the server answered.

Invalid cases are not put to it: most cannot be said in its arguments.
"""

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import httpx2
from starlette.types import ASGIApp

from qiyue.api import Api, Operation
from qiyue.caller import Package, call, call_async
from qiyue.contract.cases import Planned
from qiyue.contract.checks import Problem
from qiyue.contract.credentials import KEY, USER, credentials
from qiyue.contract.oracle import Received, Verdict
from qiyue.contract.said import readers, said, sayable
from qiyue.contract.sent import sent
from qiyue.contract.targets import Called
from qiyue.contract.wire import BASE_URL, Wire
from qiyue.examples import Request
from qiyue.values import Missing, Plain, same


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
    received = Received(response.status_code, response.headers, response.content)
    try:
        payload = received.read(called.payload)
    except Missing:
        return
    if not same(called.gave, payload):
        yield Problem("decoded", "What the client gave differs from what the server answered.", "/responses")


class ClientTarget:
    """A generated client over a wire into an ASGI app; sync and async calls take turns."""

    name = "client"
    takes_invalid = False

    def __init__(self, api: Api, package: Package, app: ASGIApp) -> None:
        self._api, self._package, self._wire = api, package, Wire(app)
        self._readers = readers(api)
        self._turn = 0
        options: dict[str, Any] = {"base_url": BASE_URL, "max_retries": 0}
        for arguments in package.credentials().values():
            options |= dict(zip(arguments, (USER, KEY) if len(arguments) > 1 else (KEY,), strict=False))
        self._sync = package.client(http_client=httpx2.Client(transport=self._wire), **options)
        self._async = package.async_client(http_client=httpx2.AsyncClient(transport=self._wire), **options)

    def call(self, operation: Operation, planned: Planned) -> Called | None:
        if operation.id not in self._package.operations:
            return Called(problems=(Problem("client", "The client does not have this operation."),))
        declared = self._package.operations[operation.id]
        case = sayable(planned.case, declared)
        plain = replace(planned, case=case).request()
        expected = credentials(self._api, operation).add(plain)
        gave, raised = self._do(said(operation, case, self._readers[operation.id], plain))
        passed = self._wire.take()
        if not passed:
            message = f"The client sent nothing and raised {type(raised).__name__}: {raised}"
            return Called(expected, None, (Problem("sent", message),))
        exchange = passed[-1]
        headers = [parameter.name for parameter in operation.parameters if parameter.location == "header"]
        headers += [*credentials(self._api, operation).headers]
        differing = sent(exchange.request, headers).differences(sent(expected, headers))
        problems = [Problem("sent", f"The client sent another {part} than it was given.") for part in differing]
        payload = operation.envelope.answer.payload if operation.envelope and operation.envelope.answer else ""
        given = self._plain(gave, declared.answers) if raised is None else None
        return ClientCalled(exchange.request, exchange.response, problems, given, raised, payload)

    def close(self) -> None:
        self._sync.close()
        self._wire.close()

    def _do(self, request: Request) -> tuple[Any, Exception | None]:
        self._turn += 1
        try:
            if self._turn % 2:
                return call(self._package, self._sync, request), None
            return self._wire.run(call_async(self._package, self._async, request)), None
        except Exception as error:  # noqa: BLE001 - whatever a client raises is what is judged
            return None, error

    def _plain(self, gave: Any, answers: Sequence[Any]) -> Plain:
        root = self._package.module.__name__
        reading = importlib.import_module(f"{root}._runtime.reading")
        json = importlib.import_module(f"{root}._runtime.json")
        form = next((answer.type for answer in answers if answer.status.startswith("2")), Any)
        return json.loads(json.dumps(reading.plain(gave, form)))
