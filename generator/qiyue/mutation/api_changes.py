"""Api changes: from an Api to one that says something else. The Api itself stays as it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from qiyue.api import Api, Operation, TypeId
from qiyue.values import FrozenMap, Plain, freeze

Node = dict[str, Any]
_DATA = frozenset({"enum", "const", "examples", "default", "required"})
REFERENCE = "$ref "
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})


def each_operation(api: Api, change: Callable[[Operation], Operation]) -> Api:
    """Give the Api with every operation changed."""
    return replace(api, operations=tuple(map(change, api.operations)))


def each_node(api: Api, change: Callable[[Node], Node]) -> Api:
    """Give the Api with every node of its types changed, the innermost first."""
    return replace(api, types=FrozenMap({name: _changed(node, change) for name, node in api.types.items()}))


def without_rules(api: Api, name: str) -> Api:
    """Give the Api without one of the rules of its mock."""

    def rest(rules: tuple[FrozenMap, ...]) -> tuple[FrozenMap, ...]:
        return tuple(rule for rule in rules if name not in rule)

    def change(operation: Operation) -> Operation:
        role = operation.mock
        return replace(operation, mock=replace(role, rules=rest(role.rules))) if role else operation

    changed = each_operation(api, change)
    return replace(changed, mock=FrozenMap({**api.mock, "rules": rest(api.mock.get("rules", ()))}))


def filter_operation(api: Api, operation: Operation) -> Api:
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
    named = _reached(api, set(_types((*operations, *dispatches), api)))
    types = FrozenMap({name: node for name, node in api.types.items() if name in named})
    return replace(api, operations=operations, dispatches=dispatches, types=types)


def _types(value: Any, api: Api) -> Iterator[TypeId]:
    """Give the types that a part of the Api names."""
    if isinstance(value, str):
        yield from (value,) if value in api.types else ()
    elif is_dataclass(value):
        yield from (name for each in fields(value) for name in _types(getattr(value, each.name), api))
    elif isinstance(value, tuple):
        yield from (name for each in value for name in _types(each, api))


def _reached(api: Api, names: set[TypeId]) -> set[TypeId]:
    """Give types with all that they refer to."""
    left = list(names)
    while left:
        more = {
            word.removeprefix(REFERENCE) for word in find_keywords(api, [left.pop()]) if word.startswith(REFERENCE)
        } - names
        left += more
        names |= more
    return names


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


def find_keywords(api: Api, types: Iterable[TypeId]) -> set[str]:
    """Give all keywords, names of properties and references in types and in what they refer to."""
    found: set[str] = set()
    left: list[Any] = [{"$ref": each} for each in types]
    while left:
        node = left.pop()
        inner = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, tuple) else ()
        for word, value in inner:
            reference = f"{REFERENCE}{value}" if word == "$ref" else str(word)
            left.append(api.schema(value) if word == "$ref" and reference not in found else value)
            found.add(reference)
    return found


def decimals_to_floats(value: Plain) -> Plain:
    """Give data with every number as a double has it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return Decimal(repr(float(value)))
    if isinstance(value, int):
        return int(float(value))
    if isinstance(value, Mapping):
        return {name: decimals_to_floats(each) for name, each in value.items()}
    return [decimals_to_floats(each) for each in value] if isinstance(value, list | tuple) else value
