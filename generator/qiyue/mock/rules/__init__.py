"""Rules: what the mock checks and writes beyond schemas, one module each, by the names of the catalogue."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from qiyue.mock.rules import copy, example, exists, sequence, sum_equal
from qiyue.mock.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "copy": copy.RULE,
        "example": example.RULE,
        "exists": exists.RULE,
        "sequence": sequence.RULE,
        "sum-equal": sum_equal.RULE,
    }
)
"""The rules that the mock follows; a document's other rules are named in the report."""

__all__ = ["RULES", "Rule"]
