"""Options that several verbs have."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout instead of text.")]

Strict: TypeAlias = Annotated[bool, typer.Option("--strict", help="Treat gaps as findings: exit 1.")]

Editions: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EDITION]...", help="Editions of the nearest project; without it, all."),
]

AllowUrls: TypeAlias = Annotated[
    bool, typer.Option("--allow-urls", help="Read what references into the network lead to; keep their hashes.")
]

Overlays: TypeAlias = Annotated[
    list[Path] | None, typer.Option("--overlay", metavar="FILE", help="An OpenAPI Overlay to apply; may be repeated.")
]
