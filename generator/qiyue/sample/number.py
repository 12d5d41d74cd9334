"""Number: a small number within bounds. In: a number's keywords. Out: ``int`` or ``Decimal``."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any


def number(node: Mapping[str, Any], *, whole: bool) -> int | Decimal:
    """Give 1 where it fits, else the number nearest to the lower bound, else to the upper."""
    step = Decimal(node["multipleOf"]) if node.get("multipleOf") else Decimal(1) if whole else Decimal(0)
    low, high = _bound(node, "inimum", step), _bound(node, "aximum", step)
    value = Decimal(1)
    if step:
        value = (value / step).to_integral_value(ROUND_CEILING) * step
    if low is not None and value < low:
        value = low if not step else (low / step).to_integral_value(ROUND_CEILING) * step
    if high is not None and value > high:
        value = high if not step else (high / step).to_integral_value(ROUND_FLOOR) * step
    return int(value) if whole or value == value.to_integral_value() else value


def _bound(node: Mapping[str, Any], ending: str, step: Decimal) -> Decimal | None:
    open_bound, closed = node.get(f"exclusiveM{ending}"), node.get(f"m{ending}")
    sign = 1 if ending == "inimum" else -1
    nudge = (step or Decimal("0.01")) * sign
    bounds = [Decimal(closed)] if closed is not None else []
    if isinstance(open_bound, int | Decimal) and not isinstance(open_bound, bool):
        bounds.append(Decimal(open_bound) + nudge)
    if not bounds:
        return None
    return max(bounds) if sign > 0 else min(bounds)
