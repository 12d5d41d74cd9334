"""Times of the vendor → named types. In: what schemas say of a time. Out: one type for each way of writing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qiyue.client_plan.types.names import TypeNames
from qiyue.client_plan.types.table import VendorTime
from qiyue.values import Plain

_OF_A_DAY = ("HH", "mm", "ss")


@dataclass(slots=True)
class VendorTimes:
    """The ways of one client, by name; each is named when a schema first has it."""

    scope: TypeNames
    listed: list[VendorTime] = field(default_factory=list)

    def named(self, kind: str, said: Mapping[str, Plain]) -> VendorTime | None:
        """Return the way that a schema of a scalar kind asks for; ``None`` where callers get the value as it is."""
        form = _form(kind, said)
        known = next((each for each in self.listed if form == replace(each, name="")), None)
        if known is None and form is not None:
            known = replace(form, name=self.scope.take(_wanted(form)))
            self.listed.append(known)
        return known


def _form(kind: str, said: Mapping[str, Plain]) -> VendorTime | None:
    zone = said.get("zone", "")
    if "epoch" in said:
        counted = VendorTime("", "date-time", zone=zone, unit=said["epoch"], is_count=kind == "integer")
        return counted if kind in {"string", "integer"} else None
    form = said["format"]
    if kind != "string" or "yyyy" not in form:
        return None
    return VendorTime("", "date-time" if any(word in form for word in _OF_A_DAY) else "date", form, zone)


def _wanted(time: VendorTime) -> str:
    if time.form:
        return "DayText" if time.kind == "date" else "TimeText"
    return ("EpochSeconds" if time.unit == "s" else "EpochMilliseconds") + ("" if time.is_count else "Text")
