"""Vendor rules: servers that keep to the schemas, and not to the rules of the vendor: pages and filters, what must be
the only one of its kind, tokens that end. In: an Api. Out: servers of another one, or with another clock."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from qiyue.api import Api, MockRole, Operation, Pagination
from qiyue.base.absent import ABSENT
from qiyue.contract import server
from qiyue.contract.http.request_values import value_in
from qiyue.contract.model.case import Phase
from qiyue.contract.model.clock import START, Clock
from qiyue.examples import example_requests
from qiyue.mutation.api_changes import each_operation, without_rules
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.mutation.request_schemas import build_server
from qiyue.values import FrozenMap


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, change in (
        ("gives pages of any length", "pages", _pages(lambda rule: replace(rule, max_size=0))),
        ("finds what holds a value somewhere", "filter", _rules("filter", _somewhere)),
        ("finds what has exactly a value, and no part of it", "filter", _rules("filter", _exactly)),
        ("shows what belongs to others", "scope", _roles(lambda role: replace(role, scope=""))),
        ("takes twice what must be the only one", "unique", lambda api: without_rules(api, "unique")),
    ):
        yield Fault(name, check, build_server(change), phases=("stateful",))
    nothing = _unasked(build_server(_rules("filter", lambda words: {**words, "by": "/unheard-of"})))
    yield Fault("finds nothing that it is asked for", "filter", nothing, phases=("stateful",))
    phases: tuple[Phase, ...] = ("examples", "boundary", "stateful")
    yield Fault("makes twice what is sent twice", "idempotent", build_server(_anew), phases=("stateful",))
    plant = build_server(lambda api: without_rules(api, "copy"))
    yield Fault("repeats something else than was said", "repeated", plant, phases=phases, late=True)
    yield Fault("compares no sums", "sum", build_server(lambda api: without_rules(api, "sum-equal")), late=True)
    yield Fault("takes tokens that have run out", "credentials", _by_clock(0.5), late=True)
    yield Fault("takes no token in its last second", "success", _by_clock(2), late=True)


def _pages(change: Callable[[Pagination], Pagination]) -> Callable[[Api], Api]:
    def changed(operation: Operation) -> Operation:
        rule = operation.pagination
        return replace(operation, pagination=change(rule)) if rule and rule.size else operation

    return lambda api: each_operation(api, changed)


def _unasked(plant: Plant) -> Plant:
    """Plant where the example asks for everything."""

    def planted(subject: FaultTarget, operation: Operation) -> Mutant | None:
        role, case = operation.mock, subject.plan.planned(operation, example_requests(subject.api, operation)[0]).case
        asked = [rule["filter"]["at"] for rule in (role.rules if role else ()) if "at" in rule.get("filter", {})]
        is_list = role is not None and role.do == "list"
        return plant(subject, operation) if is_list and all(value_in(case, at) is ABSENT for at in asked) else None

    return planted


def _roles(change: Callable[[MockRole], MockRole]) -> Callable[[Api], Api]:
    """Give a change of what operations that list do."""

    def changed(operation: Operation) -> Operation:
        role = operation.mock
        return replace(operation, mock=change(role)) if role and role.do == "list" else operation

    return lambda api: each_operation(api, changed)


def _rules(name: str, change: Callable[[FrozenMap], dict[str, object]]) -> Callable[[Api], Api]:
    """Give a change of the words of one rule."""

    def changed(rule: FrozenMap) -> FrozenMap:
        return FrozenMap({**rule, name: FrozenMap(change(rule[name]))}) if name in rule else rule

    return _roles(lambda role: replace(role, rules=tuple(map(changed, role.rules))))


def _anew(api: Api) -> Api:
    """Make something new where something is to be changed, or made once."""

    def changed(operation: Operation) -> Operation:
        role = operation.mock
        meant = role is not None and role.do == "save" and operation.safety is not None and operation.safety.idempotent
        return replace(operation, mock=replace(role, do="create")) if role and meant else operation

    return each_operation(api, changed)


def _somewhere(words: FrozenMap) -> dict[str, object]:
    return {**words, "match": "contains"} if words.get("match", "equal") == "equal" and "at" in words else dict(words)


def _exactly(words: FrozenMap) -> dict[str, object]:
    return {key: word for key, word in words.items() if (key, word) != ("match", "contains")}


class _Paced:
    """A clock that goes slower or faster than the right one."""

    def __init__(self, clock: Clock, pace: float) -> None:
        self._clock, self._pace, self.tick, self.wait = clock, pace, clock.tick, clock.wait

    def __call__(self) -> float:
        return START + (self._clock() - START) * self._pace


def _by_clock(pace: float) -> Plant:
    """Plant a server whose tokens end by another clock."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        schemes = {name for alternative in operation.security for name, _ in alternative}
        tokens = [one.token for one in subject.api.security_schemes if one.token and one.id in schemes]
        if not any(token.lifetime or token.lifetime_seconds for token in tokens):
            return None
        return Mutant(lambda clock: server(subject.for_operation(operation), _Paced(clock, pace)))

    return plant
