"""``qiyue init``: a first lock and a skeleton spec from a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from os.path import relpath
from pathlib import Path

import click

from qiyue import config, dump, pages
from qiyue.cli import options
from qiyue.cli.result import Exit, Result
from qiyue.config import Project
from qiyue.diagnostics import Refused
from qiyue.evidence import MAIN
from qiyue.fidelity import Lock, locked, lockfile, store
from qiyue.pages import Kind, Segment
from qiyue.publish import yaml
from qiyue.skeleton import Skeleton, skeleton
from qiyue.targets import find_target
from qiyue.values import Plain

_HEAD = """\
# A skeleton, read from {page} by a machine: every call, row, code and sample that it could tell, with their lines.
# Compare each element with the page, correct it, and take the word `draft` away: `qiyue check --todo` lists what is
# left. Then set `evidence = true`.
"""
_FINDINGS = """\
# Contradictions, gaps and choices, each with an id that evidence refers to: `x-qiyue-source: inferred {prefix}-01`.
"""


@click.command()
@click.argument("page", type=options.PATH, metavar="PAGE", help="The text of the vendor's page: text, Markdown, HTML.")
@click.option("--out", type=options.PATH, metavar="DIR", required=True, help="The folder to begin in.")
@click.option("--encoding", metavar="NAME", default="", help="How the page is encoded; without it, that is guessed.")
@options.json
def init(page: Path, out: Path, encoding: str, as_json: bool) -> Result:
    """Begin with a page: lock it, and write a skeleton of its spec with every call, row, code and sample that was read.

    Example: qiyue init page.txt --out specs/vendor
    """
    read = pages.read(page, encoding=encoding)
    segments = pages.segments(read)
    name = _name(out)
    prefix = re.sub(r"[^a-z]", "", name)[:2].upper()
    begun = skeleton(segments, prefix)
    project = _project(out)
    settings = _settings(name, page, out, project)
    files = {
        "openapi.yaml": _HEAD.format(page=page.name) + yaml.text(begun.document, quick=True),
        "findings.yaml": _FINDINGS.format(prefix=prefix) + yaml.text({"findings": [*begun.findings]}, quick=True),
        "source.lock": lockfile.write(Lock({MAIN: locked(read, segments)})),
    }
    written = store.create(out, files if project else files | {"qiyue.toml": settings})
    lines = [*_lines(segments, begun, written, settings if project else "")]
    found = Exit.CLEAN if begun.document["paths"] else Exit.FINDINGS
    return Result(found, lines=lines, data=_data(segments, begun, written))


def _name(out: Path) -> str:
    """Make the name of an edition from the name of the folder."""
    words = re.findall(r"[A-Za-z0-9]+", out.absolute().name)
    return "-".join(words).lower() if words and words[0][0].isalpha() else "vendor"


def _settings(name: str, page: Path, out: Path, project: Project | None) -> str:
    """Write the edition as a project has it; its paths count from the folder of the project."""
    root = project.root if project else out.absolute()
    table = "tool.qiyue.editions" if project and project.file.name == "pyproject.toml" else "editions"
    package = name.replace("-", "_")
    package = f"{package}_api" if find_target().identifiers.wrong_package(package) else package
    spec, main = (dump.text(relpath(path.absolute(), root)) for path in (out / "openapi.yaml", page))
    return f'[{table}.{name}]\nspec = {spec}\npackage = "{package}"\nevidence = false\npages = {{ main = {main} }}\n'


def _project(out: Path) -> Project | None:
    try:
        return config.load_project(out)
    except Refused as refused:
        if refused.diagnostics[0].code == "project-missing":
            return None
        raise


def _lines(segments: Sequence[Segment], begun: Skeleton, written: Sequence[Path], settings: str) -> Iterator[str]:
    kinds = Counter(segment.kind for segment in segments)
    facts = sum(len(segment.facts) for segment in segments)
    counts = ", ".join(f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind])
    yield f"{len(segments)} segments: {counts}; {facts} facts"
    calls = _operations(begun.document)
    yield f"calls: {', '.join(calls)}" if calls else "no call found: no line declares one with its address"
    yield from (f"{each.place} belongs to no call: {each.title}" for each in begun.unplaced)
    yield from (f"{', '.join(row['lines'])}: {row['title']} ({row['id']})" for row in begun.findings)
    yield from (file.as_posix() for file in written)
    if settings:
        yield "This folder is part of a project: add the edition to it."
        yield settings.rstrip()
    yield "Next: confirm openapi.yaml (qiyue check --todo), and see what of the page it uses: qiyue coverage"


def _operations(document: Plain) -> list[str]:
    return [f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item]


def _data(segments: Sequence[Segment], begun: Skeleton, written: Sequence[Path]) -> dict[str, Plain]:
    kinds = Counter(segment.kind.value for segment in segments)
    return {
        "segments": dict(kinds),
        "operations": _operations(begun.document),
        "unplaced": [each.place for each in begun.unplaced],
        "findings": [row["id"] for row in begun.findings],
        "files": [file.as_posix() for file in written],
    }
