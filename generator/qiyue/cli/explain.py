"""``qiyue explain``: what a diagnostic means."""

import click
from rich.table import Table

from qiyue.cli import options
from qiyue.cli.result import Result
from qiyue.codes import CODES, CodeDescription, suggest_word
from qiyue.diagnostics import refuse


@click.command()
@click.argument("code", metavar="[CODE]", required=False, help="A code; without it, all are listed.")
@options.json
def explain(code: str | None, as_json: bool) -> Result:
    """Say what a diagnostic means and how to mend it.

    Example: qiyue explain duplicate-key
    """
    if code is None:
        table = Table.grid(padding=(0, 2))
        for name, entry in CODES.items():
            table.add_row(name, entry.meaning)
        return Result(lines=[table], data={"codes": [_plain(name, entry) for name, entry in CODES.items()]})
    if code not in CODES:
        guess = suggest_word(code, CODES)
        hint = f"did you mean `{guess}`?" if guess else "`qiyue explain` lists all codes"
        raise refuse("unknown-code", f"there is no diagnostic with the code `{code}`", hint=hint)
    entry = CODES[code]
    lines = [f"{code}: {entry.meaning}", f"  what to do: {entry.remedy}"]
    if entry.example:
        lines.append(f"  example: {entry.example}")
    return Result(lines=lines, data=_plain(code, entry))


def _plain(code: str, entry: CodeDescription) -> dict[str, str]:
    return {"code": code, "meaning": entry.meaning, "remedy": entry.remedy, "example": entry.example}
