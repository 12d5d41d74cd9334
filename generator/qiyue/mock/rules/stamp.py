"""``stamp``: writes the moment of the mock's clock into an object."""

from qiyue.base.where import put
from qiyue.mock.rules.rule import Rule
from qiyue.mock.times import write
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain


def mark(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    if turn.scene.writes and not turn.is_new and rule.get("on", "create") == "create":
        return value
    return put(value, rule["at"], write(turn.scene.clock(), turn.scene.shown(rule["at"])))


RULE = Rule(frozenset({"at", "on"}), mark=mark)
