"""``sequence``: numbers new objects, one row of numbers for each combination of the ``per`` values."""

from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get, put
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain


def mark(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    if not turn.is_new or get(value, rule["at"].rpartition("/")[0]) is ABSENT:
        return value
    stores, store = turn.scene.stores, turn.scene.role.store
    row = _row(rule, value)
    while True:
        number = stores.next("sequence", store, rule["at"], row) + int(rule.get("first", 1)) - 1
        written = f"{number:0{rule['digits']}}" if "digits" in rule else number
        same = stores.find_all(store, written, rule["at"], turn.scope)
        if not any(json_equal(get(kept, rule["at"]), written) and json_equal(_row(rule, kept), row) for kept in same):
            return put(value, rule["at"], written)


def _row(rule: FrozenMap, value: Plain) -> list[Plain]:
    return [None if (found := get(value, at)) is ABSENT else found for at in rule.get("per", ())]


RULE = Rule(frozenset({"at", "per", "first", "digits"}), mark=mark)
