"""``clock``: the time in a request must be near the mock's own."""

from qiyue.api import Kind
from qiyue.base.duration import seconds
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.times import read
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    moment, allowed = turn.scene.clock(), seconds(rule["within"])
    for value in turn.call.all(rule["at"]):
        said = read(value, turn.scene.asked(rule["at"]))
        if said is None or abs(moment - said) > allowed:
            return Failure(Kind(rule["else"]), rule["at"], "clock")
    return None


RULE = Rule(frozenset({"at", "within", "else"}), check=check)
