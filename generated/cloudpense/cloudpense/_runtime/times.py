"""Times: types of moments that vendors write as texts or count since 1970 ↔ ``datetime`` and ``date``."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

from .strictness import reading_of
from .time_format import in_zone, read_time, time_text, zone
from .value import Value

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


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
