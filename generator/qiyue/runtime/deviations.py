"""Deviations: where an answer differs from what the spec says. They hold no values.

Looked for only when somebody asks: on first access, for a listener, or under ``strict``.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from ..base.absent import ABSENT
from ..base.shape import shape
from ..base.where import pointer
from .enums import OpenIntEnum, OpenStrEnum
from .fields import fields_of
from .limits import breaches
from .operation import Limits
from .problems import Deviation
from .reading import misfits, plain, read_as
from .tagged import Unknown


def deviations_of(
    operation: str, form: Any, data: Any, value: Any, limits: tuple[Limits, ...] = ()
) -> tuple[Deviation, ...]:
    """Compare an answer's payload with its type and limits; ``value`` is the payload as read."""
    found: dict[tuple[str, str], Deviation] = {}
    told = [*_misfits(form, data), *_surprises(value, ()), *_retyped(data, plain(value, form), ())]
    told += [(problem.at, problem.rule, problem.shape) for problem in breaches(data, limits)]
    for at, rule, lay in told:
        found.setdefault((at, rule), Deviation(operation, at, rule, lay))
    return tuple(found.values())


def _misfits(form: Any, data: Any) -> Iterator[tuple[str, str, str]]:
    """What reading strictly complains of."""
    try:
        read_as(form, data, "strict")
    except ValidationError as error:
        yield from ((one.at, one.rule, one.shape) for one in misfits(error, data))


def _surprises(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str, str, str]]:
    """Fields and enum values that the spec does not name."""
    if isinstance(value, Unknown):
        yield pointer(at), "discriminator", "object"
    elif isinstance(value, BaseModel):
        extra = value.__pydantic_extra__ or {}
        if "__pydantic_extra__" not in type(value).__annotations__:
            yield from ((pointer((*at, name)), "unknown-field", shape(inner)) for name, inner in extra.items())
        fields = fields_of(type(value))
        for name in value.model_fields_set & fields.keys():
            yield from _surprises(getattr(value, name, None), (*at, fields[name].alias or name))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _surprises(item, (*at, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _surprises(item, (*at, name))
    elif isinstance(value, OpenStrEnum | OpenIntEnum) and not value.is_known:
        yield pointer(at), "enum", shape(value.value)


def _retyped(data: Any, back: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str, str, str]]:
    """Values that would go out with another JSON type than they came in, such as a number that came as text."""
    if isinstance(data, dict) and isinstance(back, dict):
        for name, item in data.items():
            if (other := back.get(name, ABSENT)) is not ABSENT:
                yield from _retyped(item, other, (*at, name))
    elif isinstance(data, list) and isinstance(back, list | tuple):
        for index, (item, other) in enumerate(zip(data, back, strict=False)):
            yield from _retyped(item, other, (*at, index))
    elif _kind(data) != _kind(back):
        yield pointer(at), "type", shape(data)


def _kind(value: Any) -> str:
    """Name the JSON type that a value goes out as."""
    if value is None or isinstance(value, bool):
        return type(value).__name__
    if isinstance(value, int | Decimal | float):
        return "number"
    if isinstance(value, dict | list):
        return type(value).__name__
    return "text"
