"""A frozen value ↔ a mapping whose keys are the field names with hyphens. What equals its default is not written."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any, TypeVar

from qiyue.api import Kind, Seconds
from qiyue.base.duration import seconds
from qiyue.base.equality import identical
from qiyue.values import EMPTY, FrozenMap, Plain, freeze, thaw

T = TypeVar("T")


def read(cls: type[T], data: Mapping[str, Plain], **given: object) -> T:
    """Build a value whose fields are text, numbers, flags or plain data; ``given`` ones as they are."""
    values: dict[str, Any] = dict(given)
    for name in (field.name for field in fields(cls)):  # type: ignore[arg-type]
        key = name.replace("_", "-")
        if name not in values and key in data:
            values[name] = freeze(data[key])
    return cls(**values)


def write(value: object, *without: str) -> dict[str, Plain]:
    """Give the mapping of a value, fields ``without`` left out."""
    written: dict[str, Plain] = {}
    for field in fields(value):  # type: ignore[arg-type]
        content = getattr(value, field.name)
        default = field.default if field.default is not MISSING else None
        if field.name in without or identical(content, default):
            continue
        written[field.name.replace("_", "-")] = plain(content)
    return written


def plain(content: object) -> Plain:
    """Give the plain form of a field: kinds as text, tuples as lists."""
    if isinstance(content, Kind):
        return str(content)
    if isinstance(content, tuple):
        return [plain(item) for item in content]
    return thaw(content)


def kinds(data: Plain) -> tuple[Kind, ...]:
    """Read a list of kinds of failure."""
    return tuple(Kind(word) for word in data or ())


def read_seconds(data: Plain) -> Seconds:
    """Read a number of seconds."""
    return Decimal(format(Decimal(data), "f"))


def write_seconds(duration: Seconds) -> Plain:
    """Write a number of seconds."""
    return int(duration) if duration.as_tuple().exponent == 0 else duration


def read_duration(text: str) -> Seconds:
    """Read a number and its unit: ``5m`` → 300."""
    return Decimal(seconds(text))


def write_duration(duration: Seconds) -> str:
    """Write whole seconds in the largest unit: 300 → ``5m``."""
    sizes = ((unit, seconds(f"1{unit}")) for unit in "dhms")
    unit, size = next((unit, size) for unit, size in sizes if duration % size == 0)
    return f"{duration // size}{unit}"


def mapping(data: Plain) -> FrozenMap:
    """Read plain data by name."""
    return freeze(data) if isinstance(data, Mapping) else EMPTY
