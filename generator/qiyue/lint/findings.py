"""``findings.yaml``: what of a page is doubtful, and what the spec makes of it.

    findings:
      - id: ZX-01                       # capitals and digits, a hyphen, a number; evidence refers to it
        lines: [L38-41, Z2:L12]         # where on the pages
        title: The table announces a column that no row fills
        readings: [every field is optional, the fields of the samples are required]     # at least two
        chosen: The second.             # what the spec says
        why: Both samples send them.
        settled-by: A call without them.                                                # what would settle it

Each finding is referred to by some evidence of the spec or its overlays, and each reference leads to a finding.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import jsonschema_rs

from qiyue import evidence
from qiyue.codes import near
from qiyue.diagnostics import Severity
from qiyue.document import Places
from qiyue.lint.evidence import citations
from qiyue.lint.speaker import Speaker
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

_VALIDATOR: Final = jsonschema_rs.Draft202012Validator(SCHEMA)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The findings of a vendor: plain data of the file, and its places."""

    data: Plain
    places: Places

    def ids(self) -> tuple[str, ...]:
        """Give the ids, as they stand."""
        rows = self.data.get("findings") if isinstance(self.data, dict) else None
        found = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        return tuple(each for each in found if isinstance(each, str))


def check(sheet: Sheet | None, data: Plain, document: Speaker, cited_elsewhere: Collection[str] = ()) -> None:
    """Say what is wrong with the findings, and between them and the document."""
    known = sheet.ids() if sheet else ()
    cited = references(data)
    for pointer, finding in cited:
        if finding not in known:
            meant = near(finding, known)
            hint = f"did you mean {meant}?" if meant else "add it to findings.yaml"
            document.say("unknown-finding", pointer, f"there is no finding `{finding}`", hint)
    if sheet is not None:
        speaker = Speaker(sheet.places, document.report, Severity.ERROR)
        _form(sheet, speaker)
        _use(sheet, speaker, {finding for _, finding in cited} | set(cited_elsewhere))


def references(data: Plain) -> tuple[tuple[str, str], ...]:
    """Give every finding that a document refers to, with the pointer of the evidence."""
    return tuple((pointer, citation.finding) for pointer, citation in citations(data) if citation.finding)


def cited_findings(data: Plain, sheet: Plain) -> Plain:
    """Give title and choice of every finding that a document refers to, by id: the form of ``x-qiyue-findings``."""
    cited = {finding for _, finding in references(data)}
    rows = sheet.get("findings") if isinstance(sheet, dict) else None
    known = [row for row in rows or () if isinstance(row, dict) and row.get("id") in cited]
    return {
        row["id"]: {word: row[word] for word in ("title", "chosen") if isinstance(row.get(word), str)} for row in known
    }


def _form(sheet: Sheet, speaker: Speaker) -> None:
    for problem in problems(_VALIDATOR, SCHEMA, sheet.data):
        speaker.say(
            "invalid-finding", problem.pointer, f"{problem.pointer or 'the file'}: {problem.sentence}", problem.hint
        )


def _use(sheet: Sheet, speaker: Speaker, cited: set[str]) -> None:
    seen: set[str] = set()
    for index, finding in enumerate(sheet.ids()):
        here = f"/findings/{index}/id"
        if finding in seen:
            speaker.say("duplicate-finding", here, f"two findings are called `{finding}`", "give one of them a new id")
        elif finding not in cited:
            hint = f"refer to it where the spec depends on it: x-qiyue-source: inferred L12, {finding}"
            speaker.say("unused-finding", here, f"nothing refers to the finding `{finding}`", hint)
        seen.add(finding)
