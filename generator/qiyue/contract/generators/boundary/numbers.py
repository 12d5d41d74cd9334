"""Numbers: edges of a number's keywords. In: the keywords. Out: edges; what another keyword forbids is sorted out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from qiyue.contract.generators.boundary.value import BoundaryValue
from qiyue.schema.integer_width import width_of
from qiyue.values import Plain

_CENT = Decimal("0.01")
_EXACT_WHOLE = (0, 2**53 + 1, -(2**53) - 1)
"""A double holds the first, and loses the last digit of the others."""
_EXACT = (Decimal("0.00"), Decimal("0.10"), _CENT, Decimal("1234567890123456789.01"), Decimal("0.10000000000000000001"))
_SIDES = {"inimum": 1, "aximum": -1}


def number_boundaries(node: Mapping[str, Any], *, whole: bool) -> Iterator[BoundaryValue]:
    """Give the edges of a number, ``whole`` where it is an integer."""
    step = Decimal(node.get("multipleOf") or (1 if whole else _CENT))
    for side, inwards in _SIDES.items():
        closed, open_ = node.get(f"m{side}"), node.get(f"exclusiveM{side}")
        if closed is not None:
            yield BoundaryValue(f"m{side}", _plain(Decimal(closed)), valid=True)
            yield BoundaryValue(f"m{side}", _plain(closed - inwards * step), valid=False)
        if isinstance(open_, int | Decimal) and not isinstance(open_, bool):
            yield BoundaryValue(f"exclusiveM{side}", _plain(Decimal(open_)), valid=False)
            yield BoundaryValue(f"exclusiveM{side}", _plain(open_ + inwards * step), valid=True)
    if "multipleOf" in node:
        between = step + (1 if whole else step / 10)
        yield BoundaryValue("multipleOf", _plain(step * 3), valid=True)
        yield BoundaryValue("multipleOf", _plain(between), valid=False)
    width = width_of(node)
    for edge in width or ():
        yield BoundaryValue("format", edge, valid=True)
    for number in _EXACT_WHOLE if whole else _EXACT:
        if width is None or width[0] <= number <= width[1]:
            yield BoundaryValue("type", number, valid=True)


def _plain(number: Decimal) -> Plain:
    return int(number) if number == number.to_integral_value() else number
