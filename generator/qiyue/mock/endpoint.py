"""Endpoint: everything one operation needs, made ready at start; a request goes in, an answer comes out.

A request is examined whole: credential, signature, quota, parameters, body, rules. Of several failures the one is
reported that the vendor checks first; what a request uses up (its signature, a call of the quota) is used up as far as
the vendor's checks went. Then what is kept is changed, and the answer is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qiyue.api import Kind, Operation
from qiyue.mock.call import Call
from qiyue.mock.chaos import HEADER
from qiyue.mock.credentials import Guard
from qiyue.mock.failure import Failure
from qiyue.mock.incoming import Incoming, Reply
from qiyue.mock.prefer import Preferred, read_preference
from qiyue.mock.role import Role
from qiyue.mock.shared import Shared
from qiyue.mock.tokens import Desk


@dataclass(frozen=True, slots=True)
class Examined:
    """A request that was understood as far as it goes, and everything that is wrong with it."""

    call: Call
    failures: tuple[Failure, ...]


class Endpoint:
    """One operation of the Api."""

    def __init__(self, operation: Operation, shared: Shared) -> None:
        api, options = shared.api, shared.options
        self._id, self._chaos = operation.id, shared.chaos
        work = shared.ready.works[operation.id]
        self._parameters, self._bodies = work.parameters, work.bodies
        self._answers, self._refusals = work.answers, work.refusals
        self._guard = Guard(api, operation.security, options.accepted, shared.tokens)
        self._once = tuple(one for one in (shared.signing(operation), shared.counter(operation)) if one)
        self._role = Role(operation, self._answers, shared)
        self._desk = Desk(api, operation.id, shared.tokens, options.accepted)
        self._preferred = Preferred(api, operation, shared.ready.answered)
        self._upload, self._uploads = operation.upload, shared.uploads
        self._is_idle = self._role.idle and not self._desk and not operation.upload

    def serve(self, incoming: Incoming, path: Mapping[str, str]) -> Reply:
        """Answer one request, unless it is to fail; ``path`` are the values in its path."""
        try:
            fault = self._chaos.fault(self._id, incoming)
        except ValueError:
            return self._refusals.reply(Failure(Kind.INVALID_PARAMETER, f"header:{HEADER}", "fault"))
        if fault and fault.failure:
            return self._refusals.reply(fault.failure)
        examined = self.examined(incoming, path)
        reply = self.refused(incoming, examined.failures) or self._answered(incoming, examined.call)
        return fault.on(reply) if fault else reply

    def takes(self, path: Mapping[str, str]) -> bool:
        """Tell whether the values in a path are such as this operation wants."""
        return self._parameters.takes(path)

    def examined(self, incoming: Incoming, path: Mapping[str, str]) -> Examined:
        """Look at a request from all sides; nothing changes by that."""
        parameters, wrong = self._parameters.read(incoming, path)
        body, wrong_in_body = self._bodies.read(incoming)
        call = Call(parameters, body)
        failures = (*self._before(incoming), *wrong, *wrong_in_body, *self._desk.check(call), *self._role.check(call))
        return Examined(call, failures)

    def refused(self, incoming: Incoming, failures: Iterable[Failure]) -> Reply | None:
        """Refuse a request for the first of its failures, if there are any; use up what it uses up."""
        failure = self._refusals.order.first(failures)
        for check in self._once:
            if self._refusals.order.passes(check.kind, failure):
                check.note(incoming)
        return self._refusals.reply(failure) if failure else None

    def _before(self, incoming: Incoming) -> Iterator[Failure]:
        refused = self._guard.check(incoming)
        if refused:
            yield refused
        for check in self._once:
            yield from check.check(incoming)

    def _answered(self, incoming: Incoming, call: Call) -> Reply:
        preference = read_preference(incoming)
        if not preference:
            return self._answer(incoming, call)
        wanted = self._preferred.reply(preference, call)
        return self._refusals.reply(wanted) if isinstance(wanted, Failure) else wanted

    def _answer(self, incoming: Incoming, call: Call) -> Reply:
        if self._is_idle:
            return self._answers.plain_reply(call)
        body = self._desk.write(self._role.run(call))
        if not self._answers.is_json:
            return self._answers.plain_reply(call)
        if self._upload:
            body = self._uploads.offered(self._upload, incoming, call, body)
        return self._answers.reply(body)
