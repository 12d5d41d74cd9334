"""Signature mutations: a signed request in which anything is not what was signed, down to one character.

In: Api, an operation that is signed, its example. Out: how each is spoiled, with the kinds of refusal that are right.
What the rule gives no place in the signed text is not tampered with: there another value is as good.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from qiyue.api import Api, Kind, Operation, Signature, Where
from qiyue.base import json
from qiyue.base.media import essence
from qiyue.base.where import get, pointer, put
from qiyue.contract.auth.credentials import KEY, client_fills, client_scope_values
from qiyue.contract.auth.signing import UnsignableError, build_text_to_sign, sign
from qiyue.contract.generators.expected_refusals import ExpectedRefusals
from qiyue.contract.http.message import FORM
from qiyue.contract.model.mutation import Mutation
from qiyue.examples import Request, nodes_of
from qiyue.sample.valid import is_valid
from qiyue.values import FrozenMap, Plain, thaw

Alter: TypeAlias = Callable[[Any], Plain]
"""From what is there when all is signed to something else."""
SignatureMutation: TypeAlias = tuple[str, frozenset[Kind], Mutation]
"""What it is about, the kinds that are right (none: any), how."""

ADDED = "unheard-of"
"""The name of a member that nobody declared."""
_MOST = 256
"""So many characters of a text are changed, one at a time: of a longer one those at its beginning and end."""
_BAD = frozenset({Kind.BAD_SIGNATURE})
_ANY = frozenset[Kind]()


@dataclass(frozen=True, slots=True)
class _Signed:
    """What is signed of an example: a query and the members of a body, as plain values."""

    rule: Signature
    query: dict[str, Plain]
    body: dict[str, Plain]

    def text(self) -> str | None:
        """Give the text that is signed, ``None`` where it cannot be."""
        try:
            return build_text_to_sign(self.rule, {**self.query, **self.body})
        except UnsignableError:
            return None

    def altered(self, where: Where, alter: Alter) -> "_Signed":
        place, colon, name = where.partition(":")
        if place == "query" and colon:
            return _Signed(self.rule, {**self.query, name: alter(self.query.get(name))}, self.body)
        body: Any = put(self.body, where, alter(get(self.body, where)))
        return _Signed(self.rule, self.query, body)


def mutate_signature(api: Api, operation: Operation, example: Request) -> Iterator[SignatureMutation]:
    """Give every way in which the example is tampered with."""
    rule = operation.signature
    if rule is None:
        return
    signed, nodes = _signed(rule, example), nodes_of(api, operation)
    for about, alter in _of_signature(_shown(rule, signed)):
        fine = is_valid(api, nodes.get(rule.put, True), alter(_shown(rule, signed)))
        yield f"{about} a signature", _BAD if fine else _ANY, Mutation(altered=FrozenMap({rule.put: alter}))
    meanings, own = ExpectedRefusals(api, operation), _own(api, operation)
    for where, value in _values(signed):
        for about, alter in _of_value(value):
            if signed.altered(where, alter).text() != signed.text():
                is_free = (
                    where not in own and not meanings.at(where) and is_valid(api, nodes.get(where, True), alter(value))
                )
                spoiled = Mutation(altered=FrozenMap({where: alter}))
                yield f"{about} {where}, when all is signed", _BAD if is_free else _ANY, spoiled


def _signed(rule: Signature, example: Request) -> _Signed:
    query = dict(example.parameter("query")) if rule.over != "body" else {}
    media = essence(example.content_type)
    held = thaw(example.body) if rule.over != "query" and (media == FORM or "json" in media) else {}
    body = held if isinstance(held, dict) else {}
    return _Signed(rule, _texts(query), _texts(body) if media == FORM else body)


def _texts(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """Write single values as text; of others it is not known here how they are written."""
    return {
        name: json.text(value) if not isinstance(value, str) else value
        for name, value in values.items()
        if _is_single(value)
    }


def _is_single(value: Plain) -> bool:
    return value is not None and not isinstance(value, list | tuple | Mapping)


def _shown(rule: Signature, signed: _Signed) -> str:
    """Give a signature of the form that the right ones have."""
    try:
        return sign(rule, {**signed.query, **signed.body}, KEY)
    except UnsignableError:
        return sign(rule, {}, KEY)


def _own(api: Api, operation: Operation) -> set[Where]:
    """Give the spots that tell of more than what is asked for: who asks, when, which operation."""
    return {
        *client_scope_values(api, operation),
        *(dispatch.field for dispatch in api.dispatches),
        *(fill.at for fill in client_fills(operation)),
    }


def _values(signed: _Signed) -> Iterator[tuple[Where, Plain]]:
    """Give all that is signed, each value by itself, and a place for one more."""
    at = signed.rule.put
    if signed.rule.over != "body":
        yield f"query:{ADDED}", None
        yield from ((where, value) for name, value in signed.query.items() if (where := f"query:{name}") != at)
    if signed.rule.over != "query" and signed.body:
        yield f"/{ADDED}", None
        yield from ((where, value) for where, value in _leaves(signed.body) if where != at)


def _leaves(value: Plain, at: Where = "") -> Iterator[tuple[Where, Plain]]:
    inside = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    if at and (isinstance(value, list) or not isinstance(value, Mapping)):
        yield at, value
    for part, inner in inside:
        yield from _leaves(inner, at + pointer([part]))


def _of_signature(shown: str) -> Iterator[tuple[str, Alter]]:
    """Give what is done to a signature."""
    yield from _of_text(shown)
    yield "another case of", str.swapcase
    yield "nothing in", lambda _: ""


def _of_value(value: Plain) -> Iterator[tuple[str, Alter]]:
    """Give what is done to a value; to nothing something is added."""
    if value is None:
        yield "something in", lambda _: ADDED
    elif isinstance(value, str):
        yield from _of_text(value)
        if value.swapcase() != value:
            yield "another case of", str.swapcase
    elif isinstance(value, bool):
        yield "the contrary of", lambda truth: not truth
    elif isinstance(value, int | Decimal):
        least = Decimal(1).scaleb(int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 1
        yield "a last digit more in", lambda number: number + least
        yield "a first digit more in", lambda number: number + 10 ** len(str(number))
    elif isinstance(value, list) and value:
        yield "another order of", lambda items: items[::-1]
        yield "an item less in", lambda items: items[:-1]


def _of_text(value: str) -> Iterator[tuple[str, Alter]]:
    yield "a character behind", lambda text: f"{text}1"
    yield "a space behind", lambda text: f"{text} "
    yield "a space before", lambda text: f" {text}"
    if value:
        yield "a character less in", lambda text: text[:-1]
        yield "each half exchanged in", lambda text: text[len(text) // 2 :] + text[: len(text) // 2]
    for index in _positions(len(value)):
        yield "another character in", _another(index)


def _positions(length: int) -> Iterator[int]:
    yield from range(min(length, _MOST // 2))
    yield from range(max(length - _MOST // 2, min(length, _MOST // 2)), length)


def _another(index: int) -> Alter:
    """Give a change of one character, by its place from the beginning, to one of its kind."""

    def alter(text: str) -> str:
        at = min(index, len(text) - 1)
        return text[:at] + _neighbour(text[at]) + text[at + 1 :]

    return alter


def _neighbour(char: str) -> str:
    """Give another character of the same kind: a digit for a digit, a hexadecimal one for such a letter."""
    for kind in ("01", "ab", "AB"):
        if char == kind[0]:
            return kind[1]
        if char.isascii() and (
            char.isdecimal() if kind == "01" else char.islower() if kind == "ab" else char.isupper()
        ):
            return kind[0]
    return chr(ord(char) ^ 1)
