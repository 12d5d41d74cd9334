"""``filter``: leaves the objects that fit a value of the request, or a fixed one."""

from collections.abc import Sequence

from qiyue.base.where import each
from qiyue.mock.compare import alike, contains, within
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain


def keep(rule: FrozenMap, turn: Turn, objects: Sequence[Plain]) -> Sequence[Plain]:
    wanted = [rule["is"]] if "is" in rule else _flat(turn.call.all(rule["at"]))
    if "is" not in rule:
        wanted = [value for value in wanted if value not in (None, "")]
    if not wanted:
        return objects
    match = rule.get("match", "equal")
    return [one for one in objects if any(_fits(one, rule["by"], value, match) for value in wanted)]


def _flat(values: list[Plain]) -> list[Plain]:
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def _fits(one: Plain, by: str, wanted: Plain, match: str) -> bool:
    held = [value for _, value in each(one, by) if value is not None or wanted is None]
    if match == "equal":
        return any(alike(value, wanted) for value in held)
    if match == "contains":
        return any(contains(value, wanted) for value in held)
    return any(within(value, wanted, match) for value in held)


RULE = Rule(frozenset({"at", "is", "by", "match"}), keep=keep)
