"""Resource calls: the operations of an inferred resource, called for one object of the run's own. In: a resource, how
calls are sent. Out: answers, and the objects that they show."""

from collections.abc import Iterator, Mapping
from typing import Any

from qiyue.api import Operation, Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.contract.journeys.calls import LiveCalls
from qiyue.contract.journeys.probe_values import probe_value
from qiyue.contract.oracle.response_reader import ParsedResponse
from qiyue.examples import nodes_of, preferred_media
from qiyue.inference import Action, Resource, Role
from qiyue.mock.compare import alike
from qiyue.schema.selection import first_form
from qiyue.values import Missing, Plain


class ResourceCalls:
    """Calls the operations of one resource."""

    def __init__(self, calls: LiveCalls, resource: Resource, mark: str) -> None:
        self.calls, self.resource, self._mark = calls, resource, mark
        self._number = 0

    def operation(self, role: Role) -> Operation:
        return self.calls.api.operation(role.operation)

    def role(self, *actions: Action) -> Role | None:
        """Return the first role of these whose operation is called in this run."""
        found = (self.resource.role(action) for action in actions)
        return next((role for role in found if role and role.operation in self.calls.called), None)

    def send(self, role: Role, values: Mapping[Where, Plain]) -> ParsedResponse | None:
        """Send the example of an operation with these values; ``None`` where it was not sent, or not answered."""
        operation = self.operation(role)
        return self.calls.answer(operation, self.calls.example(operation, values))

    def make_another(self) -> None:
        """Make one more object, where that needs nothing but a body."""
        create = self.role(Action.CREATE)
        if create is not None and not create.key and not create.within and sends_json(self.operation(create)):
            answered = self.send(create, self.probes(create, other=self._number % 2 == 1))
            if answered is not None and not answered.verdict.success:
                self.send(create, {})

    def probes(self, role: Role, *, other: bool = False) -> dict[Where, Plain]:
        """Return a value for each member of the object that is sent, where one can be told."""
        self._number += 1
        mark = f"{self._mark}{self._number}"
        found = ((at, probe_value(self.calls.api, node, mark, other=other)) for at, node in self.members(role))
        return {at: value for at, value in found if value is not None}

    def members(self, role: Role) -> Iterator[tuple[Where, Mapping[str, Any]]]:
        """Return the members of the object that is sent, without what names others, and what only servers write."""
        for at, node in nodes_of(self.calls.api, self.operation(role)).items():
            is_direct = at.startswith("/") and role.sent is not None and at.rpartition("/")[0] == role.sent
            if is_direct and node.get("readOnly") is not True and not self.calls.is_key(role.operation, at):
                yield at, node

    def sent_by(self, role: Role, answered: ParsedResponse | None, values: Mapping[Where, Plain]) -> dict[str, Plain]:
        """Return the members that a call sent, without those that no answer shows."""
        example = self.calls.example(self.operation(role), values).case.body
        held = where.get(example, role.sent or "")
        hidden = {at.rpartition("/")[2] for at, node in self.members(role) if node.get("writeOnly") is True}
        keys = {self.resource.key[1:]}
        items = held.items() if isinstance(held, dict) and answered is not None else ()
        return {name: value for name, value in items if name not in hidden | keys}

    def node(self, role: Role, name: str) -> Mapping[str, Any]:
        """Return the schema of a member that is sent."""
        return next((node for at, node in self.members(role) if at.rpartition("/")[2] == name), {})

    def shown(self, role: Role, answered: ParsedResponse | None) -> Plain:
        """Return the object, or the list, that the answer to a success shows; ``ABSENT`` where it shows none."""
        if answered is None or not answered.verdict.success or role.shown is None:
            return ABSENT
        try:
            return where.get(answered.received.body(), role.shown)
        except Missing:
            return ABSENT

    def created_key(self, role: Role, answered: ParsedResponse) -> Plain:
        """Return the key of what was made, ``ABSENT`` where the answer does not tell it."""
        told = role.answered_key
        if told is None and self.resource.key and role.shown is not None:
            told = role.shown + self.resource.key
        try:
            if told == "header:Location":
                return str(answered.received.read(told)).rstrip("/").rpartition("/")[2] or ABSENT
            found = where.get(answered.received.body(), told) if told is not None else ABSENT
        except Missing:
            return ABSENT
        return found if isinstance(found, str | int) and not isinstance(found, bool) else ABSENT

    def listed(self, role: Role, key: Plain, values: Mapping[Where, Plain]) -> tuple[Plain, bool]:
        """Return an object as a list shows it, and whether the list could have shown it: no page was full."""
        items = self.shown(role, self.send(role, values))
        if not isinstance(items, list):
            return ABSENT, False
        at = self.resource.key
        found = next((item for item in items if at and alike(where.get(item, at), key)), ABSENT)
        return found, len(items) < self.page_size(role, values)

    def page_size(self, role: Role, values: Mapping[Where, Plain]) -> int:
        """Return how many items a page of a list has at most; where nobody tells, ten."""
        found = size_parameter(self.operation(role))
        if found is None:
            return 10
        at, node = found[0], first_form(self.calls.api.schema(found[1]), self.calls.api.types)
        said = values.get(at, node.get("default", 10))
        return said if isinstance(said, int) else 10

    def largest_page(self, role: Role) -> dict[Where, Plain]:
        """Return what asks for the largest page that the document allows, up to 100."""
        found = size_parameter(self.operation(role))
        if found is None:
            return {}
        node = first_form(self.calls.api.schema(found[1]), self.calls.api.types)
        return {found[0]: min(int(node.get("maximum", 100)), 100)}


_SIZES = frozenset("limit size pagesize perpage count top rows maxresults take".split())


def size_parameter(operation: Operation) -> tuple[Where, str] | None:
    """Return where a list is told how long a page may be, with its type; ``None`` where nowhere."""
    for each in operation.parameters:
        if each.location == "query" and "".join(filter(str.isalnum, each.name.lower())) in _SIZES:
            return f"query:{each.name}", each.type
    return None


def sends_json(operation: Operation) -> bool:
    media = preferred_media(operation)
    return media is not None and "json" in media.content_type
