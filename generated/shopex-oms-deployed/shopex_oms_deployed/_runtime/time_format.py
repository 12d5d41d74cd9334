"""Times as vendors write them: ``yyyy-MM-dd HH:mm``, in a zone or without one, ↔ ``datetime``."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

_WORD: Final = re.compile("yyyy|MM|dd|HH|mm|SSS|ss|XXX")
_NUMBERS: Final = {"yyyy": "year", "MM": "month", "dd": "day", "HH": "hour", "mm": "minute", "ss": "second"}
_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)


def time_text(when: datetime, form: str) -> str:
    """Write a time in a vendor's form, ``yyyy-MM-dd HH:mm:ss``; without a form as ISO 8601."""
    return _WORD.sub(lambda word: _part(when, word[0]), form) if form else when.isoformat(timespec="seconds")


def _part(when: datetime, word: str) -> str:
    if word == "SSS":
        return f"{when.microsecond // 1000:03d}"
    if word == "XXX":
        return "Z" if when.tzinfo is UTC else when.isoformat()[-6:]
    return f"{getattr(when, _NUMBERS[word]):0{len(word)}d}"


def read_time(text: str, form: str, zone_name: str) -> datetime:
    """Read a time in a vendor's form; without a zone it has none.

    Raises:
        ValueError: it has another form, or there is no such time.
    """
    found = _pattern(form).fullmatch(text)
    if found is None:
        raise ValueError("not in this form")
    parts = found.groupdict()
    offset = parts.pop("offset", None) or zone_name
    micro = int(parts.pop("milli", None) or 0) * 1000
    numbers = {"year": 1970, "month": 1, "day": 1} | {name: int(digits) for name, digits in parts.items()}
    return datetime(**numbers, microsecond=micro, tzinfo=zone(offset) if offset else None)


@lru_cache(maxsize=128)
def _pattern(form: str) -> re.Pattern[str]:
    written, end = "", 0
    for word in _WORD.finditer(form):
        written += re.escape(form[end : word.start()]) + _group(word[0])
        end = word.end()
    return re.compile(written + re.escape(form[end:]), re.ASCII)


def _group(word: str) -> str:
    if word == "XXX":
        return r"(?P<offset>Z|[+-]\d{2}:\d{2})"
    return rf"(?P<{_NUMBERS.get(word, 'milli')}>\d{{{len(word)}}})"


def zone(name: str) -> tzinfo:
    """Find a zone by name or by offset (``+08:00``); ``""`` is UTC."""
    if offset := _OFFSET.fullmatch(name):
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes), name)
    return ZoneInfo(name) if name not in {"", "UTC", "Z"} else UTC


def in_zone(value: Any, name: str) -> datetime:
    """Give a moment in a zone: one without a zone is meant in it, a day begins there. ``""``: the zone is not known.

    Raises:
        ValueError: it is no moment.
    """
    if not isinstance(value, date):
        raise ValueError("not a time")
    when = value if isinstance(value, datetime) else datetime.combine(value, time.min)
    if not name:
        return when
    return when.replace(tzinfo=zone(name)) if when.tzinfo is None else when.astimezone(zone(name))
