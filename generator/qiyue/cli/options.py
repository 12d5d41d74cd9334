"""Arguments and options that several verbs have."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)

json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout instead of text.")
strict = click.option("--strict", is_flag=True, help="Treat gaps as findings: exit 1.")
editions = click.argument(
    "names", metavar="[EDITION]...", nargs=-1, help="Editions of the nearest project; without it, all."
)
specs = click.argument(
    "names", metavar="[EDITION|SPEC]...", nargs=-1, help="Editions (none: all of them), or OpenAPI files."
)
allow_urls = click.option(
    "--allow-urls", is_flag=True, help="Read what references into the network lead to; keep their hashes."
)
overlays = click.option(
    "--overlay",
    "overlays",
    type=PATH,
    metavar="FILE",
    multiple=True,
    help="An OpenAPI Overlay to apply; may be repeated.",
)
