"""Meaning: clients generated from a spec that says something else. In: Api. Out: clients of another Api."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from qiyue.api import Api, Kind, Operation
from qiyue.prove.changes import each_operation, only
from qiyue.prove.fault import Fault, Plant, Planted
from qiyue.prove.subject import Subject, generated


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for name, check, change in _CHANGES:
        yield Fault(name, check, of(change), "client")


def of(change: Callable[[Api], Api]) -> Plant:
    """Plant a client of a changed Api, where the change makes a difference to the operation."""

    def plant(subject: Subject, operation: Operation) -> Planted | None:
        right = only(subject.api, operation)
        wrong = change(right)
        return None if wrong == right else Planted(package=lambda _: generated(wrong))

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


def _signature(**changes: Any) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        return (
            replace(operation, signature=replace(operation.signature, **changes)) if operation.signature else operation
        )

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


def _signs_less(operation: Operation) -> Operation:
    rule = operation.signature
    if rule is None:
        return operation
    return replace(operation, signature=replace(rule, over="query" if rule.over == "body" else "body"))


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
    ("asks for no key", "sent", _operations(_without_rights)),
    ("gives the envelope instead of what is in it", "decoded", _answer(payload="")),
    ("gives another part of the answer", "decoded", _answer(payload="/elsewhere")),
    ("takes every answer for a success", "raised", _operations(lambda each: replace(each, envelope=None, errors=None))),
    ("takes every reason for another one", "raised", _operations(_other_kinds)),
    ("signs in another order", "signature", _signature(join="value")),
    ("signs less than it sends", "signature", _operations(_signs_less)),
    ("signs with other digests", "signature", _signature(steps=())),
    ("puts its signature elsewhere", "signature", _signature(put="query:mark")),
    ("fills in seconds for milliseconds", "filled", _filled("epoch-ms", make="epoch-s")),
    ("fills in the time of another zone", "filled", _filled("time", zone="America/Lima")),
    ("fills in a time of another form", "filled", _filled("time", format="yyyy")),
    ("fills in nothing", "filled", _request(fill=())),
)
