"""``qiyue check``: lint specs, examples, evidence; allowed gaps; freshness of generated/."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from qiyue import config, files, lint, review
from qiyue.cli import choice, options
from qiyue.cli.excerpt import escape_control_characters
from qiyue.cli.generate import coverage_data, list_changes
from qiyue.cli.result import Exit, Result
from qiyue.codec.evidence import KEY as SOURCE
from qiyue.config import Edition, Project
from qiyue.diagnostics import Diagnostic, Place, Refused, Severity
from qiyue.targets import DEFAULT, TargetInput, find_target
from qiyue.values import FrozenMap, Plain
from qiyue.whole import NONE, CoverageSummary, get_coverage_summary

_OF_A_FILE: Final = "client"
"""The package that the client of a file would be."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one edition, or in a file of none."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False
    wholeness: CoverageSummary = NONE
    tally: lint.GradeCounts | None = None
    differences: tuple[files.Difference, ...] = ()
    is_file: bool = False
    todo: tuple[tuple[Place | None, lint.Draft], ...] = ()
    """What a person has to confirm, and where it is written."""


@click.command()
@options.specs
@options.strict
@click.option("--evidence", is_flag=True, help="Want evidence on every element, confirmed by a person.")
@click.option("--todo", is_flag=True, help="List what a person still has to confirm, most doubtful first.")
@options.json
def check(names: Sequence[str], strict: bool, evidence: bool, todo: bool, as_json: bool) -> Result:
    """Lint specs, examples and evidence, and see whether generated/ is fresh.

    Where the extra [models] is installed, datamodel-code-generator reads the types once more; a note tells what it
    finds otherwise.

    Example: qiyue check --strict
    """
    checked = [_check(*each, evidence) for each in _chosen(names)]
    strays = choice.find_unknown_names(names) if not names else ()
    return Result(
        max([*(_exit(each, strict) for each in checked), Exit.FINDINGS if strays else Exit.CLEAN]),
        [diagnostic for each in checked for diagnostic in each.diagnostics],
        [*(line for each in checked for line in _lines(each, todo)), *(f"{path}: of no edition" for path in strays)],
        {"editions": [_data(each, todo) for each in checked], "strays": list(strays)},
    )


def _chosen(names: Sequence[str]) -> Iterator[tuple[Edition, Project | None]]:
    """Give the editions that are meant, each with its project; a file is an edition of no project."""
    for name in names or (edition.name for edition in choice.editions()):
        if choice.is_file(name):
            spec = Path.cwd() / name
            yield Edition(name, spec, (), _OF_A_FILE, DEFAULT, False, FrozenMap(), (), False, Path.cwd()), None
        else:
            project = config.load_project(Path.cwd())
            yield project.edition(name), project


def _check(edition: Edition, project: Project | None, evidence: bool) -> Checked:
    try:
        compiled = review.lint_edition(edition, project, evidence=evidence)
        target = find_target(edition.target)
        given = TargetInput(compiled.api, edition.package, compiled.report, compiled.places.place, compiled.naming)
        planned = target.generate(given)
        if target.crosscheck is not None:
            target.crosscheck(given)
        differences = files.compare(planned, choice.output_folder(edition)) if project else ()
    except Refused as refused:
        return Checked(edition, refused.diagnostics, refused=True)
    found = tuple(review.apply_exceptions(edition, compiled.report))
    told = get_coverage_summary(compiled.api, compiled.data, compiled.report)
    todo = tuple((compiled.places.place(f"{each.pointer}/{SOURCE}"), each) for each in lint.drafts(compiled.data))
    return Checked(edition, found, False, told, lint.count_grades(compiled.data), differences, project is None, todo)


def _exit(checked: Checked, strict: bool) -> Exit:
    if checked.refused:
        return Exit.BAD_INPUT
    bad = {Severity.ERROR, Severity.GAP} if strict else {Severity.ERROR}
    found = checked.differences or any(each.severity in bad for each in checked.diagnostics)
    return Exit.FINDINGS if found else Exit.CLEAN


def _lines(checked: Checked, todo: bool) -> list[str]:
    if checked.refused or checked.tally is None:
        return [f"{checked.edition.name}: refused"]
    grades = ", ".join(f"{count} {grade}" for grade, count in checked.tally.grades.items() if count)
    missing = f", {checked.tally.missing} without" if checked.tally.missing else ""
    drafts = f", {checked.tally.drafts} of them drafts" if checked.tally.drafts else ""
    fresh = "" if checked.is_file else "; stale" if checked.differences else "; fresh"
    summary = f"{checked.edition.name}: {checked.wholeness}; evidence: {grades or 'none'}{drafts}{missing}{fresh}"
    return [*list_changes(choice.output_folder(checked.edition), checked.differences), summary, *_todo(checked, todo)]


def _todo(checked: Checked, todo: bool) -> Iterator[str]:
    """Say what a person has to confirm."""
    if todo:
        yield from (escape_control_characters(f"{place}: {each.title}: {each.text}") for place, each in checked.todo)
        yield f"{checked.edition.name}: {len(checked.todo)} to confirm"


def _data(checked: Checked, todo: bool) -> dict[str, Plain]:
    tally = checked.tally
    return {
        "name": checked.edition.name,
        "refused": checked.refused,
        **coverage_data(checked.wholeness),
        "evidence": {grade.value: count for grade, count in tally.grades.items()} if tally else {},
        "drafts": tally.drafts if tally else 0,
        "without-evidence": tally.missing if tally else 0,
        "differences": [{"path": d.path, "what": d.what} for d in checked.differences],
    } | ({"todo": [_plain_draft(*each) for each in checked.todo]} if todo else {})


def _plain_draft(place: Place | None, each: lint.Draft) -> dict[str, Plain]:
    found = {"file": place.file, "line": place.line, "column": place.column} if place else None
    return {"pointer": each.pointer, "name": each.title, "evidence": each.text, "place": found}
