"""Answer: what a call that succeeds gets. In: an operation's answers and a call. Out: a body, and its Reply.

A documented example that fits the request comes first, then a value of the schema. An example that breaks its schema
is not used, and is named in the report.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from qiyue.api import Answer, Api, Operation, Where
from qiyue.base import json
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.media import essence, preferred
from qiyue.base.where import get, put
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock.body import takes_json
from qiyue.mock.call import Call
from qiyue.mock.condition import satisfied
from qiyue.mock.incoming import Reply
from qiyue.mock.samples import made, made_of, required_headers
from qiyue.mock.schemas import Schemas
from qiyue.mock.streams import is_stream, streamed
from qiyue.sample import sample_file
from qiyue.values import FrozenMap, Plain, thaw

_ANY_JSON = ("*/*", "application/*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be answered."""

    name: str
    value: Plain
    asked: Mapping[Where, Plain]
    """Request parameters of which the document has an example with the same name."""

    def score(self, call: Call) -> int:
        """Count what a request and this value have in common."""
        sent = call.parameters
        paired = sum(3 if json_equal(sent.get(where), value) else -3 for where, value in self.asked.items())
        named = 2 if self.name in map(str, sent.values()) else 0
        held = self.value if isinstance(self.value, Mapping) else {}
        alike = [
            json_equal(held[name], value) for where, value in sent.items() if (name := where.partition(":")[2]) in held
        ]
        return paired + named + sum(alike)


class Answers:
    """One answer of an operation: that of a success, unless another is named."""

    def __init__(
        self, api: Api, operation: Operation, schemas: Schemas, report: Report, answer: Answer | None = None
    ) -> None:
        self._api, self._operation, self._schemas, self._report = api, operation, schemas, report
        self._is_success = answer is None or answer in operation.success_answers
        answer = answer or success(operation)
        self.media = preferred(answer.media) if answer else None
        self.is_json = self.media is not None and takes_json(essence(self.media.content_type))
        self._status = _status(answer)
        self._headers = (*self._typed(), *(required_headers(api, answer) if answer else ()))
        self._candidates = self._examples() or self._sampled()
        self._only = self._reply_of(self._candidates[0].value) if len(self._candidates) == 1 else None

    def value(self, call: Call, name: str = "") -> Plain:
        """Give a fresh body: the example of this name, else the one that fits the call best."""
        named = [candidate for candidate in self._candidates if name and candidate.name == name]
        return thaw((named or [max(self._candidates, key=lambda candidate: candidate.score(call))])[0].value)

    def reply(self, value: Plain) -> Reply:
        """Write a body."""
        return Reply(self._status, self._headers, json.dumps(value))

    def plain_reply(self, call: Call) -> Reply:
        """Answer a call of which nothing is kept."""
        return self._only or self._reply_of(self.value(call))

    @property
    def names(self) -> frozenset[str]:
        """The names of the examples that may be answered."""
        return frozenset(candidate.name for candidate in self._candidates)

    def reply_with(self, call: Call, name: str) -> Reply:
        """Answer with the example of a name; without a name, with the one that fits the call best."""
        return self._reply_of(self.value(call, name))

    def _examples(self) -> tuple[Candidate, ...]:
        media = self.media
        if media is None:
            return ()
        validator = self._schemas.validator(media.type) if media.type and self.is_json else None
        found = []
        for example in media.examples:
            if validator is None or validator.is_valid(example.value):
                found.append(Candidate(example.name, example.value, self._asked(example.name)))
            else:
                name = f"example {example.name!r}" if example.name else "example"
                self._gap("mock-example", f"the {name} of {self._operation.id} breaks its schema; it is not answered")
        return tuple(found)

    def _asked(self, name: str) -> FrozenMap:
        """Give what the document's request of the same name asks for."""
        return FrozenMap(
            {
                f"{parameter.location}:{parameter.name}": example.value
                for parameter in self._operation.parameters
                for example in parameter.examples
                if name and example.name == name
            }
        )

    def _sampled(self) -> tuple[Candidate, ...]:
        media = self.media
        written = media and (self.is_json or media.content_type.startswith("text/") or is_stream(media.content_type))
        if media is None or media.type is None or not written:
            return (Candidate("", None, {}),)
        validator = self._schemas.validator(media.type)
        value = self._adjusted(made(self._api, media.type, full=self._operation.mock is None))
        if not validator.is_valid(value):
            value = self._adjusted(made(self._api, media.type))
        if not validator.is_valid(value):
            self._gap("mock-answer", f"the mock's answer to {self._operation.id} breaks its schema; give an example")
        return (Candidate("", value, {}),)

    def _adjusted(self, value: Plain) -> Plain:
        """Make the sample of a success say so and hold a payload, where the envelope knows how."""
        if not self._is_success:
            return value
        envelope = self._operation.envelope.answer if self._operation.envelope else None
        value = _with_success_code(self._operation, value)
        if envelope is None:
            return value
        value = satisfied(envelope.success, value) if envelope.success else value
        is_lacking = envelope.payload.startswith("/") and get(value, envelope.payload) is ABSENT
        node = self._schemas.node_at(self.media.type, envelope.payload) if self.media and self.media.type else None
        return put(value, envelope.payload, made_of(self._api, node)) if is_lacking and node is not None else value

    def _reply_of(self, value: Plain) -> Reply:
        if self.media is None:
            return Reply(self._status, self._headers)
        if self.is_json:
            return self.reply(value)
        content = streamed(self.media.content_type, value)
        if content is None:
            content = value.encode() if isinstance(value, str) else sample_file(self.media.content_type).content
        return Reply(self._status, self._headers, content)

    def _typed(self) -> tuple[tuple[str, str], ...]:
        if self.media is None:
            return ()
        said = self.media.content_type
        return (("content-type", "application/json" if said in _ANY_JSON else said),)

    def _gap(self, code: str, message: str) -> None:
        self._report.add(Diagnostic(code, Severity.GAP, message))


def success(operation: Operation) -> Answer | None:
    """Give the answer with which the mock says success: of several that of the lowest status."""
    return min(operation.success_answers, key=lambda answer: answer.status.upper(), default=None)


def _with_success_code(operation: Operation, value: Plain) -> Plain:
    """Give a sample the code of a success in the place of one that is not; where none is known, one of no failure."""
    answer, rows = operation.envelope and operation.envelope.answer, operation.errors.codes if operation.errors else ()
    where = (operation.errors and operation.errors.at) or (answer and answer.code) or ""
    found = get(value, where) if where.startswith("/") else ABSENT
    good, bad = [row.code for row in rows if row.kind is None], [row.code for row in rows if row.kind]
    if found is ABSENT or found in good or (not good and found not in bad):
        return value
    others = (number if isinstance(found, int) else str(number) for number in count())
    return put(value, where, good[0] if good else next(other for other in others if other not in bad))


def _status(answer: Answer | None) -> int:
    if answer is None:
        return 204
    if answer.status.isdigit():
        return int(answer.status)
    return int(answer.status[0]) * 100 if answer.status[0].isdigit() else 200
