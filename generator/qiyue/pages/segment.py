"""What a page is read as: segments, each with its place, its text and the facts read from it."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from qiyue.values import Plain

_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T ]*\d{1,2}:\d\d(?::\d\d)?)?Z?")
_DECORATION = re.compile(r"^(?:[-*+•◦▪●○‣·>#|]+|\(?\d{1,2}[.)、](?=\s|[^\d\s]))+")
_BARS = re.compile(r"[|│┃]")
CACHED: Final = 4096
"""Texts whose reading is kept: the cells of tables say the same again and again."""


class Kind(StrEnum):
    """What a segment is. Every kind but the last four speaks of the API."""

    ENDPOINT = "endpoint"  # a call: its method, path or name
    ROW = "row"  # the cell that names a row of a table: a field, a header, a parameter
    CELL = "cell"  # a further cell of the row before it; its facts have the row's subject
    CODE = "code"  # the cell that names a row of a table of codes; further cells of it are CELL
    SAMPLE = "sample"  # one token of a sample: a member of JSON, a header, an argument, a line of code
    SENTENCE = "sentence"  # a sentence of prose, with or without facts; also whatever else could not be told
    HEADING = "heading"
    COLUMNS = "columns"  # the head of a table
    NAVIGATION = "navigation"  # menus, "previous page", tabs, tables of contents
    BOILERPLATE = "boilerplate"  # "last updated", "built with", markup, scripts


class Fact(NamedTuple):
    """One fact that a segment states: of ``subject``, that its ``what`` is ``value``.

    subject: what it speaks of: the field of a row as the page writes it (``accounts[].id``), a code (``1003``), a call
        (``POST /v1/orders``, or its name where the page has no path), a header, a JSON Pointer into a sample
        (``/orders/0/id``), or "" where the text does not say.
    what: ``name`` (the subject exists: every row, code and call has it), ``type`` (the page's own word, casefolded;
        ``json_type`` tells what it means), ``required``, ``required-when``, ``meaning``, ``remedy``, ``default``,
        ``const``, ``format``, ``maximum``, ``minimum``, ``maxLength``, ``minLength``, ``length``, ``maxItems``,
        ``minItems``, ``enum/<value>`` (its meaning, or true), ``method``, ``path``, ``in``, ``example``, ``value``
        (of a token of a sample, of a pair). A number with a unit has it in its name: ``maximum/MB``, and
        ``limit/<unit>`` where the text does not compare; ``column/<head>`` is a column that no word is known for.
    """

    subject: str
    what: str
    value: Plain


class Segment(NamedTuple):
    """A stretch of a page. Segments follow each other in the page, do not overlap, and leave out only white space.

    first, last: its lines, counted from 1 as in the file, whatever ends its lines.
    column: which segment of its first line it is, from 0.
    start, end: its characters in ``Page.text``.
    trail: the headings above it, outermost first, normalised.
    text: what a reader sees: no markup, no bars, white space folded.
    """

    kind: Kind
    first: int
    last: int
    column: int
    start: int
    end: int
    trail: tuple[str, ...]
    text: str
    facts: tuple[Fact, ...] = ()


@lru_cache(maxsize=CACHED)
def normal(text: str) -> str:
    """Give the text without what does not change what it says; equal results say the same."""
    if text.isascii() and text.isalnum() and not text.isdigit():
        return text
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace("、", ",")
    plain = _DATE.sub("<date>", _BARS.sub(" ", plain))
    return "".join(_DECORATION.sub("", plain.strip()).split())
