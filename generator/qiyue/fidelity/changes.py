"""What a segment says otherwise than before: the facts of an old entry and of what became of it.

In: two entries. Out: changes: of a subject, a fact with its old and its new value; absent is ``None``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qiyue.fidelity.lock import Entry
from qiyue.pages import Fact, Kind
from qiyue.values import Plain

_SILENT = frozenset({Kind.HEADING, Kind.COLUMNS, Kind.NAVIGATION, Kind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not what it was. ``what`` is that of a ``Fact``, or ``text`` for the wording as a whole."""

    subject: str
    what: str
    old: Plain
    new: Plain


def changes(old: Entry, new: Entry) -> tuple[Change, ...]:
    """Compare an entry with what became of it."""
    found = list(_facts(old.facts, new.facts))
    if not found and old.key != new.key and not _only_shown(old, new):
        found.append(Change(old.subject, "text", None, None))
    return tuple(found)


def speaks(entry: Entry) -> bool:
    """Tell whether an entry says something about the API, by what it is."""
    return entry.kind not in _SILENT


def _only_shown(old: Entry, new: Entry) -> bool:
    """Tell whether a sample only shows another value of the same type, or a silent segment other words."""
    return not (speaks(old) and speaks(new)) or old.kind is new.kind is Kind.SAMPLE


def _facts(old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[Change]:
    """Pair facts by subject and word; a subject that was renamed is one change, of its name."""
    before, after = _by_name(old), _by_name(new)
    renamed = _renamed(old, new)
    for (subject, what), values in before.items():
        there = after.pop((renamed.get(subject, subject), what), [])
        for index in range(max(len(values), len(there))):
            pair = [each[index] if index < len(each) else None for each in (values, there)]
            if pair[0] != pair[1]:
                yield Change(subject, what, *pair)
    for (subject, what), values in after.items():
        yield from (Change(subject, what, None, value) for value in values)
    for subject, name in renamed.items():
        yield Change(subject, "name", subject, name)


def _by_name(facts: Sequence[Fact]) -> dict[tuple[str, str], list[Plain]]:
    found: dict[tuple[str, str], list[Plain]] = {}
    for fact in facts:
        found.setdefault((fact.subject, fact.what), []).append(fact.value)
    return found


def _renamed(old: Sequence[Fact], new: Sequence[Fact]) -> dict[str, str]:
    before = list(dict.fromkeys(fact.subject for fact in old))
    after = list(dict.fromkeys(fact.subject for fact in new))
    if len(before) == len(after) == 1 and before != after:
        return {before[0]: after[0]}
    return {}
