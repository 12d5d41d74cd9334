"""``qiyue contract``: hold a mock, a generated client or a live server to the spec."""

import gc
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from qiyue import contract as suite
from qiyue import dump, files, pipeline, report
from qiyue.cli import choice, findings, options, progress
from qiyue.cli.proof import proof
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import refuse
from qiyue.drivers import Package
from qiyue.mutation import build_compact_api, build_multi_call_api
from qiyue.pipeline import Compiled
from qiyue.targets import DEFAULT, find_target, open_client


@dataclass(frozen=True, slots=True)
class Named:
    """One edition or document that was asked for."""

    name: str
    package: str
    compiled: Compiled
    target: str = DEFAULT

    def client(self) -> Package:
        """Give the generated client."""
        return open_client(self.compiled.api, self.package, self.target)


@click.command()
@options.specs
@click.option(
    "--target",
    default="mock",
    metavar="mock|client|URL",
    help="The mock, the generated client over the mock, or a live server, as the customer of <PACKAGE>_<NAME> in "
    "the environment.",
)
@click.option(
    "--report",
    "report_folder",
    type=options.PATH,
    metavar="DIR",
    help="Write report.html, report.json and junit.xml there.",
)
@click.option("--seed", default=0, metavar="N", help="Equal seeds send equal requests.")
@click.option("--max-examples", type=click.IntRange(1), default=50, metavar="N", help="Drawn cases for each operation.")
@click.option(
    "--max-cases",
    type=click.IntRange(1),
    metavar="N",
    help="Cases in all, shared out equally; at least one for each.",
)
@click.option(
    "--time-budget",
    type=click.FloatRange(0),
    metavar="S",
    help="Stop after so many seconds, start-up included.",
)
@click.option(
    "--allow-writes",
    is_flag=True,
    help="Live: call what writes, too; what it makes is deleted where it can be.",
)
@click.option(
    "--max-requests",
    type=click.IntRange(1),
    default=suite.MOST,
    metavar="N",
    help="Live: send no more than this.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0.01),
    default=suite.RATE,
    metavar="N",
    help="Live: send no more than this in a second.",
)
@click.option("--dry-run", is_flag=True, help="Live: print what would be sent, and send nothing.")
@click.option("--prove", is_flag=True, help="Plant faults in mock and client instead, and show that each one is found.")
@options.json
@click.pass_context
def contract(
    context: click.Context,
    names: Sequence[str],
    target: str,
    report_folder: Path | None,
    seed: int,
    max_examples: int,
    max_cases: int | None,
    time_budget: float | None,
    allow_writes: bool,
    max_requests: int,
    rate: float,
    dry_run: bool,
    prove: bool,
    as_json: bool,
) -> Result:
    """Test every operation by its spec; green only if each reached a business success and nothing failed.

    Example: qiyue contract petstore.yaml --target client
    """
    gc.enable()
    is_live = _is_live(target)
    if (allow_writes or dry_run) and not is_live:
        raise refuse("usage", "--allow-writes and --dry-run go with --target URL")
    visit = suite.LiveRunConfig(
        url=target,
        allow_writes=allow_writes,
        max_requests=max_requests,
        rate=rate,
        seed=seed,
        max_examples=max_examples,
        max_cases=max_cases,
    )
    end = None if time_budget is None else context.obj + time_budget
    named = [_named(name) for name in names or [edition.name for edition in choice.editions()]]
    if prove:
        apis = {each.name: each.compiled.api for each in named}
        return proof(apis if names else {"(small)": build_compact_api(), "(several)": build_multi_call_api(), **apis})
    return _dry(named, visit) if dry_run else _run(named, visit, end, report_folder, is_live=is_live, quiet=as_json)


def _run(
    named: Sequence[Named],
    visit: suite.LiveRunConfig,
    end: float | None,
    folder: Path | None,
    *,
    is_live: bool,
    quiet: bool,
) -> Result:
    if folder is not None:
        files.write((), folder)  # a folder of somebody else's is refused before the run, not after it
    runs = []
    with progress.shown(quiet=quiet) as watch:
        for each in named:
            outcome = _outcome(each, visit, end, watch(each.name), is_live=is_live)
            runs.append(report.Run(each.name, each.compiled.api, outcome, each.compiled.places.place))
    if folder is not None:
        files.write(report.files(runs), folder)
    green = all(run.outcome.green for run in runs)
    lines = [line for run in runs for line in findings.lines(run)]
    return Result(Exit.CLEAN if green else Exit.FINDINGS, (), lines, report.data(runs))


def _outcome(
    named: Named, visit: suite.LiveRunConfig, end: float | None, watch: progress.Show, *, is_live: bool
) -> suite.Outcome:
    package = named.client() if is_live else None
    visit = visit if end is None else replace(visit, time_budget=max(0.0, end - time.monotonic()))
    if package is not None:
        return suite.run_live(named.compiled.api, package, os.environ, visit, watch)
    return suite.run(
        named.compiled.api,
        visit.url,
        language=named.target if visit.url == "client" else DEFAULT,
        seed=visit.seed,
        max_examples=visit.max_examples,
        max_cases=visit.max_cases,
        time_budget=visit.time_budget,
        watch=watch,
    )


def _is_live(target: str) -> bool:
    if target in suite.TARGETS:
        return False
    try:
        parts = urlsplit(target)
        if parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0):
            return True
    except ValueError:
        pass
    wanted = " or ".join((*suite.TARGETS, "an address that begins with http:// or https://"))
    raise refuse("usage", f"--target is {wanted}")


def _named(name: str) -> Named:
    if choice.is_file(name):
        return Named(name, find_target().identifiers.argument(Path(name).stem), choice.compiled(name))
    edition = choice.editions([name])[0]
    return Named(name, edition.package, pipeline.compile_edition(edition), edition.target)


def _dry(named: Sequence[Named], visit: suite.LiveRunConfig) -> Result:
    would = {each.name: suite.dry_run(each.compiled.api, each.client(), os.environ, visit) for each in named}
    lines = [line for name, requests in would.items() for line in findings.would(name, requests)]
    return Result(Exit.CLEAN, (), lines, {"requests": {name: dump.plain(requests) for name, requests in would.items()}})
