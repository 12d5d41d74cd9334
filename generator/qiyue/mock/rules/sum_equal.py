"""``sum-equal``: the sums of two spots must not differ, such as debit and credit."""

from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation

from qiyue.api import Kind
from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.store import Stores
from qiyue.values import FrozenMap, Plain

_EXACT = Context(prec=10_000)
"""Digits enough for every sum of money; amounts that lie further apart than that count as their leading digits."""


def check(rule: FrozenMap, call: Call, _stores: Stores) -> Failure | None:
    if _sum(call.all(rule["a"])) == _sum(call.all(rule["b"])):
        return None
    return Failure(Kind(rule["else"]), rule["a"], "sum-equal")


def _sum(values: Iterable[Plain]) -> Decimal:
    """Add up the numbers, written as numbers or as decimal text."""
    total = Decimal(0)
    for value in values:
        number = _number(value)
        total = total if number is None else _EXACT.add(total, number)
    return total


def _number(value: Plain) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = _EXACT.create_decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


RULE = Rule(frozenset({"a", "b", "else"}), check=check)
