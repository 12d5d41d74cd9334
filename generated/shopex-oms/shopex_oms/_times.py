"""How the vendor writes times: aliases of ``datetime`` and ``date``, as models have them."""

from datetime import datetime
from typing import Annotated, TypeAlias

from ._runtime.times import TimeForm

TimeText: TypeAlias = Annotated[datetime, TimeForm("yyyyMMddHHmmss", "Asia/Shanghai")]
"""Written as `yyyyMMddHHmmss` in Asia/Shanghai. What the vendor sends instead stays text and is a deviation."""
