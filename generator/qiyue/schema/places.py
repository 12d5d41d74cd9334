"""Places inside schemas. In: a node and a JSON Pointer into its values. Out: the node of what lies there."""

from collections.abc import Mapping

from qiyue.api import Types
from qiyue.base.where import parts_of
from qiyue.schema.merge import resolve
from qiyue.values import Plain


def node_at(node: Plain, where: str, types: Types) -> Plain:
    """Follow a JSON Pointer through the properties of a schema; ``{}`` where nothing is said."""
    for name in parts_of(where):
        node = resolve(node, types).get("properties", {}).get(name, {})
    return node


def is_open(node: Plain, types: Types) -> bool:
    """Tell whether the document says that an object has further fields; a union beside properties names some."""
    held = resolve(node, types)
    further = held.get("additionalProperties", False)
    return further is True or isinstance(further, Mapping) or not held.keys().isdisjoint({"oneOf", "anyOf"})
