"""Request schemas: servers that take what the spec forbids, or refuse what it allows. In: Api. Out: servers of
another Api."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from qiyue.api import Api, Operation, Parameter
from qiyue.contract import server
from qiyue.mutation.api_changes import Node, each_node, each_operation, without_word
from qiyue.mutation.fault import Fault, Mutant, Plant
from qiyue.mutation.fault_target import FaultTarget
from qiyue.schema.selection import first_form

_EXAMPLE = ("example",)
"""An example is a valid request too."""
_LOOSE = {
    "type": "takes a value of another type",
    "required": "takes an object that lacks a member",
    "enum": "takes a value that is none of those named",
    "const": "takes another value than the one that is named",
    "minimum": "takes a number that is too small",
    "maximum": "takes a number that is too large",
    "exclusiveMinimum": "takes a number at an open lower bound",
    "exclusiveMaximum": "takes a number at an open upper bound",
    "multipleOf": "takes a number with digits that it may not have",
    "minLength": "takes a text that is too short",
    "maxLength": "takes a text that is too long",
    "pattern": "takes a text of another pattern",
    "format": "takes a text that is no date, address or id",
    "minItems": "takes a list that is too short",
    "maxItems": "takes a list that is too long",
    "uniqueItems": "takes a list that names something twice",
    "additionalProperties": "takes a member that is forbidden",
}
"""Keyword → what a server does that does not look at it."""


def faults() -> Iterator[Fault]:
    """Give the faults of this kind."""
    for word, name in _LOOSE.items():
        yield Fault(name, "refusal", _loose(word), of_acceptance=True)
    for name, (word, change) in _TIGHT.items():
        yield Fault(name, "success", _tight(word, change), _EXAMPLE, of_acceptance=True)
    for name, other in (
        ("takes a call without a parameter that it needs", _parameters(required=False)),
        ("takes a call without a body", _bodies(required=False)),
    ):
        yield Fault(name, "refusal", build_server(other), of_acceptance=True)
    yield Fault(
        "reads a list in a query in another style",
        "success",
        build_server(_in_another_style),
        _EXAMPLE,
        of_acceptance=True,
    )
    name, plant = "refuses a call without a parameter that it need not have", build_server(_parameters(required=True))
    yield Fault(name, "success", plant, _EXAMPLE, of_acceptance=True)


def build_server(change: Callable[[Api], Api]) -> Plant:
    """Plant a server of a changed Api, where the change makes a difference to the operation."""

    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        right = subject.for_operation(operation)
        changed = change(right)
        return None if changed == right else Mutant(lambda clock: server(changed, clock))

    return plant


def _loose(word: str) -> Plant:
    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if not subject.has_boundary(operation, word, valid=False):
            return None
        return build_server(lambda api: each_node(api, without_word(word)))(subject, operation)

    return plant


def _tight(word: str, change: Callable[[Node], Node]) -> Plant:
    def plant(subject: FaultTarget, operation: Operation) -> Mutant | None:
        if not subject.has_boundary(operation, word, valid=True):
            return None
        return build_server(lambda api: each_node(api, change))(subject, operation)

    return plant


def _parameters(*, required: bool) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        parameters = (replace(each, required=required or each.location == "path") for each in operation.parameters)
        return replace(operation, parameters=tuple(parameters))

    return lambda api: each_operation(api, change)


def _in_another_style(api: Api) -> Api:
    """Read lists that are one parameter as many, and the other way round."""

    def turned(parameter: Parameter) -> Parameter:
        is_list = parameter.location == "query" and "items" in first_form(api.schema(parameter.type), api.types)
        return replace(parameter, explode=not parameter.explode, style="form") if is_list else parameter

    return each_operation(api, lambda each: replace(each, parameters=tuple(map(turned, each.parameters))))


def _bodies(*, required: bool) -> Callable[[Api], Api]:
    def change(operation: Operation) -> Operation:
        return replace(operation, body=replace(operation.body, required=required)) if operation.body else operation

    return lambda api: each_operation(api, change)


def _moved(word: str, by: int) -> Callable[[Node], Node]:
    """Give a change that moves a bound inwards."""
    step = Decimal("0.01") if word in ("minimum", "maximum") else 1

    def change(node: Node) -> Node:
        if not isinstance(node.get(word), int | Decimal):
            return node
        moved: Any = node[word] + by * (1 if node.get("type") == "integer" else step)
        return node if moved < 0 and word not in ("minimum", "maximum") else {**node, word: moved}

    return change


def _one_less(node: Node) -> Node:
    return {**node, "enum": node["enum"][:-1]} if len(node.get("enum", ())) > 1 else node


def _never_null(node: Node) -> Node:
    types = node.get("type")
    if isinstance(types, tuple) and "null" in types:
        return {**node, "type": tuple(each for each in types if each != "null")}
    for word in ("oneOf", "anyOf"):
        rest = tuple(each for each in node.get(word, ()) if not (isinstance(each, dict) and each.get("type") == "null"))
        if rest and len(rest) < len(node.get(word, ())):
            return {**node, word: rest}
    return node


def _all_required(node: Node) -> Node:
    names = tuple(node.get("properties", ()))
    return {**node, "required": names} if names else node


_TIGHT: dict[str, tuple[str, Callable[[Node], Node]]] = {
    "refuses the smallest number that is allowed": ("minimum", _moved("minimum", 1)),
    "refuses the largest number that is allowed": ("maximum", _moved("maximum", -1)),
    "refuses the shortest text that is allowed": ("minLength", _moved("minLength", 1)),
    "refuses the longest text that is allowed": ("maxLength", _moved("maxLength", -1)),
    "refuses the shortest list that is allowed": ("minItems", _moved("minItems", 1)),
    "refuses the longest list that is allowed": ("maxItems", _moved("maxItems", -1)),
    "refuses the last of the values that are named": ("enum", _one_less),
    "refuses null where it is allowed": ("type", _never_null),
    "refuses an object without the members that it need not have": ("properties", _all_required),
}
