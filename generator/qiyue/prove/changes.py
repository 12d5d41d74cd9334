"""Changes: from an Api to one that says something else. The Api itself stays as it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from qiyue.api import Api, Operation, TypeId
from qiyue.values import FrozenMap, Plain, freeze

Node = dict[str, Any]
_DATA = frozenset({"enum", "const", "examples", "default", "required"})
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})


def each_operation(api: Api, change: Callable[[Operation], Operation]) -> Api:
    """Give the Api with every operation changed."""
    return replace(api, operations=tuple(map(change, api.operations)))


def each_node(api: Api, change: Callable[[Node], Node]) -> Api:
    """Give the Api with every node of its types changed, the innermost first."""
    return replace(api, types=FrozenMap({name: _changed(node, change) for name, node in api.types.items()}))


def around(api: Api, operation: Operation) -> Api:
    """Give the Api with one operation, those that its tokens come from, and those that share its kept objects."""
    tokens = {scheme.token.operation for scheme in api.security_schemes if scheme.token}
    store = operation.mock.store if operation.mock else ""
    sharing = {each.id for each in api.operations if store and each.mock and each.mock.store == store}
    wanted = {operation.id, *tokens, *sharing}
    dispatches = tuple(
        replace(each, cases=tuple(case for case in each.cases if case[1] in wanted))
        for each in api.dispatches
        if any(case[1] in wanted for case in each.cases)
    )
    operations = tuple(each for each in api.operations if each.id in wanted)
    return replace(api, operations=operations, dispatches=dispatches)


def without_word(word: str) -> Callable[[Node], Node]:
    """Give a change that takes a keyword away."""
    return lambda node: {key: value for key, value in node.items() if key != word}


def _changed(node: Any, change: Callable[[Node], Node]) -> Any:
    if isinstance(node, tuple):
        return tuple(_changed(each, change) for each in node)
    if not isinstance(node, Mapping):
        return node
    inner: Node = {}
    for word, value in node.items():
        if word in _BY_NAME and isinstance(value, Mapping):
            inner[word] = FrozenMap({name: _changed(each, change) for name, each in value.items()})
        else:
            inner[word] = value if word in _DATA or word.startswith("x-") else _changed(value, change)
    return freeze(change(inner))


def words(api: Api, types: Iterable[TypeId]) -> set[str]:
    """Give all keywords, and names of properties, in types and in what they refer to."""
    found: set[str] = set()
    left: list[Any] = [{"$ref": each} for each in types]
    while left:
        node = left.pop()
        inner = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, tuple) else ()
        for word, value in inner:
            is_new = word == "$ref" and f"$ref {value}" not in found
            left.append(api.schema(value) if is_new else value)
            found |= {str(word), f"$ref {value}"} if word == "$ref" else {str(word)}
    return found


def floats(value: Plain) -> Plain:
    """Give data with every number as a double has it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return Decimal(repr(float(value)))
    if isinstance(value, int):
        return int(float(value))
    if isinstance(value, Mapping):
        return {name: floats(each) for name, each in value.items()}
    return [floats(each) for each in value] if isinstance(value, list | tuple) else value
