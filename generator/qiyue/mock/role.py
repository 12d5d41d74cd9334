"""Role: what an operation does with the objects that are kept, and the rules it follows. In: a call. Out: a body."""

from collections.abc import Iterator

from qiyue.api import Api, Kind, MockRole, Operation
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock.answer import Answers
from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.rules import RULES, Rule
from qiyue.mock.samples import made_of
from qiyue.mock.schemas import Schemas
from qiyue.mock.store import Stores
from qiyue.runtime.where import get, put
from qiyue.values import FrozenMap, Plain

_NOTHING = MockRole()
_FOLLOWED = {"", "answer", "create", "get", "list", "object", "scope-at"}
"""What an operation may ask to be done, and how, that is done."""


class Role:
    """The part of one operation in what the mock keeps."""

    def __init__(
        self, api: Api, operation: Operation, answers: Answers, schemas: Schemas, stores: Stores, report: Report
    ) -> None:
        self._operation, self._answers, self._stores = operation, answers, stores
        self._role = operation.mock or _NOTHING
        self._rules = tuple(_known(api, operation, report))
        self.idle = operation.mock is None and not self._rules
        envelope = operation.envelope
        self._sent = self._role.extra.get("object") or (
            envelope.request.payload if envelope and envelope.request else ""
        )
        payload = envelope.answer.payload if envelope and envelope.answer else ""
        paged = operation.pagination.items if operation.pagination and self._role.do == "list" else ""
        self._answered = self._role.extra.get("answer") or paged or payload
        node = schemas.node_at(answers.media.type, self._answered) if answers.media and answers.media.type else None
        self._shown = frozenset(schemas.shape(node).get("properties", ())) if node is not None else frozenset()
        self._blank = self._sample(api, node, schemas)
        for word in sorted({self._role.do, *self._role.extra} - _FOLLOWED):
            message = f"the mock answers {operation.id}, but does not do its {word!r}"
            report.add(Diagnostic("mock-role", Severity.GAP, message))

    def check(self, call: Call) -> Iterator[Failure]:
        """Say which rules the call breaks."""
        for rule, entry in self._rules:
            failure = rule.check(entry, call, self._stores) if rule.check else None
            if failure:
                yield failure

    def run(self, call: Call) -> Plain | Failure:
        """Do the work and give the body of the answer."""
        names = [rule.choose(entry, call) for rule, entry in self._rules if rule.choose]
        body = self._answers.value(call, next(filter(None, names), ""))
        match self._role.do:
            case "create":
                return self._create(call, body)
            case "get":
                return self._get(call, body)
            case "list":
                return self._list(call, body)
        return put(body, self._answered, self._changed(call, get(body, self._answered)))

    def _create(self, call: Call, body: Plain) -> Plain:
        shown, sent = get(body, self._answered), call.one(self._sent)
        base = shown if isinstance(shown, dict) else {}
        kept = {**base, **(sent if isinstance(sent, dict) else {})}
        at = self._role.key.get("at", "")
        if at.startswith("/"):
            kept = put(kept, at, self._stores.new_key(self._role.store, self._role.key))
        kept = self._changed(call, kept)
        self._stores.add(self._role.store, kept, self._scope(call))
        answered = {name: value for name, value in kept.items() if name in base or name in self._shown}
        return put(body, self._answered, answered) if isinstance(shown, dict) else body

    def _get(self, call: Call, body: Plain) -> Plain | Failure:
        at = self._role.key.get("at", "")
        asked = self._role.key.get("from", "") or at
        found = self._stores.find(
            self._role.store, call.one(asked), at if at.startswith("/") else "", self._scope(call)
        )
        if found is None:
            return Failure(Kind.NOT_FOUND, asked, "get")
        return put(body, self._answered, self._complete(found))

    def _list(self, call: Call, body: Plain) -> Plain:
        found = [self._complete(value) for value in self._stores.all(self._role.store, self._scope(call))]
        pages = self._operation.pagination
        if pages and pages.total.startswith("/"):
            body = put(body, pages.total, len(found))
        return put(body, self._answered, found)

    def _changed(self, call: Call, value: Plain) -> Plain:
        for rule, entry in self._rules:
            if rule.change:
                value = rule.change(entry, call, self._stores, value)
        return value

    def _complete(self, value: Plain) -> Plain:
        """Add what the answer requires of an object and this one has not."""
        return {**self._blank, **value} if isinstance(self._blank, dict) and isinstance(value, dict) else value

    def _scope(self, call: Call) -> Plain:
        return call.one(self._role.scope) if self._role.scope else None

    def _sample(self, api: Api, node: Plain, schemas: Schemas) -> Plain:
        if node is not None and self._role.do == "list":
            node = schemas.shape(node).get("items")
        return made_of(api, node) if node is not None and self._role.do in ("get", "list") else None


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
