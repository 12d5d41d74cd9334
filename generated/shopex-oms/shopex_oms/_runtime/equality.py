"""Equality of JSON data, as JSON Schema has it: ``true`` is not ``1``, and ``1.0`` equals ``1``."""

from collections.abc import Hashable, Mapping
from typing import Any


def json_equal(left: Any, right: Any) -> bool:
    """Tell whether two values are the same JSON data; the order of members does not count."""
    return json_key(left) == json_key(right)


def json_key(value: Any) -> Hashable:
    """Compute a value that is equal for equal JSON data only, and may stand in a set."""
    if isinstance(value, Mapping):
        return frozenset((name, json_key(item)) for name, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(json_key(item) for item in value)
    return (bool, value) if isinstance(value, bool) else value
