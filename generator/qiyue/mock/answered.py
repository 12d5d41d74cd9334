"""Answered: where an operation's answer holds objects, and how they are shown there. In: objects. Out: a body."""

from collections.abc import Sequence
from typing import Any

from qiyue.api import Api, Operation, Where
from qiyue.mock.complete import completed, shown
from qiyue.mock.rules import Rule
from qiyue.mock.schemas import Schemas
from qiyue.mock.turn import Turn
from qiyue.runtime.where import get, put
from qiyue.values import FrozenMap, Plain


class Answered:
    """The spot of one operation's answer that objects take, and the rules that write there."""

    def __init__(
        self, api: Api, operation: Operation, node: Any, schemas: Schemas, rules: Sequence[tuple[Rule, FrozenMap]]
    ) -> None:
        self.at = spot(operation)
        self.object_node = node
        if operation.mock and operation.mock.do == "list" and node is not None:
            self.object_node = schemas.shape(node).get("items")
        self._api, self._schemas, self._rules = api, schemas, rules

    def sample(self, turn: Turn, body: Plain) -> dict[str, Plain]:
        """Give what a sample answer adds to an object that was sent: not what the caller could have said."""
        held = get(body, self.at)
        could_be_sent = turn.scene.asked(turn.scene.sent_at).get("properties", {})
        items = held.items() if isinstance(held, dict) else ()
        return {name: value for name, value in items if name not in could_be_sent}

    def one(self, body: Plain, value: Plain) -> Plain:
        """Give the body with an object, where the answer shows one."""
        return put(body, self.at, self._shown(value)) if isinstance(get(body, self.at), dict) else body

    def all(self, body: Plain, values: Sequence[Plain]) -> Plain:
        """Give the body with a list of objects."""
        return put(body, self.at, [self._shown(value) for value in values])

    def found(self, turn: Turn) -> Sequence[Plain]:
        """Give the objects that the filters let through."""
        found: Sequence[Plain] = turn.scene.stores.all(turn.scene.role.store, turn.scope)
        for rule, entry in self._rules:
            found = rule.keep(entry, turn, found) if rule.keep else found
        return found

    def cut(self, turn: Turn, found: Sequence[Plain]) -> Sequence[Plain]:
        """Give the objects of the page that is asked for."""
        for rule, entry in self._rules:
            found = rule.cut(entry, turn, found) if rule.cut else found
        return found

    def changed(self, turn: Turn, value: Plain) -> Plain:
        """Give an object or an answer with what the rules write into it."""
        for rule, entry in self._rules:
            value = rule.change(entry, turn, value) if rule.change else value
        return value

    def _shown(self, value: Plain) -> Plain:
        declared = shown(self._schemas, self.object_node, value)
        return completed(self._api, self._schemas, self.object_node, declared)


def spot(operation: Operation) -> Where:
    """Tell where an answer holds the object or list."""
    role, envelope, pages = operation.mock, operation.envelope, operation.pagination
    if role and "answer" in role.extra:
        return str(role.extra["answer"])
    if pages and role and role.do == "list":
        return pages.items
    return envelope.answer.payload if envelope and envelope.answer else ""
