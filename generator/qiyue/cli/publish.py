"""``qiyue publish``: bundles, wheels and checksums for other teams."""

from collections.abc import Sequence
from pathlib import Path

import click

from qiyue import files, pipeline
from qiyue import publish as publishing
from qiyue.cli import choice, options
from qiyue.cli.result import Exit, Result
from qiyue.config import Edition
from qiyue.diagnostics import Diagnostic
from qiyue.targets import TargetInput, find_target


@click.command()
@options.editions
@click.option("--out", type=options.PATH, metavar="DIR", required=True, help="The folder to fill.")
@options.json
def publish(names: Sequence[str], out: Path, as_json: bool) -> Result:
    """Write per edition the spec as one file, what others install of its client, and an index with checksums.

    Example: qiyue publish --out dist
    """
    made = [_published(edition) for edition in choice.editions(names)]
    planned = publishing.files(tuple(each for each, _ in made))
    written = files.write(planned, out)
    lines = [f"{file.path}  {len(file.content):,} bytes" for file in planned]
    return Result(
        Exit.CLEAN,
        [diagnostic for _, said in made for diagnostic in said],
        [*lines, f"{len(planned)} files in {out.as_posix()}, {len(written.changed)} written"],
        {"files": [file.path for file in planned]},
    )


def _published(edition: Edition) -> tuple[publishing.Published, tuple[Diagnostic, ...]]:
    """Compile, generate and build one edition."""
    compiled = pipeline.compile_edition(edition)
    target = find_target(edition.target)
    client = target.generate(
        TargetInput(compiled.api, edition.package, compiled.report, compiled.places.place, compiled.naming)
    )
    compiled.report.stop_on_errors()
    packed = client if target.pack is None else target.pack(client)
    return publishing.Published(edition.name, compiled.api, packed), tuple(compiled.report)
