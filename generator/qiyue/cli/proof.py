"""``qiyue contract --prove``: plant faults, and show that the suite finds every one."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table

from qiyue import dump, prove
from qiyue.api import Api
from qiyue.cli.result import Exit, Result


def proof(apis: Mapping[str, Api]) -> Result:
    """Plant every fault of the catalogue in the Apis, each where it takes the least work."""
    faults = list(prove.prove(apis, prove.CATALOGUE))
    spared = list(prove.prove(apis, prove.HARMLESS))
    missed = [each for each in faults if each.api and not each.said] + [each for each in spared if each.said]
    data = {"faults": [dump.plain(each) for each in faults], "harmless": [dump.plain(each) for each in spared]}
    lines = [*_lines(faults, spared)]
    return Result(Exit.FINDINGS if missed else Exit.CLEAN, (), lines, data)


def _lines(faults: Sequence[prove.Proven], spared: Sequence[prove.Proven]) -> Iterator[RenderableType]:
    table = Table("who", "fault", "found by", "in", "cases", box=None, pad_edge=False)
    for each in faults:
        found = each.check if each.said else "MISSED" if each.api else "-"
        table.add_row(_who(each), each.fault, found, f"{each.api} {each.operation}", str(each.cases or "-"))
    yield table
    for each in spared:
        if each.said:
            yield f"{_who(each)} {each.fault}: harmless, but {each.said}"
    planted, tried = [each for each in faults if each.api], [each for each in spared if each.api]
    yield f"{sum(bool(each.said) for each in planted)} of {len(planted)} faults were found by the check meant for them"
    yield f"{sum(not each.said for each in tried)} of {len(tried)} harmless differences left the suite green"
    if len(planted) < len(faults):
        yield f"{len(faults) - len(planted)} faults could not be planted: nothing here could be broken like that"


def _who(proven: prove.Proven) -> str:
    return "server" if proven.target == "mock" else proven.target
