"""The two equalities of plain data: as it is written, and as JSON Schema compares it.

Values of a document are *identical* only as written: ``true``, ``1``, ``1.0`` and ``1.00`` are four. What is shared or
left out because it says the same is compared so, else a number would lose its form. Data of messages is *JSON equal*
where JSON Schema says so: ``1.0`` equals ``1``, and neither equals ``true``. Codes, constants, enums, unique items and
conditions are compared so. Python's own ``==`` is neither: it takes ``True`` for ``1``.
"""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any, Final, cast

_SINGLE: Final = frozenset({str, int, Decimal, float, type(None)})
"""Types whose values are compared as Python does; most data is of them."""


def identical(left: Any, right: Any) -> bool:
    """Tell whether two values are written alike; the order of members does not count."""
    if left is right:
        return True
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(identical(value, right[name]) for name, value in left.items())
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(identical, left, right))
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left.as_tuple() == right.as_tuple()
    return bool(left == right)


def json_equal(left: Any, right: Any) -> bool:
    """Tell whether two values are the same JSON data; the order of members does not count."""
    return json_key(left) == json_key(right)


def json_key(value: Any) -> Hashable:
    """Compute a value that is equal for equal JSON data only, and may stand in a set."""
    if type(value) in _SINGLE:
        return cast("Hashable", value)
    if isinstance(value, Mapping):
        return frozenset((name, json_key(item)) for name, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(json_key(item) for item in value)
    return (bool, value) if isinstance(value, bool) else value
