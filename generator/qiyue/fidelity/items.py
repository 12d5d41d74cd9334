"""What a drift says: items, and those that say the same in one."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from qiyue.fidelity.citations import Mark
from qiyue.fidelity.elements import last_name
from qiyue.fidelity.fitting import shape
from qiyue.pages import Kind
from qiyue.pages.segment import normal
from qiyue.values import Plain


class ItemKind(StrEnum):
    """What happened to a segment."""

    CHANGED = "changed"  # a fact says otherwise, appeared or went
    REWORDED = "reworded"  # other words, and no fact that could be told
    GROUNDLESS = "groundless"  # what elements cite is no longer there
    NEW = "new"  # nothing cites it yet
    UNFIT = "unfit"  # a sample no longer fits its schema


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is otherwise on the page. A ``note`` asks for nothing."""

    what: ItemKind
    subject: str = ""
    fact: str = ""
    old: Plain = None
    new: Plain = None
    before: str = ""
    """Its lines in the page of the lock."""
    after: str = ""
    """Its lines in the page of today."""
    text: str = ""
    """What stands there today, or what is wrong with it."""
    marks: tuple[Mark, ...] = ()
    """Who cites it, the most fitting first; of something new, who cites what stands beside it."""
    note: bool = False
    also: tuple["Item", ...] = ()
    """The same at further places of the page, or what went or came along with a call."""
    trail: tuple[str, ...] = ()
    """The headings above it, if it went or came."""

    @property
    def each(self) -> tuple["Item", ...]:
        """The item at each of its places."""
        return (replace(self, also=()), *self.also)

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings that are cited along with it by the elements it is about."""
        found = (
            finding
            for item in self.each
            for mark in item.marks
            if mark.element == item.marks[0].element
            for finding in mark.findings
        )
        return tuple(dict.fromkeys(found))


def drop_nested_items(items: Iterable[Item]) -> tuple[Item, ...]:
    """Leave out what only follows: what lies in a member of a sample that went, came or has another name or type."""
    found = list(dict.fromkeys(items))
    typed = {item.subject for item in found if item.fact == "type"}
    whole = {item.subject for item in found if item.what in {ItemKind.GROUNDLESS, ItemKind.NEW} or item.fact == "name"}
    return tuple(
        item
        for item in found
        if not (whole | typed).intersection(_around(item.subject))
        and not (item.fact == "format" and item.subject in typed)
    )


def _around(subject: str) -> Iterator[str]:
    """Give the pointers of what a member of a sample lies in; ``#`` begins what a text holds as JSON."""
    if subject.startswith("/"):
        yield from (subject[: found.start()] for found in re.finditer(r"[/#]", subject) if found.start())


def group_items(items: Iterable[Item]) -> tuple[Item, ...]:
    """Make one item of those that say the same of several places, and of a call with all that went or came below it."""
    found = list(items)
    calls = {(item.what, item.trail) for item in found if _is_call(item)}
    groups: dict[Hashable, list[Item]] = {}
    for number, item in enumerate(found):
        call = next((key for key in calls if key[0] is item.what and key[1] == item.trail[: len(key[1])]), None)
        groups.setdefault(call or _said(item) or number, []).append(item)
    return tuple(replace(first, also=tuple(rest)) for first, *rest in groups.values())


def _is_call(item: Item) -> bool:
    """Tell whether an item is a call that has a section of its own."""
    return item.fact == Kind.ENDPOINT and item.trail[-1:] == (normal(item.subject),)


def _said(item: Item) -> tuple[Hashable, ...]:
    """Give what an item says wherever it says it, nothing if that may be something else at another place."""
    if item.fact == "name":
        return (item.what, item.note, last_name(str(item.old)), last_name(str(item.new)))
    if item.fact in {"path", "method"}:
        return (item.what, item.note, item.fact, *item.subject.split()[-1:], str(item.old), str(item.new))
    if item.what is ItemKind.UNFIT:
        return (item.what, item.note, shape(item.subject), item.text)
    return ()
