"""``example``: a value of the request chooses the documented example that is answered."""

from qiyue.base.equality import json_equal
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap


def choose(rule: FrozenMap, turn: Turn) -> str:
    return str(rule["name"]) if any(json_equal(value, rule["is"]) for value in turn.call.all(rule["at"])) else ""


RULE = Rule(frozenset({"at", "is", "name"}), choose=choose)
