"""Integer width: the numbers that ``format: int32``, ``int64`` and their like leave. In: a node. Out: bounds, or the
node with them."""

from collections.abc import Mapping
from decimal import Decimal

from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_RANGES = {
    "int8": (-(2**7), 2**7 - 1),
    "uint8": (0, 2**8 - 1),
    "int16": (-(2**15), 2**15 - 1),
    "uint16": (0, 2**16 - 1),
    "int32": (-(2**31), 2**31 - 1),
    "uint32": (0, 2**32 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint64": (0, 2**64 - 1),
}


def width_of(node: Plain) -> tuple[int, int] | None:
    """Return the least and the greatest number that the format of a node leaves, ``None`` where it says nothing."""
    if not isinstance(node, Mapping) or "string" in (types := json_types(node)):
        return None
    return _RANGES.get(str(node.get("format", ""))) if not types or {"integer", "number"} & set(types) else None


def within_width(words: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a node with its format written as ``minimum`` and ``maximum``."""
    width = width_of(words)
    if width is None:
        return dict(words)
    least, most = words.get("minimum"), words.get("maximum")
    rest = {key: value for key, value in words.items() if key != "format"}
    rest["minimum"] = max(width[0], least) if isinstance(least, int | Decimal) else width[0]
    rest["maximum"] = min(width[1], most) if isinstance(most, int | Decimal) else width[1]
    return rest
