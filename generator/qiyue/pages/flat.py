"""A page as plain lines in one layout: half width, one bar, one space; HTML turned into such lines as well.

In: a ``Page``. Out: ``Flat``: a text to read, of which each character knows where in the page it came from.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from typing import Final

from qiyue.pages.text import Form, Page

_NARROW: Final[dict[int, int | str]] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "│┃❘"), "|"),
    **dict.fromkeys(map(ord, "“”"), '"'),
    **dict.fromkeys(map(ord, "‘’"), "'"),
}

_BLOCKS: Final = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html"
    " main nav ol p section summary table tbody tfoot thead ul br".split()
)
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg"})
_AROUND: Final = frozenset({"nav", "footer", "header", "aside", "head", "title", "button"})
_DEEPEST: Final = 8
_OPENINGS: Final = (("<!--", "-->"), ("<![", ">"), ("<?", ">"), ("<!", ">"), ("</", ">"))


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

    def place(self, offset: int) -> int:
        """Give the place in the page of a character of the text."""
        return offset if self.where is None else self.where[offset]

    def is_around(self, offset: int) -> bool:
        index = bisect_left(self.around, (offset + 1, 0)) - 1
        return index >= 0 and offset < self.around[index][1]


def flat(page: Page) -> Flat:
    """Give the plain form of a page."""
    if page.form is not Form.HTML:
        return Flat(page, page.text.translate(_NARROW))
    reader = _Html(page.text)
    text = "".join(reader.out).translate(_NARROW)
    return Flat(page, text, reader.where, tuple(reader.around))


class _Html(HTMLParser):
    """Writes what a reader sees: headings with ``#``, cells with tabs, code in fences, entries with ``-``."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.where: list[int] = []
        self.around: list[tuple[int, int]] = []
        self._text, self._hidden, self._pre, self._cell, self._lists = text, 0, 0, 0, 0
        self._around: list[tuple[str, int]] = []
        self._first_cell = False
        self._starts = [0]
        while (found := text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(found + 1)
        self.feed(_closed(text))
        self.close()
        while self._around:
            self._leave_around(self._around[-1][0])
        self.around = sorted(self.around)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in _AROUND:
            self._put("\n\n")
            self._around.append((tag, len(self.where)))
        elif tag in {"td", "th"}:
            self._put("" if self._first_cell else "\t")
            self._first_cell, self._cell = False, self._cell + 1
        elif tag == "tr":
            self._put("\n")
            self._first_cell, self._cell = True, 0
        elif tag == "pre":
            self._put("\n```\n")
            self._pre += 1
        elif tag == "li":
            self._put("\n" + "  " * min(self._lists, _DEEPEST) + "- ")
        elif self._cell:
            self._put(" " if tag in _BLOCKS else "")
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._put("\n\n" + "#" * int(tag[1]) + " ")
        elif tag in _BLOCKS:
            self._put("\n" if tag in {"br", "div", "ul", "ol"} else "\n\n")
        self._lists += tag in {"ul", "ol"}

    def handle_endtag(self, tag: str) -> None:
        self._lists -= tag in {"ul", "ol"} and self._lists > 0
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th"}:
            self._cell = max(0, self._cell - 1)
        elif tag == "pre":
            self._put("\n```\n")
            self._pre = max(0, self._pre - 1)
        elif tag == "table":
            self._cell = 0
            self._put("\n\n")
        elif not self._cell and (tag in _BLOCKS or (len(tag) == 2 and tag[0] == "h")):
            self._put("\n" if tag in {"div", "ul", "ol"} else "\n\n")
        if any(tag == opened for opened, _ in self._around):
            self._leave_around(tag)

    def _leave_around(self, tag: str) -> None:
        while self._around:
            opened, start = self._around.pop()
            if not self._around:
                self.around.append((start, len(self.where)))
            if opened == tag:
                break
        self._put("\n\n")

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._pre or self._cell:
            data = data.replace("\n", " ").replace("\t", " ")
        base = self._here()
        self.out.append(data)
        self.where.extend(range(base, base + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, text: str) -> None:
        if not self._hidden:
            self._put(unescape(text).replace("\n", " ").replace("\t", " "))

    def _here(self) -> int:
        line, column = self.getpos()
        return min(self._starts[line - 1] + column, len(self._text) - 1)

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.where.extend([self._here()] * len(text))


def _closed(text: str) -> str:
    """Blank out openings that nothing closes: the parser would look for their end again and again."""
    for opening, closing in _OPENINGS:
        last = text.rfind(closing) + 1
        text = text[:last] + text[last:].replace(opening, " " * len(opening))
    return text
