"""Keywords of JSON Schema 2020-12, by what they hold: the one table of where schemas lie in a schema."""

from collections.abc import Callable, Iterator, Mapping

from qiyue.base.where import pointer
from qiyue.values import FrozenMap, Plain

ONE = frozenset(
    "items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties "
    "contentSchema additionalItems".split()
)
"""Keywords that hold one schema."""
MANY = frozenset(["allOf", "anyOf", "oneOf", "prefixItems"])
"""Keywords that hold a list of schemas."""
BY_NAME = frozenset(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"])
"""Keywords that hold schemas by name."""
UNIONS = ("oneOf", "anyOf")


def subschemas(node: Plain) -> Iterator[tuple[str, Plain]]:
    """Walk the schemas that a node holds directly, each with its JSON Pointer from the node. References are not
    followed, and data (``const``, ``enum``, ``default``, ``examples``) is never entered."""
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in ONE and isinstance(value, Mapping | bool):
            yield f"/{key}", value
        elif key in MANY and isinstance(value, tuple | list):
            yield from ((f"/{key}/{index}", each) for index, each in enumerate(value))
        elif key in BY_NAME and isinstance(value, dict):
            yield from ((f"/{key}{pointer([name])}", each) for name, each in value.items())


def walk(node: Plain, place: str = "") -> Iterator[tuple[str, Plain]]:
    """Walk a node and every schema inside, parents first, each with its JSON Pointer. References are not followed."""
    waiting = [(place, node)]
    while waiting:
        here, found = waiting.pop()
        yield here, found
        waiting += reversed([(here + way, each) for way, each in subschemas(found)])


def map_subschemas(node: Mapping[str, Plain], change: Callable[[Plain], Plain]) -> dict[str, Plain]:
    """Return a copy of a node in which every schema that it holds directly is what ``change`` makes of it."""
    changed: dict[str, Plain] = {}
    for key, value in node.items():
        if key in ONE and isinstance(value, Mapping | bool):
            changed[key] = change(value)
        elif key in MANY and isinstance(value, tuple | list):
            changed[key] = type(value)(change(each) for each in value)
        elif key in BY_NAME and isinstance(value, dict):
            changed[key] = FrozenMap({name: change(each) for name, each in value.items()})
        else:
            changed[key] = value
    return changed
