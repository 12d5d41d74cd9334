"""What a document that can be used should still be told: evidence, findings, examples, schemas, keys.

``check`` runs all but ``keys``, which every document is told. Where an edition wants evidence, everything said here is
an error; for any other document what is odd in examples and schemas is a note, since the document works all the same.
Nothing here touches the disk.
"""

from collections.abc import Mapping

from qiyue.diagnostics import Report, Severity
from qiyue.document import Places
from qiyue.lint import evidence, examples, findings, keys, schemas
from qiyue.lint.confirmation import Draft, check_confirmed, drafts
from qiyue.lint.evidence import GradeCounts, count_grades
from qiyue.lint.findings import FindingTable, cited_findings, count_references
from qiyue.lint.layers import check_layers
from qiyue.lint.reporter import Reporter
from qiyue.values import Plain

__all__ = [
    "Draft",
    "FindingTable",
    "GradeCounts",
    "check",
    "check_layers",
    "cited_findings",
    "count_grades",
    "count_references",
    "drafts",
    "keys",
]


def check(
    data: Plain,
    places: Places,
    report: Report,
    *,
    strict: bool = False,
    sheet: FindingTable | None = None,
    counts: Mapping[str, int] | None = None,
) -> None:
    """Add what is to be said about a merged document in OpenAPI 3.1 form.

    ``strict`` wants evidence on every element, confirmed by a person. ``sheet`` is the vendor's list of findings;
    ``counts`` tells how often the files of the vendor refer to each.
    """
    speaker = Reporter(places, report, Severity.ERROR if strict else Severity.NOTE)
    schemas.check(data, speaker)
    examples.check(data, speaker)
    evidence.check_pages(data, speaker)
    if strict:
        evidence.check_required_evidence(data, speaker)
        check_confirmed(data, speaker)
    if strict or sheet is not None:
        findings.check(sheet, data, Reporter(places, report, Severity.ERROR), counts)
