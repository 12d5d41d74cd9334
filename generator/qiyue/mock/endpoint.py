"""Endpoint: everything one operation needs, made ready at start; a request goes in, an answer comes out.

The order is: credential, parameters, body; then, if all is well, the rules; then what is kept. Of several failures the
one is reported that the vendor checks first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qiyue.api import Api, Operation
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock.answer import Answers
from qiyue.mock.body import Bodies
from qiyue.mock.call import Call
from qiyue.mock.clock import Clock
from qiyue.mock.credentials import Accepted, Guard
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.parameters import Parameters
from qiyue.mock.refuse import Refusals
from qiyue.mock.role import Role
from qiyue.mock.schemas import Schemas
from qiyue.mock.store import Stores


@dataclass(frozen=True, slots=True)
class Shared:
    """What all endpoints of one mock use."""

    api: Api
    asked: Schemas
    answered: Schemas
    stores: Stores
    clock: Clock
    accepted: Accepted
    report: Report


class Endpoint:
    """One operation of the Api."""

    def __init__(self, operation: Operation, shared: Shared) -> None:
        api, report = shared.api, shared.report
        self._refusals = Refusals(api, operation, shared.answered)
        self._guard = Guard(api, operation.security, shared.accepted)
        self._parameters = Parameters(operation, shared.asked)
        self._bodies = Bodies(operation, shared.asked, report)
        self._answers = Answers(api, operation, shared.answered, report)
        schemas = shared.asked, shared.answered
        self._role = Role(api, operation, self._answers, schemas, shared.stores, shared.clock, report)
        self._is_plain = self._role.idle or not self._answers.is_json
        if operation.signature:
            message = f"the mock does not check the signature of {operation.id}"
            report.add(Diagnostic("mock-signature", Severity.GAP, message))

    def serve(self, incoming: Incoming, path: Mapping[str, str]) -> Reply:
        """Answer one request; ``path`` are the values in its path."""
        refused = self._guard.check(incoming)
        parameters, wrong = self._parameters.read(incoming, path)
        body, wrong_in_body = self._bodies.read(incoming)
        failures = [*([refused] if refused else ()), *wrong, *wrong_in_body]
        call = Call(parameters, body)
        failure = self._refusals.first([*failures, *self._role.check(call)])
        if failure:
            return self._refusals.reply(failure)
        if self._is_plain:
            return self._answers.plain_reply(call)
        return self._answers.reply(self._role.run(call))

    def refuse(self, incoming: Incoming, failure: Failure) -> Reply:
        """Refuse a request whatever it holds; a failing credential may come first."""
        refused = self._guard.check(incoming)
        chosen = self._refusals.first([failure, *([refused] if refused else ())])
        return self._refusals.reply(chosen or failure)
