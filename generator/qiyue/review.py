"""Review: what there is to say about an edition that can be used: evidence, findings, examples, allowed gaps.

In: an edition and its project. Out: the compiled edition with everything in its report. ``findings.yaml`` lies beside
the spec; what it lists may be cited by any edition of the same folder.
"""

from collections.abc import Iterator

from qiyue import lint, overlay, pipeline, source
from qiyue.config import Edition, Project
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.lint.findings import references


def review(edition: Edition, project: Project, *, evidence: bool = False) -> pipeline.Compiled:
    """Compile an edition and lint it; ``evidence`` demands evidence even where the edition does not.

    Raises:
        Refused: the input cannot be used.
    """
    compiled = pipeline.compile_edition(edition)
    lint.check(
        compiled.data,
        compiled.places,
        compiled.report,
        strict=evidence or edition.evidence,
        sheet=_sheet(edition),
        cited_elsewhere=frozenset(_cited_elsewhere(edition, project)),
    )
    return compiled


def settle_allowances(edition: Edition, report: Report) -> Report:
    """Give the report without the gaps that the edition allows; an allowance without a gap is an error."""
    gaps = {each.code for each in report if each.severity is Severity.GAP}
    kept = [each for each in report if each.severity is not Severity.GAP or each.code not in edition.allow]
    for code in edition.allow:
        if code not in gaps:
            message = f"the edition `{edition.name}` allows the gap `{code}`, which does not occur"
            kept.append(Diagnostic("unused-allowance", Severity.ERROR, message, hint="take it out of `allow`"))
    return Report(kept)


def _sheet(edition: Edition) -> lint.Sheet | None:
    path = edition.findings
    shown = path.relative_to(edition.root) if path.is_relative_to(edition.root) else path
    loaded = source.read_if_there(path, shown.as_posix())
    return None if loaded is None else lint.Sheet(*overlay.apply(loaded, []))


def _cited_elsewhere(edition: Edition, project: Project) -> Iterator[str]:
    for other in project.editions:
        if other.name != edition.name and other.spec.parent == edition.spec.parent:
            yield from (finding for _, finding in references(pipeline.compile_edition(other).data))
