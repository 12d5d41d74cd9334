"""How the vendor writes times: aliases of ``datetime`` and ``date``, as models have them."""

from datetime import date, datetime
from typing import Annotated, TypeAlias

from ._runtime.times import DayForm, EpochForm, TimeForm

EpochMilliseconds: TypeAlias = Annotated[datetime, EpochForm("ms")]
"""Written as milliseconds since 1970; for callers in UTC."""

EpochMilliseconds2: TypeAlias = Annotated[datetime, EpochForm("ms", "Asia/Shanghai")]
"""Written as milliseconds since 1970; for callers in Asia/Shanghai."""

DayText: TypeAlias = Annotated[date, DayForm("yyyyMMdd")]
"""Written as `yyyyMMdd`. What the vendor sends instead stays text and is a deviation."""

TimeText: TypeAlias = Annotated[datetime, TimeForm("yyyy-MM-dd HH:mm:ss", "Asia/Shanghai")]
"""Written as `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. What the vendor sends instead stays text and is a deviation."""
