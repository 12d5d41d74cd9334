"""``qiyue generate``: write client distributions, or say what is stale."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from qiyue import files
from qiyue.cli import choice, job, options
from qiyue.cli.job import Done
from qiyue.cli.result import Exit, Result
from qiyue.client_plan import Naming
from qiyue.diagnostics import Diagnostic, Severity, refuse
from qiyue.targets import DEFAULT
from qiyue.values import Plain
from qiyue.whole import CoverageSummary


@click.command()
@click.argument(
    "names",
    metavar="[EDITION|SPEC]...",
    nargs=-1,
    help="Editions (none: all of them), or one OpenAPI file with --out.",
)
@click.option("--out", type=options.PATH, metavar="DIR", help="The distribution folder to write for SPEC.")
@click.option("--package", metavar="NAME", help="The package to write for SPEC; else DIR's name.")
@click.option("--target", metavar="NAME", help="The target to generate for SPEC; else python.")
@click.option(
    "--names",
    "names_of",
    multiple=True,
    metavar="ids|FILE",
    help="ids: name methods by ids alone, as qiyue once did. FILE: keep names there, whatever is edited later.",
)
@click.option("--ascii", "in_ascii", is_flag=True, help="Leave tags and ids of other letters out of names.")
@options.overlays
@options.allow_urls
@click.option("--no-infer", is_flag=True, help="Find no pages by the names of fields: only what SPEC says itself.")
@click.option("--check", is_flag=True, help="Write nothing; name every file that is stale, and exit 1.")
@options.strict
@click.option(
    "--jobs",
    "processes",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    help="Generate so many editions at once.",
)
@options.json
def generate(
    names: Sequence[str],
    out: Path | None,
    package: str | None,
    target: str | None,
    names_of: Sequence[str],
    in_ascii: bool,
    overlays: Sequence[Path],
    allow_urls: bool,
    no_infer: bool,
    check: bool,
    strict: bool,
    processes: int,
    as_json: bool,
) -> Result:
    """Write clients: generated/ of the nearest project, or one folder from any OpenAPI file.

    Example: qiyue generate petstore.yaml --out petstore
    """
    if out is None and (package or target or names_of or in_ascii or overlays or allow_urls or no_infer):
        raise refuse(
            "usage",
            "--package, --target, --names, --ascii, --overlay, --allow-urls and --no-infer go with a file and --out",
            hint="an edition says it in the project's file",
        )
    if out is None:
        jobs = job.of_editions(names)
    else:
        asked: dict[str, Any] = {"allow_urls": allow_urls, "infer": not no_infer, "target": target or DEFAULT}
        asked |= _naming(names_of, in_ascii)
        jobs = [job.of_file(names, out, package, overlays, **asked)]
    done = job.run_all(jobs, write=not check, processes=processes)
    strays = choice.find_unknown_names(names) if check and out is None else ()
    diagnostics = [d for each in done for d in each.diagnostics]
    lines = [*_lines(done, check), *(f"{path}: of no edition" for path in strays)]
    return Result(_exit(done, check, strict, bool(strays)), diagnostics, lines, _data(done) | {"strays": list(strays)})


def _naming(names_of: Sequence[str], in_ascii: bool) -> dict[str, Any]:
    """Tell ``ids`` from the file of a lock."""
    locks = [Path(each) for each in names_of if each != "ids"]
    if len(locks) > 1:
        raise refuse("usage", "--names takes one file")
    naming = Naming("ids" if "ids" in names_of else "paths", in_ascii)
    return {"naming": naming, "lock": locks[0] if locks else None}


def _exit(done: Sequence[Done], check: bool, strict: bool, strays: bool) -> Exit:
    if any(each.refused for each in done):
        return Exit.BAD_INPUT
    stale = check and any(each.differences for each in done)
    bad = {Severity.ERROR, Severity.GAP} if strict else {Severity.ERROR}
    found = any(d.severity in bad or _is_empty(d) for each in done for d in each.diagnostics)
    return Exit.FINDINGS if stale or found or strays else Exit.CLEAN


def _is_empty(told: Diagnostic) -> bool:
    """Tell whether a document has operations and its client has none: nobody wants such a client."""
    return told.code == "no-operations" and told.severity is Severity.GAP


def _lines(done: Sequence[Done], check: bool) -> Iterator[str]:
    for each in done:
        folder = os.path.relpath(each.job.folder)
        if not each.refused:
            yield f"{each.job.name}: {each.wholeness}"
        if each.refused:
            yield f"{each.job.name}: refused, {folder} is as it was"
        elif check:
            yield from list_changes(each.job.folder, each.differences)
            yield f"{each.job.name}: {'stale' if each.differences else 'fresh'}, {each.count} files in {folder}"
        else:
            changed, removed = len(each.written.changed), len(each.written.removed)
            yield f"{each.job.name}: {each.count} files in {folder}, {changed} written, {removed} removed"


def list_changes(folder: Path, differences: Sequence[files.Difference]) -> Iterator[str]:
    """Name every file that is not as it would be generated."""
    shown = os.path.relpath(folder)
    yield from (os.path.normpath(f"{shown}/{each.path}") + f": {each.what}" for each in differences)


def _data(done: Sequence[Done]) -> dict[str, Plain]:
    rows = [
        {
            "name": each.job.name,
            "folder": os.path.relpath(each.job.folder),
            "refused": each.refused,
            **coverage_data(each.wholeness),
            "files": each.count,
            "differences": [{"path": d.path, "what": d.what} for d in each.differences],
            "written": list(each.written.changed),
            "removed": list(each.written.removed),
        }
        for each in done
    ]
    return {"distributions": rows}


def coverage_data(told: CoverageSummary) -> dict[str, Plain]:
    """Give how many operations there are and which are not whole, for machines."""
    return {
        "operations": told.count,
        "whole": len(told.whole),
        "with-gaps": list(told.with_gaps),
        "left-out": list(told.left_out),
    }
