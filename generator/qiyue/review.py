"""Review: what there is to say about an edition that can be used: evidence, findings, examples, allowed gaps.

In: an edition and its project. Out: the compiled edition with everything in its report. ``findings.yaml`` lies beside
the spec; what it lists may be cited by any file of the same folder.
"""

from collections import Counter
from pathlib import Path

from qiyue import lint, source
from qiyue.base.value import Value
from qiyue.config import Edition, Project
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.pipeline import Compiled, compile_loaded
from qiyue.source import Loaded, Places


class Files(Value):
    """Everything that is read to review an edition."""

    layers: tuple[Loaded, ...]
    """The spec, then its overlays."""
    sheet: Loaded | None = None
    """The findings."""
    others: tuple[Loaded, ...] = ()
    """What else refers to the findings: files of other editions of the vendor."""


def lint_edition(edition: Edition, project: Project | None = None, *, evidence: bool = False) -> Compiled:
    """Compile an edition and lint it; ``evidence`` demands evidence even where the edition does not.

    Without a project, the edition is the only one of its vendor.

    Raises:
        Refused: the input cannot be used.
    """
    return inspect(edition, read(edition, project), strict=evidence or edition.evidence)


def read(edition: Edition, project: Project | None = None) -> Files:
    """Read the files of an edition, and those of its vendor.

    Raises:
        Refused: a file is not there, or cannot be read.
    """
    own = (edition.spec, *edition.overlays)
    vendor = [each for each in (project.editions if project else ()) if each.spec.parent == edition.spec.parent]
    others = {path for each in vendor for path in (each.spec, *each.overlays)} - {*own}
    return Files(
        tuple(source.read(path, _shown(edition, path)) for path in own),
        source.read_if_there(edition.findings, _shown(edition, edition.findings)),
        tuple(source.read(path, _shown(edition, path)) for path in others),
    )


def inspect(edition: Edition, files: Files, *, strict: bool) -> Compiled:
    """Compile and lint what was read.

    Raises:
        Refused: it cannot be used.
    """
    spec, *overlays = files.layers
    near = source.Neighbours.of(edition.spec, edition.root)
    compiled = compile_loaded(spec, overlays, near, files.sheet, strict=edition.evidence)
    if strict:
        lint.check_layers(spec, overlays, compiled.report)
    lint.check(
        compiled.data,
        compiled.places,
        compiled.report,
        strict=strict,
        sheet=None if files.sheet is None else lint.FindingTable(files.sheet.data, Places.of(files.sheet.source)),
        counts=sum((lint.count_references(each.data) for each in (*files.layers, *files.others)), Counter()),
    )
    return compiled


def apply_exceptions(edition: Edition, report: Report) -> Report:
    """Give the report without the gaps that the edition allows; an allowance without a gap is an error."""
    gaps = {each.code for each in report if each.severity is Severity.GAP}
    kept = [each for each in report if each.severity is not Severity.GAP or each.code not in edition.allow]
    for code in edition.allow:
        if code not in gaps:
            message = f"the edition `{edition.name}` allows the gap `{code}`, which does not occur"
            kept.append(Diagnostic("unused-allowance", Severity.ERROR, message, hint="take it out of `allow`"))
    return Report(kept)


def _shown(edition: Edition, path: Path) -> str:
    return (path.relative_to(edition.root) if path.is_relative_to(edition.root) else path).as_posix()
