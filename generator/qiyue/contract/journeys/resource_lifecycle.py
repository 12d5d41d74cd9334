"""Resource lifecycle: what was made is found as it was sent, what was changed is changed, what was deleted is gone.

In: an inferred resource, calls. Out: problems; each says whether it rests on the document, an RFC or a habit.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import pointer
from qiyue.contract.journeys.probe_values import same_value
from qiyue.contract.journeys.resource_calls import ResourceCalls, sends_json
from qiyue.contract.oracle.checks import Problem
from qiyue.contract.oracle.response_reader import ParsedResponse
from qiyue.inference import Action, Role
from qiyue.values import Plain

_GONE = frozenset({404, 410})
_ALIKE = "lists and single objects show the same"
_FRESH = "what was changed is read changed at once"
_REAL = "what was deleted is not found"


class Lifecycle:
    """The life of one object of the run's own."""

    def __init__(self, calls: ResourceCalls) -> None:
        self._calls = calls
        self._key: Plain = ABSENT

    def problems(self) -> Iterator[Problem]:
        """Make an object, look at it, change it, delete it."""
        create = self._calls.role(Action.CREATE)
        if create is None or create.key or create.within or not sends_json(self._calls.operation(create)):
            return
        made, values = self._made(create)
        if made is None:
            return
        self._key = self._calls.created_key(create, made)
        sent = self._calls.sent_by(create, made, values)
        yield from self._compared(create, sent, self._calls.shown(create, made), create.operation)
        if self._key is ABSENT:
            return
        yield from self._seen(create, sent)
        for action in (Action.PATCH, Action.REPLACE):
            change = self._calls.role(action)
            if change is not None and sends_json(self._calls.operation(change)):
                yield from self._changed(change, sent)
        yield from self._deleted()

    def _made(self, create: Role) -> tuple[ParsedResponse | None, Mapping[Where, Plain]]:
        """Make an object of telling values; where these are refused, one as the document shows it."""
        for values in (self._calls.probes(create), {}):
            made = self._calls.send(create, values)
            if made is not None and made.verdict.success:
                return made, values
        return None, {}

    def _seen(self, create: Role, sent: Mapping[str, Plain]) -> Iterator[Problem]:
        got = self._got()
        get, listing = self._calls.role(Action.GET), self._calls.role(Action.LIST)
        if get is not None:
            if got is ABSENT:
                yield Problem("kept", f"What {create.operation} made is not found by {get.operation} (document).")
            yield from self._compared(create, sent, got, get.operation)
        if listing is not None and not listing.within:
            item, is_whole = self._calls.listed(listing, self._key, self._calls.largest_page(listing))
            if item is ABSENT and is_whole and self._calls.resource.key:
                yield Problem("kept", f"What {create.operation} made is not found by {listing.operation} (document).")
            yield from self._compared(create, sent, item, listing.operation)
            for name, value in got.items() if isinstance(got, dict) and isinstance(item, dict) else ():
                if isinstance(value, str) and isinstance(item.get(name), str) and item[name] != value:
                    message = f"The {name} of one object differs between {listing.operation} and a single read."
                    yield Problem("alike", message, habit=_ALIKE)

    def _changed(self, change: Role, sent: Mapping[str, Plain]) -> Iterator[Problem]:
        """Change an object; of PATCH only the first member that can be changed."""
        probes = self._calls.probes(change, other=True)
        if change.action is Action.PATCH:
            probes = dict(list(probes.items())[:1])
        before = self._got()
        case = self._calls.calls.example(self._calls.operation(change), {**probes, change.key: self._key})
        if change.action is Action.PATCH and probes:
            held: Plain = {}
            for at, value in probes.items():
                held = where.put(held, at, value)
            case = self._calls.calls.with_body(case, held)
        answered = self._calls.calls.answer(self._calls.operation(change), case)
        if answered is None or not answered.verdict.success:
            return
        now = where.get(case.case.body, change.sent or "")
        told = self._compared(change, now if isinstance(now, dict) else {}, self._got(), "a read after it")
        if list(told):
            yield from self._unkept(change, now)
        else:
            self._calls.calls.keeps(_FRESH)
        if change.action is Action.PATCH and isinstance(before, dict) and isinstance(now, dict):
            after = self._got()
            for name in before.keys() & sent.keys() - now.keys():
                if isinstance(after, dict) and name in after and not json_equal(before[name], after[name]):
                    message = f"{change.operation} changed {name}, which was not sent (RFC 5789: PATCH keeps the rest)."
                    yield Problem("patch", message)

    def _unkept(self, change: Role, now: Plain) -> Iterator[Problem]:
        """Read again: what is right then was only stale."""
        again = list(self._compared(change, now if isinstance(now, dict) else {}, self._got(), "two reads after it"))
        if again:
            yield from again
            return
        message = f"Read at once after {change.operation} an object is as it was before; read once more it is changed."
        yield Problem("stale", message, habit=_FRESH)

    def _deleted(self) -> Iterator[Problem]:
        delete, get = self._calls.role(Action.DELETE), self._calls.role(Action.GET)
        if delete is None:
            return
        answered = self._calls.send(delete, {delete.key: self._key})
        if answered is None or not answered.verdict.success:
            return
        found = self._calls.send(get, {get.key: self._key}) if get is not None else None
        if get is not None and found is not None and found.verdict.success:
            message = f"What {delete.operation} deleted is still found by {get.operation}."
            yield Problem("deleted", message, habit=_REAL)
        elif found is not None and found.received.status in _GONE:
            self._calls.calls.keeps(_REAL)

    def _got(self) -> Plain:
        get = self._calls.role(Action.GET)
        if get is None or get.within:
            return ABSENT
        return self._calls.shown(get, self._calls.send(get, {get.key: self._key}))

    def _compared(self, role: Role, sent: Mapping[str, Plain], shown: Plain, by: str) -> Iterator[Problem]:
        for name, value in sent.items():
            is_shown = isinstance(shown, dict) and name in shown
            if is_shown and not same_value(value, where.get(shown, pointer([name])), self._calls.node(role, name)):
                yield Problem("kept", f"The {name} that {role.operation} sent is another one in {by} (document).")
