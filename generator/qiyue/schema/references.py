"""References between types."""

from qiyue.api import TypeId, Types
from qiyue.values import Plain


def target_of(node: Plain) -> TypeId:
    """Return the type that a node refers to, or ``""``."""
    return str(node.get("$ref", "")) if isinstance(node, dict) else ""


def dereference(node: Plain, types: Types) -> Plain:
    """Return what lies behind the references of a node; ``{}`` where they lead nowhere, or back to themselves."""
    seen = set[TypeId]()
    while target := target_of(node):
        if target in seen:
            return {}
        seen.add(target)
        node = types.get(target, {})
    return node
