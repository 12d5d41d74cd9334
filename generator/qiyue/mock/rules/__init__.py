"""Rules: what the mock checks and writes beyond schemas, one module each, by the names of the catalogue."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from qiyue.mock.rules import clock, copy, example, exists, filters, page, sequence, stamp, sum_equal, total, unique
from qiyue.mock.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "clock": clock.RULE,
        "copy": copy.RULE,
        "example": example.RULE,
        "exists": exists.RULE,
        "filter": filters.RULE,
        "page": page.RULE,
        "sequence": sequence.RULE,
        "stamp": stamp.RULE,
        "sum-equal": sum_equal.RULE,
        "total": total.RULE,
        "unique": unique.RULE,
    }
)
"""The whole catalogue; words of a rule that are not followed are named in the report."""

__all__ = ["RULES", "Rule"]
