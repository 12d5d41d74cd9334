"""Take every mark, finding and reference to a finding out of the specs, one at a time, and see who notices.

``python tests/specs/removals.py [EDITION...]`` tries all (some minutes) and prints what nobody notices; a sample is
part of ``make test``. Everything happens in memory.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qiyue import evidence
from qiyue.config import Edition, Project, load_project
from qiyue.diagnostics import Diagnostic, Refused, Severity
from qiyue.review import Files, inspect, read

MARK = "x-qiyue-source"


@dataclass(frozen=True)
class Removal:
    """One thing to take out: the member of a mapping or the item of a list, or a text that takes its place."""

    title: str
    holder: Any
    key: Any
    instead: str = ""

    @contextmanager
    def done(self) -> Iterator[None]:
        """Take it out, and put it back."""
        was = self.holder.copy()
        if self.instead:
            self.holder[self.key] = self.instead
        else:
            del self.holder[self.key]
        try:
            yield
        finally:
            self.holder.clear()
            self.holder.update(was) if isinstance(was, dict) else self.holder.extend(was)


def removals(files: Files) -> Iterator[Removal]:
    """Give every removal, file by file."""
    for layer in files.layers:
        yield from _of(layer.data, layer.source.file)
    rows: Any = files.sheet.data["findings"] if files.sheet else []
    yield from (Removal(f"the finding {row['id']}", rows, index) for index, row in enumerate(rows))


def _of(node: Any, at: str) -> Iterator[Removal]:
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        here = f"{at}/{key}"
        if key == MARK:
            yield Removal(here, node, key)
            facts = [(value, fact, text) for fact, text in value.items()] if isinstance(value, dict) else []
            for holder, fact, text in facts or [(node, key, value)]:
                yield from (Removal(f"{here} {name}", holder, fact, rest) for name, rest in references(text))
        elif isinstance(value, dict | list):
            yield from _of(value, here)


def references(text: str) -> Iterator[tuple[str, str]]:
    """Give each finding that evidence refers to, with what is left of the text without it."""
    for match in re.finditer(evidence.FINDING, text):
        around = f"{text[: match.start()]}\0{text[match.end() :]}"
        rest = re.sub(r", \0|\0, ", "", around)
        yield match[0], re.sub(r"(; )?\w+ \0(; )?", lambda cut: cut[1] if all(cut.groups()) else "", rest)


def noticed(edition: Edition, files: Files, removal: Removal) -> list[Diagnostic]:
    """Give the errors with a place that a removal brings."""
    with removal.done():
        try:
            found = tuple(inspect(edition, files, strict=True).report)
        except Refused as refused:
            found = refused.diagnostics
    return [each for each in found if each.severity is Severity.ERROR and each.place]


def prepared(project: Project, edition: Edition) -> tuple[Files, list[Removal]]:
    """Read an edition for many reviews."""
    files = read(edition, project)
    return files, list(removals(files))


def main(names: list[str]) -> int:
    """Print what nobody notices, and how many removals there were."""
    project = load_project(Path(__file__))
    unnoticed = 0
    for edition in project.editions:
        if names and edition.name not in names:
            continue
        files, every = prepared(project, edition)
        missed = [one.title for one in every if not noticed(edition, files, one)]
        unnoticed += len(missed)
        sys.stdout.write("".join(f"not noticed: {title}\n" for title in missed))
        sys.stdout.write(f"{edition.name}: {len(every)} removals, {len(missed)} not noticed\n")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
