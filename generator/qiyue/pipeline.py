"""The way data flows. Read this first.

    files ── source ──► data ── overlay ──► merged ── references ──► one document ── upgrade ──► OpenAPI 3.1
          ── extensions ──► checked ── document, resolve ──► Api ── targets ──► files

Each stage is a function of values; a stage that cannot go on raises ``Refused`` with located diagnostics, a stage
that can adds them to the report. Only ``source`` and ``files`` touch the disk.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qiyue import extensions, lint, overlay, references, resolve, source, upgrade
from qiyue.api import Api
from qiyue.base.value import Value
from qiyue.client_plan import Naming, read_lock
from qiyue.config import Edition
from qiyue.diagnostics import Report
from qiyue.document import Document, Places
from qiyue.values import Plain


class Compiled(Value):
    """A document all the way to its Api: the merged 3.1 data, the places in its files, what there is to say."""

    api: Api
    data: Plain
    places: Places
    report: Report
    naming: Naming = Naming()
    """How its client is to be named."""


def compile_edition(edition: Edition) -> Compiled:
    """Compile an edition: its spec with its overlays, and what ``findings.yaml`` beside the spec says.

    Raises:
        Refused: the input cannot be used.
    """
    compiled = compile_file(
        edition.spec,
        edition.overlays,
        root=edition.root,
        findings=edition.findings,
        strict=edition.evidence,
        allow_urls=edition.allow_urls,
    )
    return replace(compiled, naming=held(edition.naming, edition.lock, edition.root))


def held(naming: Naming, lock: Path, root: Path | None = None) -> Naming:
    """Give a way of naming with the names that a lock holds; one that is not there holds none.

    Raises:
        Refused: it is there and cannot be read.
    """
    return replace(naming, lock=read_lock(source.plain_text_if_there(lock, _shown(lock, root)) or ""))


def compile_file(
    spec: Path,
    overlays: Sequence[Path] = (),
    *,
    root: Path | None = None,
    findings: Path | None = None,
    strict: bool = False,
    allow_urls: bool = False,
) -> Compiled:
    """Compile an OpenAPI file with overlays; diagnostics name files as seen from ``root``.

    ``allow_urls`` permits to read what references into the network lead to. ``strict`` is for a document whose keeper
    reads what is said: what a stranger's is degraded for is an error there.

    Raises:
        Refused: the input cannot be used.
    """
    loaded = _read(spec, root, last_wins=not strict)
    sheet = None if findings is None else source.read_if_there(findings, _shown(findings, root))
    rest = [_read(path, root) for path in overlays]
    neighbours = source.Neighbours.of(spec, root, allow_urls=allow_urls, last_wins=not strict)
    return compile_loaded(loaded, rest, neighbours, sheet, strict=strict)


def _read(path: Path, root: Path | None, *, last_wins: bool = False) -> source.Loaded:
    return source.read(path, _shown(path, root), last_wins=last_wins)


def _shown(path: Path, root: Path | None) -> str:
    return (path.relative_to(root) if root is not None and path.is_relative_to(root) else path).as_posix()


def compile_text(text: str, file: str = "spec.yaml", overlays: Sequence[str] = ()) -> Compiled:
    """Compile a document that is held in memory.

    Raises:
        Refused: the input cannot be used.
    """
    loaded = [source.read_text(each, f"{number}.overlay.yaml") for number, each in enumerate(overlays, 1)]
    return compile_loaded(source.read_text(text, file, last_wins=True), loaded)


def compile_loaded(
    spec: source.Loaded,
    overlays: Sequence[source.Loaded],
    neighbours: source.Neighbours | None = None,
    findings: source.Loaded | None = None,
    *,
    strict: bool = False,
) -> Compiled:
    """Compile plain data: the one sequence of stages. ``neighbours`` are the other files that it may refer to."""
    report = Report(list(spec.doubled), strict=strict)
    merged, places = overlay.apply(spec, overlays)
    linked = references.link(merged, places, report, neighbours)
    if neighbours is not None:
        neighbours.keep()
    data = upgrade.to_31(linked, places, report)
    if findings is not None:
        data = {**data, "x-qiyue-findings": lint.cited_findings(data, findings.data)}
    extensions.check(data, places, report)
    lint.keys.check(data, places, report)
    report.stop_on_errors()
    api = resolve.resolve(Document(data, places, report))
    if not (api.operations or api.webhooks):
        lint.keys.check_operations(merged, data, places, report)
        report.stop_on_errors()
    return Compiled(api, data, places, report)
