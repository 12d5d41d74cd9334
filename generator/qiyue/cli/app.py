"""The list of verbs. Only the module of the verb that is asked for is imported: some need a second for that."""

from importlib import import_module

import click

from qiyue.cli.result import Result

VERBS = ("generate", "check", "ir", "explain", "mock", "contract", "init", "coverage", "drift", "publish", "demo")
"""Each is a command of the module of the same name."""


class Verbs(click.Group):
    """Finds a verb in its module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  as click calls it
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as click calls it
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"qiyue.cli.{cmd_name}"), cmd_name)
        return command


@click.command(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True},
)
@click.option("--version", is_flag=True, help="Print the version.")
@click.option("--debug", is_flag=True, help="Print a traceback if qiyue itself fails.")
@click.pass_context
def qiyue(context: click.Context, version: bool, debug: bool) -> Result:
    """From a vendor's written API page to an evidenced OpenAPI spec, typed clients, a mock and a contract suite.

    Exit codes: 0 clean, 1 findings, 2 bad input or usage, 3 a bug of qiyue.
    """
    del version, debug  # read before anything is parsed
    if context.invoked_subcommand is None:
        return Result(lines=[context.get_help()])
    return Result()
