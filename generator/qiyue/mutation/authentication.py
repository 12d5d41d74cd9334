"""Authentication: servers that let in whom they should not, or nobody. In: Api. Out: servers with other guards."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from qiyue import mock
from qiyue.api import Api, Operation
from qiyue.contract import server
from qiyue.contract.auth.credentials import client_scope_values, mock_credentials
from qiyue.contract.model.mock_seeds import find_lookups
from qiyue.mutation.api_changes import each_operation, without_rules
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget

_OTHER = "another-secret-of-the-server"


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, plant in (
        (
            "lets in whoever has no key",
            "credentials",
            _of(_guarded, _operations(lambda each: replace(each, security=()))),
        ),
        ("takes every key", "credentials", _made(_guarded, lambda _: {})),
        ("takes no key", "example", _made(_guarded, lambda api: {"accepted": _nothing(api)})),
        ("looks at no signature", "signature", _of(_signed, _operations(lambda each: replace(each, signature=None)))),
        ("checks signatures with another secret", "example", _made(_signed, _other_secrets)),
        ("takes a signed call twice", "replay", _of(_once, _operations(_many))),
        ("looks at no clock", "clock", _of(_has_rule("clock"), lambda api: without_rules(api, "clock"))),
        ("knows every customer", "scope", _of(_is_scoped, lambda api: without_rules(api, "exists"))),
        ("knows whatever it is asked for", "known", _of(_looks_up, lambda api: without_rules(api, "exists"))),
        ("tells first what it should check last", "order", _of(_checks, _operations(_turned))),
        ("takes unknown operations", "selection", _of(lambda _, each: bool(each.dispatch), _any_selection)),
    ):
        yield Fault(name, check, plant, late=True)


def _of(is_meant: Callable[[Api, Operation], bool], change: Callable[[Api], Api]) -> Plant:
    """Plant a server of a changed Api, with the keys of the right one."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if not is_meant(subject.api, operation):
            return None
        changed = change(subject.for_operation(operation))
        return Mutant(lambda clock: server(changed, clock))

    return plant


def _made(is_meant: Callable[[Api, Operation], bool], options: Callable[[Api], dict[str, Any]]) -> Plant:
    """Plant a server that is made in another way."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if not is_meant(subject.api, operation):
            return None
        api = subject.for_operation(operation)
        return Mutant(lambda clock: mock.app(api, clock=clock, quotas=False, **options(api)))

    return plant


def _guarded(api: Api, operation: Operation) -> bool:
    schemes = {scheme.id for scheme in api.security_schemes if scheme.token is None}
    needed = {name for alternative in operation.security for name, _ in alternative}
    return bool(needed & schemes) and () not in operation.security


def _signed(_api: Api, operation: Operation) -> bool:
    return operation.signature is not None


def _once(_api: Api, operation: Operation) -> bool:
    return operation.signature is not None and operation.signature.unique is not None


def _has_rule(name: str) -> Callable[[Api, Operation], bool]:
    def has(api: Api, operation: Operation) -> bool:
        own = operation.mock.rules if operation.mock else ()
        return any(name in rule for rule in (*api.mock.get("rules", ()), *own))

    return has


def _is_scoped(api: Api, operation: Operation) -> bool:
    return any(rule["at"] in client_scope_values(api, operation) for rule in find_lookups(api, operation))


def _looks_up(api: Api, operation: Operation) -> bool:
    return any(rule["at"] not in client_scope_values(api, operation) for rule in find_lookups(api, operation))


def _checks(_api: Api, operation: Operation) -> bool:
    return operation.errors is not None and len(operation.errors.check_order) > 1


def _turned(operation: Operation) -> Operation:
    table = operation.errors
    return replace(operation, errors=replace(table, check_order=table.check_order[::-1])) if table else operation


def _operations(change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    return lambda api: each_operation(api, change)


def _many(operation: Operation) -> Operation:
    rule = operation.signature
    return replace(operation, signature=replace(rule, unique=None)) if rule else operation


def _nothing(api: Api) -> dict[str, tuple[str, ...]]:
    return {**mock_credentials(api), **{scheme.id: () for scheme in api.security_schemes}}


def _other_secrets(api: Api) -> dict[str, Any]:
    rules = (operation.signature for operation in api.operations if operation.signature)
    return {"accepted": mock_credentials(api), "secrets": {rule.secret: _OTHER for rule in rules}}


def _any_selection(api: Api) -> Api:
    """Take what is unknown for one of the operations."""
    dispatches = tuple(
        replace(each, cases=(*each.cases, *((f"{value}.unheard-of", name) for value, name in each.cases)))
        for each in api.dispatches
    )
    return replace(api, dispatches=dispatches)
