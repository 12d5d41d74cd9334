"""Whether a value fits a node. In: a node, a value, the types. Out: fits, fails at a spot, or not known.

What cannot be judged here (formats, patterns beyond the plain ones) is not known, never guessed.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from qiyue.api import Types
from qiyue.base.equality import json_equal, json_key
from qiyue.base.value import Value
from qiyue.base.where import pointer
from qiyue.schema.json_types import json_type_of
from qiyue.schema.references import dereference, target_of
from qiyue.values import Plain


class Failure(Value):
    """Where a value fails a node: the spot of the value, and the keyword that it fails."""

    at: str
    keyword: str


class Unknown(Value):
    """Nobody here knows whether the value fits."""


Outcome: TypeAlias = Failure | Unknown | None
"""``None``: the value fits."""
UNKNOWN: Final = Unknown()
_DEEPEST: Final = 40
_PLAIN_PATTERN: Final = re.compile(r"\^?[A-Za-z0-9 _@/:-]*\$?", re.ASCII)
_COMPARED: Final[Mapping[str, Callable[[Plain, Plain], Plain]]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
}
_UNJUDGED: Final = frozenset(
    "if dependentSchemas unevaluatedItems unevaluatedProperties minContains maxContains $dynamicRef".split()
)


def evaluate(node: Plain, value: Plain, types: Types, at: str = "", depth: int = 0) -> Outcome:
    """Tell whether a value fits a node, and if not where it fails first."""
    if isinstance(node, bool) or not isinstance(node, Mapping):
        return Failure(at, "false") if node is False else None
    if depth > _DEEPEST:
        return UNKNOWN
    return _all(_outcomes(node, value, types, at, depth + 1))


def _outcomes(node: Mapping[str, Plain], value: Plain, types: Types, at: str, depth: int) -> Iterator[Outcome]:
    if target_of(node):
        yield evaluate(dereference({"$ref": target_of(node)}, types), value, types, at, depth)
    for keyword, said in node.items():
        if keyword in _UNJUDGED:
            yield UNKNOWN
        elif keyword in ("allOf", "anyOf", "oneOf"):
            found = [evaluate(each, value, types, at, depth) for each in said]
            yield _all(found) if keyword == "allOf" else _some(found, keyword, at)
        elif keyword == "not":
            inner = evaluate(said, value, types, at, depth)
            yield Failure(at, keyword) if inner is None else inner if inner is UNKNOWN else None
        else:
            yield _own(keyword, said, value, at)
    if isinstance(value, Mapping):
        for name, inner in value.items():
            held = list(member_schemas(node, name))
            yield UNKNOWN if None in held else None
            yield _all(evaluate(each, inner, types, at + pointer([name]), depth) for each in held if each is not None)
            if "propertyNames" in node:
                yield evaluate(node["propertyNames"], name, types, at, depth)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield evaluate(item_schema(node, index), inner, types, f"{at}/{index}", depth)
        if "contains" in node:
            found = [evaluate(node["contains"], each, types, at, depth) for each in value]
            yield _some(found, "contains", at) if None not in found else None


def _all(outcomes: Iterator[Outcome] | list[Outcome]) -> Outcome:
    is_unknown = False
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            return outcome
        is_unknown = is_unknown or outcome is UNKNOWN
    return UNKNOWN if is_unknown else None


def _some(found: list[Outcome], keyword: str, at: str) -> Outcome:
    fitting = found.count(None)
    if keyword == "oneOf" and fitting > 1:
        return Failure(at, keyword)
    if fitting and (keyword != "oneOf" or UNKNOWN not in found):
        return None
    return UNKNOWN if UNKNOWN in found else Failure(at, keyword)


def member_schemas(node: Mapping[str, Plain], name: str) -> Iterator[Plain]:
    """Walk what a node itself says of a member; ``None`` where a pattern may speak of it or not."""
    is_named = name in (node.get("properties") or {})
    if is_named:
        yield node["properties"][name]
    for pattern, schema in (node.get("patternProperties") or {}).items():
        matches = found_in(pattern, name)
        if matches is None:
            yield None
        elif matches:
            yield schema
        is_named = is_named or matches is not False
    if not is_named and "additionalProperties" in node:
        yield node["additionalProperties"]


def item_schema(node: Mapping[str, Plain], index: int) -> Plain:
    """Return what a node itself says of an item."""
    places = node.get("prefixItems", ())
    return places[index] if index < len(places) else node.get("items", True)


def found_in(pattern: str, text: str) -> bool | None:
    """Tell whether a pattern matches a text; ``None`` for a pattern that engines may read in several ways."""
    return bool(re.search(pattern, text)) if _PLAIN_PATTERN.fullmatch(pattern) and "\n" not in text else None


def _own(keyword: str, said: Plain, value: Plain, at: str) -> Outcome:
    """Judge what a keyword says of a value itself, not of what lies inside."""
    failed = Failure(at, keyword)
    if keyword == "type":
        return None if is_of_type(value, (said,) if isinstance(said, str) else tuple(said)) else failed
    if keyword in ("const", "enum"):
        return None if any(json_equal(value, each) for each in ((said,) if keyword == "const" else said)) else failed
    if keyword in ("format", "pattern", "contentMediaType", "contentEncoding", "contentSchema"):
        matches = found_in(said, value) if keyword == "pattern" and isinstance(value, str) else None
        return None if not isinstance(value, str) or matches else failed if matches is False else UNKNOWN
    if keyword == "uniqueItems" and isinstance(value, list | tuple) and said is True:
        return None if len({json_key(each) for each in value}) == len(value) else failed
    if keyword == "required" and isinstance(value, Mapping):
        return None if all(name in value for name in said) else failed
    if keyword == "dependentRequired" and isinstance(value, Mapping):
        needed = {name for trigger, names in said.items() if trigger in value for name in names}
        return None if needed <= value.keys() else failed
    return failed if _measured(keyword, said, value) is False else None


def _measured(keyword: str, said: Plain, value: Plain) -> bool | None:
    """Judge a limit; ``None`` where it is about values of other types."""
    for ending, kinds in (("Length", str), ("Items", list | tuple), ("Properties", Mapping)):
        if keyword in (f"min{ending}", f"max{ending}"):
            size = len(value) if isinstance(value, kinds) else None
            return None if size is None else size >= said if keyword.startswith("min") else size <= said
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        return None
    if keyword == "multipleOf":
        return Fraction(value) % Fraction(said) == 0
    compare = _COMPARED.get(keyword)
    return bool(compare(value, said)) if compare else None


def is_of_type(value: Plain, kinds: tuple[str, ...]) -> bool:
    """Tell whether a value is of one of the JSON types, ``1.0`` being an integer."""
    kind = json_type_of(value)
    whole = kind == "integer" or (kind == "number" and value == value.to_integral_value())
    return kind in kinds or (whole and "integer" in kinds) or (kind == "integer" and "number" in kinds)
