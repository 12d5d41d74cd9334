"""Answered: where an operation's answer holds objects, and how they are shown there. In: objects. Out: a body."""

from collections.abc import Sequence
from typing import Any

from qiyue.api import Api, Operation, Where
from qiyue.base.where import get, put
from qiyue.mock.complete import completed, shown
from qiyue.mock.rules import Rule
from qiyue.mock.rules.rule import Change
from qiyue.mock.schemas import Schemas
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain


class Answered:
    """The spot of one operation's answer that objects take, and the rules that write there."""

    def __init__(
        self, api: Api, operation: Operation, node: Any, schemas: Schemas, rules: Sequence[tuple[Rule, FrozenMap]]
    ) -> None:
        self.at = spot(operation)
        self.object_node = node
        if node is not None and "items" in schemas.shape(node):
            self.object_node = schemas.shape(node)["items"]
        self._api, self._schemas, self._rules = api, schemas, rules

    def sample(self, turn: Turn, body: Plain) -> dict[str, Plain]:
        """Give what a sample answer adds to an object that was sent: not what the caller could have said."""
        held = get(body, self.at)
        held = held[0] if isinstance(held, list) and held else held
        could_be_sent = turn.scene.asked(turn.scene.sent_at).get("properties", {})
        items = held.items() if isinstance(held, dict) else ()
        return {name: value for name, value in items if name not in could_be_sent}

    def written(self, body: Plain, values: Sequence[Plain]) -> Plain:
        """Give the body with the objects that were made, changed or found, where the answer shows anything of them."""
        held = get(body, self.at)
        if isinstance(held, list):
            return self.listed(body, values)
        if not isinstance(held, dict) or not values or not shown(self._schemas, self.object_node, values[0]):
            return body
        return put(body, self.at, self._shown(values[0]))

    def listed(self, body: Plain, values: Sequence[Plain]) -> Plain:
        """Give the body with a list of objects."""
        return put(body, self.at, [self._shown(value) for value in values])

    def kept(self, turn: Turn) -> Sequence[Plain]:
        """Give the objects that the filters let through."""
        return self._filtered(turn, turn.scene.stores.all(turn.scene.role.store, turn.scope))

    def named(self, turn: Turn) -> Sequence[Plain]:
        """Give the objects that the request names and that the filters let through."""
        return self._filtered(turn, turn.candidates())[: len(turn.keys())]

    def _filtered(self, turn: Turn, found: Sequence[Plain]) -> Sequence[Plain]:
        for rule, entry in self._rules:
            found = rule.keep(entry, turn, found) if rule.keep else found
        return found

    def cut(self, turn: Turn, found: Sequence[Plain]) -> Sequence[Plain]:
        """Give the objects of the page that is asked for."""
        for rule, entry in self._rules:
            found = rule.cut(entry, turn, found) if rule.cut else found
        return found

    def changed(self, turn: Turn, value: Plain) -> Plain:
        """Give an object with what the rules write into it."""
        for rule, entry in self._rules:
            for write in (rule.mark, rule.change):
                value = write(entry, turn, value) if write else value
        return value

    def told(self, turn: Turn, body: Plain) -> Plain:
        """Give an answer with what the rules write into it, and into the objects that it shows."""
        for rule, entry in self._rules:
            if rule.mark:
                body = self._marked(rule.mark, entry, turn, body)
            body = rule.change(entry, turn, body) if rule.change else body
        return body

    def _marked(self, mark: Change, entry: FrozenMap, turn: Turn, body: Plain) -> Plain:
        held = get(body, self.at)
        if isinstance(held, list):
            return put(body, self.at, [mark(entry, turn, one) for one in held])
        return put(body, self.at, mark(entry, turn, held)) if isinstance(held, dict) else body

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
