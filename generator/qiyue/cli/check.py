"""``qiyue check``: lint specs, examples, evidence; allowed gaps; freshness of generated/."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from qiyue import config, files, lint, review
from qiyue.cli import choice, options
from qiyue.cli.generate import plain_wholeness, stale
from qiyue.cli.result import Exit, Result
from qiyue.config import Edition, Project
from qiyue.diagnostics import Diagnostic, Refused, Severity
from qiyue.targets import python
from qiyue.targets.python import crosscheck
from qiyue.values import Plain
from qiyue.whole import NONE, Wholeness, wholeness


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one edition."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False
    wholeness: Wholeness = NONE
    tally: lint.Tally | None = None
    differences: tuple[files.Difference, ...] = ()


@click.command()
@options.editions
@options.strict
@click.option("--evidence", is_flag=True, help="Want evidence on every element.")
@options.json
def check(names: Sequence[str], strict: bool, evidence: bool, as_json: bool) -> Result:
    """Lint specs, examples and evidence, and see whether generated/ is fresh.

    Where the extra [models] is installed, datamodel-code-generator reads the types once more; a note tells what it
    finds otherwise.

    Example: qiyue check --strict
    """
    project = config.load_project(Path.cwd())
    checked = [_check(edition, project, evidence) for edition in choice.editions(names)]
    strays = choice.strays(names)
    return Result(
        max([*(_exit(each, strict) for each in checked), Exit.FINDINGS if strays else Exit.CLEAN]),
        [diagnostic for each in checked for diagnostic in each.diagnostics],
        [*(line for each in checked for line in _lines(each)), *(f"{path}: of no edition" for path in strays)],
        {"editions": [_data(each) for each in checked], "strays": list(strays)},
    )


def _check(edition: Edition, project: Project, evidence: bool) -> Checked:
    try:
        compiled = review.review(edition, project, evidence=evidence)
        planned = python.generate(compiled.api, edition.package, compiled.report, compiled.places.place)
        if find_spec("datamodel_code_generator"):  # of the extra [models]
            crosscheck.check(compiled.api, compiled.report, compiled.places.place)
        differences = files.compare(planned, choice.output_folder(edition))
    except Refused as refused:
        return Checked(edition, refused.diagnostics, refused=True)
    found = tuple(review.settle_allowances(edition, compiled.report))
    told = wholeness(compiled.api, compiled.data, compiled.report)
    return Checked(edition, found, wholeness=told, tally=lint.tally(compiled.data), differences=differences)


def _exit(checked: Checked, strict: bool) -> Exit:
    if checked.refused:
        return Exit.BAD_INPUT
    bad = {Severity.ERROR, Severity.GAP} if strict else {Severity.ERROR}
    found = checked.differences or any(each.severity in bad for each in checked.diagnostics)
    return Exit.FINDINGS if found else Exit.CLEAN


def _lines(checked: Checked) -> list[str]:
    if checked.refused or checked.tally is None:
        return [f"{checked.edition.name}: refused"]
    grades = ", ".join(f"{count} {grade}" for grade, count in checked.tally.grades.items() if count)
    missing = f", {checked.tally.missing} without" if checked.tally.missing else ""
    fresh = "stale" if checked.differences else "fresh"
    summary = f"{checked.edition.name}: {checked.wholeness}; evidence: {grades or 'none'}{missing}; {fresh}"
    return [*stale(choice.output_folder(checked.edition), checked.differences), summary]


def _data(checked: Checked) -> dict[str, Plain]:
    tally = checked.tally
    return {
        "name": checked.edition.name,
        "refused": checked.refused,
        **plain_wholeness(checked.wholeness),
        "evidence": {grade.value: count for grade, count in tally.grades.items()} if tally else {},
        "without-evidence": tally.missing if tally else 0,
        "differences": [{"path": d.path, "what": d.what} for d in checked.differences],
    }
