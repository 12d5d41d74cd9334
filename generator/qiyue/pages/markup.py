"""HTML to what a reader sees of it: headings with ``#``, cells with tabs, code in fences, entries with ``-``.

In: the text of a page. Out: an ``Html``, whose pieces know where in the page each of their characters came from.
"""

import re
from array import array
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Final, TypeAlias

from qiyue.pages.spans import DEEPER, GAPS, Spans

Attributes: TypeAlias = list[tuple[str, str | None]]

_BLOCKS: Final = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html"
    " main nav ol p section summary table tbody tfoot thead ul br".split()
)
_ENDING: Final = _BLOCKS | {"li", "td", "th"}
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "textarea"})
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_AROUND: Final = frozenset({"nav", "footer", "header", "aside", "head", "title", "button"})
_DEEPEST: Final = 8
_STEP: Final = 10
"""Pixels of a step to the right."""
_NOT_SHOWN: Final = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_MOVED: Final = re.compile(r"(?:padding|margin)-left\s?:\s?(\d{1,4})(?:px)?", re.IGNORECASE)
_OPENINGS: Final = (("<!--", "-->"), ("<![", ">"), ("<?", ">"), ("<!", ">"), ("</", ">"))


class Html(HTMLParser):
    """One walk over a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.where: array[int] = array("q")
        self.around: list[tuple[int, int]] = []
        """Stretches that HTML itself calls navigation, header or footer."""
        self._text, self._hidden, self._pre, self._cell, self._lists = text, 0, 0, 0, 0
        self._around: list[tuple[str, int]] = []
        self._veiled: list[str] = []
        """The tag of an element that nobody sees, once for each of its name that is open inside."""
        self._spans = Spans()
        self._fresh = False
        """Whether nothing stands yet behind the border of a cell or the mark of an entry."""
        self._read = 0
        """Where what is read now begins in ``rawdata``, which is the end of the page."""
        self.feed(_closed(text))
        self._read = 0
        self.close()
        while self._around:
            self._leave_around(self._around[-1][0])
        self.around = sorted(self.around)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._hidden += tag in _UNSEEN
        if tag not in _VOID and (tag in self._veiled[:1] or (not self._veiled and _is_veiled(dict(attrs)))):
            self._veiled.append(tag)
        if tag in _AROUND:
            self._put("\n\n")
            self._around.append((tag, len(self.where)))
        elif tag in {"td", "th"}:
            self._put(self._spans.cell(dict(attrs)))
            self._cell, self._fresh = self._cell + 1, True
        elif tag == "tr":
            self._put("\n" + self._spans.row())
            self._cell = 0
        elif tag == "pre":
            self._put("\n```\n")
            self._pre += 1
        elif tag == "li":
            self._put("\n" + "  " * min(self._lists, _DEEPEST) + "- ")
            self._fresh = True
        elif self._cell:
            self._put(" " if tag in _BLOCKS else "")
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._put("\n\n" + "#" * int(tag[1]) + " ")
        elif tag in _BLOCKS and not self._fresh:
            self._put("\n" if tag in {"br", "div", "ul", "ol"} else "\n\n")
        if tag == "table":
            self._spans.begin()
        if self._cell and self._fresh and (moved := _MOVED.search(dict(attrs).get("style") or "")):
            self._put(DEEPER * min(int(moved[1]) // _STEP, _DEEPEST))
        self._lists += tag in {"ul", "ol"}

    def handle_endtag(self, tag: str) -> None:
        if tag in self._veiled[:1]:
            self._veiled.pop()
        self._fresh = self._fresh and tag not in _ENDING
        self._lists -= tag in {"ul", "ol"} and self._lists > 0
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th"}:
            self._cell = max(0, self._cell - 1)
            self._put(self._spans.leave())
        elif tag == "pre":
            self._put("\n```\n")
            self._pre = max(0, self._pre - 1)
        elif tag == "table":
            self._cell = 0
            self._put("\n" if self._spans.end() else "\n\n")
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
        if self._hidden or self._veiled:
            return
        base = self._here()
        if not self._pre or self._cell:
            data = data.replace("\n", " ").replace("\t", " ")
            if self._fresh:
                base, data = base + len(data) - len(data.lstrip(" ")), data.lstrip(" ")
            if self._fresh and self._cell:
                data = _deeper(data)
        self._fresh = self._fresh and not data.strip(DEEPER)
        self.out.append(data)
        self.where.extend(range(base, base + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, text: str) -> None:
        if not (self._hidden or self._veiled):
            said = unescape(text).replace("\n", " ").replace("\t", " ")
            self._put(_deeper(said) if self._cell and self._fresh else said)
            self._fresh = self._fresh and not said.strip()

    def updatepos(self, i: int, j: int) -> int:
        """Count characters alone: the parser counts lines, which takes as long as all the rest of it."""
        del i
        self._read = j
        return j

    def _here(self) -> int:
        return min(len(self._text) - len(self.rawdata) + self._read, len(self._text) - 1)

    def _put(self, text: str) -> None:
        if text:
            self.out.append(text)
            self.where.extend((self._here(),) * len(text))


def _is_veiled(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is not shown, whatever lies in it."""
    style = attributes.get("style") or ""
    return "hidden" in attributes or _NOT_SHOWN.search(style) is not None


def _deeper(text: str) -> str:
    """Write the gaps that a cell begins with as steps to the right."""
    rest = text.lstrip(GAPS)
    return DEEPER * (len(text) - len(rest)) + rest


def _closed(text: str) -> str:
    """Blank out openings that nothing closes: the parser would look for their end again and again."""
    for opening, closing in _OPENINGS:
        last = text.rfind(closing) + 1
        text = text[:last] + text[last:].replace(opening, " " * len(opening))
    return text
