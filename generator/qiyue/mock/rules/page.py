"""``page``: cuts a list as the document's pagination says."""

from collections.abc import Sequence

from qiyue.mock.failure import Failure
from qiyue.mock.pages import Window, told, window
from qiyue.mock.rules.rule import Rule
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain


def check(rule: FrozenMap, turn: Turn) -> Failure | None:
    pages = turn.scene.pages
    found = window(pages, rule, turn) if pages else None
    return found if isinstance(found, Failure) else None


def cut(rule: FrozenMap, turn: Turn, objects: Sequence[Plain]) -> Sequence[Plain]:
    pages = turn.scene.pages
    shown = window(pages, rule, turn) if pages else None
    return objects[shown.start : shown.end(len(objects))] if isinstance(shown, Window) else objects


def change(rule: FrozenMap, turn: Turn, value: Plain) -> Plain:
    pages = turn.scene.pages
    shown = window(pages, rule, turn) if pages else None
    return told(pages, shown, len(turn.found), value) if pages and isinstance(shown, Window) else value


RULE = Rule(frozenset({"over", "zero"}), check=check, cut=cut, change=change)
