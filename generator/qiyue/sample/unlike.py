"""Unlike: another valid value than those that are there, for lists of unique items. In: a node, a value, others."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

from qiyue.api import Api
from qiyue.base.equality import json_equal
from qiyue.sample.valid import build_validator
from qiyue.schema.merge import resolve
from qiyue.values import Plain, thaw

_MOST = 2_000
"""Candidates that are tried."""
_ALPHABETS = (digits, ascii_lowercase, ascii_uppercase)


def unlike_in(api: Api, node: Any) -> Callable[[Plain, Sequence[Plain]], Plain]:
    """Return what finds, for a value of the node and the values before it, one that fits and is none of these; the
    value itself where none is found."""
    is_valid = build_validator(api, node)

    def unlike(value: Plain, others: Sequence[Plain]) -> Plain:
        def is_new(one: Plain) -> bool:
            return not any(json_equal(one, other) for other in others)

        if is_new(value):
            return value
        candidates = islice(_candidates(api, node, value), _MOST)
        return next((one for one in candidates if is_new(one) and is_valid(one)), value)

    return unlike


def _candidates(api: Api, node: Any, value: Plain) -> Iterator[Plain]:
    """Walk values near a value: what its node lists, then ever larger changes of it."""
    said = resolve(node, api.types)
    yield from map(thaw, said.get("enum", ()))
    for branch in (*said.get("oneOf", ()), *said.get("anyOf", ())):
        found = resolve(branch, api.types)
        yield from map(thaw, (found["const"],) if "const" in found else found.get("enum", ()))
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, str):
        yield from _texts(value)
    elif isinstance(value, int | Decimal):
        step = said.get("multipleOf") or 1
        yield from (value + sign * count * step for count in range(1, _MOST) for sign in (1, -1))
    elif isinstance(value, list):
        yield from _lists(api, said, value)
    elif isinstance(value, dict):
        yield from _objects(api, said, value)


def _texts(text: str) -> Iterator[str]:
    """Walk texts: with a number at the end, then with one or two characters that are the next ones of their kind."""
    yield from (f"{text}{count}" for count in range(1, 20))
    places = range(len(text) - 1, -1, -1)
    yield from (_turned(text, place, count) for place in places for count in range(1, 26))
    for place in places:
        for count in range(1, 26):
            once = _turned(text, place, count)
            yield from (_turned(once, place - 1, more) for more in range(1, 26) if place)


def _turned(text: str, place: int, count: int) -> str:
    letter = text[place]
    alphabet = next((each for each in _ALPHABETS if letter in each), letter)
    turned = alphabet[(alphabet.index(letter) + count) % len(alphabet)]
    return text[:place] + turned + text[place + 1 :]


def _lists(api: Api, said: Any, value: list[Plain]) -> Iterator[Plain]:
    for place, item in enumerate(value):
        changed = islice(_candidates(api, said.get("items", True), item), 100)
        yield from ([*value[:place], one, *value[place + 1 :]] for one in changed)
    yield from ([*value, *value[-1:] * count] for count in range(1, 20))
    yield value[:-1]


def _objects(api: Api, said: Any, value: dict[str, Plain]) -> Iterator[Plain]:
    properties = said.get("properties") or {}
    for name, inner in value.items():
        changed = islice(_candidates(api, properties.get(name, True), inner), 100)
        yield from ({**value, name: one} for one in changed)
    yield from ({key: inner for key, inner in value.items() if key != name} for name in value)
    yield from ({**value, f"key{count}": count} for count in range(1, 20))
