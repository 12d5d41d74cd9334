"""Findings of contract runs as lines for a terminal of any width: what was tested, what is broken and how to see it
again, the verdict."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from qiyue.cli.excerpt import escape_control_characters
from qiyue.contract import DryRunRequest, Failure, Outcome
from qiyue.report import Run

_SHOWN = 3
"""Failures of one check of one operation that are shown; the others are in the report."""


def lines(run: Run) -> Iterator[RenderableType]:
    """Give the lines of one run."""
    outcome = run.outcome
    for variable in outcome.missing:
        yield f"{variable} is not set: calls went without it."
    yield from _barred(outcome)
    yield _table(outcome)
    order = {operation: index for index, operation in enumerate(outcome.selected)}
    sorted_failures = sorted(outcome.failures, key=lambda each: (order[each.operation], each.check))
    for (operation, check), group in groupby(sorted_failures, key=lambda each: (each.operation, each.check)):
        failures = list(group)
        for failure in islice(failures, _SHOWN):
            yield ""
            yield from _failure(run, failure)
        if len(failures) > _SHOWN:
            yield f"  … and {len(failures) - _SHOWN} more of {operation}, {check}"
    yield ""
    yield from _gaps(run)
    yield from _verdict(run.name, outcome)


def dry_run_lines(name: str, requests: Sequence[DryRunRequest]) -> Iterator[RenderableType]:
    """Give the lines of a dry run."""
    for each in requests:
        yield Text(
            escape_control_characters(f"# {each.operation}, {each.phase}{': ' + each.about if each.about else ''}"),
            style="dim",
        )
        yield escape_control_characters(each.command)
    yield f"{name}: {len(requests)} requests would be sent, and were not"


def _table(outcome: Outcome) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("operation", overflow="fold")
    for name in ("cases", "successes"):
        table.add_column(name, justify="right")
    table.add_column("refusals", overflow="fold")
    for each in outcome.tested:
        table.add_row(
            escape_control_characters(each.operation), str(each.cases), str(each.successes), ", ".join(each.refused())
        )
    return table


def _barred(outcome: Outcome) -> Iterator[str]:
    reasons = dict.fromkeys(each.reason for each in outcome.barred)
    for reason in reasons:
        names = [each.operation for each in outcome.barred if each.reason == reason]
        yield escape_control_characters(f"{len(names)} not tested ({reason}): {', '.join(names)}")


def _gaps(run: Run) -> Iterator[RenderableType]:
    """Say what the document leaves open, a line for each."""
    for gap in run.outcome.gaps:
        yield Text.assemble(
            ("gap ", "yellow"),
            f"{escape_control_characters(gap.operation)}: " if gap.operation else "",
            escape_control_characters(gap.message),
            (f"  {run.place(gap.place)}", "dim"),
        )


def _failure(run: Run, failure: Failure) -> Iterator[RenderableType]:
    times = f" ({failure.count} times)" if failure.count > 1 else ""
    yield Text.assemble(
        (escape_control_characters(failure.operation), "bold"),
        (f" [{failure.check}]", "bold red"),
        f" {escape_control_characters(failure.message)}{times}",
    )
    place = str(run.place(failure.place))
    for name, text in (
        ("spec", f"{place}  ({failure.source})" if failure.source else place),
        ("curl", failure.reproduction.removeprefix("curl ")),
        ("call", failure.call),
        ("answer", " ".join(failure.answer.split())[:300]),
    ):
        if text:
            yield Text.assemble((f"  {name:<6} ", "dim"), escape_control_characters(text))


def _verdict(name: str, outcome: Outcome) -> Iterator[RenderableType]:
    broken = {failure.operation for failure in outcome.failures}
    for reason in outcome.untested_reasons():
        yield escape_control_characters(reason)
    for left in outcome.left:
        yield escape_control_characters(f"Left on the server: {left}.")
    if outcome.stopped:
        yield escape_control_characters(f"Stopped: {outcome.stopped}.")
    tested = sum(1 for each in outcome.tested if each.cases)
    counts = [f"{tested} of {len(outcome.selected) + len(outcome.barred)} operations", f"{outcome.cases} cases"]
    counts += [f"{len(outcome.failures)} broken promises in {len(broken)} operations"] if broken else []
    counts += [f"{outcome.seconds:.1f} s", f"target {outcome.target}", f"seed {outcome.seed}"]
    counts += [f"run {outcome.run_id}"] if outcome.run_id else []
    word, style = ("green", "bold green") if outcome.green else ("not green", "bold red")
    yield Text.assemble(f"{name}: ", (word, style), f": {', '.join(counts)}")
