"""``qiyue contract``: hold a mock, a generated client or a live server to the spec."""

import gc
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

import click

from qiyue import contract as suite
from qiyue import dump, files, pipeline, report
from qiyue.cli import choice, findings, options, progress
from qiyue.cli.fault_report import report_faults
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import refuse
from qiyue.drivers import Driver, DriverError
from qiyue.mutation import build_example_api, build_multi_call_api
from qiyue.pipeline import Compiled
from qiyue.targets import DEFAULT, find_target, open_client


@dataclass(frozen=True, slots=True)
class Named:
    """One edition or document that was asked for."""

    name: str
    package: str
    compiled: Compiled
    target: str = DEFAULT

    def client(self) -> Driver:
        """Give the generated client."""
        return open_client(self.compiled.api, self.package, self.target, self.compiled.naming)


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
@click.option(
    "--run-id",
    metavar="TEXT",
    help="Live: flavours names, and what is drawn, so that no run meets what another one made; with --allow-writes "
    "chosen by chance, and shown.",
)
@click.option(
    "--strict-behaviour",
    is_flag=True,
    help="Live: a habit of most servers that this one nowhere keeps makes the run red, too.",
)
@click.option("--require-all", is_flag=True, help="Live: an operation that may not be called makes the run red.")
@click.option("--dry-run", is_flag=True, help="Live: print what would be sent, and send nothing.")
@click.option("--prove", is_flag=True, help="Plant faults in mock and client instead, and show that each one is found.")
@options.json
@click.pass_context
def contract(
    context: click.Context,
    /,
    names: Sequence[str],
    target: str,
    report_folder: Path | None,
    time_budget: float | None,
    dry_run: bool,
    prove: bool,
    as_json: bool,
    **config: Any,
) -> Result:
    """Test every operation by its spec; green only if each reached a business success and nothing failed.

    Example: qiyue contract petstore.yaml --target client
    """
    gc.enable()
    wanted = _wanted(target, config, dry_run=dry_run)
    end = None if time_budget is None else context.obj + time_budget
    named = [_named(name) for name in names or [edition.name for edition in choice.editions()]]
    if prove:
        apis = {each.name: each.compiled.api for each in named}
        return report_faults(
            apis if names else {"(small)": build_example_api(), "(several)": build_multi_call_api(), **apis}
        )
    try:
        if dry_run and isinstance(wanted, suite.LiveRunConfig):
            return _dry(named, wanted)
        return _run(named, partial(_outcome, target, wanted, end), report_folder, quiet=as_json)
    except DriverError as error:
        raise refuse("client-not-driven", str(error)) from error


def _wanted(target: str, config: dict[str, Any], *, dry_run: bool) -> suite.RunConfig:
    """Make one value of the options of a run."""
    names = ("allow_writes", "max_requests", "rate", "run_id", "require_all", "strict_behaviour")
    live = {name: config.pop(name) for name in names}
    if live["run_id"] is None:
        live["run_id"] = token_hex(3) if live["allow_writes"] else ""
    if _is_live(target):
        return suite.LiveRunConfig(url=target, **live, **config)
    if live["allow_writes"] or dry_run:
        raise refuse("usage", "--allow-writes and --dry-run go with --target URL")
    return suite.RunConfig(**config)


def _run(
    named: Sequence[Named],
    run: Callable[[Named, progress.Show], suite.Outcome],
    folder: Path | None,
    *,
    quiet: bool,
) -> Result:
    if folder is not None:
        files.write((), folder)  # a folder of somebody else's is refused before the run, not after it
    runs = []
    with progress.show_progress(quiet=quiet) as watch:
        for each in named:
            outcome = run(each, watch(each.name))
            runs.append(report.Run(each.name, each.compiled.api, outcome, each.compiled.places.place))
    if folder is not None:
        files.write(report.files(runs), folder)
    green = all(each.outcome.green for each in runs)
    lines = [line for each in runs for line in findings.lines(each)]
    return Result(Exit.CLEAN if green else Exit.FINDINGS, (), lines, report.data(runs))


def _outcome(
    target: str, config: suite.RunConfig, end: float | None, named: Named, watch: progress.Show
) -> suite.Outcome:
    driver = named.client() if isinstance(config, suite.LiveRunConfig) else None
    config = config if end is None else replace(config, time_budget=max(0.0, end - time.monotonic()))
    api = named.compiled.api
    if driver is not None and isinstance(config, suite.LiveRunConfig):
        return suite.run_live(api, driver, os.environ, config, watch)
    language = named.target if target == "client" else DEFAULT
    return suite.run(api, target, config=config, language=language, watch=watch)


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
        return Named(name, find_target().identifiers.argument(Path(name).stem), choice.compile_spec(name))
    edition = choice.editions([name])[0]
    return Named(name, edition.package, pipeline.compile_edition(edition), edition.target)


def _dry(named: Sequence[Named], config: suite.LiveRunConfig) -> Result:
    would = {each.name: suite.dry_run(each.compiled.api, each.client(), os.environ, config) for each in named}
    lines = [line for name, requests in would.items() for line in findings.dry_run_lines(name, requests)]
    return Result(Exit.CLEAN, (), lines, {"requests": {name: dump.plain(requests) for name, requests in would.items()}})
