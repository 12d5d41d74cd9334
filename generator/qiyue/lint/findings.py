"""``findings.yaml``: what of a page is doubtful, and what the spec makes of it.

    findings:
      - id: ZX-01                       # capitals and digits, a hyphen, a number; evidence refers to it
        lines: [L38-41, Z2:L12]         # where on the pages
        title: The table announces a column that no row fills
        readings: [every field is optional, the fields of the samples are required]     # at least two
        chosen: The second.             # what the spec says
        why: Both samples send them.
        settled-by: A call without them.                                                # what would settle it
        cited: 4                        # how often the spec and its overlays refer to it

Each finding is referred to by some evidence of the spec or its overlays, and each reference leads to a finding.
``cited`` is the second book of the account: a reference that gets lost in an edit is noticed.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import jsonschema_rs

from qiyue import evidence
from qiyue.base.value import Value
from qiyue.codes import suggest_word
from qiyue.diagnostics import Severity
from qiyue.document import Places
from qiyue.lint.evidence import citations, read
from qiyue.lint.reporter import Reporter
from qiyue.values import Plain
from qiyue.wording import problems

_TEXT: Final = {"type": "string", "minLength": 1}
_FINDING: Final = {
    "type": "object",
    "properties": {
        "id": {
            "type": "string",
            "pattern": f"^{evidence.FINDING}$",
            "description": "capitals and digits, a hyphen, a number: ZX-01",
        },
        "lines": {"type": "array", "items": _TEXT, "minItems": 1},
        "title": _TEXT,
        "readings": {"type": "array", "items": _TEXT, "minItems": 2, "description": "what the page may mean"},
        "chosen": _TEXT,
        "why": _TEXT,
        "settled-by": _TEXT,
        "cited": {"type": "integer", "minimum": 1, "description": "how often evidence refers to it"},
    },
    "required": ["id", "lines", "title", "readings", "chosen", "why", "settled-by"],
    "additionalProperties": False,
}
SCHEMA: Final = {
    "type": "object",
    "properties": {"findings": {"type": "array", "items": _FINDING}},
    "required": ["findings"],
    "additionalProperties": False,
}
"""The form of the file."""


class FindingTable(Value):
    """The findings of a vendor: plain data of the file, and its places."""

    data: Plain
    places: Places

    def rows(self) -> tuple[tuple[int, str, Plain], ...]:
        """Give index, id and ``cited`` of every finding that has an id, as they stand."""
        rows = self.data.get("findings") if isinstance(self.data, dict) else None
        found = enumerate(rows) if isinstance(rows, list) else ()
        return tuple(
            (index, row["id"], row.get("cited"))
            for index, row in found
            if isinstance(row, dict) and isinstance(row.get("id"), str)
        )


def check(sheet: FindingTable | None, data: Plain, document: Reporter, counts: Mapping[str, int] | None = None) -> None:
    """Say what is wrong with the findings, and between them and the document.

    ``counts`` tells how often the files of the vendor refer to a finding; without it the document is all there is.
    """
    known = [name for _, name, _ in sheet.rows()] if sheet else []
    cited = references(data)
    for pointer, finding in cited:
        if finding not in known:
            meant = suggest_word(finding, known)
            hint = f"did you mean {meant}?" if meant else "add it to findings.yaml"
            document.emit("unknown-finding", pointer, f"there is no finding `{finding}`", hint)
    if sheet is not None:
        speaker = Reporter(sheet.places, document.report, Severity.ERROR)
        _form(sheet, speaker)
        counts = Counter(finding for _, finding in cited) if counts is None else counts
        _use(sheet, speaker, counts)
        for finding in sorted({*counts} - {*known} - {finding for _, finding in cited}):
            speaker.emit("unknown-finding", "", f"another file refers to `{finding}`, which is not here", "put it back")


def references(data: Plain) -> tuple[tuple[str, str], ...]:
    """Give every finding that a document refers to, with the pointer of the evidence."""
    return tuple((pointer, citation.finding) for pointer, citation in citations(data) if citation.finding)


def count_references(data: Plain) -> Counter[str]:
    """Count the references in one file, a document or an overlay."""
    counts: Counter[str] = Counter()
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            counts.update(each.finding for each in read(node).citations() if each.finding)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return counts


def cited_findings(data: Plain, sheet: Plain) -> Plain:
    """Give title and choice of every finding that a document refers to, by id: the form of ``x-qiyue-findings``."""
    cited = {finding for _, finding in references(data)}
    rows = sheet.get("findings") if isinstance(sheet, dict) else None
    known = [row for row in rows or () if isinstance(row, dict) and row.get("id") in cited]
    return {
        row["id"]: {word: row[word] for word in ("title", "chosen") if isinstance(row.get(word), str)} for row in known
    }


def _form(sheet: FindingTable, speaker: Reporter) -> None:
    for problem in problems(jsonschema_rs.Draft202012Validator(SCHEMA), SCHEMA, sheet.data):
        speaker.emit(
            "invalid-finding", problem.pointer, f"{problem.pointer or 'the file'}: {problem.sentence}", problem.hint
        )


def _use(sheet: FindingTable, speaker: Reporter, counts: Mapping[str, int]) -> None:
    seen: set[str] = set()
    for index, finding, told in sheet.rows():
        here, count = f"/findings/{index}", counts.get(finding, 0)
        if finding in seen:
            message = f"two findings are called `{finding}`"
            speaker.emit("duplicate-finding", f"{here}/id", message, "give one of them a new id")
        elif not count:
            hint = f"refer to it where the spec depends on it: x-qiyue-source: inferred L12, {finding}"
            speaker.emit("unused-finding", f"{here}/id", f"nothing refers to the finding `{finding}`", hint)
        elif told not in (None, count):
            message = f"`{finding}` is said to be cited {told} times, evidence refers to it {count} times"
            hint = f"put back the reference that was lost, or write `cited: {count}`"
            speaker.emit("miscounted-finding", f"{here}/cited", message, hint)
        seen.add(finding)
