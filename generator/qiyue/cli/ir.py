"""``qiyue ir``: the resolved Api as JSON."""

from typing import Annotated

import typer

from qiyue import dump
from qiyue.cli import choice
from qiyue.cli.options import AllowUrls, Json, Overlays
from qiyue.cli.result import Exit, Result


def ir(
    name: Annotated[str, typer.Argument(metavar="EDITION|SPEC", help="An edition, or an OpenAPI 3.0 or 3.1 file.")],
    overlay: Overlays = None,
    allow_urls: AllowUrls = False,
    as_json: Json = False,
) -> Result:
    """Print the resolved Api as JSON, with a list `operations`; with --json also the diagnostics.

    Example: qiyue ir petstore.yaml
    """
    compiled = choice.compiled(name, overlay or (), allow_urls=allow_urls)
    return Result(Exit.CLEAN, tuple(compiled.report), data=dump.plain(compiled.api), only_json=True)
