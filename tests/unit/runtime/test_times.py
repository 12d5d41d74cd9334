"""Times as vendors write them: typed for callers, the same text out again."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import ValidationError

from qiyue.base.time_format import zone
from qiyue.runtime.reading import plain, read, read_as
from qiyue.runtime.times import DayForm, EpochForm, TimeForm

naive = datetime.fromisoformat
SHANGHAI = zone("Asia/Shanghai")
MINUTE = Annotated[datetime, TimeForm("yyyy-MM-dd HH:mm", "Asia/Shanghai")]
LOCAL = Annotated[datetime, TimeForm("yyyyMMddHHmmssSSS")]
OFFSET = Annotated[datetime, TimeForm("yyyy-MM-ddTHH:mm:ssXXX", "Asia/Shanghai")]
DAY = Annotated[date, DayForm("yyyyMMdd", "Asia/Shanghai")]
SECONDS = Annotated[datetime, EpochForm("s")]
MILLIS = Annotated[datetime, EpochForm("ms", "Asia/Shanghai")]
TEXT = Annotated[datetime, EpochForm("ms", "Asia/Shanghai", text=True)]


@pytest.mark.parametrize(
    ("form", "wire", "value"),
    [
        (MINUTE, "2024-03-15 09:30", datetime(2024, 3, 15, 9, 30, tzinfo=SHANGHAI)),
        (LOCAL, "20240315093007005", naive("2024-03-15 09:30:07.005000")),
        (LOCAL, "00010101000000000", naive("0001-01-01 00:00:00")),
        (OFFSET, "2024-03-15T09:30:00+08:00", datetime(2024, 3, 15, 1, 30, tzinfo=UTC)),
        (OFFSET, "2024-03-15T09:30:00Z", datetime(2024, 3, 15, 9, 30, tzinfo=UTC)),
        (OFFSET, "2024-03-15T09:30:00+00:00", datetime(2024, 3, 15, 9, 30, tzinfo=UTC)),
        (DAY, "20240315", date(2024, 3, 15)),
        (SECONDS, 1_704_067_200, datetime(2024, 1, 1, tzinfo=UTC)),
        (SECONDS, -1, datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (MILLIS, 1_770_220_800_123, datetime(2026, 2, 5, 0, 0, 0, 123000, tzinfo=SHANGHAI)),
        (TEXT, "1770220800000", datetime(2026, 2, 5, tzinfo=SHANGHAI)),
    ],
)
def test_there_and_back(form: Any, wire: Any, value: date) -> None:
    found = read_as(form, wire, "strict")
    assert (found, type(found)) == (value, type(value))
    assert plain(found, form) == wire
    if form is not LOCAL and isinstance(found, datetime):
        assert found.tzinfo is not None


@pytest.mark.parametrize(
    ("form", "wire"),
    [
        (MINUTE, "2024-03-15"),
        (MINUTE, "2024-13-15 09:30"),
        (MINUTE, ""),
        (MINUTE, "２０２４-03-15 09:30"),
        (DAY, "0"),
        (DAY, "20240230"),
        (SECONDS, 10**19),
        (SECONDS, Decimal("1E+9")),
        (MINUTE, Decimal("2024.50")),
        (MILLIS, "soon"),
        (TEXT, "1e3"),
    ],
)
def test_what_is_no_such_time_survives_and_is_told(form: Any, wire: Any) -> None:
    assert read(form, wire) == wire
    assert plain(read(form, wire), form) == wire
    with pytest.raises(ValidationError):
        read_as(form, wire, "strict")


@pytest.mark.parametrize(
    ("form", "given", "wire"),
    [
        (MINUTE, naive("2024-03-15 09:30:00"), "2024-03-15 09:30"),
        (MINUTE, datetime(2024, 3, 15, 1, 30, tzinfo=UTC), "2024-03-15 09:30"),
        (MINUTE, date(2024, 3, 15), "2024-03-15 00:00"),
        (LOCAL, naive("2024-03-15 09:30:00"), "20240315093000000"),
        (OFFSET, datetime(2024, 3, 15, 9, 30, tzinfo=timezone(timedelta(hours=-5))), "2024-03-15T09:30:00-05:00"),
        (OFFSET, naive("2024-03-15 09:30:00"), "2024-03-15T09:30:00+08:00"),
        (DAY, datetime(2024, 3, 14, 20, tzinfo=UTC), "20240315"),
        (DAY, naive("2024-03-14 20:00:00"), "20240314"),
        (MILLIS, naive("2026-02-05 00:00:00"), 1_770_220_800_000),
        (MILLIS, date(2026, 2, 5), 1_770_220_800_000),
        (SECONDS, datetime(2024, 1, 1, 8, tzinfo=SHANGHAI), 1_704_067_200),
        (TEXT, 5, "5"),
    ],
)
def test_what_callers_may_give(form: Any, given: Any, wire: Any) -> None:
    assert plain(read_as(form, given, "strict"), form) == wire


@pytest.mark.parametrize(
    ("form", "given"),
    [(LOCAL, datetime(2024, 1, 1, tzinfo=UTC)), (SECONDS, naive("2024-01-01 00:00:00")), (MILLIS, True), (MINUTE, 5)],
)
def test_what_could_mean_two_moments_is_refused(form: Any, given: Any) -> None:
    with pytest.raises(ValidationError, match="not a time in the vendor's form"):
        read_as(form, given, "strict")
