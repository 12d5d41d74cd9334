"""``exists``: the request may only name objects that a store has."""

from qiyue.api import Kind
from qiyue.base.equality import json_equal
from qiyue.base.where import get
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    stores, wanted = turn.scene.stores, rule.get("having", {})
    for named in turn.call.all(rule["at"]):
        if named is None:
            continue
        found = stores.find(rule["in"], named, rule.get("by", ""), turn.scope)
        if found is None or not all(json_equal(get(found, at), value) for at, value in wanted.items()):
            return Failure(Kind(rule["else"]), rule["at"], "exists")
    return None


RULE = Rule(frozenset({"at", "in", "by", "having", "else"}), check=check)
