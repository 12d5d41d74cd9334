"""``qiyue contract --prove``: plant faults, and show that the suite finds every one."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table

from qiyue import dump, prove
from qiyue.api import Api
from qiyue.cli.result import Exit, Result


def proof(apis: Mapping[str, Api]) -> Result:
    """Plant every fault of the catalogue in the Apis, each where it takes the least work."""
    proven = list(prove.prove(apis))
    missed = [each for each in proven if each.api and not each.said]
    data = {"faults": [dump.plain(each) for each in proven]}
    return Result(Exit.FINDINGS if missed else Exit.CLEAN, (), list(_lines(proven)), data)


def _lines(proven: list[prove.Proven]) -> Iterator[RenderableType]:
    table = Table("who", "fault", "found by", "where", "cases", box=None, pad_edge=False)
    for each in proven:
        found = f"{each.check}" if each.said else "MISSED" if each.api else "-"
        table.add_row(each.target, each.fault, found, each.operation, str(each.cases or "-"))
    yield table
    planted = [each for each in proven if each.api]
    yield f"{sum(bool(each.said) for each in planted)} of {len(planted)} faults were found"
    if len(planted) < len(proven):
        yield f"{len(proven) - len(planted)} could not be planted: nothing here could be broken like that"
