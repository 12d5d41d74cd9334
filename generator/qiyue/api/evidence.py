"""Evidence: where a fact of the spec comes from (``x-qiyue-source``, ``x-qiyue-sources``)."""

from enum import StrEnum

from qiyue.base.value import Value


class Grade(StrEnum):
    """How well a fact is known, best first."""

    STATED = "stated"  # the page says so
    SAMPLE = "sample"  # only an example shows it
    INFERRED = "inferred"  # follows from the page; a finding tells why
    COMPANION = "companion"  # another public source
    ASSUMED = "assumed"  # our choice; a finding tells why


class Citation(Value):
    """One reference: ``stated L40-45`` → grade, page ``main``, lines 40 to 45; ``inferred SX-02`` → a finding.

    ``draft``: a machine wrote it, and no person has confirmed it yet.
    """

    grade: Grade
    page: str = ""
    first: int = 0
    last: int = 0
    finding: str = ""
    draft: bool = False


class Evidence(Value):
    """The citations of one element, per fact; the fact ``""`` stands for everything not named."""

    facts: tuple[tuple[str, tuple[Citation, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts)

    def citations(self) -> tuple[Citation, ...]:
        """Give every citation of every fact, in order."""
        return tuple(citation for _, citations in self.facts for citation in citations)

    @property
    def is_draft(self) -> bool:
        """Whether a person still has to confirm some of it."""
        return any(citation.draft for citation in self.citations())


class Finding(Value):
    """What a page leaves open or contradicts, and what the spec chose (``x-qiyue-findings``)."""

    id: str
    title: str = ""
    chosen: str = ""


class Page(Value):
    """A public page that evidence cites; ``id`` is ``main`` or a short name such as ``Z2``."""

    id: str
    title: str = ""
    url: str = ""
    read: str = ""
    """The day it was read, ``yyyy-MM-dd``."""
