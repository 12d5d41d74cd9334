"""The pages of a vendor as one: their lines are counted through, so that a number alone tells page and line.

In: files. Out: ``Pages``; it writes places as citations have them: ``L12`` of the first page, ``orders:L12`` of others.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

from qiyue import pages
from qiyue.base.value import Value
from qiyue.evidence import MAIN, PAGE
from qiyue.fidelity import store
from qiyue.pages import Page, Segment
from qiyue.values import Plain

_LINES: Final = re.compile(r"(?<![\w:])L(?P<first>\d+)(?:-L?(?P<last>\d+))?")
_FORMS: Final = frozenset({".txt", ".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
"""How the names of pages in a folder end."""
_SOURCE: Final = "x-qiyue-source"


class Pages(Value):
    """Pages that were read, the first of them the main one.

    files: where they lie, as the caller named them; ``names`` are their ids.
    before: of each page, how many lines stand before it.
    segments: of each page, with lines that are counted through.
    """

    files: tuple[Path, ...]
    names: tuple[str, ...]
    pages: tuple[Page, ...]
    before: tuple[int, ...]
    segments: tuple[tuple[Segment, ...], ...]

    def place(self, line: int) -> tuple[str, int]:
        """The page of a line, and which line of it that is."""
        index = bisect_right(self.before, line - 1) - 1
        return self.names[index], line - self.before[index]

    def line(self, name: str, line: int) -> int | None:
        """The number of a line of a page among all lines; None where there is no such page."""
        return self.before[self.names.index(name)] + line if name in self.names else None

    def cite(self, text: str) -> str:
        """Write each place in a text as a citation: ``L212`` → ``orders:L12``."""
        return text if self.names == (MAIN,) else _LINES.sub(self._cited, text)

    def _cited(self, found: re.Match[str]) -> str:
        name, first = self.place(int(found["first"]))
        last = f"-{self.place(int(found['last']))[1]}" if found["last"] else ""
        return f"{'' if name == MAIN else f'{name}:'}L{first}{last}"

    def cited(self, data: Plain) -> Plain:
        """Write the places in the evidence of a document as citations."""
        if self.names == (MAIN,):
            return data
        if isinstance(data, dict):
            return {key: self._evidence(item) if key == _SOURCE else self.cited(item) for key, item in data.items()}
        return [self.cited(item) for item in data] if isinstance(data, list) else data

    def _evidence(self, value: Plain) -> Plain:
        if isinstance(value, dict):
            return {fact: self.cite(text) for fact, text in value.items()}
        return self.cite(str(value))


def read(files: Sequence[Path], *, encoding: str = "", taken: Sequence[str] = ()) -> Pages:
    """Read pages, and those in folders; ``taken`` are the ids of pages that a spec has already.

    Without such, the first is the main page.

    Raises:
        Refused: a file cannot be read, or is no text.
    """
    files = [page for file in files for page in store.files_in(file, _FORMS)]
    found = [pages.read(file, encoding=encoding) for file in files]
    before = (0, *accumulate(page.text.count("\n") + 1 for page in found))[:-1]
    cut = tuple(
        tuple(each._replace(first=each.first + lines, last=each.last + lines) for each in pages.segments(page))
        for page, lines in zip(found, before, strict=True)
    )
    return Pages(tuple(files), tuple(_names(files, taken)), tuple(found), before, cut)


def alone(read_: Pages, index: int) -> tuple[Segment, ...]:
    """Give the segments of one page with the lines of that page."""
    lines = read_.before[index]
    return tuple(each._replace(first=each.first - lines, last=each.last - lines) for each in read_.segments[index])


def _names(files: Sequence[Path], taken: Sequence[str]) -> Iterator[str]:
    """Give each page an id: the name of its file where that can be one, else a number."""
    used = {*taken}
    for number, file in enumerate(files, len(used) + 1):
        name = re.sub(r"[^a-z0-9]+", "_", file.stem.casefold()).strip("_")
        name = MAIN if not used else name if re.fullmatch(PAGE, name) and name not in used else f"page{number}"
        used.add(name)
        yield name
