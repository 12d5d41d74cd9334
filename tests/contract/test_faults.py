"""The suite can fail: every planted fault is found, and by the check that is meant for it.

A fault is a server that breaks a promise of the spec, or a client made from a spec that says something else.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qiyue import contract, mock
from qiyue.api import Api, Kind, Operation
from qiyue.contract.auth.credentials import mock_credentials
from qiyue.diagnostics import Report
from qiyue.drivers import Driver, PythonDriver, in_memory
from qiyue.mutation import exchange_wrappers as wires
from qiyue.targets import python
from qiyue.values import FrozenMap, freeze, thaw

Plant: TypeAlias = Callable[[Api], Mapping[str, Any]]
"""From an Api to what stands in for the mock or the client made of it."""
Change: TypeAlias = Callable[[int, Any], tuple[int, Any]]
"""From status and body to other ones."""


@dataclass(frozen=True)
class Rewritten:
    """A server whose answers are changed on their way out; what is not JSON passes."""

    inner: ASGIApp
    change: Change

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self.inner(scope, receive, hold)
        content = b"".join(message.get("body", b"") for message in held[1:])
        status, body = self.change(held[0]["status"], json.loads(content, parse_float=Decimal))
        content = json.dumps(body, default=float).encode()
        headers = [(name, value) for name, value in held[0]["headers"] if name.lower() != b"content-length"]
        await send({**held[0], "status": status, "headers": [*headers, (b"content-length", b"%d" % len(content))]})
        await send({"type": "http.response.body", "body": content})


def server(api: Api, change: Change | None = None) -> ASGIApp:
    """The mock of an Api, its answers changed."""
    app = mock.app(api, accepted=mock_credentials(api))
    return Rewritten(app, change) if change else app


def client(api: Api) -> Driver:
    """The generated client of an Api."""
    return PythonDriver(in_memory(python.generate(api, "client", Report()), "client"))


def with_operation(api: Api, operation_id: str, change: Callable[[Operation], Operation]) -> Api:
    """The Api with one operation changed."""
    operations = tuple(change(each) if each.id == operation_id else each for each in api.operations)
    return replace(api, operations=operations)


def with_type(api: Api, name: str, change: Callable[[dict[str, Any]], Any]) -> Api:
    """The Api with one named type changed."""
    type_id = f"#/components/schemas/{name}"
    node = thaw(api.types[type_id])
    change(node)
    return replace(api, types=FrozenMap({**api.types, type_id: freeze(node)}))


def with_kind(operation: Operation, code: int, kind: Kind) -> Operation:
    """The operation with another kind for a code."""
    assert operation.errors is not None
    codes = tuple(replace(row, kind=kind) if row.code == code else row for row in operation.errors.codes)
    return replace(operation, errors=replace(operation.errors, codes=codes))


REFUSED = {"error": {"code": 401, "message": "未授权", "type": "invalid_request_error"}}


def without(name: str) -> Callable[[int, Any], tuple[int, Any]]:
    """A change that takes a member out of every body."""
    return lambda status, body: (status, {key: value for key, value in body.items() if key != name})


def drop_parameter(operation: Operation) -> Operation:
    return replace(operation, parameters=tuple(each for each in operation.parameters if each.name != "end_date"))


def rename_parameter(operation: Operation) -> Operation:
    renamed = (replace(each, name="until") if each.name == "end_date" else each for each in operation.parameters)
    return replace(operation, parameters=tuple(renamed))


SERVER_FAULTS: dict[str, tuple[str, str, Plant]] = {
    "answers 500": (
        "listAccounts",
        "server-error",
        lambda api: {"app": server(api, lambda _, body: (500, body))},
    ),
    "answers 201 where 200 is promised": (
        "listAccounts",
        "status",
        lambda api: {"app": server(api, lambda status, body: (201 if status == 200 else status, body))},
    ),
    "fails inside 200": (
        "listAccounts",
        "example",
        lambda api: {"app": server(api, lambda _, __: (200, REFUSED))},
    ),
    "leaves out a required field": (
        "createVoucher",
        "body",
        lambda api: {"app": server(api, without("voucher_no"))},
    ),
    "takes what the spec forbids": (
        "createVoucher",
        "refusal",
        lambda api: {"app": server(with_type(api, "CreateVoucherRequest", lambda node: node.update(required=[])))},
    ),
    "takes a file of any type and size": (
        "recognizeInvoice",
        "refusal",
        lambda api: {"app": server(with_operation(any_file(api), "recognizeInvoice", any_part))},
    ),
    "takes every credential": (
        "listAccounts",
        "credentials",
        lambda api: {"app": mock.app(api)},
    ),
    "asks for no credential": (
        "listAccounts",
        "credentials",
        lambda api: {"app": server(with_operation(api, "listAccounts", lambda each: replace(each, security=())))},
    ),
    "refuses every credential": (
        "listAccounts",
        "example",
        lambda api: {"app": mock.app(api, accepted={scheme.id: () for scheme in api.security_schemes})},
    ),
    "refuses with an unknown code": (
        "getReport",
        "code",
        lambda api: {"app": server(api, lambda status, body: (status, other_code(body)))},
    ),
}

CLIENT_FAULTS: dict[str, tuple[str, str, Plant]] = {
    "drops a parameter": (
        "getReport",
        "sent",
        lambda api: {"driver": client(with_operation(api, "getReport", drop_parameter))},
    ),
    "renames a parameter": (
        "getReport",
        "sent",
        lambda api: {"driver": client(with_operation(api, "getReport", rename_parameter))},
    ),
    "sends to another path": (
        "listAccounts",
        "sent",
        lambda api: {"driver": client(with_operation(api, "listAccounts", lambda each: replace(each, path="/old")))},
    ),
    "raises another kind": (
        "getReport",
        "raised",
        lambda api: {"driver": client(with_operation(api, "getReport", lambda each: with_kind(each, 404, Kind.CLOCK)))},
    ),
    "takes a failure for a success": (
        "getReport",
        "raised",
        lambda api: {
            "driver": client(with_operation(anything(api), "getReport", plain_answers)),
            "app": server(api, lambda status, body: (200 if status == 404 else status, body)),
        },
    ),
    "gives another part of the answer": (
        "listAccounts",
        "decoded",
        lambda api: {"driver": client(with_operation(api, "listAccounts", inner_payload))},
    ),
    "does not know the operation": (
        "listAccounts",
        "client",
        lambda api: {"driver": client(replace(api, operations=api.operations[:1]))},
    ),
}


@pytest.mark.parametrize("name", SERVER_FAULTS)
def test_fault_of_a_server_is_found(api: Api, name: str) -> None:
    operation, check, plant = SERVER_FAULTS[name]
    outcome = contract.run(api, **plant(api), operations=[operation], max_examples=5)
    assert not outcome.green
    assert check in {failure.check for failure in outcome.failures}


@pytest.mark.parametrize("name", CLIENT_FAULTS)
def test_fault_of_a_client_is_found(api: Api, name: str) -> None:
    operation, check, plant = CLIENT_FAULTS[name]
    outcome = contract.run(api, "client", **plant(api), operations=[operation], max_examples=5)
    assert not outcome.green
    assert check in {failure.check for failure in outcome.failures}


def test_a_failure_says_how_to_see_it_again_and_where_the_promise_stands(api: Api) -> None:
    app = server(api, lambda status, body: (201 if status == 200 else status, body))
    outcome = contract.run(api, app=app, operations=["listAccounts"], max_examples=1)
    failure = next(failure for failure in outcome.failures if failure.check == "status")
    assert failure.reproduction.startswith("curl -sS -X GET ")
    assert failure.reproduction.endswith("http://127.0.0.1:8000/api/v2/accounts/list")
    assert failure.place == "/paths/~1api~1v2~1accounts~1list/get/responses"
    assert failure.phase == "examples"


@pytest.mark.parametrize("target", contract.TARGETS)
def test_a_server_that_answers_every_call_with_an_error_in_200_is_red(api: Api, target: str) -> None:
    app = server(api, lambda _, __: (200, REFUSED))
    outcome = contract.run(api, target, app=app, max_examples=5)
    assert not outcome.green
    assert all(tested.successes == 0 for tested in outcome.tested)
    vacuous = [reason for reason in outcome.reasons() if "never succeeded" in reason]
    assert [reason.split(" was called")[0] for reason in vacuous] == [operation.id for operation in api.operations]


def any_file(api: Api) -> Api:
    return with_type(api, "RecognizeInvoiceRequest", lambda node: node["properties"]["file"].pop("maxLength"))


def any_part(operation: Operation) -> Operation:
    assert operation.body is not None
    return replace(
        operation,
        body=replace(operation.body, media=tuple(replace(each, encodings=()) for each in operation.body.media)),
    )


def anything(api: Api) -> Api:
    return with_type(api, "Report", lambda node: node.update(required=[]))


def plain_answers(operation: Operation) -> Operation:
    return replace(operation, envelope=None, errors=None)


def inner_payload(operation: Operation) -> Operation:
    assert operation.envelope is not None
    assert operation.envelope.answer is not None
    answer = replace(operation.envelope.answer, payload="/accounts")
    return replace(operation, envelope=replace(operation.envelope, answer=answer))


def other_code(body: Any) -> Any:
    return {"error": {**body["error"], "code": 40001}} if "error" in body else body


def test_an_answer_that_cannot_be_unpacked_is_told(api: Api) -> None:
    clock = contract.ControlledClock()
    packed = ("content-encoding", "gzip")
    app = wires.ChangedServer(
        contract.server(api, clock), lambda _, reply: replace(reply, headers=(*reply.headers, packed))
    )
    outcome = contract.run(api, app=app, clock=clock, phases=("examples",))
    assert {(each.check, each.message.partition(":")[0]) for each in outcome.failures} == {
        ("transport", "The answer cannot be unpacked")
    }
