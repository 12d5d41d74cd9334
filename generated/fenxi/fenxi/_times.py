"""How the vendor writes times: aliases of ``datetime`` and ``date``, as models have them."""

from datetime import datetime
from typing import Annotated, TypeAlias

from ._runtime.times import TimeForm

TimeText: TypeAlias = Annotated[datetime, TimeForm("yyyy-MM-dd HH:mm", "Asia/Shanghai")]
"""Written as `yyyy-MM-dd HH:mm` in Asia/Shanghai. What the vendor sends instead stays text and is a deviation."""

TimeText2: TypeAlias = Annotated[datetime, TimeForm("yyyy-MM-dd HH:mm:ss", "Asia/Shanghai")]
"""Written as `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. What the vendor sends instead stays text and is a deviation."""
