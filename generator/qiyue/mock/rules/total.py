"""``total``: sums over the items of an object, or over the objects found; all in one, or a row for each value."""

from collections.abc import Sequence

from qiyue.base.absent import ABSENT
from qiyue.base.where import each, get, parts_of, put
from qiyue.mock.exact import total
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain, freeze


def change(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    holders = [value] if turn.scene.writes else turn.found
    items = [item for holder in holders for _, item in each(holder, rule["of"])]
    if "by" in rule:
        return put(value, rule["to"], _rows(rule, items))
    for name, amount in _sums(rule, items).items():
        value = put(value, f"{rule['to']}/{name}", amount)
    return value


def _rows(rule: FrozenMap, items: Sequence[Plain]) -> list[Plain]:
    groups: dict[Plain, list[Plain]] = {}
    for item in items:
        named = get(item, rule["by"])
        if named is not ABSENT:
            groups.setdefault(freeze(named), []).append(item)
    name = parts_of(rule["by"])[-1]
    return [{name: named, **_sums(rule, group)} for named, group in groups.items()]


def _sums(rule: FrozenMap, items: Sequence[Plain]) -> dict[str, Plain]:
    return {name: total(amount for item in items for _, amount in each(item, at)) for name, at in rule["sum"].items()}


RULE = Rule(frozenset({"of", "by", "sum", "to"}), change=change)
