"""``qiyue contract --prove``: plant faults, and show that the suite finds every one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table

from qiyue import dump, mutation
from qiyue.api import Api
from qiyue.cli.result import Exit, Result

PROCESSES = 2
_WHO = {"mock": "server", "client": "client"}


def report_faults(apis: Mapping[str, Api]) -> Result:
    """Plant every fault of the catalogue in every Api that can have it."""
    proven = list(mutation.run_all(apis, PROCESSES))
    faults, spared = [each for each in proven if each.check], [each for each in proven if not each.check]
    data = {"faults": [dump.plain(each) for each in faults], "harmless": [dump.plain(each) for each in spared]}
    found = Exit.FINDINGS if any(each.failed for each in proven) else Exit.CLEAN
    return Result(found, (), [*_lines(faults, spared)], data)


def _lines(faults: Sequence[mutation.FaultResult], spared: Sequence[mutation.FaultResult]) -> Iterator[RenderableType]:
    table = Table("who", "fault", "found by", "cases needed", "in", box=None, pad_edge=False)
    for (target, name), group in groupby(faults, lambda each: (each.target, each.fault)):
        planted = list(group)
        table.add_row(_WHO[target], name, planted[0].check, _needed(planted), _where(planted))
    yield table
    for each in (*faults, *spared):
        if each.failed:
            wrong = f"harmless, but {each.said}" if each.said else f"not found by {each.check}"
            yield f"{each.api} {each.operation}: {_WHO[each.target]} {each.fault}: {wrong}"
    yield f"{_count(faults)} were found by the check meant for them"
    yield f"{_count(spared)} left the suite green"


def _needed(planted: Sequence[mutation.FaultResult]) -> str:
    """Say how many cases it took, from the least to the most."""
    if any(each.failed for each in planted):
        return "MISSED"
    counts = sorted({each.cases for each in planted if each.api})
    return " to ".join(map(str, dict.fromkeys([*counts[:1], *counts[-1:]])))


def _where(planted: Sequence[mutation.FaultResult]) -> str:
    """Name the Apis that can be broken so; of several, how many."""
    names = [each.api for each in planted if each.api]
    return f"{len(names)} Apis" if len(names) > 1 else (*names, "none can be broken so")[0]


def _count(proven: Sequence[mutation.FaultResult]) -> str:
    """Say how many went well, and how many things, each of them once or more."""
    kinds = {(each.target, each.fault) for each in proven if each.api}
    bad = {(each.target, each.fault) for each in proven if each.failed}
    word = "faults" if proven and proven[0].check else "harmless differences"
    planted = sum(bool(each.api) for each in proven)
    return f"{len(kinds) - len(bad)} of {len(kinds)} {word}, planted {planted} times,"
