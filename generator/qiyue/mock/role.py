"""Role: the part of one operation in what the mock keeps, and the rules it follows. In: a call. Out: a body."""

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final

from qiyue.api import Api, Kind, Operation
from qiyue.base.absent import ABSENT
from qiyue.base.where import get, put
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock import objects
from qiyue.mock.answer import Answers
from qiyue.mock.answered import Answered, spot
from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.rules import RULES, Rule
from qiyue.mock.shared import Shared
from qiyue.mock.turn import Scene, Turn
from qiyue.values import FrozenMap, Plain

_DEEDS: Final = MappingProxyType[str, Callable[[Turn, Answered, Plain], Plain]](
    {
        "": objects.answer,
        "answer": objects.answer,
        "create": objects.create,
        "delete": objects.delete,
        "get": objects.find,
        "keep": objects.keep,
        "list": objects.collect,
        "save": objects.save,
        "update": objects.update,
    }
)
_OF_ONE: Final = ("get", "update", "delete")
_FOLLOWED: Final = {"answer", "object", "parts", "scope-at"}


class Role:
    """What one operation keeps, finds, changes."""

    def __init__(self, operation: Operation, answers: Answers, shared: Shared) -> None:
        api, answered, report = shared.api, shared.ready.answered, shared.report
        self._answers = answers
        self._rules = tuple(_known(api, operation, report))
        self.idle = operation.mock is None and not self._rules
        media = answers.media
        node = answered.node_at(media.type, spot(operation)) if media and media.type else None
        self._answered = Answered(api, operation, node, answered, self._rules)
        self._scene = Scene(operation, shared, self._answered.object_node)
        self._do = self._scene.role.do
        request = operation.envelope.request if operation.envelope else None
        fills = request.fill if request else ()
        self._ids = [fill.at for fill in fills if fill.make in ("uuid", "random") and fill.at.startswith("/")]
        self._asked = self._scene.role.key.get("from", "") or self._scene.role.key.get("at", "")
        self._looked_up = {entry["at"] for rule, entry in self._rules if rule is RULES["exists"]}
        for word in sorted({*self._scene.role.extra} - _FOLLOWED):
            message = f"the mock answers {operation.id}, but does not do its {word!r}"
            report.add(Diagnostic("mock-role", Severity.GAP, message))

    def check(self, call: Call) -> Iterator[Failure]:
        """Say which rules the call breaks, and whether what it names is there."""
        turn = Turn(call, self._scene)
        for rule, entry in self._rules:
            failure = rule.check(entry, turn) if rule.check else None
            if failure:
                yield failure
        yield from self._absent(turn)

    def run(self, call: Call) -> Plain:
        """Do the work and give the body of the answer."""
        turn = Turn(call, self._scene)
        names = (rule.choose(entry, turn) for rule, entry in self._rules if rule.choose)
        body = self._answers.value(call, next(filter(None, names), ""))
        return self._echoed(call, _DEEDS[self._do](turn, self._answered, body))

    def _echoed(self, call: Call, body: Plain) -> Plain:
        """Give the answer with the request's own id, where a sample has one at the same spot."""
        for at in self._ids:
            sent = call.one(at)
            if sent is not None and get(body, at) is not ABSENT:
                body = put(body, at, sent)
        return body

    def _absent(self, turn: Turn) -> Iterator[Failure]:
        """Say that what a call names is not there, unless a rule of the document says so."""
        if self._do not in (*_OF_ONE, "save") or self._asked in self._looked_up:
            return
        keys = turn.keys()
        is_silent = not keys and self._do in _OF_ONE and "*" not in self._asked
        if is_silent or len(self._answered.named(turn)) < len(keys):
            yield Failure(Kind.NOT_FOUND, self._asked, self._do)


def _known(api: Api, operation: Operation, report: Report) -> Iterator[tuple[Rule, FrozenMap]]:
    """Give the rules of an operation that are followed, and name the others."""
    own = operation.mock.rules if operation.mock else ()
    for entry in (*api.mock.get("rules", ()), *own):
        for name, words in entry.items():
            rule = RULES.get(name)
            if rule and rule.words.issuperset(words):
                yield rule, words
            else:
                message = f"the mock does not follow the rule {name!r} of {operation.id}"
                report.add(Diagnostic("mock-rule", Severity.GAP, message))
