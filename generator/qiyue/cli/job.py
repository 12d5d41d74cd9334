"""One client to generate: what is to be done as plain data, and doing it.

Jobs do not know of each other, so that several processes can do them; what is said comes in the order of the jobs.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from qiyue import files, pipeline, review
from qiyue.base.value import Value
from qiyue.cli import choice
from qiyue.client_plan import Naming, plan_client, write_lock
from qiyue.config import Edition
from qiyue.diagnostics import Diagnostic, Refused, refuse
from qiyue.fidelity import store
from qiyue.inference import infer_pages
from qiyue.targets import DEFAULT, TargetInput, find_target
from qiyue.whole import NONE, CoverageSummary, get_coverage_summary

NOTHING = files.WriteResult((), ())


class Job(Value):
    """One distribution to write: of an edition, or of an OpenAPI file."""

    name: str
    folder: Path
    package: str
    target: str = DEFAULT
    edition: Edition | None = None
    overlays: tuple[Path, ...] = ()
    allow_urls: bool = False
    naming: Naming = Naming()
    infer: bool = True
    """Whether pages are found by the names of fields; an edition of which evidence is required says them itself."""
    lock: Path | None = None
    """Where names are kept, if anywhere."""

    def compile(self) -> pipeline.Compiled:
        if self.edition is not None:
            return pipeline.compile_edition(self.edition)
        compiled = choice.compile_spec(self.name, self.overlays, allow_urls=self.allow_urls)
        return replace(compiled, naming=pipeline.held(self.naming, self.lock) if self.lock else self.naming)


class Done(Value):
    """What became of a job; ``refused`` leaves the folder as it was."""

    job: Job
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False
    count: int = 0
    wholeness: CoverageSummary = NONE
    differences: tuple[files.Difference, ...] = ()
    written: files.WriteResult = NOTHING


def of_editions(names: Sequence[str]) -> list[Job]:
    """Plan the distributions of a project."""
    for name in names:
        if choice.is_file(name):
            raise refuse("usage", f"where shall the client of `{name}` go?", hint="add --out DIR")
    return [Job(e.name, choice.output_folder(e), e.package, e.target, e, lock=e.lock) for e in choice.editions(names)]


def of_file(
    names: Sequence[str],
    out: Path,
    package: str | None,
    overlays: Sequence[Path],
    *,
    allow_urls: bool,
    target: str = DEFAULT,
    naming: Naming = Naming(),
    infer: bool = True,
    lock: Path | None = None,
) -> Job:
    """Plan the distribution of one OpenAPI file."""
    if len(names) != 1:
        raise refuse("usage", "--out goes with exactly one OpenAPI file")
    name = package or out.resolve().name.replace("-", "_").lower()
    if wrong := find_target(target).identifiers.wrong_package(name):
        raise refuse("usage", wrong, hint="choose another with --package")
    return Job(names[0], out, name, target, None, tuple(overlays), allow_urls, naming, infer, lock)


def run_all(jobs: Sequence[Job], *, write: bool, processes: int) -> list[Done]:
    """Do all jobs, in so many processes."""
    do = partial(run, write=write)
    if min(processes, len(jobs)) <= 1:
        return list(map(do, jobs))
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(processes, len(jobs))) as pool:
        return list(pool.map(do, jobs))


def run(job: Job, *, write: bool) -> Done:
    """Generate one distribution; refuse it alone if its input is bad."""
    try:
        compiled = job.compile()
        infers = job.infer and not (job.edition and job.edition.evidence)
        api = infer_pages(compiled.api) if infers else compiled.api
        given = TargetInput(api, job.package, compiled.report, compiled.places.place, compiled.naming)
        planned = find_target(job.target).generate(given)
        compiled.report.stop_on_errors()
        told = get_coverage_summary(compiled.api, compiled.data, compiled.report)
        said = tuple(review.apply_exceptions(job.edition, compiled.report) if job.edition else compiled.report)
        done = Done(job, said, count=len(planned), wholeness=told)
        names = _names(job, compiled)
        if write:
            written = files.write(planned, job.folder)
            store.write(names)
            return replace(done, written=written)
        return replace(done, differences=(*files.compare(planned, job.folder), *_stale(job, names)))
    except Refused as refused:
        return Done(job, refused.diagnostics, refused=True)


def _names(job: Job, compiled: pipeline.Compiled) -> dict[Path, str]:
    """Give the text of the lock, if names are kept."""
    if job.lock is None:
        return {}
    before = store.text_if_there(job.lock) or ""
    return {job.lock: write_lock(plan_client(compiled.api, naming=compiled.naming), before)}


def _stale(job: Job, names: Mapping[Path, str]) -> Iterator[files.Difference]:
    for lock, text in names.items():
        before = store.text_if_there(lock)
        if before != text:
            yield files.Difference(os.path.relpath(lock, job.folder), "missing" if before is None else "changed")
