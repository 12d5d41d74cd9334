"""The list of verbs. Only the module of the verb that was asked for is imported: some need a second for that."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from qiyue import __version__
from qiyue.cli.result import Result

VERBS = ("generate", "check", "ir", "explain", "mock", "contract", "init", "coverage", "drift", "publish", "demo")
"""Each is a function of the module of the same name."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """Build the application with the verb that the arguments name, or with all."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(qiyue)
    asked = [verb for verb in arguments[:1] if verb in VERBS]
    for verb in asked or VERBS:
        app.command()(getattr(import_module(f"qiyue.cli.{verb}"), verb))
    return app


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
