"""The list of verbs."""

from typing import Annotated

import typer

from qiyue import __version__
from qiyue.cli.check import check
from qiyue.cli.explain import explain
from qiyue.cli.generate import generate
from qiyue.cli.ir import ir
from qiyue.cli.result import Result

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for verb in (generate, check, ir, explain):
    app.command()(verb)


@app.callback(invoke_without_command=True)
def qiyue(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback if qiyue itself fails.")] = False,
) -> Result:
    """From a vendor's written API page to an evidenced OpenAPI spec, typed clients, a mock and a contract suite.

    Exit codes: 0 clean, 1 findings, 2 bad input or usage, 3 a bug of qiyue.
    """
    del debug  # read before anything is parsed
    if version:
        return Result(lines=[f"qiyue {__version__}"], data={"version": __version__})
    if context.invoked_subcommand is None:
        return Result(lines=[context.get_help()])
    return Result()
