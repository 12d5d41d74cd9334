"""``copy``: writes a value of the request, or a part of a date, into an object or an answer."""

from qiyue.base.where import put
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.schema.json_types import json_types
from qiyue.values import FrozenMap, Plain

_PARTS = {"year": (0, 4), "month": (5, 7), "day": (8, 10), "year-month": (0, 7)}


def change(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    found = turn.value(rule["from"])
    if "part" in rule and found is not None:
        found = _part(found, rule["part"], as_text="string" in json_types(turn.scene.shown(rule["to"])))
    return value if found is None else put(value, rule["to"], found)


def _part(date: Plain, part: str, *, as_text: bool) -> Plain:
    """Take a part of ``yyyy-MM-dd``, a number but for ``year-month``; ``None`` where it is no date."""
    start, end = _PARTS[part]
    text = date[start:end] if isinstance(date, str) else ""
    if not text.replace("-", "").isdecimal():
        return None
    return text if as_text or part == "year-month" else int(text)


RULE = Rule(frozenset({"from", "to", "part"}), change=change)
