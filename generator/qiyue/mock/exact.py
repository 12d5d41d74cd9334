"""Exact: sums of money, to the last digit."""

from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from qiyue.mock.compare import number
from qiyue.values import Plain

_EXACT = Context(prec=10_000, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Digits enough for every sum of money; amounts that lie further apart than that count as their leading digits."""


def total(values: Iterable[Plain]) -> Decimal:
    """Add up the numbers, written as numbers or as decimal text; what is neither does not count."""
    result = Decimal(0)
    for value in values:
        amount = number(value)
        result = result if amount is None else _EXACT.add(result, amount)
    return result
