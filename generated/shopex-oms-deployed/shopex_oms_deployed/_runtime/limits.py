"""Limits: restrictions on a message, checked against a table. In: plain data; out: problems, without values."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from .absent import ABSENT
from .draft import Draft, split
from .equality import json_equal, json_key
from .files import FilePart
from .operation import Limits
from .problems import Problem, choice, near_miss
from .shape import shape
from .where import each, pointer


def breaches(data: Any, table: tuple[Limits, ...]) -> Iterator[Problem]:
    """Give every limit that the data breaks; rules without meaning for a value's type never break."""
    yield from _inside(data, table, "")


def draft_breaches(draft: Draft, table: tuple[Limits, ...]) -> Iterator[Problem]:
    """Give every limit that a request breaks. ``query:ids/*`` goes into a parameter's value."""
    for limits in table:
        location, rest = split(limits.at)
        if location is None:
            yield from _breaches(draft.body, limits, limits.at, "")
        else:
            name, slash, tail = rest.partition("/")
            value = draft.place(location).get(name, ABSENT)
            yield from _breaches(value, limits, slash + tail, f"{location}:{name}")


def _breaches(data: Any, limits: Limits, inside: str, before: str) -> Iterator[Problem]:
    for at, value in () if data is ABSENT else each(data, inside):
        for rule, bound in limits.rules.items():
            yield from _broken(value, rule, bound, before + at)


def _broken(value: Any, rule: str, bound: Any, at: str) -> Iterator[Problem]:
    if rule == "required":
        yield from _missing(at, value, bound)
    elif rule == "limits":
        yield from _inside(value, bound(), at)
    elif rule == "when":
        test, then, otherwise = bound
        yield from _inside(value, otherwise if any(breaches(value, test)) else then, at)
    elif rule == "not":
        if not any(breaches(value, bound)):
            yield Problem(at, "not", shape(value))
    elif rule == "enum":
        if not _HOLDS[rule](value, bound):
            yield Problem(at, rule, shape(value), near_miss(value, bound), choice(bound))
    elif rule in _HOLDS and not _HOLDS[rule](value, bound):
        yield Problem(at, rule if rule in _WORDY else f"{rule} {bound}", shape(value))


def _inside(value: Any, table: tuple[Limits, ...], at: str) -> Iterator[Problem]:
    for limits in table:
        yield from _breaches(value, limits, limits.at, at)


def _missing(at: str, value: Any, names: Any) -> Iterator[Problem]:
    if isinstance(value, Mapping):
        yield from (Problem(at + pointer((name,)), "required") for name in names if name not in value)


def _length(value: Any) -> int | None:
    if isinstance(value, FilePart):
        return len(value.content)
    return len(value) if isinstance(value, str | bytes) else None


def _number(value: Any) -> Decimal | int | None:
    return value if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def _items(value: Any) -> int | None:
    return len(value) if isinstance(value, list | tuple) else None


def _members(value: Any) -> int | None:
    return len(value) if isinstance(value, Mapping) else None


def _compared(measure: Callable[[Any], Any], compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def holds(value: Any, bound: Any) -> bool:
        measured = measure(value)
        return measured is None or compare(measured, bound)

    return holds


def _at_least(measured: Any, bound: Any) -> bool:
    return bool(measured >= bound)


def _at_most(measured: Any, bound: Any) -> bool:
    return bool(measured <= bound)


def _is_multiple(value: Any, step: Any) -> bool:
    number = _number(value)
    if number is None or abs(Decimal(number).adjusted()) > 400:
        return True
    return (Fraction(number) / Fraction(step)).denominator == 1


def _is_unique(value: Any, wanted: Any) -> bool:
    if not wanted or not isinstance(value, list | tuple):
        return True
    return len({json_key(item) for item in value}) == len(value)


def _matches(value: Any, pattern: Any) -> bool:
    usable = _compiled(pattern)
    return usable is None or not isinstance(value, str) or usable.search(value) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """Translate an ECMA pattern; ``None`` where Python has no such thing, and the limit is not checked."""
    translated = re.sub(r"(\\.|\[(?:\\.|[^\]\\])*\])|\$", lambda m: m[1] or r"\Z", pattern, flags=re.DOTALL)
    try:
        return re.compile(translated.replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!"), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


_WORDY: Final = frozenset({"enum", "const", "uniqueItems"})
"""Rules whose bound is not told: it may be long, or says nothing."""

_HOLDS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "minLength": _compared(_length, _at_least),
    "maxLength": _compared(_length, _at_most),
    "pattern": _matches,
    "minimum": _compared(_number, _at_least),
    "maximum": _compared(_number, _at_most),
    "exclusiveMinimum": _compared(_number, lambda measured, bound: bool(measured > bound)),
    "exclusiveMaximum": _compared(_number, lambda measured, bound: bool(measured < bound)),
    "multipleOf": _is_multiple,
    "minItems": _compared(_items, _at_least),
    "maxItems": _compared(_items, _at_most),
    "uniqueItems": _is_unique,
    "minProperties": _compared(_members, _at_least),
    "maxProperties": _compared(_members, _at_most),
    "enum": lambda value, allowed: any(json_equal(value, one) for one in allowed),
    "const": json_equal,
}
