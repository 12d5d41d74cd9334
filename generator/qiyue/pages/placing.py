"""Drafts to the segments of a page: each gets its place there, and what was passed over is put between them.

In: a ``Flat`` and drafts in any order, with the headings above them. Out: segments that follow each other and leave out
only white space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Flat
from qiyue.pages.segment import Kind, Segment

Placed: TypeAlias = tuple[Draft, tuple[str, ...]]
"""A draft, and the headings above it."""

_BLANK: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[^\W_]")


def place(plain: Flat, found: Iterable[Placed]) -> tuple[Segment, ...]:
    """Make segments of drafts."""
    return tuple(_segments(plain, _with_rest(plain, found)))


def _with_rest(plain: Flat, found: Iterable[Placed]) -> list[Placed]:
    """Add what was passed over, in the order of the page: words as sentences, bars and the like to their neighbours."""
    whole: list[Placed] = []
    at = 0
    for each, trail in sorted(found, key=lambda placed: placed[0].start):
        if each.end <= at:
            continue
        start = max(each.start, at)
        between = plain.text[at:start]
        own = _rest(plain.text, at, start, trail, whole) if between and not between.isspace() else start
        whole.append((each if own == each.start else each._replace(start=own), trail))
        at = each.end
    _rest(plain.text, at, len(plain.text), whole[-1][1] if whole else (), whole)
    return whole


def _rest(text: str, start: int, end: int, trail: tuple[str, ...], whole: list[Placed]) -> int:
    """Add what lies between two segments; gives where the second begins."""
    piece = text[start:end]
    if not piece.strip():
        return end
    if _WORD.search(piece) or (not whole and end == len(text)):
        begin = start + len(piece) - len(piece.lstrip())
        whole.append((draft(Kind.SENTENCE, begin, begin + len(piece.strip()), piece), trail))
        return end
    own = piece.rfind("\n") + 1 if end < len(text) else len(piece)
    if not whole:
        own = 0
    elif piece[:own].strip():
        whole[-1] = (whole[-1][0]._replace(end=start + len(piece[:own].rstrip())), whole[-1][1])
    return start + own + len(piece[own:]) - len(piece[own:].lstrip())


def _segments(plain: Flat, found: Sequence[Placed]) -> Iterator[Segment]:
    """Give segments their places in the page; markup between two belongs to the second, behind the last to it."""
    page = plain.page.text
    if not found and page.strip():
        start, end = len(page) - len(page.lstrip()), len(page.rstrip())
        last = page.count("\n", 0, end) + 1
        yield Segment(Kind.BOILERPLATE, page.count("\n", 0, start) + 1, last, 0, start, end, (), "")
    starts = [0, *(match.end() for match in re.finditer("\n", page))]
    at, before, column, where = 0, 0, 0, plain.where
    for number, (each, trail) in enumerate(found):
        first, last = (each.start, each.end - 1) if where is None else (where[each.start], where[each.end - 1])
        end = len(page.rstrip()) if number == len(found) - 1 else max(last + 1, at)
        start = _BLANK.match(page, at, end).end()  # type: ignore[union-attr]
        line = bisect_right(starts, first, max(before - 1, 0))
        column = column + 1 if line == before else 0
        until = bisect_right(starts, last, line - 1)
        yield Segment(each.kind, line, until, column, start, end, trail, each.text, each.facts)
        at, before = end, line
