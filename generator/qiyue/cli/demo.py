"""``qiyue demo``: the tour that ``make demo`` runs."""

from collections.abc import Sequence

import click
from rich.table import Table

from qiyue import demo as tours
from qiyue import dump
from qiyue.cli import choice, options, output
from qiyue.cli.result import Exit, Result


@click.command()
@options.editions
@options.json
def demo(names: Sequence[str], as_json: bool) -> Result:
    """Call every operation through its generated client, sync and async, against a running mock.

    Example: qiyue demo
    """
    rows = []
    for row in tours.run_demo(choice.editions(names)):
        rows.append(row)
        if not as_json:
            output.show_lines([f"{row.mode:5}  {row.call}", f"    -> {row.result}"])
    good = all(row.ok for row in rows)
    data = {"calls": [dump.plain(row) for row in rows]}
    return Result(Exit.CLEAN if good else Exit.FINDINGS, (), ["", _table(rows)], data)


def _table(rows: Sequence[tours.Row]) -> Table:
    table = Table("edition", "operation", "mode", "ms", "", box=None, pad_edge=False, header_style="bold")
    table.columns[3].justify = "right"
    for row in rows:
        mark = "ok" if row.ok else "FAILED"
        table.add_row(row.edition, row.operation, row.mode, f"{row.milliseconds:.0f}", mark)
    return table
