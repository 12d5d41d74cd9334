"""Times of the vendor → named types. In: what schemas say of a time. Out: one type for each way of writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qiyue.base.value import Value
from qiyue.runtime.times import DayForm, EpochForm, TimeForm
from qiyue.targets.python.words import Scope
from qiyue.values import Plain

_OF_A_DAY = ("HH", "mm", "ss")


class VendorTime(Value):
    """One way in which the vendor writes times."""

    name: str
    form: TimeForm | EpochForm

    @property
    def base(self) -> str:
        """What callers get."""
        return "date" if isinstance(self.form, DayForm) else "datetime"

    @property
    def is_count(self) -> bool:
        """Whether it is a number on the wire."""
        return isinstance(self.form, EpochForm) and not self.form.text

    @property
    def text(self) -> str:
        """What the form looks like."""
        where = f" in {self.form.zone}" if self.form.zone else ""
        if isinstance(self.form, TimeForm):
            return f"Written as `{self.form.form}`{where}. What the vendor sends instead stays text and is a deviation."
        unit = "seconds" if self.form.unit == "s" else "milliseconds"
        return f"Written as {unit} since 1970; for callers{where or ' in UTC'}."


@dataclass(slots=True)
class VendorTimes:
    """The ways of one client, by name; each is named when a schema first has it."""

    scope: Scope
    listed: list[VendorTime] = field(default_factory=list)

    def named(self, kind: str, said: Mapping[str, Plain]) -> VendorTime | None:
        """Give the way that a schema of a scalar kind asks for; ``None`` where callers get the value as it is."""
        form = _form(kind, said)
        known = next((each for each in self.listed if each.form == form and type(each.form) is type(form)), None)
        if known is None and form is not None:
            known = VendorTime(self.scope.take(_wanted(form)), form)
            self.listed.append(known)
        return known


def _form(kind: str, said: Mapping[str, Plain]) -> TimeForm | EpochForm | None:
    zone = said.get("zone", "")
    if "epoch" in said:
        return EpochForm(said["epoch"], zone, kind == "string") if kind in {"string", "integer"} else None
    form = said["format"]
    if kind != "string" or "yyyy" not in form:
        return None
    return TimeForm(form, zone) if any(word in form for word in _OF_A_DAY) else DayForm(form, zone)


def _wanted(form: TimeForm | EpochForm) -> str:
    if isinstance(form, TimeForm):
        return "DayText" if isinstance(form, DayForm) else "TimeText"
    return ("EpochSeconds" if form.unit == "s" else "EpochMilliseconds") + ("Text" if form.text else "")
