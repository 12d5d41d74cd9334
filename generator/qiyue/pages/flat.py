"""A page as plain lines in one layout: half width, one bar, one space; HTML turned into such lines as well.

In: a ``Page``. Out: ``Flat``: a text to read, of which each character knows where in the page it came from.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from qiyue.pages.markup import Html
from qiyue.pages.spans import DEEPER, GAPS
from qiyue.pages.text import Form, Page

_NARROW: Final[dict[int, int | str]] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "│┃❘"), "|"),
    **dict.fromkeys(map(ord, "“”"), '"'),
    **dict.fromkeys(map(ord, "‘’"), "'"),
}

_TABLE: Final = re.compile(r"^[ \t]{0,8}(?P<fence>```|~~~)|<table\b|(?P<end></table\s*>)", re.IGNORECASE | re.MULTILINE)
_GAP: Final = re.compile(r"&(?:nbsp|emsp|ensp|thinsp|#160|#xa0);", re.IGNORECASE)
_ONE_GAP: Final = re.compile(rf"{_GAP.pattern}|[{GAPS}]", re.IGNORECASE)
_FIRST_GAPS: Final = re.compile(rf"(?<=\|)[ \t]*(?:{_GAP.pattern}|[{GAPS}])+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    number: int
    start: int
    text: str
    indent: int
    blank_before: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Flat:
    """A text to read; ``where`` tells for each of its characters the place in the page, None where they are equal."""

    page: Page
    text: str
    where: Sequence[int] | None = None
    around: tuple[tuple[int, int], ...] = ()
    """Stretches that HTML itself calls navigation, header or footer."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        found = []
        start, blank = 0, True
        for number, line in enumerate(self.text.split("\n"), 1):
            text = line.strip()
            if text:
                indent = len(line) - len(line.lstrip())
                found.append(Line(number, start + indent, text, indent, blank))
            blank = not text
            start += len(line) + 1
        return tuple(found)

    def is_around(self, offset: int) -> bool:
        index = bisect_left(self.around, (offset + 1, 0)) - 1
        return index >= 0 and offset < self.around[index][1]


def flat(page: Page) -> Flat:
    """Give the plain form of a page."""
    if page.form is Form.HTML:
        reader = Html(page.text)
        return Flat(page, "".join(reader.out).translate(_NARROW), reader.where, tuple(reader.around))
    plain = _moved(page.text) if page.form is Form.MARKDOWN else page.text
    plain = _GAP.sub(lambda gap: " " * len(gap[0]), plain).translate(_NARROW)
    tables = _tables(page.text) if page.form is Form.MARKDOWN else []
    return _with_tables(page, plain, tables) if tables else Flat(page, plain)


def _moved(text: str) -> str:
    """Write the gaps that a cell begins with as steps to the right, each in its place."""
    if "|" not in text:
        return text
    return _FIRST_GAPS.sub(lambda gaps: _ONE_GAP.sub(lambda gap: DEEPER.ljust(len(gap[0])), gaps[0]), text)


def _with_tables(page: Page, plain: str, tables: Sequence[tuple[int, int]]) -> Flat:
    """Give a page in Markdown of which some stretches are tables of HTML."""
    out: list[str] = []
    where: array[int] = array("q")
    at = 0
    for start, end in tables:
        table = Html(page.text[start:end])
        out += [plain[at:start], *table.out]
        where.extend(range(at, start))
        where.extend(start + place for place in table.where)
        at = end
    where.extend(range(at, len(plain)))
    return Flat(page, "".join([*out, plain[at:]]).translate(_NARROW), where)


def _tables(text: str) -> list[tuple[int, int]]:
    """Find the tables of HTML that begin a line, outside of code, with what lies in them."""
    found: list[tuple[int, int]] = []
    fenced, depth, start = False, 0, 0
    for mark in _TABLE.finditer(text):
        if mark["fence"]:
            fenced = not fenced
        elif not fenced and mark["end"] and depth:
            depth -= 1
            found += [(start, mark.end())] if not depth else []
        elif (
            not fenced
            and not mark["end"]
            and (depth or not text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()].strip())
        ):
            start = start if depth else mark.start()
            depth += 1
    return found
