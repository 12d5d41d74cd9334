"""Which element of the spec a segment of a page is about.

In: the marks of a vendor, and what a segment speaks of. Out: the marks that cite its lines, the most fitting first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.fidelity.citations import Mark
from qiyue.fidelity.lock import Entry

_NAMES: Final = re.compile(r"[^\W_][\w-]*", re.ASCII)
_VALUE: Final = "enum/"
_WORDS: Final = {"name": ("",), "meaning": ("description", ""), "length": ("maxLength", "length")}


@dataclass
class Elements:
    """The marks of one page, by line."""

    marks: Sequence[Mark]
    _by_line: dict[int, list[Mark]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for mark in self.marks:
            for line in mark.lines:
                self._by_line.setdefault(line, []).append(mark)

    def citing(self, entry: Entry) -> tuple[Mark, ...]:
        """Give the marks that cite an entry, in the order of the document."""
        return tuple(dict.fromkeys(mark for line in entry.lines for mark in self._by_line.get(line, ())))

    def about(self, entry: Entry, subject: str = "", what: str = "") -> tuple[Mark, ...]:
        """Give the marks that cite an entry, those first that are about a fact of a subject."""
        return sort_marks(self.citing(entry), subject or entry.subject, what)


def sort_marks(marks: Iterable[Mark], subject: str, what: str) -> tuple[Mark, ...]:
    """Order marks: by the name of the element, then the fact, then how few lines it cites."""
    names = {name.casefold() for name in (subject, last_name(subject)) if name}
    words = _WORDS.get(what, (what,))

    def rank(mark: Mark) -> tuple[bool, bool, bool, bool, int, str]:
        return (
            not (what.startswith(_VALUE) and mark.fact.startswith(_VALUE)),
            mark.name.casefold() not in names,
            mark.fact not in words,
            mark.fact not in ("", *words),
            mark.last - mark.first,
            mark.element,
        )

    return tuple(sorted(marks, key=rank))


def last_name(subject: str) -> str:
    """Give the name of what a subject leads to: ``accounts[].id`` → ``id``, ``/orders/0/id`` → ``id``."""
    if subject.startswith("/"):
        return next((part for part in reversed(subject.split("/")) if part and not part.isdigit()), "")
    names = _NAMES.findall(re.sub(r"\[\d*\]", "", subject))
    return names[-1] if names else subject
