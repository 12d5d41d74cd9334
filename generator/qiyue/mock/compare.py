"""Compare: values of a request with values of what is kept, where one may be text and the other a number."""

from decimal import Decimal, InvalidOperation
from typing import Final

from qiyue.base import json
from qiyue.base.equality import json_equal
from qiyue.values import Plain

_LARGEST_EXPONENT: Final = 10**15
"""Far below what ``decimal`` can add, far above all that anybody means."""


def alike(left: Plain, right: Plain) -> bool:
    """Tell whether two values are the same, or one is the other's text: ``"2"`` is ``2``, and so ``2.0``."""
    if json_equal(left, right):
        return True
    if isinstance(left, str) is isinstance(right, str):
        return False
    text, value = (left, right) if isinstance(left, str) else (right, left)
    try:
        return json_equal(json.loads(text), value)
    except json.JsonError:
        return False


def within(value: Plain, bound: Plain, match: str) -> bool:
    """Tell whether a value is at or above a bound (``from``), or at or below it (``to``).

    Numbers and decimal texts compare by amount, others as text; a day holds all its moments.
    """
    amount, limit = number(value), number(bound)
    if amount is not None and limit is not None:
        return amount >= limit if match == "from" else amount <= limit
    text, edge = _text(value), _text(bound)
    return text >= edge if match == "from" else text[: len(edge)] <= edge


def contains(value: Plain, part: Plain) -> bool:
    """Tell whether a text holds another."""
    return _text(part) in _text(value)


def number(value: Plain) -> Decimal | None:
    """Read a number, or a decimal text; ``None`` where it is neither, or has an exponent that sums cannot have."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < _LARGEST_EXPONENT else None


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else json.text(value)
