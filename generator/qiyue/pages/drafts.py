"""A segment before its place in the page is known."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from qiyue.pages.segment import CACHED, Fact, Kind
from qiyue.pages.spans import DEEPER

_BOLD: Final = re.compile(r"(\*\*|__)(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])")
_MARKUP: Final = re.compile(
    r"`|\\(?=[|*_<>\[\]])|<br ?/?>|</?(?:b|i|u|em|strong|code|span|font|sup|sub|small)(?: [^<>]{0,80})?>", re.IGNORECASE
)
_SHORTCODE: Final = re.compile(r"\{\{[<%].{0,80}?[%>]\}\}")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,120})\]\([^()\s]{0,300}\)")


class Draft(NamedTuple):
    """A stretch of the flat text, with what it is and says."""

    kind: Kind
    start: int
    end: int
    text: str
    facts: tuple[Fact, ...] = ()


def draft(kind: Kind, start: int, end: int, text: str, facts: Iterable[Fact] = ()) -> Draft:
    """Build one; equal facts are told once."""
    return Draft(kind, start, end, clean(text), tuple(dict.fromkeys(facts)) if facts else ())


def unwrapped(*lines: str) -> str:
    """Join lines that were wrapped: behind one that is written without spaces, as Chinese is, none is put."""
    gaps = ["" if _CHINESE.search(line[-200:]) else " " for line in lines]
    return "".join(part for line, gap in zip(lines, gaps, strict=True) for part in (line.strip(), gap)).rstrip()


@lru_cache(maxsize=CACHED)
def clean(text: str) -> str:
    """Give a text without the markup of Markdown, in one line, white space folded."""
    if "\n" in text:
        text = unwrapped(*text.split("\n"))
    if text.isalnum():
        return text
    text = _SHORTCODE.sub("", text.replace(DEEPER, ""))
    return " ".join(_MARKUP.sub("", _BOLD.sub(r"\2", _LINK.sub(r"\1", text))).split())
