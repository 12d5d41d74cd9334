"""The view of ``_times.py``. In: the ways in which the vendor writes times. Out: their declarations."""

from collections.abc import Iterable

from qiyue.targets.python.declare import imports, source
from qiyue.targets.python.methods import import_lines
from qiyue.targets.python.times import VendorTime
from qiyue.targets.python.views import TimesView, TimeView


def times_view(times: Iterable[VendorTime]) -> TimesView:
    """Decide ``_times.py``."""
    listed = tuple(times)
    used = {("typing", "Annotated"), ("typing", "TypeAlias"), *(("datetime", each.base) for each in listed)}
    used.update(name for each in listed for name in imports(each.form))
    views = (TimeView(each.name, f"Annotated[{each.base}, {source(each.form)}]", each.text) for each in listed)
    return TimesView(import_lines(used, "."), tuple(views))
