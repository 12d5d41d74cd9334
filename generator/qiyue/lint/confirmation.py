"""What a machine read from a page, and no person has confirmed yet: evidence with the word ``draft``.

In: a document. Out: its drafts, the most doubtful first; diagnostics where an edition wants confirmed evidence.
"""

from collections.abc import Iterator
from typing import Final

from qiyue import evidence
from qiyue.api import Evidence, Grade
from qiyue.base.value import Value
from qiyue.lint.evidence import SOURCE, read, title
from qiyue.lint.reporter import Reporter
from qiyue.positions import walk
from qiyue.values import Plain

_ORDER: Final = tuple(Grade)


class Draft(Value):
    """An element whose evidence no person has confirmed."""

    pointer: str
    title: str
    evidence: Evidence

    @property
    def text(self) -> str:
        """The evidence as one line: ``draft sample L9; type: draft assumed ZX-01``."""
        written = evidence.format(self.evidence)
        if isinstance(written, str):
            return written
        return "; ".join(f"{fact}: {text}" if fact else text for fact, text in written.items())

    @property
    def doubt(self) -> int:
        """The worst grade of what is not confirmed: the higher, the more doubtful."""
        return max(_ORDER.index(citation.grade) for citation in self.evidence.citations() if citation.draft)


def check_confirmed(data: Plain, speaker: Reporter) -> None:
    """Say which elements no person has confirmed."""
    for each in _drafts(data):
        message = f"{each.title} was read by a machine, and no person has confirmed it: {each.text}"
        hint = f"compare it with the page, correct it, and take the word `{evidence.DRAFT}` away"
        speaker.emit("draft-evidence", f"{each.pointer}/{SOURCE}", message, hint)


def drafts(data: Plain) -> tuple[Draft, ...]:
    """Give what a person has to confirm: the most doubtful first, then in the order of the document."""
    return tuple(sorted(_drafts(data), key=lambda each: -each.doubt))


def _drafts(data: Plain) -> Iterator[Draft]:
    for position in walk(data):
        found = read(position.data)
        if found.is_draft:
            yield Draft(position.pointer, title(position), found)
