"""``qiyue generate``: write client distributions, or say what is stale."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from qiyue import config, files, pipeline
from qiyue.cli import choice
from qiyue.cli.options import Json, Overlays, Strict
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Diagnostic, Refused, Severity, refuse
from qiyue.targets import python
from qiyue.values import Plain

NOTHING = files.Written((), ())


@dataclass(frozen=True, slots=True)
class Job:
    """One distribution to write."""

    name: str
    folder: Path
    package: str
    compile: Callable[[], pipeline.Compiled]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job; ``refused`` leaves the folder as it was."""

    job: Job
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False
    count: int = 0
    differences: tuple[files.Difference, ...] = ()
    written: files.Written = NOTHING


Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="EDITION|SPEC", help="Editions (none: all of them), or one OpenAPI file with --out."),
]
Out: TypeAlias = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="The distribution folder to write for SPEC.")
]
Package: TypeAlias = Annotated[
    str | None, typer.Option("--package", metavar="NAME", help="The package to write for SPEC; else DIR's name.")
]
Check: TypeAlias = Annotated[
    bool, typer.Option("--check", help="Write nothing; name every file that is stale, and exit 1.")
]


def generate(
    names: Names = None,
    out: Out = None,
    package: Package = None,
    overlay: Overlays = None,
    check: Check = False,
    strict: Strict = False,
    as_json: Json = False,
) -> Result:
    """Write clients: generated/ of the nearest project, or one folder from any OpenAPI file.

    Example: qiyue generate petstore.yaml --out petstore
    """
    if out is None and (package or overlay):
        raise refuse("usage", "--package and --overlay go with an OpenAPI file and --out")
    jobs = edition_jobs(names) if out is None else [file_job(names, out, package, overlay or ())]
    done = [run(job, write=not check) for job in jobs]
    strays = choice.strays(names) if check and out is None else ()
    diagnostics = [d for each in done for d in each.diagnostics]
    lines = [*_lines(done, check), *(f"{path}: of no edition" for path in strays)]
    return Result(_exit(done, check, strict, bool(strays)), diagnostics, lines, _data(done) | {"strays": list(strays)})


def edition_jobs(names: Sequence[str] | None) -> list[Job]:
    """Plan the distributions of a project."""
    for name in names or ():
        if choice.is_file(name):
            raise refuse("usage", f"where shall the client of `{name}` go?", hint="add --out DIR")
    return [
        Job(e.name, choice.output_folder(e), e.package, lambda e=e: pipeline.compile_edition(e))  # type: ignore[misc]
        for e in choice.editions(names)
    ]


def file_job(names: Sequence[str] | None, out: Path, package: str | None, overlays: Sequence[Path]) -> Job:
    """Plan the distribution of one OpenAPI file."""
    if not names or len(names) != 1:
        raise refuse("usage", "--out goes with exactly one OpenAPI file")
    name = package or out.resolve().name.replace("-", "_").lower()
    if wrong := config.wrong_package(name):
        raise refuse("usage", wrong, hint="choose another with --package")
    return Job(names[0], out, name, lambda: choice.compiled(names[0], overlays))


def run(job: Job, *, write: bool) -> Done:
    """Generate one distribution; refuse it alone if its input is bad."""
    try:
        compiled = job.compile()
        planned = python.generate(compiled.api, job.package, compiled.report, compiled.places.place)
        compiled.report.stop_on_errors()
        done = Done(job, tuple(compiled.report), count=len(planned))
        if write:
            return replace(done, written=files.write(planned, job.folder))
        return replace(done, differences=files.compare(planned, job.folder))
    except Refused as refused:
        return Done(job, refused.diagnostics, refused=True)


def _exit(done: Sequence[Done], check: bool, strict: bool, strays: bool) -> Exit:
    if any(each.refused for each in done):
        return Exit.BAD_INPUT
    stale = check and any(each.differences for each in done)
    gaps = strict and any(d.severity is Severity.GAP for each in done for d in each.diagnostics)
    return Exit.FINDINGS if stale or gaps or strays else Exit.CLEAN


def _lines(done: Sequence[Done], check: bool) -> Iterator[str]:
    for each in done:
        folder = os.path.relpath(each.job.folder)
        if each.refused:
            yield f"{each.job.name}: refused, {folder} is as it was"
        elif check:
            yield from stale(each.job.folder, each.differences)
            yield f"{each.job.name}: {'stale' if each.differences else 'fresh'}, {each.count} files in {folder}"
        else:
            changed, removed = len(each.written.changed), len(each.written.removed)
            yield f"{each.job.name}: {each.count} files in {folder}, {changed} written, {removed} removed"


def stale(folder: Path, differences: Sequence[files.Difference]) -> Iterator[str]:
    """Name every file that is not as it would be generated."""
    yield from (f"{os.path.relpath(folder)}/{each.path}: {each.what}" for each in differences)


def _data(done: Sequence[Done]) -> dict[str, Plain]:
    rows = [
        {
            "name": each.job.name,
            "folder": os.path.relpath(each.job.folder),
            "refused": each.refused,
            "files": each.count,
            "differences": [{"path": d.path, "what": d.what} for d in each.differences],
            "written": list(each.written.changed),
            "removed": list(each.written.removed),
        }
        for each in done
    ]
    return {"distributions": rows}
