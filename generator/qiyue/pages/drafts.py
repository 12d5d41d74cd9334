"""A segment before its place in the page is known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from qiyue.pages.segment import Fact, Kind

_BOLD: Final = re.compile(r"(\*\*|__)(?=\S)([^*\n]{1,300}?)(?<=\S)\1(?![\w*])")
_MARKUP: Final = re.compile(
    r"`|\\(?=[|*_<>\[\]])|<br ?/?>|</?(?:b|i|em|strong|code|span)(?: [^<>]{0,80})?>", re.IGNORECASE
)
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,120})\]\([^()\s]{0,300}\)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of the flat text, with what it is and says."""

    kind: Kind
    start: int
    end: int
    text: str
    facts: tuple[Fact, ...] = ()


def draft(kind: Kind, start: int, end: int, text: str, facts: Iterable[Fact] = ()) -> Draft:
    """Build one; equal facts are told once."""
    return Draft(kind, start, end, clean(text), tuple(dict.fromkeys(facts)))


def clean(text: str) -> str:
    """Give a text without the markup of Markdown, white space folded."""
    return " ".join(_MARKUP.sub("", _BOLD.sub(r"\2", _LINK.sub(r"\1", text))).split())
