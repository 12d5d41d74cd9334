"""``sum-equal``: the sums of two spots must not differ, such as debit and credit."""

from qiyue.api import Kind
from qiyue.mock.exact import total
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    if total(turn.call.all(rule["a"])) == total(turn.call.all(rule["b"])):
        return None
    return Failure(Kind(rule["else"]), rule["a"], "sum-equal")


RULE = Rule(frozenset({"a", "b", "else"}), check=check)
