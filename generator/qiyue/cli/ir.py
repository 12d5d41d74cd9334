"""``qiyue ir``: the resolved Api as JSON."""

from collections.abc import Sequence
from pathlib import Path

import click

from qiyue import dump
from qiyue.cli import choice, options
from qiyue.cli.result import Exit, Result


@click.command()
@click.argument("name", metavar="EDITION|SPEC", help="An edition, or a Swagger 2.0, OpenAPI 3.0 or 3.1 file.")
@options.overlays
@options.allow_urls
@options.json
def ir(name: str, overlays: Sequence[Path], allow_urls: bool, as_json: bool) -> Result:
    """Print the resolved Api as JSON, with a list `operations`; with --json also the diagnostics.

    Example: qiyue ir petstore.yaml
    """
    compiled = choice.compiled(name, overlays, allow_urls=allow_urls)
    return Result(Exit.CLEAN, tuple(compiled.report), data=dump.plain(compiled.api), only_json=True)
