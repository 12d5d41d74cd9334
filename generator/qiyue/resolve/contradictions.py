"""Keywords of one schema that contradict each other: what names values counts, what limits them is left out.

In: a schema as read, and its node. Out: the schema that its values fit. ``enum`` and ``const`` go before every limit,
a ``pattern`` before a format that no text of it is written in, an example before a format and nothing else. Each is
told at the place of what is left out. Limits that only part of the values break are left out as a whole: the vendor
takes those values.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from typing import Final

from qiyue.diagnostics import Place
from qiyue.document import Node
from qiyue.values import Plain

_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME: Final = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[zZ]|[+-][0-9]{2}:[0-9]{2})"
_UUID: Final = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_FORMATS: Final = {
    "date": re.compile(_DATE),
    "time": re.compile(_TIME),
    "date-time": re.compile(rf"{_DATE}[tT ]{_TIME}"),
    "uuid": re.compile(_UUID),
}
"""Formats that decide what type a value has in a program."""
_WRITTEN: Final = {
    "date": ("2024-03-15",),
    "time": ("09:30:00Z", "09:30:00+08:00", "09:30:00.125Z"),
    "date-time": ("2024-03-15T09:30:00Z", "2024-03-15T09:30:00+08:00", "2024-03-15T09:30:00.125Z"),
    "uuid": ("0b9d2f1c-5a47-4c5e-9b1e-3f6a7c8d9e01",),
}
"""What texts of a format look like."""


def _is_text(value: Plain) -> bool:
    return isinstance(value, str)


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


_LIMITS: Final[dict[str, tuple[Callable[[Plain], bool], Callable[[Plain, Plain], bool]]]] = {
    "maxLength": (_is_text, lambda value, limit: len(value) <= limit),
    "minLength": (_is_text, lambda value, limit: len(value) >= limit),
    "pattern": (_is_text, lambda value, limit: _finds(limit, value)),
    "format": (_is_text, lambda value, limit: _is_written_as(limit, value)),
    "minimum": (_is_number, lambda value, limit: value >= limit),
    "maximum": (_is_number, lambda value, limit: value <= limit),
    "exclusiveMinimum": (_is_number, lambda value, limit: value > limit),
    "exclusiveMaximum": (_is_number, lambda value, limit: value < limit),
    "multipleOf": (_is_number, lambda value, limit: value % limit == 0),
}
"""Keyword → which values it is about, whether a value keeps to it."""


def resolve_contradictions(node: Node, schema: dict[str, Plain]) -> dict[str, Plain]:
    """The schema without the limits that its own values break, each told once."""
    values = schema["enum"] if "enum" in schema else (schema["const"],) if "const" in schema else ()
    left_out = dict(_broken(schema, values, "enum" if "enum" in schema else "const"))
    form = schema.get("format")
    if "format" not in left_out and form in _FORMATS and "x-qiyue-time" not in schema:
        reason = _against_format(str(form), schema, node)
        if reason:
            left_out["format"] = reason
    for keyword, reason in left_out.items():
        (node.child(keyword) or node).note("contradiction", f"`{keyword}` is left out: {reason}")
    return {key: value for key, value in schema.items() if key not in left_out} if left_out else schema


def _broken(schema: dict[str, Plain], values: tuple[Plain, ...], named: str) -> Iterator[tuple[str, str]]:
    for keyword, (is_about, keeps) in _LIMITS.items():
        if keyword in schema and values:
            strays = [value for value in values if is_about(value) and not keeps(value, schema[keyword])]
            if strays:
                told = ", ".join(repr(str(value)[:40]) for value in strays[:3])
                yield keyword, f"`{named}` names what it forbids: {told}"


def _against_format(form: str, schema: dict[str, Plain], node: Node) -> str:
    """Why values are written otherwise than the format says; empty where nothing shows it."""
    pattern = schema.get("pattern")
    if isinstance(pattern, str) and not any(_finds(pattern, text) for text in _WRITTEN[form]):
        return f"no {form} matches the pattern"
    for text, place in _examples(node):
        if not _is_written_as(form, text):
            return f"the example {text[:40]!r} ({place}) is no {form}"
    return ""


def _examples(node: Node) -> Iterator[tuple[str, Place]]:
    single, several = node.child("example"), node.child("examples")
    listed = node.sequence("examples") if several and isinstance(several.data, list | tuple) else ()
    for each in (*([single] if single else ()), *listed):
        if isinstance(each.data, str):
            yield each.data, each.document.places.place(each.pointer)


def _finds(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found in a text; one that Python cannot read forbids nothing here."""
    try:
        return len(text) > _LONGEST or re.search(pattern, text) is not None
    except (re.error, RecursionError, OverflowError):
        return True


_LONGEST: Final = 200
"""Characters of a text that is still searched: a stranger's pattern may take very long for more."""


def _is_written_as(form: str, text: str) -> bool:
    """Tell whether a text is of a format; of one that is not known every text is."""
    if form not in _FORMATS:
        return True
    if not _FORMATS[form].fullmatch(text):
        return False
    try:
        if form in ("date", "date-time"):
            date.fromisoformat(text[:10])
        if form in ("time", "date-time"):
            time.fromisoformat(text[:8] if form == "time" else text[11:19])
    except ValueError:
        return False
    return True
