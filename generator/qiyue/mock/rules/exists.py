"""``exists``: the request may only name objects that a store has."""

from qiyue.api import Kind
from qiyue.mock.call import Call
from qiyue.mock.failure import Failure
from qiyue.mock.rules.rule import Rule
from qiyue.mock.store import Stores
from qiyue.runtime.where import get
from qiyue.values import FrozenMap, same


def check(rule: FrozenMap, call: Call, stores: Stores) -> Failure | None:
    for named in call.all(rule["at"]):
        found = stores.find(rule["in"], named, rule.get("by", ""))
        wanted = rule.get("having", {})
        if found is None or not all(same(get(found, at), value) for at, value in wanted.items()):
            return Failure(Kind(rule["else"]), rule["at"], "exists")
    return None


RULE = Rule(frozenset({"at", "in", "by", "having", "else"}), check=check)
