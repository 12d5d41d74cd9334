"""The list of verbs. Only the modules of the verbs that are asked for are imported: some need a second for that."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from qiyue.cli.result import Result

VERBS = ("generate", "check", "ir", "explain", "mock", "contract", "init", "coverage", "drift", "publish", "demo")
"""Each is a function of the module of the same name."""
_HELP = ("-h", "--help")


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """Build the application with the verbs that the arguments need."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(_HELP)},
    )
    app.callback(invoke_without_command=True)(qiyue)
    for verb in _needed(arguments):
        app.command()(getattr(import_module(f"qiyue.cli.{verb}"), verb))
    return app


def _needed(arguments: Sequence[str]) -> Sequence[str]:
    """Give the verb that is named; none where there are options alone; all for help, and for who named another one."""
    if arguments and arguments[0] in VERBS:
        return arguments[:1]
    is_bare = bool(arguments) and all(each.startswith("-") for each in arguments)
    return () if is_bare and not {*_HELP, "--"} & {*arguments} else VERBS


def qiyue(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print a traceback if qiyue itself fails.")] = False,
) -> Result:
    """From a vendor's written API page to an evidenced OpenAPI spec, typed clients, a mock and a contract suite.

    Exit codes: 0 clean, 1 findings, 2 bad input or usage, 3 a bug of qiyue.
    """
    del version, debug  # read before anything is parsed
    if context.invoked_subcommand is None:
        return Result(lines=[context.get_help()])
    return Result()
