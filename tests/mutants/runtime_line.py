"""A client in whose runtime one line is another one; each row names the check of the contract suite that must find it.

No single exchange shows these faults: they are of retries, tokens, lists, streams, options, connections.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from qiyue.api import Api, Operation
from qiyue.base.media import is_json
from qiyue.contract.auth.credentials import client_fills, required_schemes
from qiyue.drivers import Driver
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import PACKAGE_NAME, FaultTarget
from qiyue.targets import drive

Has: TypeAlias = Callable[[Api, Operation], bool]
"""Tells whether an operation can show a fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the runtime, and what stands in its place; of several the first ``after`` another one."""

    module: str
    right: str
    wrong: str
    after: str = ""

    def mutate(self, text: str) -> str:
        """Give the text of the module with the other line.

        Raises:
            LookupError: it has no such line.
        """
        before, mark, rest = text.partition(self.after) if self.after else ("", "", text)
        if self.right not in rest or (self.after and not mark):
            raise LookupError(f"{self.module} has no line {self.right!r}")
        return before + mark + rest.replace(self.right, self.wrong, 1)


Row: TypeAlias = tuple[str, str, Line, Has]
"""What is wrong, the check that is meant to find it, the line, who can show it."""
ASYNC_CLIENT, ASYNC_RESOURCE, ASYNC_STREAM = "class AsyncClient", "class AsyncResource", "class AsyncStream"


def build_faults(rows: Iterable[Row]) -> Iterator[Fault]:
    """Make faults of lines."""
    for name, check, line, has in rows:
        yield Fault(name, check, _in(line, has), target="client", phases=("stateful",), certain=True)


def _in(line: Line, has: Has) -> Plant:
    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if not has(subject.api, operation):
            return None
        return Mutant(driver=lambda _: mutate_client(subject, line))

    return plant


def mutate_client(subject: FaultTarget, line: Line) -> Driver:
    """Give the client with the changed module."""
    path = f"{PACKAGE_NAME}/_runtime/{line.module}.py"
    changed = {
        file.path: line.mutate(file.content.decode()).encode() for file in subject.files if file.path.endswith(path)
    }
    return drive([replace(file, content=changed.get(file.path, file.content)) for file in subject.files], PACKAGE_NAME)


def always(_api: Api, _operation: Operation) -> bool:
    return True


def may_not_repeat(_api: Api, operation: Operation) -> bool:
    return not operation.repeatable


def is_told_to_wait(_api: Api, operation: Operation) -> bool:
    """Tell whether its document leaves it to the status whether a call may be made again."""
    at = operation.errors.at if operation.errors else ""
    return operation.repeatable and at != "status"


def makes(per: str) -> Has:
    return lambda _, operation: any(fill.per == per and fill.make != "const" for fill in client_fills(operation))


def has_codes(_api: Api, operation: Operation) -> bool:
    return bool(operation.errors and operation.errors.codes)


def succeeds_with_code(api: Api, operation: Operation) -> bool:
    answer = operation.envelope.answer if operation.envelope else None
    return bool(has_codes(api, operation) and answer and answer.success and answer.success.at == answer.code)


def has_key(api: Api, operation: Operation) -> bool:
    return any(scheme.scheme != "basic" for scheme in required_schemes(api, operation))


def has_key_in_query(api: Api, operation: Operation) -> bool:
    return any(scheme.type == "apiKey" and scheme.location == "query" for scheme in required_schemes(api, operation))


def has_token(api: Api, operation: Operation) -> bool:
    return any(scheme.token for scheme in required_schemes(api, operation))


def has_renewal(api: Api, operation: Operation) -> bool:
    return any(scheme.token and scheme.token.renew_on for scheme in required_schemes(api, operation))


def has_pages(*styles: str) -> Has:
    return lambda _, operation: bool(operation.pagination and operation.pagination.style in styles)


def tells_end(_api: Api, operation: Operation) -> bool:
    rule = operation.pagination
    return bool(rule and rule.style == "page" and (rule.total or rule.pages))


def comes(*words: str) -> Has:
    """Give whether an answer comes bit by bit, in a media type with one of these words."""

    def comes(_api: Api, operation: Operation) -> bool:
        types = [each.content_type for answer in operation.answers for each in answer.media]
        return len(types) == 1 and any(word in types[0] for word in words)

    return comes


def sends_json(_api: Api, operation: Operation) -> bool:
    return bool(operation.body and all(is_json(media.content_type) for media in operation.body.media))


def has_quota(_api: Api, operation: Operation) -> bool:
    return bool(operation.quota and operation.quota.calls < 60)


def uploads(_api: Api, operation: Operation) -> bool:
    return operation.upload is not None
