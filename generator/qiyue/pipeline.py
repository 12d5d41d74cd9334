"""The way data flows. Read this first.

    files ── source ──► data ── overlay ──► merged ── upgrade ──► OpenAPI 3.1 ── extensions ──► checked
          ── document, resolve ──► Api ── targets ──► files

Each stage is a function of values; a stage that cannot go on raises ``Refused`` with located diagnostics, a stage
that can adds them to the report. Only ``source`` and ``files`` touch the disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qiyue import extensions, overlay, resolve, source, upgrade
from qiyue.api import Api
from qiyue.config import Edition
from qiyue.diagnostics import Report
from qiyue.document import Document, Places
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class Compiled:
    """A document all the way to its Api: the merged 3.1 data, the places in its files, what there is to say."""

    api: Api
    data: Plain
    places: Places
    report: Report


def compile_edition(edition: Edition) -> Compiled:
    """Compile an edition: its spec with its overlays.

    Raises:
        Refused: the input cannot be used.
    """
    return compile_file(edition.spec, edition.overlays, root=edition.root)


def compile_file(spec: Path, overlays: Sequence[Path] = (), *, root: Path | None = None) -> Compiled:
    """Compile an OpenAPI file with overlays; diagnostics name files as seen from ``root``.

    Raises:
        Refused: the input cannot be used.
    """
    return compile_loaded(_read(spec, root), [_read(path, root) for path in overlays])


def _read(path: Path, root: Path | None) -> source.Loaded:
    shown = path.relative_to(root) if root is not None and path.is_relative_to(root) else path
    return source.read(path, shown.as_posix())


def compile_text(text: str, file: str = "spec.yaml", overlays: Sequence[str] = ()) -> Compiled:
    """Compile a document that is held in memory.

    Raises:
        Refused: the input cannot be used.
    """
    loaded = [source.read_text(each, f"{number}.overlay.yaml") for number, each in enumerate(overlays, 1)]
    return compile_loaded(source.read_text(text, file), loaded)


def compile_loaded(spec: source.Loaded, overlays: Sequence[source.Loaded]) -> Compiled:
    """Compile plain data: the one sequence of stages."""
    report = Report()
    merged, places = overlay.apply(spec, overlays)
    data = upgrade.to_31(merged, places, report)
    extensions.check(data, places, report)
    report.stop_on_errors()
    api = resolve.resolve(Document(data, places, report))
    return Compiled(api, data, places, report)
