"""``copy``: writes a value of the request into the object."""

from qiyue.mock.call import Call
from qiyue.mock.rules.rule import Rule
from qiyue.mock.store import Stores
from qiyue.runtime.where import put
from qiyue.values import FrozenMap, Plain


def change(rule: FrozenMap, call: Call, _stores: Stores, value: Plain) -> Plain:
    found = call.all(rule["from"])
    return put(value, rule["to"], found[0]) if found else value


RULE = Rule(frozenset({"from", "to"}), change=change)
