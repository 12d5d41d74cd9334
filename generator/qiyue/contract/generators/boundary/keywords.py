"""Keywords: the values at the keywords of one node. In: Api, a node, a value of it. Out: edges, each of one
keyword."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from qiyue.api import Api
from qiyue.contract.generators.boundary.numbers import number_boundaries
from qiyue.contract.generators.boundary.strings import string_boundaries
from qiyue.contract.generators.boundary.value import BoundaryValue
from qiyue.mock.times import write
from qiyue.sample import sample_of
from qiyue.schema.json_types import json_types
from qiyue.values import Plain, thaw

_ADDED = "unheardOf"
_MANY = 64
"""Lists above this length are not tried."""
_ENUM = 12
"""So many values of an enumeration are tried."""
_OTHERS: Mapping[str, tuple[Plain, ...]] = {
    "string": (7, [], None),
    "integer": ("7", Decimal("1.5"), None),
    "number": ("7", True, None),
    "boolean": ("true", 1, None),
    "array": ("text", {}, None),
    "object": ("text", [], None),
    "null": ("null", {}),
}
"""Type → values of other types, those for which it is most easily taken."""
_MOMENTS = (1_709_222_399.0, 1_767_196_800.0)
"""The last second of a leap day, and the first of a year in China."""


class KeywordBoundaries:
    """Makes edges. ``written`` are values that travel as text: there a number is no wrong text."""

    def __init__(self, api: Api, *, written: bool) -> None:
        self._api, self._written = api, written

    def of(
        self, part: Mapping[str, Any], flat: Mapping[str, Any], value: Plain, *, is_union: bool
    ) -> Iterator[BoundaryValue]:
        """Give the edges of one part of a node; ``flat`` is the whole node in one."""
        yield from _listed(part)
        types = frozenset(json_types(part)) if "type" in part else frozenset[str]()
        if types and not is_union:
            yield from self._of_other_type(types)
        if "enum" in flat or "const" in flat:
            return
        if "x-qiyue-time" in flat:
            yield from (BoundaryValue("x-qiyue-time", write(moment, flat), valid=True) for moment in _MOMENTS)
        elif isinstance(value, str):
            yield from string_boundaries(part, usual=value)
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            yield from number_boundaries(part, whole="integer" in json_types(flat))
        elif isinstance(value, list):
            yield from _counted(part, flat, value)
        elif isinstance(value, Mapping):
            yield from self._members(part, flat, value)

    def _of_other_type(self, types: frozenset[str]) -> Iterator[BoundaryValue]:
        if self._written:
            if types.isdisjoint({"string", "array", "object"}):
                yield BoundaryValue("type", "text", valid=False)
            if types == {"integer"}:
                yield BoundaryValue("type", Decimal("1.5"), valid=False)
            return
        yield from (
            BoundaryValue("type", other, valid=False) for name in sorted(types) for other in _OTHERS.get(name, ())
        )
        if "null" in types:
            yield BoundaryValue("type", None, valid=True)
        if "boolean" in types:
            yield from (BoundaryValue("type", truth, valid=True) for truth in (True, False))

    def _members(
        self, part: Mapping[str, Any], flat: Mapping[str, Any], value: Mapping[str, Plain]
    ) -> Iterator[BoundaryValue]:
        for name in part.get("required", ()):
            if name in value:
                yield BoundaryValue("required", _without(value, name), valid=False, member=name)
        needed = flat.get("required", ())
        for name in part.get("properties", {}):
            if name in value and name not in needed:
                yield BoundaryValue("properties", _without(value, name), valid=True, member=name)
        for word in ("additionalProperties", "unevaluatedProperties"):
            other = part.get(word, True)
            if other is False:
                yield BoundaryValue(word, {**value, _ADDED: "x"}, valid=False, member=_ADDED)
            elif word in part and other is not True:
                yield BoundaryValue(word, {**value, _ADDED: sample_of(self._api, other)}, valid=True, member=_ADDED)


def _listed(part: Mapping[str, Any]) -> Iterator[BoundaryValue]:
    """Give the values that are named, and others of their type."""
    if "const" in part:
        yield BoundaryValue("const", thaw(part["const"]), valid=True)
        yield BoundaryValue("const", _other(part["const"]), valid=False)
    listed = part.get("enum", ())
    yield from (BoundaryValue("enum", thaw(value), valid=True) for value in listed[:_ENUM])
    if listed:
        yield BoundaryValue("enum", _other(listed[-1]), valid=False)
        yield from (BoundaryValue("enum", each.swapcase(), valid=False) for each in listed[:1] if isinstance(each, str))


def _other(value: Plain) -> Plain:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value}-{_ADDED}"
    return value + 1_000_003 if isinstance(value, int | Decimal) else _ADDED


def _counted(part: Mapping[str, Any], flat: Mapping[str, Any], value: list[Plain]) -> Iterator[BoundaryValue]:
    least, most = part.get("minItems"), part.get("maxItems")
    if value and not least:
        yield BoundaryValue("items", [], valid=True)
    if least:
        yield BoundaryValue("minItems", _long(value, least, flat), valid=True)
        yield BoundaryValue("minItems", value[: least - 1], valid=False)
    if most is not None and most < _MANY and value:
        yield BoundaryValue("maxItems", _long(value, most, flat), valid=True)
        yield BoundaryValue("maxItems", _long(value, most + 1, flat), valid=False)
    if part.get("uniqueItems") and value:
        yield BoundaryValue("uniqueItems", [*value, value[-1]], valid=False)


def _long(value: list[Plain], length: int, flat: Mapping[str, Any]) -> list[Plain]:
    """Give a list of a length: the last item again and again, told apart where each may stand but once."""
    more = [value[-1]] * (length - len(value)) if value else []
    if flat.get("uniqueItems"):
        more = [_numbered(item, number) for number, item in enumerate(more, 2)]
    return [*value, *more][:length]


def _numbered(item: Plain, number: int) -> Plain:
    if isinstance(item, str):
        return f"{item}{number}"
    return item + number if isinstance(item, int | Decimal) and not isinstance(item, bool) else item


def _without(value: Mapping[str, Plain], name: str) -> dict[str, Plain]:
    return {key: inner for key, inner in value.items() if key != name}
