"""Does every element say where it is known from, and do the pages it cites exist?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from qiyue import evidence
from qiyue.api import Citation, Evidence, Grade
from qiyue.base.value import Value
from qiyue.codes import suggest_word
from qiyue.lint.reporter import Reporter
from qiyue.positions import Position, walk
from qiyue.values import Plain

SOURCE: Final = "x-qiyue-source"
SOURCES: Final = "x-qiyue-sources"

_EVIDENCED: Final = frozenset(
    "info server tag operation case parameter body answer header code security-scheme catalogue-row".split()
)
_CONDITIONS: Final = frozenset({"if", "then", "else", "not", "dependentSchemas"})
_PARTS: Final = frozenset({"allOf", "anyOf", "oneOf"})


class GradeCounts(Value):
    """How well a document is known: its elements by grade, and those that say nothing."""

    grades: Mapping[Grade, int]
    missing: int
    drafts: int = 0
    """Those of ``grades`` that no person has confirmed."""

    @property
    def total(self) -> int:
        return sum(self.grades.values()) + self.missing


def check_required_evidence(data: Plain, speaker: Reporter) -> None:
    """Say which elements have no evidence."""
    for position in elements(data):
        if not read(position.data):
            message = f"{title(position)} does not say where it is known from"
            speaker.emit("missing-evidence", position.pointer, message, f"add {SOURCE}: stated L12")


def check_pages(data: Plain, speaker: Reporter) -> None:
    """Say which citations name a page that is not listed."""
    listed = data.get(SOURCES) if isinstance(data, dict) else None
    pages = set(listed) if isinstance(listed, dict) else set()
    for pointer, citation in citations(data):
        if citation.page and citation.page not in pages:
            meant = suggest_word(citation.page, pages)
            hint = f"did you mean {meant}?" if meant else f"add it to {SOURCES}: {{{citation.page}: {{title: …}}}}"
            speaker.emit("unknown-page", pointer, f"no page `{citation.page}` is listed in {SOURCES}", hint)


def count_grades(data: Plain) -> GradeCounts:
    """Count elements by grade: that of the element as a whole, else that of its weakest fact."""
    grades: Counter[Grade] = Counter()
    missing = drafts = 0
    for position in elements(data):
        if found := read(position.data):
            grades[_grade(found)] += 1
            drafts += found.is_draft
        else:
            missing += 1
    return GradeCounts({grade: grades[grade] for grade in Grade}, missing, drafts)


def elements(data: Plain) -> Iterator[Position]:
    """Give every element that evidence is wanted of."""
    for position in walk(data):
        if _wants_evidence(position):
            yield position


def citations(data: Plain) -> Iterator[tuple[str, Citation]]:
    """Give every citation of a document, with the pointer of the evidence it is part of."""
    for position in walk(data):
        for citation in read(position.data).citations():
            yield f"{position.pointer}/{SOURCE}", citation


def read(data: Mapping[str, Any]) -> Evidence:
    """Give the evidence of an element; what breaks the grammar was said by ``extensions`` and counts as none."""
    try:
        return evidence.parse(data[SOURCE]) if SOURCE in data else Evidence()
    except ValueError:
        return Evidence()


def _wants_evidence(position: Position) -> bool:
    """Tell whether evidence is wanted here: of schemas only named ones and properties, of media only examples."""
    if position.kind == "schema":
        return position.role == "schemas" or (position.role == "properties" and not _restated(position))
    if position.kind == "media":
        return "example" in position.data or "examples" in position.data
    return position.kind in _EVIDENCED and "$ref" not in position.data


def _restated(position: Position) -> bool:
    """Tell whether a property only repeats, in a condition or an alternative, one that is declared outside of it."""
    owner = position.parent
    while owner is not None and owner.kind == "schema" and owner.role in _PARTS and owner.parent is not None:
        owner = owner.parent
        if position.name in _mapping(owner.data.get("properties")):
            return True
    around = position.parent
    while around is not None and around.kind == "schema":
        if around.role in _CONDITIONS:
            return True
        around = around.parent
    return False


def _grade(found: Evidence) -> Grade:
    order = list(Grade)
    whole = [citation.grade for fact, cited in found.facts if not fact for citation in cited]
    return min(whole, key=order.index) if whole else max((each.grade for each in found.citations()), key=order.index)


def title(position: Position) -> str:
    """Name an element as its author would."""
    data = position.data
    names = {
        "operation": data.get("operationId", position.role),
        "case": data.get("operationId", position.name),
        "parameter": data.get("name", position.name),
        "code": data.get("code", position.name),
        "server": data.get("url", position.name),
        "info": data.get("title", ""),
        "tag": data.get("name", position.name),
        "body": (position.parent and position.parent.data.get("operationId")) or position.name,
        "catalogue-row": data.get("name", position.name),
    }
    kind = {"schemas": "type", "properties": "property"}.get(position.role, position.kind)
    return f"the {kind} `{str(names.get(position.kind, position.name))[:60]}`"


def _mapping(data: Plain) -> Mapping[str, Any]:
    return data if isinstance(data, dict) else {}
