"""Restrictions on values. In: a schema of the Api. Out: one ``Limit`` per keyword and spot, for the runtime.

Models carry types only. Enums are left to the vendor, which may know more values than the page does.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Types
from qiyue.runtime.operation import Limit
from qiyue.targets.python.merge import flatten
from qiyue.values import Plain, pointer

RULES = (
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)
DEEPEST = 8
"""Below this depth limits are left to the vendor: types that hold each other have endless spots."""


def limits_of(node: Plain, types: Types, at: str) -> tuple[Limit, ...]:
    """Give the limits of everything inside a schema, ``at`` being where it stands."""
    return tuple(_limits(node, types, at, frozenset(), 0))


def _limits(raw: Plain, types: Types, at: str, above: frozenset[str], depth: int) -> Iterator[Limit]:
    node = flatten(raw, types, lambda _: None)
    while "$ref" in node:
        if node["$ref"] in above or depth > DEEPEST:
            return
        above |= {node["$ref"]}
        node = flatten(types.get(node["$ref"], {}), types, lambda _: None)
    for rule in RULES:
        if rule in node and _sound(rule, node[rule]):
            yield Limit(at, rule, node[rule])
    if at and not at.startswith("/"):
        return
    for name, schema in (node.get("properties") or {}).items():
        yield from _limits(schema, types, at + pointer([name]), above, depth + 1)
    if isinstance(node.get("items"), Mapping):
        yield from _limits(node["items"], types, at + "/*", above, depth + 1)


def _sound(rule: str, value: Plain) -> bool:
    """Tell whether the keyword's value is one that the keyword can have."""
    if rule == "pattern":
        return isinstance(value, str)
    return value is True if rule == "uniqueItems" else not isinstance(value, bool | str | type(None))
