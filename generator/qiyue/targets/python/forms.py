"""The view of ``_times.py``. In: the ways in which the vendor writes times. Out: their declarations."""

from collections.abc import Iterable

from qiyue.client_plan.types.table import VendorTime
from qiyue.runtime.times import DayForm, EpochForm, TimeForm
from qiyue.targets.python.declare import imports, source
from qiyue.targets.python.methods import import_lines
from qiyue.targets.python.views import TimesView, TimeView

_BASES = {"date": "date", "date-time": "datetime"}


def times_view(times: Iterable[VendorTime]) -> TimesView:
    """Decide ``_times.py``."""
    listed = [(each, _BASES[each.kind], _form(each)) for each in times]
    used = {("typing", "Annotated"), ("typing", "TypeAlias"), *(("datetime", base) for _, base, _ in listed)}
    used.update(name for _, _, form in listed for name in imports(form))
    views = (TimeView(each.name, f"Annotated[{base}, {source(form)}]", _text(each)) for each, base, form in listed)
    return TimesView(import_lines(used, "."), tuple(views))


def _form(time: VendorTime) -> TimeForm | EpochForm:
    if not time.form:
        return EpochForm(time.unit, time.zone, not time.is_count)
    return DayForm(time.form, time.zone) if time.kind == "date" else TimeForm(time.form, time.zone)


def _text(time: VendorTime) -> str:
    """Say what the form looks like."""
    where = f" in {time.zone}" if time.zone else ""
    if time.form:
        return f"Written as `{time.form}`{where}. What the vendor sends instead stays text and is a deviation."
    unit = "seconds" if time.unit == "s" else "milliseconds"
    return f"Written as {unit} since 1970; for callers{where or ' in UTC'}."
