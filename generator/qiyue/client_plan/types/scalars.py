"""What a text, a number, a date becomes. In: a schema node of one scalar type, or values. Out: the type.

Limits, patterns and formats that change or refuse text are left out: answers must not be lost over them.
"""

from collections.abc import Iterable, Mapping

from qiyue.client_plan.types.type_ref import (
    ANY,
    BINARY,
    NULL,
    TEXT,
    ConstType,
    DecimalType,
    MomentType,
    ScalarType,
    TypeRef,
    union,
)
from qiyue.schema.json_types import is_binary, json_type_of
from qiyue.values import Plain

_BINARY_FORMATS = ("float", "double")
_TEXT_FORMATS: Mapping[str, TypeRef] = {
    "decimal": DecimalType("text"),
    "date": MomentType("date"),
    "date-time": MomentType("date-time"),
}


def scalar(kind: str, node: Mapping[str, Plain], *, exact: bool = True) -> TypeRef:
    """Return the type of a scalar ``kind``: ``string``, ``number``, ``integer``, ``boolean``, ``null``.

    ``exact`` tells whether callers give every digit of a number of which nothing is said.
    """
    if kind == "number":
        is_exact = (exact or "multipleOf" in node) and node.get("format") not in _BINARY_FORMATS
        return DecimalType("number", is_exact)
    if kind == "null":
        return NULL
    if kind != "string":
        return ScalarType(kind)
    if is_binary(node):
        return BINARY
    return TEXT if "x-qiyue-time" in node else _TEXT_FORMATS.get(str(node.get("format")), TEXT)


def literal(value: Plain) -> TypeRef:
    """Return the type of one value."""
    kind = json_type_of(value)
    known = kind in {"string", "boolean"} or (kind == "integer" and -(2**63) <= value < 2**63)  # as type checkers do
    return ConstType(kind, value) if known else ScalarType(kind) if kind == "integer" else ANY


def scalars(values: Iterable[Plain]) -> TypeRef:
    """Return the union of the types of enum values."""
    listed = tuple(values)
    if any(isinstance(value, tuple | list | Mapping) for value in listed):
        return ANY
    kinds = dict.fromkeys(json_type_of(value) for value in listed)
    return ANY if "null" in kinds else union([scalar(kind, {}) for kind in kinds])
