"""The text of evidence: what ``x-qiyue-source`` holds ↔ ``api.Evidence``.

``stated L39`` is a grade with references; ``stated L39; companion Z2:L12`` joins grades; a mapping gives them per
fact (``{type: sample L101, "": stated L40-45}``). A reference is lines of the main page (``L12``, ``L12-15``), lines of
another page (``Z2:L12``), a page as a whole (``Z2``), or the id of a finding (``ZX-02``).

``draft stated L39`` is what a machine read: a person who has compared it with the page takes the word ``draft`` away.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Final

from qiyue.api import Citation, Evidence, Grade
from qiyue.values import Plain

DRAFT: Final = "draft"
"""The word before a grade that no person has confirmed."""

MAIN: Final = "main"
"""The page that ``L12`` means."""

NEED_FINDING: Final = frozenset({Grade.INFERRED, Grade.ASSUMED})
"""Grades that no page proves, so that a finding has to tell why."""

FINDING: Final = r"(?!L[0-9])[A-Z][A-Z0-9]*-[0-9]+"
"""What the id of a finding looks like: ``ZX-02``; never like lines."""

PAGE: Final = r"(?!L[0-9])[A-Za-z][A-Za-z0-9_]*"
"""What the id of a page looks like: ``main``, ``Z2``; never like a line."""

_FINDING = re.compile(FINDING)
_LINES = re.compile(rf"(?:(?P<page>{PAGE}):)?L(?P<first>[1-9][0-9]*)(?:-L?(?P<last>[1-9][0-9]*))?")
_PAGE = re.compile(PAGE)


def parse(value: Plain) -> Evidence:
    """Read the value of ``x-qiyue-source``.

    Raises:
        ValueError: it does not follow the grammar; the message is a sentence.
    """
    if isinstance(value, str):
        return Evidence((("", _citations(value)),))
    if isinstance(value, Mapping):
        return Evidence(tuple((str(fact), _citations(text)) for fact, text in value.items()))
    raise ValueError("evidence is a text such as `stated L12`, or a mapping from facts to such texts")


def format(evidence: Evidence) -> str | dict[str, str]:  # noqa: A001  (read as `evidence.format`)
    """Write evidence so that ``parse`` gives it back: text for all facts together, else a mapping."""
    texts = {fact: _text(citations) for fact, citations in evidence.facts}
    return texts[""] if list(texts) == [""] else texts


def _citations(text: Plain) -> tuple[Citation, ...]:
    if not isinstance(text, str):
        raise ValueError("the evidence of a fact is a text such as `stated L12`")
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Citation, ...]:
    return tuple(citation for part in text.split(";") for citation in _graded(part))


def _graded(text: str) -> tuple[Citation, ...]:
    first, _, rest = text.strip().partition(" ")
    draft = first == DRAFT
    word, _, references = rest.strip().partition(" ") if draft else (first, "", rest)
    grades = ", ".join(Grade)
    if word not in set(Grade):
        raise ValueError(f"`{word[:20]}` is no grade of evidence; the grades are {grades}")
    grade = Grade(word)
    citations = tuple(_citation(grade, reference.strip(), draft=draft) for reference in references.split(","))
    if grade in NEED_FINDING and not any(citation.finding for citation in citations):
        raise ValueError(f"`{grade}` needs a finding that tells why, such as `{grade} ZX-02`")
    return citations


def _citation(grade: Grade, reference: str, *, draft: bool) -> Citation:
    if not reference:
        raise ValueError(f"`{grade}` names no line, page or finding; write `{grade} L12`")
    if _FINDING.fullmatch(reference):
        return Citation(grade, finding=reference, draft=draft)
    if match := _LINES.fullmatch(reference):
        first = int(match["first"])
        last = int(match["last"] or first)
        if last < first:
            raise ValueError(f"the lines of `{reference}` run backwards")
        return Citation(grade, match["page"] or MAIN, first, last, draft=draft)
    if _PAGE.fullmatch(reference):
        return Citation(grade, reference, draft=draft)
    raise ValueError(f"`{reference[:40]}` is no reference; write `L12`, `L12-15`, `Z2:L12`, `Z2` or a finding's id")


def _text(citations: Iterable[Citation]) -> str:
    graded = groupby(citations, key=lambda citation: (citation.draft, citation.grade))
    return "; ".join(
        f"{f'{DRAFT} ' if draft else ''}{grade} {', '.join(map(_reference, group))}" for (draft, grade), group in graded
    )


def _reference(citation: Citation) -> str:
    if citation.finding:
        return citation.finding
    if not citation.first:
        return citation.page
    page = "" if citation.page == MAIN else f"{citation.page}:"
    lines = f"L{citation.first}" if citation.first == citation.last else f"L{citation.first}-{citation.last}"
    return page + lines
