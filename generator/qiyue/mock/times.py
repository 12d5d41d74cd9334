"""Times: moments as a field's schema has them (``x-qiyue-time``, ``format``) ↔ seconds since 1970."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final

from qiyue.base.time_format import time_text, zone
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_STANDARD: Final = {"date": "yyyy-MM-dd", "time": "HH:mm:ssXXX", "date-time": "yyyy-MM-ddTHH:mm:ssXXX"}
_WORDS: Final = {
    "yyyy": r"(?P<year>\d{4})",
    "MM": r"(?P<month>\d{2})",
    "dd": r"(?P<day>\d{2})",
    "HH": r"(?P<hour>\d{2})",
    "mm": r"(?P<minute>\d{2})",
    "ss": r"(?P<second>\d{2})",
    "SSS": r"(?P<milli>\d{3})",
    "XXX": r"(?P<offset>Z|[+-]\d{2}:\d{2})",
}
_FIRST, _LAST = (datetime(*day, tzinfo=UTC).timestamp() for day in ((1, 1, 2), (9999, 12, 30)))
"""No clock shows moments outside of these, whatever its zone."""
_WORD: Final = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


def read(value: Plain, shape: Mapping[str, Any]) -> float | None:
    """Give the moment that a value names, ``None`` where it names none."""
    time = shape.get("x-qiyue-time", {})
    form = time.get("format") or ("" if "epoch" in time else _STANDARD.get(shape.get("format", ""), ""))
    if form:
        return _parsed(value, form, time.get("zone", "")) if isinstance(value, str) else None
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,18}", str(value), re.ASCII):
        return None
    moment = int(value) / (1000 if time.get("epoch") == "ms" else 1)
    return moment if _FIRST <= moment <= _LAST else None


def write(moment: float, shape: Mapping[str, Any]) -> Plain:
    """Write a moment as the field has it: a text by its form, else an epoch, as text where text is wanted."""
    time = shape.get("x-qiyue-time", {})
    types = json_types(shape)
    is_number = not {"integer", "number"}.isdisjoint(types) and "string" not in types
    if "epoch" in time or is_number:
        epoch = int(moment * (1000 if time.get("epoch") == "ms" else 1))
        return epoch if is_number or not types else str(epoch)
    form = time.get("format") or _STANDARD.get(shape.get("format", ""), _STANDARD["date-time"])
    when = datetime.fromtimestamp(moment, zone(time.get("zone", "")))
    return time_text(when, form)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(_WORD.sub(lambda word: _WORDS[word[0]], re.sub(r"([^A-Za-z])", r"\\\1", form)), re.ASCII)


def _parsed(text: str, form: str, zone_name: str) -> float | None:
    found = _pattern(form).fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    offset, milli = parts.pop("offset", None), parts.pop("milli", None)
    where = zone("" if offset == "Z" else offset) if offset else zone(zone_name)
    try:
        moment = datetime(**{"year": 1970, "month": 1, "day": 1, **{k: int(v) for k, v in parts.items()}}, tzinfo=where)
    except ValueError:
        return None
    since = moment - datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(milli or 0))
    return float(Decimal(since // timedelta(milliseconds=1)) / 1000)
