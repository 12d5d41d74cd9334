"""``qiyue ir``: the resolved Api, the plan of its client, or what was inferred of its objects, as JSON."""

from collections.abc import Sequence
from pathlib import Path

import click

from qiyue import dump
from qiyue.cli import choice, options
from qiyue.cli.result import Exit, Result
from qiyue.client_plan import plan_client
from qiyue.inference import infer_resources


@click.command()
@click.argument("name", metavar="EDITION|SPEC", help="An edition, or a Swagger 2.0, OpenAPI 3.0 or 3.1 file.")
@options.overlays
@options.allow_urls
@click.option("--plan", is_flag=True, help="Print what a client offers instead: its resources and methods, in words.")
@click.option("--inferred", is_flag=True, help="Print instead which operations belong to the same objects, and why.")
@options.json
def ir(name: str, overlays: Sequence[Path], allow_urls: bool, plan: bool, inferred: bool, as_json: bool) -> Result:
    """Print the resolved Api as JSON, with a list `operations`; with --json also the diagnostics.

    With --inferred: what creates, gets, lists, changes and deletes the objects of each kind, as paths, ids, links and
    bodies tell, corrected by `x-qiyue-mock`; each role with its reasons.

    Example: qiyue ir petstore.yaml
    """
    compiled = choice.compile_spec(name, overlays, allow_urls=allow_urls)
    if plan and inferred:
        raise click.UsageError("--plan and --inferred print different things: give one of them")
    if inferred:
        printed: object = infer_resources(compiled.api)
    else:
        printed = plan_client(compiled.api) if plan else compiled.api
    return Result(Exit.CLEAN, tuple(compiled.report), data=dump.plain(printed), only_json=True)
