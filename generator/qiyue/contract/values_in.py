"""Values in a case: what schemathesis drew, read and changed at a spot. In: a case. Out: values, cases."""

from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

import schemathesis
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.transforms import to_wire_text

from qiyue.api import Where
from qiyue.runtime import where
from qiyue.runtime.absent import ABSENT
from qiyue.values import Plain

Case: TypeAlias = schemathesis.Case[Any]
CONTAINERS = {
    ParameterLocation.PATH: "path_parameters",
    ParameterLocation.QUERY: "query",
    ParameterLocation.HEADER: "headers",
    ParameterLocation.COOKIE: "cookies",
}
_PLACES = {f"{location.value}:": name for location, name in CONTAINERS.items()}


def value_in(case: Case, at: Where) -> Plain:
    """Give what a case has at a spot, ``ABSENT`` where it has nothing."""
    location, _, name = at.partition(":")
    if f"{location}:" in _PLACES:
        return (getattr(case, _PLACES[f"{location}:"]) or {}).get(name, ABSENT)
    return where.get(case.body, at)


def values_in(case: Case, at: Where) -> list[Plain]:
    """Give everything that a case has at a spot; ``*`` in a pointer is every item."""
    if at.startswith("/"):
        return [value for _, value in where.each(case.body, at)]
    found = value_in(case, at)
    return [] if found is ABSENT else [found]


def with_values(case: Case, values: Mapping[Where, Plain]) -> Case:
    """Give the case with values by where; ``*`` in a pointer is every item that is there."""
    parts = {name: dict(getattr(case, name) or {}) for name in _PLACES.values()}
    body = case.body
    for at, value in values.items():
        location, _, name = at.partition(":")
        place = _PLACES.get(f"{location}:")
        if place:
            parts[place][name] = quote(to_wire_text(value), safe=",;=") if place == "path_parameters" else texts(value)
        elif isinstance(body, dict | list) and "*" in at:
            for spot, _ in list(where.each(body, at)):
                body = where.put(body, spot, value)
        elif isinstance(body, dict):
            body = where.put(body, at, value)
    changed: Case = case.operation.Case(
        **parts, body=body, media_type=case.media_type, multipart_content_types=case.multipart_content_types
    )
    return changed


def texts(value: Any) -> Any:
    """Write a value of a parameter as text, a list item by item."""
    return [to_wire_text(each) for each in value] if isinstance(value, list) else to_wire_text(value)
