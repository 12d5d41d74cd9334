"""Limits: whether facts imply what one keyword says of a value itself, not of what lies inside."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from qiyue.base.equality import json_equal
from qiyue.schema.facts import Facts, possible_types
from qiyue.values import Plain


def _numbers(known: Facts, *keywords: str) -> Iterator[Plain]:
    for fact in known:
        for keyword in keywords:
            if isinstance(fact.get(keyword), int | Decimal):
                yield fact[keyword]


def _at_least(keyword: str, *, least: int | None = None) -> Callable[[Facts, Plain], bool]:
    return lambda known, said: (
        (least is not None and said <= least) or any(each >= said for each in _numbers(known, keyword))
    )


def _at_most(keyword: str) -> Callable[[Facts, Plain], bool]:
    return lambda known, said: any(each <= said for each in _numbers(known, keyword))


def _equal(keyword: str) -> Callable[[Facts, Plain], bool]:
    return lambda known, said: any(keyword in fact and json_equal(fact[keyword], said) for fact in known)


def _required(known: Facts, said: Plain) -> bool:
    return {*said} <= {name for fact in known for name in fact.get("required", ())}


IMPLIED: Final[Mapping[str, Callable[[Facts, Plain], bool]]] = {
    "minimum": lambda known, said: any(each >= said for each in _numbers(known, "minimum", "exclusiveMinimum")),
    "maximum": lambda known, said: any(each <= said for each in _numbers(known, "maximum", "exclusiveMaximum")),
    "exclusiveMinimum": lambda known, said: (
        any(each >= said for each in _numbers(known, "exclusiveMinimum"))
        or any(each > said for each in _numbers(known, "minimum"))
    ),
    "exclusiveMaximum": lambda known, said: (
        any(each <= said for each in _numbers(known, "exclusiveMaximum"))
        or any(each < said for each in _numbers(known, "maximum"))
    ),
    "multipleOf": lambda known, said: (
        any(Fraction(each) % Fraction(said) == 0 for each in _numbers(known, "multipleOf"))
        or (said == 1 and "number" not in possible_types(known))
    ),
    "minLength": _at_least("minLength", least=0),
    "maxLength": _at_most("maxLength"),
    "minItems": _at_least("minItems", least=0),
    "maxItems": _at_most("maxItems"),
    "minProperties": lambda known, said: (
        _at_least("minProperties", least=0)(known, said)
        or len({name for fact in known for name in fact.get("required", ())}) >= said
    ),
    "maxProperties": _at_most("maxProperties"),
    "uniqueItems": lambda known, said: (
        said is not True or any(f.get("uniqueItems") is True for f in known) or _at_most("maxItems")(known, 1)
    ),
    "required": _required,
    "dependentRequired": lambda known, said: all(
        _required(known, needed) or any(json_equal(f.get("dependentRequired", {}).get(name), needed) for f in known)
        for name, needed in said.items()
    ),
    **{
        word: _equal(word) for word in "pattern format contentMediaType contentEncoding minContains maxContains".split()
    },
}
"""Keyword → whether facts imply it. A keyword that is nowhere here says nothing about values."""
