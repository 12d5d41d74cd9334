"""Data: runs as plain data, for ``report.json`` and ``--json``. The shape is public."""

from collections.abc import Sequence

from qiyue import dump
from qiyue.contract import Failure
from qiyue.report.run import Run
from qiyue.report.text import seconds
from qiyue.values import Plain


def data(runs: Sequence[Run]) -> dict[str, Plain]:
    """Give runs as plain data."""
    return {"outcomes": {run.name: _outcome(run) for run in runs}}


def _outcome(run: Run) -> Plain:
    outcome = run.outcome
    told = dump.plain(outcome) | {"green": outcome.green, "cases": outcome.cases, "reasons": list(outcome.reasons())}
    return told | {
        "seconds": seconds(outcome.seconds),
        "failures": [_failure(run, failure) for failure in outcome.failures],
    }


def _failure(run: Run, failure: Failure) -> Plain:
    place = run.place(failure.place)
    return dump.plain(failure) | {"at": str(place)}
