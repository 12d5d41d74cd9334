"""``unique``: no two objects of the store have the same value at a spot."""

from qiyue.api import Kind
from qiyue.base.absent import ABSENT
from qiyue.base.equality import json_equal
from qiyue.base.where import get
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    scene = turn.scene
    if not scene.writes:
        return None
    own = turn.named() if scene.role.do != "create" else []
    for sent in scene.sent(turn.call):
        value = get(sent, rule["at"])
        same = [] if value in (ABSENT, None) else scene.stores.find_all(scene.role.store, value, rule["at"], turn.scope)
        if any(json_equal(get(kept, rule["at"]), value) and kept not in own for kept in same):
            return Failure(Kind(rule["else"]), rule["at"], "unique")
    return None


RULE = Rule(frozenset({"at", "else"}), check=check)
