"""Values in a case, read and changed at a spot. In: a case. Out: values, cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias
from urllib.parse import quote

from schemathesis.core import NOT_SET
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.transforms import to_wire_text

from qiyue.api import Where
from qiyue.base import where
from qiyue.base.absent import ABSENT
from qiyue.values import EMPTY, Plain

SchemathesisOperation: TypeAlias = Any
"""An operation as schemathesis holds it."""
SchemathesisCase: TypeAlias = Any
"""A case as schemathesis holds it."""
CONTAINERS = {
    ParameterLocation.PATH: "path_parameters",
    ParameterLocation.QUERY: "query",
    ParameterLocation.HEADER: "headers",
    ParameterLocation.COOKIE: "cookies",
}
_PLACES = {f"{location.value}:": name for location, name in CONTAINERS.items()}


@dataclass(frozen=True, slots=True)
class RequestValues:
    """What is sent to an operation; its values are written as schemathesis wants them, and nobody changes them."""

    operation: SchemathesisOperation = field(repr=False)
    path_parameters: Mapping[str, Any] = EMPTY
    query: Mapping[str, Any] = EMPTY
    headers: Mapping[str, Any] = EMPTY
    cookies: Mapping[str, Any] = EMPTY
    body: Any = NOT_SET
    media_type: str | None = None
    multipart_content_types: Mapping[str, str] | None = None
    meta: Any = field(default=None, repr=False)
    """What schemathesis says of a case that it drew."""

    def to_schemathesis(self) -> SchemathesisCase:
        """Give it as schemathesis holds it."""
        return self.operation.Case(
            **{name: dict(getattr(self, name)) for name in CONTAINERS.values()},
            body=self.body,
            media_type=self.media_type,
            multipart_content_types=self.multipart_content_types,
        )


def value_in(case: RequestValues, at: Where) -> Plain:
    """Give what a case has at a spot, ``ABSENT`` where it has nothing."""
    location, _, name = at.partition(":")
    if f"{location}:" in _PLACES:
        return getattr(case, _PLACES[f"{location}:"]).get(name, ABSENT)
    return where.get(case.body, at)


def values_in(case: RequestValues, at: Where) -> list[Plain]:
    """Give everything that a case has at a spot; ``*`` in a pointer is every item."""
    if at.startswith("/"):
        return [value for _, value in where.each(case.body, at)]
    found = value_in(case, at)
    return [] if found is ABSENT else [found]


def with_values(case: RequestValues, values: Mapping[Where, Plain]) -> RequestValues:
    """Give the case with values by where; ``*`` in a pointer is every item that is there."""
    body, parts = case.body, dict[str, Any]()
    for at, value in values.items():
        location, _, name = at.partition(":")
        place = _PLACES.get(f"{location}:")
        if place:
            text = quote(to_wire_text(value), safe=",;=") if place == "path_parameters" else to_wire_texts(value)
            parts.setdefault(place, dict(getattr(case, place)))[name] = text
        elif isinstance(body, dict | list) and "*" in at:
            for spot, _ in list(where.each(body, at)):
                body = where.put(body, spot, value)
        elif isinstance(body, dict):
            body = where.put(body, at, value)
    return replace(case, body=body, **parts)


def to_wire_texts(value: Any) -> Any:
    """Write a value of a parameter as text, a list item by item; of null among them is left an empty text."""
    if isinstance(value, list):
        return ["" if each is None else to_wire_text(each) for each in value]
    return to_wire_text(value)


def without(case: RequestValues, at: Where) -> RequestValues:
    """Give the case without what is at a spot; ``*`` in a pointer is every item that is there."""
    location, _, name = at.partition(":")
    place = _PLACES.get(f"{location}:")
    if place:
        parts: dict[str, Any] = {place: {key: value for key, value in getattr(case, place).items() if key != name}}
        return replace(case, **parts)
    above, _, last = at.rpartition("/")
    body = case.body
    for spot, held in list(where.each(body, above)) if isinstance(body, dict | list) else ():
        if isinstance(held, dict):
            name = where.parts_of(f"/{last}")[0]
            rest = {key: value for key, value in held.items() if key != name}
            body = where.put(body, spot, rest) if spot else rest
    return replace(case, body=body)
