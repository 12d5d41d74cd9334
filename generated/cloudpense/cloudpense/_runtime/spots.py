"""Spots: putting values into the arguments of a call, and taking what an answer says from it."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from .absent import ABSENT
from .fields import fields_of
from .flows import Spot
from .operation import Where
from .reading import plain
from .response import RawResponse
from .where import get, parts_of, pointer, put


def placed(arguments: Mapping[str, Any], values: Iterable[tuple[Spot | None, Any]]) -> dict[str, Any]:
    """Give the arguments with values at their spots; a value without a spot is left out."""
    filled = dict(arguments)
    for spot, value in values:
        if spot is not None:
            written = str(value) if spot.text and isinstance(value, int) else value
            given = filled.get(spot.argument, ABSENT)
            whole = None if given is ABSENT else plain(given)
            filled[spot.argument] = put(whole, spot.at, written) if spot.at else written
    return filled


def plainly(response: RawResponse[Any], at: Where) -> Any:
    """Give what lies somewhere in an answer as it came, else ``ABSENT``."""
    if at.startswith("header:"):
        return response.headers.get(at.removeprefix("header:"), ABSENT)
    return get(response.body, at)


def typed(response: RawResponse[Any], at: Where) -> Any:
    """Give what lies somewhere in an answer as its type has it, else ``ABSENT``; outside the payload as it came."""
    envelope = response.operation.envelope and response.operation.envelope.answer
    payload = envelope.payload if envelope else ""
    if at != payload and not at.startswith(payload + "/"):
        return plainly(response, at)
    value: Any = response.data
    for part in parts_of(at.removeprefix(payload)):
        value = _member(value, part)
    return value


def _member(value: Any, part: str) -> Any:
    if not isinstance(value, BaseModel):
        return get(value, pointer((part,)))
    for name, field in fields_of(type(value)).items():
        if (field.alias or name) == part:
            return getattr(value, name) if name in value.model_fields_set else ABSENT
    return (value.model_extra or {}).get(part, ABSENT)
