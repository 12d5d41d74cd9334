"""``sequence``: numbers new objects, one row of numbers for each combination of the ``per`` values."""

from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.runtime.absent import ABSENT
from qiyue.runtime.where import get, put
from qiyue.values import FrozenMap, Plain


def mark(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    if not turn.is_new or get(value, rule["at"].rpartition("/")[0]) is ABSENT:
        return value
    row = [None if (found := get(value, at)) is ABSENT else found for at in rule.get("per", ())]
    number = turn.scene.stores.next("sequence", turn.scene.role.store, rule["at"], row) + int(rule.get("first", 1)) - 1
    return put(value, rule["at"], f"{number:0{rule['digits']}}" if "digits" in rule else number)


RULE = Rule(frozenset({"at", "per", "first", "digits"}), mark=mark)
