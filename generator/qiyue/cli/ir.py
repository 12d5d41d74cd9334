"""``qiyue ir``: the resolved Api, or the plan of its client, as JSON."""

from collections.abc import Sequence
from pathlib import Path

import click

from qiyue import dump
from qiyue.cli import choice, options
from qiyue.cli.result import Exit, Result
from qiyue.client_plan import plan_client


@click.command()
@click.argument("name", metavar="EDITION|SPEC", help="An edition, or a Swagger 2.0, OpenAPI 3.0 or 3.1 file.")
@options.overlays
@options.allow_urls
@click.option("--plan", is_flag=True, help="Print what a client offers instead: its resources and methods, in words.")
@options.json
def ir(name: str, overlays: Sequence[Path], allow_urls: bool, plan: bool, as_json: bool) -> Result:
    """Print the resolved Api as JSON, with a list `operations`; with --json also the diagnostics.

    Example: qiyue ir petstore.yaml
    """
    compiled = choice.compiled(name, overlays, allow_urls=allow_urls)
    printed = plan_client(compiled.api) if plan else compiled.api
    return Result(Exit.CLEAN, tuple(compiled.report), data=dump.plain(printed), only_json=True)
