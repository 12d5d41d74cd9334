"""What a text, a number, a date becomes. In: a schema node of one scalar type, or values. Out: the use.

Limits, patterns and formats that change or refuse text are left out: answers must not be lost over them.
"""

from collections.abc import Iterable, Mapping

from qiyue.runtime.media import is_json
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


def is_binary(node: Mapping[str, Plain]) -> bool:
    """Tell whether the node is raw bytes: ``format: binary``, or a media type without an encoding."""
    if node.get("format") == "binary":
        return True
    media = node.get("contentMediaType")
    if not isinstance(media, str) or "contentEncoding" in node:
        return False
    return not is_json(media) and not media.startswith("text/")


def literal(value: Plain) -> Use:
    """Give the use of one value."""
    kind = same_kind((value,))
    known = kind in {"string", "boolean"} or (kind == "integer" and -(2**63) <= value < 2**63)  # as type checkers do
    return {"type": kind, "const": value} if known else {"type": kind} if kind == "integer" else ANY


def scalars(values: Iterable[Plain]) -> Use:
    """Give the union of the types of enum values."""
    listed = tuple(values)
    if any(isinstance(value, tuple | list | Mapping) for value in listed):
        return ANY
    kinds = dict.fromkeys(same_kind((value,)) for value in listed)
    return ANY if "null" in kinds else union([scalar("number" if k == "other" else k, {}) for k in kinds])


def same_kind(values: tuple[Plain, ...]) -> str:
    """Give the JSON type that all values have, ``""`` if they have several."""
    kinds = {_kind(value) for value in values}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind(value: Plain) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int):
        return "integer"
    return "null" if value is None else "other"
