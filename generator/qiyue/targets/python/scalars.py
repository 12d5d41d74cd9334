"""What a text, a number, a date becomes. In: a schema node of one scalar type, or values. Out: the use.

Limits, patterns and formats that change or refuse text are left out: answers must not be lost over them.
"""

from collections.abc import Iterable, Mapping

from qiyue.schema.json_types import is_binary, json_type_of
from qiyue.targets.python.uses import ANY, BINARY, NUMBER, Use, custom, union
from qiyue.values import Plain

_TEXT_FORMATS = {"decimal": "DecimalText", "date": "Date", "date-time": "DateTime"}


def scalar(kind: str, node: Mapping[str, Plain]) -> Use:
    """Give the use of a scalar ``kind``: ``string``, ``number``, ``integer``, ``boolean``, ``null``."""
    if kind == "number":
        return NUMBER
    if kind != "string":
        return {"type": kind}
    if is_binary(node):
        return BINARY
    name = _TEXT_FORMATS.get(str(node.get("format")))
    return custom(name) if name and "x-qiyue-time" not in node else {"type": "string"}


def literal(value: Plain) -> Use:
    """Give the use of one value."""
    kind = json_type_of(value)
    known = kind in {"string", "boolean"} or (kind == "integer" and -(2**63) <= value < 2**63)  # as type checkers do
    return {"type": kind, "const": value} if known else {"type": kind} if kind == "integer" else ANY


def scalars(values: Iterable[Plain]) -> Use:
    """Give the union of the types of enum values."""
    listed = tuple(values)
    if any(isinstance(value, tuple | list | Mapping) for value in listed):
        return ANY
    kinds = dict.fromkeys(json_type_of(value) for value in listed)
    return ANY if "null" in kinds else union([scalar(kind, {}) for kind in kinds])
