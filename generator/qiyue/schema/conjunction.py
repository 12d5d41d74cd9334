"""Two that hold together → one: of schemas, and of values of one keyword."""

from decimal import Decimal
from math import lcm

from qiyue.api import Types
from qiyue.base.equality import json_equal
from qiyue.schema.composition import SHAPING, ancestors
from qiyue.schema.references import target_of
from qiyue.values import FrozenMap, Plain

_GREATEST = frozenset("minimum exclusiveMinimum minLength minItems minProperties minContains".split())
_LEAST = frozenset("maximum exclusiveMaximum maxLength maxItems maxProperties maxContains".split())
_SCHEMA = frozenset("items additionalProperties propertyNames contentSchema unevaluatedItems".split())
_BY_NAME = frozenset(["patternProperties", "dependentSchemas"])


def merge_schemas(first: Plain, second: Plain, types: Types) -> Plain:
    """Return the schema of the values that fit two; a type and a type that is put together from it are the latter."""
    if not isinstance(first, dict) or not isinstance(second, dict):
        return first if first is False or second is True else second
    if first == second:
        return second
    if not any(key in SHAPING for key in second):
        said = {
            key: merge_keyword(key, first[key], value, types) if key in first else value
            for key, value in second.items()
        }
        return FrozenMap({**first, **said})
    if target_of(second) in ancestors(target_of(first), types):
        return first
    if target_of(first) in ancestors(target_of(second), types):
        return second
    notes = {key: value for key, value in {**first, **second}.items() if key not in SHAPING}
    return FrozenMap({**notes, "allOf": (first, second)})


def merge_keyword(keyword: str, first: Plain, second: Plain, types: Types) -> Plain:
    """Return the value of a keyword that says what two values of it say; the later where one cannot."""
    if keyword in _SCHEMA:
        return merge_schemas(first, second, types)
    if keyword in _BY_NAME and isinstance(first, dict) and isinstance(second, dict):
        return FrozenMap(
            {**first, **{name: merge_schemas(first.get(name, True), each, types) for name, each in second.items()}}
        )
    if keyword == "not":
        return FrozenMap({"anyOf": (first, second)})
    if keyword in _GREATEST | _LEAST and _is_number(first) and _is_number(second):
        return max(first, second) if keyword in _GREATEST else min(first, second)
    if keyword == "multipleOf" and all(isinstance(each, int) and each > 0 for each in (first, second)):
        return lcm(first, second)
    if keyword == "enum":
        return tuple(value for value in second if any(json_equal(value, other) for other in first)) or second
    if keyword == "required":
        return tuple(dict.fromkeys((*first, *second)))
    if keyword in ("uniqueItems", "readOnly", "writeOnly"):
        return first is True or second
    return second


def common_types(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the JSON types that both allow, in the order of the second; of numbers an integer is one."""
    whole = [kind for kind in first if kind == "integer" and "number" in second and kind not in second]
    allowed = {*first, "integer"} if "number" in first else set(first)
    return (*(kind for kind in second if kind in allowed), *whole)


def describe_contradiction(what: str, first: tuple[str, ...], second: tuple[str, ...], taken: str) -> str:
    """Return the sentence about two descriptions with JSON types that no value has at once, else ``""``. Null counts
    for none: a description that allows nothing else, or any type, contradicts nothing."""
    ways = [{*kinds, *(["integer"] if "number" in kinds else ())} - {"null"} for kinds in (first, second)]
    if not all(ways) or not ways[0].isdisjoint(ways[1]):
        return ""
    said = " and as ".join(" or ".join(sorted(kinds)) for kinds in ways)
    return f"pieces of allOf describe {what} as {said}, which nothing is at once; {taken} is taken"


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
