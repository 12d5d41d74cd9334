"""Client: the generated client as a target. It is called with a case's values over a wire into the server; what it
sends must be what the case says, and what it gives or raises must be what the server answered.

Invalid cases are not put to it: most cannot be said in its arguments.
"""

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import httpx2
from schemathesis.core import NOT_SET
from starlette.types import ASGIApp

from qiyue.api import Api, Operation
from qiyue.caller import Package, call, call_async
from qiyue.contract.cases import Case, Planned
from qiyue.contract.checks import Problem
from qiyue.contract.credentials import KEY, USER, credentials
from qiyue.contract.oracle import Received, Verdict
from qiyue.contract.sent import sent
from qiyue.contract.targets import Called
from qiyue.contract.wire import BASE_URL, Wire
from qiyue.examples import Request
from qiyue.sample import SampleFile
from qiyue.values import Missing, Plain, freeze, same


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
        expected = credentials(self._api, operation).add(replace(planned, case=case).request())
        gave, raised = self._do(request_of(operation, case))
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
        plain = self._plain(gave, declared.answers) if raised is None else None
        return ClientCalled(exchange.request, exchange.response, problems, plain, raised, payload)

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


def sayable(case: Case, declared: Any) -> Case:
    """Give the case without the body's members that the client has no argument for."""
    body = declared.body
    if body is None or body.argument or not isinstance(case.body, dict):
        return case
    names = {each.name for each in body.properties}
    return _with_body(case, {name: value for name, value in case.body.items() if name in names})


def request_of(operation: Operation, case: Case) -> Request:
    """Give the wire values of a case."""
    parameters = {
        "path": case.path_parameters,
        "query": case.query,
        "header": dict(case.headers or {}),
        "cookie": case.cookies,
    }
    frozen = freeze({location: _exact(values or {}) for location, values in parameters.items()})
    if case.body is NOT_SET or case.media_type is None:
        return Request(operation.id, "", frozen)
    if isinstance(case.body, bytes):
        return Request(operation.id, "", frozen, case.media_type, None, (("", _file(case, "", case.body)),))
    body, files = _exact(case.body), []
    if isinstance(body, dict):
        for name, value in list(body.items()):
            for content in value if isinstance(value, list) else [value]:
                if isinstance(content, bytes):
                    files.append((name, _file(case, name, content)))
                    body.pop(name, None)
    return Request(operation.id, "", frozen, case.media_type, freeze(body), tuple(files))


def _file(case: Case, name: str, content: bytes) -> SampleFile:
    types = case.multipart_content_types or {}
    return SampleFile("file", types.get(name, case.media_type or "" if not name else ""), content)


def _with_body(case: Case, body: Any) -> Case:
    return case.operation.Case(  # type: ignore[no-any-return]
        path_parameters=case.path_parameters,
        headers=case.headers,
        cookies=case.cookies,
        query=case.query,
        body=body,
        media_type=case.media_type,
        multipart_content_types=case.multipart_content_types,
    )


def _exact(value: Any) -> Any:
    """Give data with every float as the decimal that JSON shows of it."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: _exact(each) for key, each in value.items()}
    return [_exact(each) for each in value] if isinstance(value, list) else value
