"""Times: moments as vendors write them (``yyyy-MM-dd HH:mm``, seconds since 1970) ↔ ``datetime`` and ``date``."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal
from zoneinfo import ZoneInfo

from .strictness import reading_of
from .value import Value

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

_WORD: Final = re.compile("yyyy|MM|dd|HH|mm|SSS|ss|XXX")
_NUMBERS: Final = {"yyyy": "year", "MM": "month", "dd": "day", "HH": "hour", "mm": "minute", "ss": "second"}
_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)
_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


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


class _Written:
    """What marks a type as a time that a vendor writes in its own way."""

    def own(self, value: Any) -> date:
        """Give the moment that a value says.

        Raises:
            ValueError: it says none.
        """
        raise NotImplementedError

    def written(self, value: date) -> Any:
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.with_info_plain_validator_function(
            self._read, serialization=core_schema.plain_serializer_function_ser_schema(self._write)
        )

    def _read(self, value: Any, info: "ValidationInfo") -> Any:
        try:
            return self.own(value)
        except (ValueError, OverflowError):
            if reading_of(info) == "strict" or not isinstance(value, str | int | Decimal):
                raise ValueError("not a time in the vendor's form") from None
            return value

    def _write(self, value: Any) -> Any:
        return self.written(self.own(value)) if isinstance(value, date) else value


class TimeForm(_Written, Value):
    """A moment as text. One without a zone is meant in the vendor's."""

    form: str
    zone: str = ""

    def own(self, value: Any) -> date:
        return read_time(value, self.form, self.zone) if isinstance(value, str) else self._placed(value)

    def written(self, value: date) -> str:
        return time_text(self._placed(value), self.form)

    def _placed(self, value: Any) -> datetime:
        if "XXX" in self.form and isinstance(value, datetime) and value.tzinfo:
            return value
        when = in_zone(value, self.zone)
        if when.tzinfo is not None and not self.zone:
            raise ValueError("the vendor's zone is not known: give a time without one")
        return when


class DayForm(TimeForm):
    """A day as text. A moment is the day that it is in the vendor's zone."""

    def own(self, value: Any) -> date:
        moment = TimeForm.own(self, value)
        return moment.date() if isinstance(moment, datetime) else moment


class EpochForm(_Written, Value):
    """A moment as a count since 1970, in the vendor's zone, else in UTC."""

    unit: Literal["s", "ms"]
    zone: str = ""
    text: bool = False
    """The number is written as text."""

    def own(self, value: Any) -> date:
        if isinstance(value, date):
            return self._placed(value)
        if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,20}", str(value), re.ASCII):
            raise ValueError("not a whole number")
        return (_START + int(value) * self._step).astimezone(zone(self.zone))

    def written(self, value: date) -> int | str:
        count = (self._placed(value) - _START) // self._step
        return str(count) if self.text else count

    def _placed(self, value: date) -> datetime:
        when = in_zone(value, self.zone)
        if when.tzinfo is None:
            raise ValueError("a time without a zone cannot be counted")
        return when

    @property
    def _step(self) -> timedelta:
        return timedelta(seconds=1) if self.unit == "s" else timedelta(milliseconds=1)


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
