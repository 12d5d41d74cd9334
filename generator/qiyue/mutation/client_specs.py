"""Client specs: clients generated from a spec that says something else. In: Api. Out: clients of another Api."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from qiyue.api import Api, Kind, Operation, Signature
from qiyue.contract.auth.credentials import client_fills
from qiyue.mutation.api_changes import Node, each_node, each_operation
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget, generate_client


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, change in _CHANGES:
        others = ("heard",) if check == "raised" else ()
        yield Fault(name, check, build_client(change), others, target="client")


def build_client(change: Callable[[Api], Api]) -> Plant:
    """Plant a client of a changed Api, where the change makes a difference to the operation."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        right = subject.for_operation(operation)
        wrong = change(right)
        return None if wrong == right else Mutant(driver=lambda _: generate_client(wrong))

    return plant


def _operations(change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    return lambda api: each_operation(api, change)


def _parameter(place: str, **changes: Any) -> Callable[[Api], Api]:
    """Change the first parameter of a place."""

    def change(operation: Operation) -> Operation:
        chosen = next((each for each in operation.parameters if each.location == place and not each.scope), None)
        named = {**changes, "name": f"{chosen.name}X"} if chosen and "name" in changes else changes
        parameters = (replace(each, **named) if each is chosen else each for each in operation.parameters)
        return replace(operation, parameters=tuple(parameters))

    return _operations(change)


def _request(**changes: Any) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        envelope = operation.envelope
        if envelope is None or envelope.request is None:
            return operation
        return replace(operation, envelope=replace(envelope, request=replace(envelope.request, **changes)))

    return _operations(change)


def _answer(**changes: Any) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        envelope = operation.envelope
        if envelope is None or envelope.answer is None:
            return operation
        return replace(operation, envelope=replace(envelope, answer=replace(envelope.answer, **changes)))

    return _operations(change)


def _filled(*makes: str, **changes: Any) -> Callable[[Api], Api]:
    """Change what the client makes by itself."""

    def change(operation: Operation) -> Operation:
        envelope = operation.envelope
        if envelope is None or envelope.request is None:
            return operation
        fill = tuple(replace(each, **changes) if each.make in makes else each for each in envelope.request.fill)
        return replace(operation, envelope=replace(envelope, request=replace(envelope.request, fill=fill)))

    return _operations(change)


def _other_kinds(operation: Operation) -> Operation:
    if operation.errors is None:
        return operation
    codes = tuple(replace(row, kind=Kind.CLOCK, covers=()) if row.kind else row for row in operation.errors.codes)
    return replace(operation, errors=replace(operation.errors, codes=codes))


def _forgiving(operation: Operation) -> Operation:
    if operation.errors is None:
        return operation
    codes = tuple(replace(row, kind=None, covers=(), spots=(), at="") for row in operation.errors.codes)
    answer = operation.envelope.answer if operation.envelope else None
    envelope = (
        replace(operation.envelope, answer=replace(answer, success=None)) if operation.envelope and answer else None
    )
    return replace(operation, errors=replace(operation.errors, codes=codes), envelope=envelope or operation.envelope)


def _signing(change: Callable[[Operation, Signature], Signature]) -> Callable[[Api], Api]:
    """Change the rule by which an operation is signed."""
    return _operations(lambda each: replace(each, signature=change(each, each.signature)) if each.signature else each)


def _signs_less(operation: Operation, rule: Signature) -> Signature:
    """Leave out of the signature what the client fills in."""
    made = (fill.at.rpartition("/")[2].rpartition(":")[2] for fill in client_fills(operation))
    return replace(rule, exclude=(*rule.exclude, *made))


def _member(change: Callable[[str, Any], dict[str, Any]]) -> Callable[[Api], Api]:
    """Change the last member that objects of fixed members need not have."""

    def changed(node: Node) -> Node:
        members = dict(node.get("properties", {}))
        free = [name for name in members if name not in node.get("required", ())]
        if not free or node.get("additionalProperties") is not False:
            return node
        last = members.pop(free[-1])
        return {**node, "properties": {**members, **change(free[-1], last)}}

    return lambda api: each_node(api, changed)


def _without_rights(operation: Operation) -> Operation:
    return replace(operation, security=())


_CHANGES: tuple[tuple[str, str, Callable[[Api], Api]], ...] = (
    ("knows a parameter of the query by another name", "sent", _parameter("query", name="X", required=False)),
    ("knows a header by another name", "sent", _parameter("header", name="X", required=False)),
    (
        "puts a parameter of the query into a header",
        "sent",
        _parameter("query", location="header", style="simple", required=False),
    ),
    ("calls a path that is not there", "sent", _operations(lambda each: replace(each, path=f"/old{each.path}"))),
    ("has lost an argument", "sent", _member(lambda *_: {})),
    ("knows a member by another name", "sent", _member(lambda name, node: {f"{name}X": node})),
    ("asks for no key", "sent", _operations(_without_rights)),
    ("gives the envelope instead of what is in it", "decoded", _answer(payload="")),
    ("gives another part of the answer", "decoded", _answer(payload="/elsewhere")),
    ("takes every answer for a success", "raised", _operations(lambda each: replace(each, envelope=None, errors=None))),
    ("takes the code of a failure for that of a success", "raised", _operations(_forgiving)),
    ("takes every reason for another one", "raised", _operations(_other_kinds)),
    ("signs in the order in which it sends", "signature", _signing(lambda _, rule: replace(rule, sort="none"))),
    (
        "signs what it sends in another form",
        "signature",
        _signing(lambda _, rule: replace(rule, join="key-value" if rule.join != "key-value" else "key=value&")),
    ),
    ("signs less than it sends", "signature", _signing(_signs_less)),
    (
        "signs without the last step",
        "signature",
        _signing(lambda _, rule: replace(rule, steps=rule.steps[:-1])),
    ),
    ("puts its signature elsewhere", "signature", _signing(lambda _, rule: replace(rule, put="query:mark"))),
    ("fills in seconds for milliseconds", "filled", _filled("epoch-ms", make="epoch-s")),
    ("fills in the time of another zone", "filled", _filled("time", zone="America/Lima")),
    ("fills in a time of another form", "filled", _filled("time", format="yyyy")),
    ("fills in nothing", "filled", _request(fill=())),
)
