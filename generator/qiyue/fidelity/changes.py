"""What a segment says otherwise than before: the facts of an old entry and of what became of it.

In: two entries. Out: changes: of a subject, a fact with its old and its new value; absent is ``None``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qiyue.fidelity.elements import last_name
from qiyue.fidelity.lock import SHOWN, Entry
from qiyue.pages import Fact, Kind
from qiyue.values import Plain

_SILENT: Final = frozenset({Kind.HEADING, Kind.COLUMNS, Kind.NAVIGATION, Kind.BOILERPLATE})
_WORDS: Final = frozenset({"meaning", "remedy"})
_NAMING: Final = frozenset({Kind.ROW, Kind.CODE, Kind.ENDPOINT})
_SIZE: Final = re.compile(r"\(\d+\)")
_TOLD: Final = frozenset({"name", SHOWN})


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not what it was. ``what`` is that of a ``Fact``, or ``text`` for the wording as a whole."""

    subject: str
    what: str
    old: Plain
    new: Plain


def changes(old: Entry, new: Entry) -> tuple[Change, ...]:
    """Compare an entry with what became of it."""
    renamed = _renamed(old.facts, new.facts)
    found = told_once(_facts(old.facts, new.facts, renamed))
    if renamed and _bears_name(old, new):
        found = [Change(old.subject, "name", old.subject, new.subject), *found]
    elif not found and old.key != new.key and _says_it_itself(old, new, renamed):
        found = [Change(old.subject or new.subject, "text", None, None)]
    return tuple(found)


def speaks(entry: Entry) -> bool:
    """Tell whether an entry says something about the API, by what it is."""
    return entry.kind not in _SILENT


def _bears_name(entry: Entry, new: Entry) -> bool:
    """Tell whether it is this segment that gives its subject its name."""
    words = {fact.what for fact in entry.facts}
    if entry.kind is Kind.SAMPLE:
        return "path" not in words and last_name(entry.subject) != last_name(new.subject)
    return "name" in words and not words & {"method", "path"}


def _says_it_itself(old: Entry, new: Entry, renamed: Mapping[str, str]) -> bool:
    """Tell whether other words mean something: not in a sample, a heading, or a cell of a row with another name."""
    if not (speaks(old) and speaks(new)) or old.kind is new.kind is Kind.SAMPLE:
        return False
    if old.kind is new.kind and old.facts == new.facts and _is_told(old):
        return False
    return not renamed or old.kind is Kind.SENTENCE


def _is_told(entry: Entry) -> bool:
    """Tell whether its facts are all that an entry says: a name, a call, a type or a flag, and no words."""
    words = {fact.what for fact in entry.facts}
    return entry.kind in _NAMING or (
        entry.kind is Kind.CELL and bool(words & {"type", "required"} and not words & _WORDS)
    )


def _facts(old: Sequence[Fact], new: Sequence[Fact], renamed: Mapping[str, str]) -> Iterator[Change]:
    """Pair facts by subject and word."""
    before, after = _by_name(old), _by_name(new)
    for (subject, what), values in before.items():
        there = after.pop((renamed.get(subject, subject), what), [])
        for index in range(max(len(values), len(there))):
            pair = [each[index] if index < len(each) else None for each in (values, there)]
            if pair[0] != pair[1]:
                yield Change(subject, what, *pair)
    for (subject, what), values in after.items():
        yield from (Change(subject, what, None, value) for value in values)


def told_once(found: Iterable[Change]) -> list[Change]:
    """Leave out names, which are told once, and what only repeats: the words of a cell beside the fact in them."""
    changes = [change for change in dict.fromkeys(found) if change.what not in _TOLD]
    facts = [change for change in changes if change.what not in _WORDS and not _is_size(change)]
    told = [change for change in facts if change.what != "value"]
    return told or facts or changes


def _is_size(change: Change) -> bool:
    """Tell whether a type only has another size, which is a fact of its own: ``string(32)``."""
    old, new = (_SIZE.sub("", str(value)) for value in (change.old, change.new))
    return change.what == "type" and old == new


def _by_name(facts: Sequence[Fact]) -> dict[tuple[str, str], list[Plain]]:
    found: dict[tuple[str, str], list[Plain]] = {}
    for fact in facts:
        found.setdefault((fact.subject, fact.what), []).append(fact.value)
    return found


def _renamed(old: Sequence[Fact], new: Sequence[Fact]) -> dict[str, str]:
    """Give the new names of subjects, if the first has one and others follow it: ``a[].b`` → ``c[].b``."""
    if not old or not new or old[0].subject == new[0].subject:
        return {}
    first, name = old[0].subject, new[0].subject
    there = {fact.subject for fact in new}
    renamed = {fact.subject: name + fact.subject.removeprefix(first) for fact in old if fact.subject.startswith(first)}
    return {subject: other for subject, other in renamed.items() if other in there}
