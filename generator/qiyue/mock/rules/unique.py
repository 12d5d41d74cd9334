"""``unique``: no two objects of the store have the same value at a spot."""

from qiyue.api import Kind
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.runtime.absent import ABSENT
from qiyue.runtime.where import get
from qiyue.values import FrozenMap, same


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    scene = turn.scene
    value = get(scene.sent(turn.call), rule["at"])
    if not scene.writes or value in (ABSENT, None):
        return None
    key_at = scene.stores.key_of(scene.role.store)
    own = turn.named() if scene.role.do != "create" else []
    for kept in scene.stores.all(scene.role.store, turn.scope):
        if same(get(kept, rule["at"]), value) and not any(same(get(kept, key_at), key) for key in own):
            return Failure(Kind(rule["else"]), rule["at"], "unique")
    return None


RULE = Rule(frozenset({"at", "else"}), check=check)
