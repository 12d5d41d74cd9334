"""Prose: lines become sentences, wherever they were wrapped, with the limits that they state."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from qiyue.pages import marks
from qiyue.pages.drafts import Draft, clean, draft
from qiyue.pages.flat import Line
from qiyue.pages.limits import plain, said
from qiyue.pages.segment import Fact, Kind, normal
from qiyue.pages.tables import IDENTIFIER
from qiyue.values import Plain

_STOP: Final = re.compile(r"[。!?;](?:[\"」』)]*)\s*|(?<=[A-Za-z)\"'`])[.!?;]\s+(?=[A-Z\u4e00-\u9fff`\"(])")
_TERMINAL: Final = ("。", "!", "?", ";", ".", ":")
_COMMA: Final = (",", "、")
_WIDE: Final = 30
_NAME: Final = re.compile(
    r"(?<![A-Za-z0-9_.\-/{$])`?([A-Za-z][A-Za-z0-9]*(?:[_.\-][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|[a-z]{2,})`?(?![A-Za-z0-9_\-/:]|\.[A-Za-z])"
)
_HEADERS: Final = frozenset(
    "accept authorization cookie date etag expect expires from host location origin range".split()
)
_FIRST: Final = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)、])?\s*`?([A-Za-z_][\w.\-]{1,60})`?\s*(?:参数|字段|的|为|must|should|is|:|=|最|默认|不)",
    re.ASCII,
)


def block_end(lines: Sequence[Line], index: int) -> int:
    """Give the index behind the lines that a line of prose goes on with."""
    at = index + 1
    while at < len(lines) and _joined(lines[at - 1], lines[at]):
        at += 1
    return at


def _joined(before: Line, line: Line) -> bool:
    if (
        line.blank_before
        or before.text.endswith(_TERMINAL)
        or marks.starts(line.text)
        or IDENTIFIER.fullmatch(line.text)
    ):
        return False
    if before.text.endswith(_COMMA):
        return True
    return not line.text[0].isupper() and (marks.width(before.text) >= _WIDE or line.text.endswith(_TERMINAL))


def drafts(text: str, lines: Sequence[Line]) -> Iterator[Draft]:
    """Give the sentences of lines that belong together."""
    start, end = lines[0].start, lines[-1].end
    whole = text[start:end]
    cuts = [match.end() for match in _STOP.finditer(whole)] + [len(whole)]
    begin = 0
    for cut in cuts:
        piece = whole[begin:cut]
        if piece.strip():
            first = begin + len(piece) - len(piece.lstrip())
            yield sentence(start + first, start + first + len(piece.strip()), piece.strip())
        begin = cut


def sentence(start: int, end: int, text: str) -> Draft:
    """Give one sentence with its facts: a pair, a name alone, limits."""
    flat = clean(text)
    if marks.is_about_page(flat):
        return draft(Kind.BOILERPLATE, start, end, text)
    if IDENTIFIER.fullmatch(flat) and re.search(r"[-_.\[\]]|[a-z][A-Z]|\d", flat) and ":" not in flat:
        return draft(Kind.ROW, start, end, text, [Fact(flat, "name", flat)])
    if (match := marks.HEADER.fullmatch(flat)) and ("-" in match["name"] or match["name"].casefold() in _HEADERS):
        return draft(Kind.SAMPLE, start, end, text, [Fact(match["name"], "value", match["value"])])
    return draft(Kind.SENTENCE, start, end, text, [*_pair(flat), *_limits(flat)])


def _pair(text: str) -> Iterator[Fact]:
    bullet = marks.BULLET.match(text)
    body = text[bullet.end() :] if bullet else text
    match = marks.PAIR.fullmatch(body)
    if match and marks.width(match["value"]) <= 60 and not re.search(r"[,。;]", match["value"]):
        yield Fact(normal(match["key"]), "value", plain(match["value"].strip()))


def _limits(text: str) -> Iterator[Fact]:
    told = said(text, cell=False)
    if told:
        subject = _subject(text, {value for _, value in told})
        yield from (Fact(subject, what, value) for what, value in told)


def _subject(text: str, values: AbstractSet[Plain]) -> str:
    """Give the field that a sentence speaks of: the name it begins with, or the only one it has; "" where none."""
    if match := _FIRST.match(text):
        return match[1]
    names = {match[1] for match in _NAME.finditer(text) if re.search(r"[_.\-]|[a-z][A-Z]", match[1])} - values
    return names.pop() if len(names) == 1 else ""
