"""Probe values: what a journey sends to see whether it is kept, and whether two values say the same. In: a schema.
Out: a value that servers which cut, round, trim or shift do not keep.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from qiyue.api import Api
from qiyue.mock.compare import number
from qiyue.sample.valid import is_valid
from qiyue.schema.integer_width import within_width
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

_MONEY = ("9007199254740993.07", "12345678.09", "1234.50", "10.10")
"""The first has more digits than a double."""
_DIGITS = ("00712", "007", "0012", "012345678901234567")
_TIMES = ("2024-02-29T23:59:58+05:30", "2024-02-29T23:59:58Z", "2024-02-29 23:59:58")
_WHOLE = (2**53 + 1, 2**31 + 1, 70001, 301, 12, 7, 2)
_SHORT_WHOLE = _WHOLE[1:]
_NUMBERS = (Decimal("1234.57"), Decimal("12.3"), Decimal("0.57"))


def probe_value(api: Api, node: Mapping[str, Any], mark: str, *, other: bool = False) -> Plain | None:
    """Return a value for a member, ``None`` where nothing but an example will do; ``other`` is a second one."""
    bounded = within_width(node)
    found = [value for value in _candidates(node, mark) if is_valid(api, bounded, value)]
    return found[1 if other and len(found) > 1 else 0] if found else None


def _candidates(node: Mapping[str, Any], mark: str) -> Iterator[Plain]:
    types = json_types(node)
    if "enum" in node:
        yield from reversed([each for each in node["enum"] if each is not None])
    elif "boolean" in types:
        yield from (node.get("default") is not True, node.get("default") is True)
    elif "integer" in types:
        yield from _WHOLE if node.get("format") in ("int64", "uint64") else _SHORT_WHOLE
    elif "number" in types:
        yield from _NUMBERS
    elif "string" in types:
        yield from _texts(node, mark)


def _texts(node: Mapping[str, Any], mark: str) -> Iterator[str]:
    form = node.get("format", "")
    if form == "date-time":
        yield from _TIMES
    elif form == "date":
        yield from ("2024-02-29", "2023-12-31")
    elif "pattern" in node or form == "decimal":
        yield from (*_MONEY, *_DIGITS)
    elif not form and "contentMediaType" not in node and "const" not in node:
        yield from (f" 茶 é {mark} ", f" {mark}\u3000", f"{mark}é", mark)


def same_value(sent: Plain, shown: Plain, node: Mapping[str, Any]) -> bool:
    """Tell whether what is shown is what was sent: of numbers the number, of moments the moment to the second."""
    if shown is None and sent is not None:
        return True  # kept back: whether it may be is not for this rule
    if node.get("format") == "date-time":
        one, other = _moment(sent), _moment(shown)
        return one is None or other is None or abs((one - other).total_seconds()) < 1
    if isinstance(sent, str) and isinstance(shown, str):
        return sent == shown or (node.get("format") in ("uuid", "uri", "email") and sent.lower() == shown.lower())
    if isinstance(sent, dict) and isinstance(shown, dict):
        return all(same_value(value, shown[name], {}) for name, value in sent.items() if name in shown)
    if isinstance(sent, bool) or isinstance(shown, bool):
        return sent is shown
    if number(sent) is not None and number(shown) is not None:
        return number(sent) == number(shown)
    return not isinstance(sent, str | int | Decimal) or not isinstance(shown, str | int | Decimal)


def _moment(text: Plain) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
