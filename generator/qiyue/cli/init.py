"""``qiyue init``: a first lock and a skeleton spec from pages, and their review in a browser."""

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from qiyue.cli import options, output
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import refuse
from qiyue.init import (
    PROJECT,
    Chosen,
    Draft,
    Pages,
    Settings,
    Written,
    adding,
    draft,
    page_entries,
    prefix_of,
    read,
    settings,
    writing,
)
from qiyue.pages import Kind
from qiyue.values import Plain

_NEXT = "Next: confirm openapi.yaml (qiyue check --todo), and see what of the page it uses: qiyue coverage"


@click.command()
@click.argument(
    "pages",
    type=options.PATH,
    metavar="PAGE...",
    nargs=-1,
    required=True,
    help="The vendor's pages: text, Markdown, HTML, PDF, Word, or a folder of them.",
)
@click.option("--out", type=options.PATH, metavar="DIR", help="The folder to begin in.")
@click.option("--into", type=options.PATH, metavar="DIR", help="A folder with a spec: add what it does not have yet.")
@click.option("--encoding", metavar="NAME", default="", help="How the pages are encoded; without it, that is guessed.")
@click.option("--review", "in_browser", is_flag=True, help="Review what was read in a browser, until Ctrl-C.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="PORT", help="Of the review; 0: any free one."
)
@options.json
def init(
    pages: Sequence[Path],
    out: Path | None,
    into: Path | None,
    encoding: str,
    in_browser: bool,
    port: int,
    as_json: bool,
) -> Result:
    """Begin with pages: lock them, and write a skeleton of their spec with every call, row, code and sample.

    Example: qiyue init page.txt --out specs/vendor
    """
    if (out is None) is (into is None) or (into and in_browser):
        raise refuse("usage", "say either --out DIR, to begin, or --into DIR, to add to what is there")
    return _add(pages, into, encoding) if into else _begin(pages, out or Path(), encoding, in_browser, port, as_json)


def _begin(pages: Sequence[Path], out: Path, encoding: str, in_browser: bool, port: int, as_json: bool) -> Result:
    writing.check_free(out, again=in_browser)
    with output.working(f"reading {', '.join(page.name for page in pages)}"):
        found = read(pages, encoding=encoding)
    edition = settings(found, out)
    chosen = writing.read_choices(out, found) or Chosen()
    make = partial(_make, found, out, edition)
    if in_browser:
        made, written = _review(found, out, chosen, make, port, as_json)
    else:
        with output.working("writing the skeleton"):
            made, written = make(chosen)
    code = Exit.CLEAN if made.document["paths"] else Exit.FINDINGS
    lines = [*_lines(found, made), *_told(written, chosen), *_about(edition), _NEXT]
    return Result(code, lines=lines, data=_data(found, made, written))


def _add(pages: Sequence[Path], into: Path, encoding: str) -> Result:
    """Add pages to a spec."""
    begun = adding.read_begun(into)
    with output.working(f"reading {', '.join(page.name for page in pages)}"):
        found = read(pages, encoding=encoding, taken=begun.pages)
    edition = settings(found, into)
    made, written, clashes = adding.add(into, begun, found, prefix_of(edition.name))
    told = [f"{name}: the spec has it already, and keeps it (findings.yaml)" for name in clashes]
    pages_ = [f"Name the pages in {PROJECT}: {page_entries(found, into)}"] if edition.is_project else []
    lines = [*_lines(found, made), *told, *(file.as_posix() for file in written.files), *pages_, _NEXT]
    code = Exit.FINDINGS if clashes or not made.document["paths"] else Exit.CLEAN
    return Result(code, lines=lines, data=_data(found, made, written) | {"collisions": list(clashes)})


def _make(found: Pages, out: Path, edition: Settings, chosen: Chosen) -> tuple[Draft, Written]:
    """Make the skeleton as choices have it, and write it."""
    made = draft(found, prefix_of(edition.name), chosen.choices)
    further = {} if edition.is_project else {PROJECT: edition.text}
    return made, writing.write(out, made.files, found, further)


def _review(
    found: Pages, out: Path, chosen: Chosen, make: "partial[tuple[Draft, Written]]", port: int, as_json: bool
) -> tuple[Draft, Written]:
    """Serve the review page until Ctrl-C; every choice is kept, and the skeleton made anew."""
    from qiyue.init.server import Review

    def remake(chosen: Chosen) -> tuple[Draft, Written]:
        writing.keep_choices(out, chosen, found)
        return make(chosen)

    with Review(found, chosen, remake, port) as server:
        output.show(Result(lines=[f"review at {server.address}"], data={"review": server.address}), as_json)
        gc.enable()
        with suppress(KeyboardInterrupt):
            server.serve_forever()
        return server.draft, server.written


def _lines(found: Pages, made: Draft) -> Iterator[str]:
    segments = [segment for each in found.segments for segment in each]
    kinds = Counter(segment.kind for segment in segments)
    facts = sum(len(segment.facts) for segment in segments)
    counts = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind])
    yield f"{len(segments)} segments: {counts}; {facts} facts"
    calls = _operations(made.document)
    yield f"calls: {', '.join(calls)}" if calls else "no call found: no line declares one with its address"
    yield from (f"{found.cite(each.place)} belongs to no call: {each.title}" for each in made.skeleton.unplaced)
    yield from (f"{', '.join(row['lines'])}: {row['title']} ({row['id']})" for row in made.findings)


def _told(written: Written, chosen: Chosen) -> Iterator[str]:
    yield from (file.as_posix() for file in written.files)
    for name in written.beside:
        yield f"{name} is changed by hand and stays; what init would write is beside it, in {writing.draft_name(name)}"
    yield from (f"choices of {place} are not applied: the line has changed" for place in chosen.lost_places)


def _about(edition: Settings) -> Iterator[str]:
    if edition.is_project:
        yield "This folder is part of a project: add the edition to it."
        yield edition.text.rstrip()


def _operations(document: Plain) -> list[str]:
    return [f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item]


def _data(found: Pages, made: Draft, written: Written) -> dict[str, Plain]:
    kinds = Counter(segment.kind.value for each in found.segments for segment in each)
    return {
        "segments": dict(kinds),
        "operations": _operations(made.document),
        "unplaced": [found.cite(each.place) for each in made.skeleton.unplaced],
        "findings": [row["id"] for row in made.findings],
        "files": [file.as_posix() for file in written.files],
        "beside": list(written.beside),
    }
