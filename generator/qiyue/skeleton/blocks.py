"""What the segments of a page make together: declarations of calls, tables, samples, codes, headings, sentences.

In: segments. Out: blocks in the order of the page; each knows the headings above it and its lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages import Fact, Kind, Segment
from qiyue.pages.segment import normal
from qiyue.skeleton import shapes
from qiyue.values import Plain

Trail = tuple[str, ...]

_CALLED: Final = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|(?:https?:/)?/[^\s`|]+")
_NAMED: Final = frozenset({Kind.ROW, Kind.CODE, Kind.ENDPOINT})
_OF_A_TABLE: Final = frozenset({Kind.ROW, Kind.CODE, Kind.CELL, Kind.COLUMNS})
_SERVER: Final = re.compile(r"https?://[A-Za-z0-9][\w.\-]*(?::\d{1,5})?", re.ASCII)
_HOST: Final = re.compile(r"host\s?:\s*(?P<host>[A-Za-z0-9][\w.\-]*(?::\d{1,5})?)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page: the headings above it, outermost first, and its lines, counted from 1."""

    trail: Trail
    first: int
    last: int

    @property
    def place(self) -> str:
        """Its lines as a citation writes them."""
        return f"L{self.first}" if self.first == self.last else f"L{self.first}-{self.last}"

    @property
    def title(self) -> str:
        """The headings right above it."""
        return " / ".join(self.trail[-2:]) or "no heading"


@dataclass(frozen=True, slots=True)
class Heading(Block):
    text: str
    inside: bool = False
    """Whether it is a row of a table."""


@dataclass(frozen=True, slots=True)
class Sentence(Block):
    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared(Block):
    """A call that the page declares, or names; ``facts`` are those of ``Kind.ENDPOINT``."""

    facts: tuple[Fact, ...]
    headed: bool = False
    """Whether the declaration is a heading itself."""

    @property
    def subject(self) -> str:
        return self.facts[0].subject

    def said(self, what: str) -> str:
        return next((str(fact.value) for fact in self.facts if fact.what == what), "")


@dataclass(frozen=True, slots=True)
class Message(Block):
    """A call that a sample makes: a message of HTTP, curl, a line of a program."""

    method: str
    path: str
    server: str
    body: Plain = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Where each member of the body stands, by pointers."""


@dataclass(frozen=True, slots=True)
class Row(Block):
    """A row of a table, or a line that would be one."""

    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        return self.facts[0].subject


@dataclass(frozen=True, slots=True)
class Table(Block):
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Codes(Block):
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sample(Block):
    value: Plain
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Where each of its members stands, by pointers."""


@dataclass(slots=True)
class _Group:
    """Segments that belong together: a row with its cells, the tokens of a sample."""

    kind: Kind
    segments: list[Segment] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the segments say, first of all the one that gives the group its kind."""
        named = next((each for each in self.segments if each.kind is self.kind and each.facts), None)
        if named is None:
            return ()
        rest = (each for each in self.segments if each is not named)
        return tuple(fact for each in (named, *rest) for fact in _spelt(each, named.facts[0].subject))


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """Read the blocks of a page."""
    found: list[Block] = []
    rows: list[Row] = []
    kind = Kind.ROW
    inner = ""
    for group in _groups(segments):
        first = group.segments[0]
        trail = (*first.trail, inner) if inner else first.trail
        if group.kind in {Kind.ROW, Kind.CODE} and (facts := group.facts):
            if rows and (group.kind is not kind or rows[0].trail != trail):
                found.append(_table(kind, rows))
                rows = []
            kind = group.kind
            rows.append(Row(trail, first.first, group.segments[-1].last, facts))
            continue
        if rows:
            found.append(_table(kind, rows))
            rows = []
        block = _block(group, trail)
        inside = isinstance(block, Heading) and block.inside
        inner = normal(first.text) if inside else inner if group.kind in _OF_A_TABLE else ""
        found += [block] if block else []
    return [*found, _table(kind, rows)] if rows else found


def _table(kind: Kind, rows: Sequence[Row]) -> Block:
    made = Codes if kind is Kind.CODE else Table
    return made(rows[0].trail, rows[0].first, rows[-1].last, tuple(rows))


def _groups(segments: Sequence[Segment]) -> Iterator[_Group]:
    """Group segments: cells go to their row, also those that stand before the cell that names it."""
    group: _Group | None = None
    held: list[Segment] = []
    for segment in segments:
        if segment.kind is Kind.CELL:
            if group and group.kind in _NAMED and _of(segment, group):
                group.segments.append(segment)
            else:
                held.append(segment)
            continue
        if group and group.kind is segment.kind is Kind.SAMPLE and _goes_on(group.segments[0], segment):
            group.segments.append(segment)
            continue
        if group:
            yield group
        group = _Group(segment.kind, [*held, segment] if segment.kind in _NAMED else [segment])
        held = []
    if group:
        yield group


def _of(cell: Segment, group: _Group) -> bool:
    """Tell whether a cell belongs to a row that has begun."""
    row = next(each for each in group.segments if each.kind is group.kind)
    if not (cell.facts and row.facts):
        return cell.first <= max(row.last, group.segments[-1].last)
    return cell.facts[0].subject == row.facts[0].subject


def _goes_on(first: Segment, segment: Segment) -> bool:
    """Tell whether a token belongs to the sample that begins with the first."""
    rooted = bool(first.facts) and first.facts[0].subject == ""
    return rooted and segment.trail == first.trail and bool(segment.facts) and segment.facts[0].subject.startswith("/")


def _spelt(segment: Segment, subject: str) -> Iterator[Fact]:
    """Give facts with their prose as the page writes it."""
    for fact in segment.facts:
        whole = segment.kind in {Kind.CELL, Kind.ENDPOINT} and fact.what in {"meaning", "remedy"}
        if not whole or fact.subject != subject:
            yield fact
            continue
        text = segment.text if segment.kind is Kind.CELL else _CALLED.sub("", segment.text).strip(" -:|#*`—–()")
        yield Fact(fact.subject, fact.what, text)


def _block(group: _Group, trail: Trail) -> Block | None:
    """Make a block of a group; None for what only separates."""
    segment = group.segments[0]
    first, last = segment.first, group.segments[-1].last
    if group.kind is Kind.HEADING:
        inside = not segment.trail or normal(segment.text) != segment.trail[-1]
        return Heading(segment.trail, first, last, segment.text, inside)
    if group.kind is Kind.SENTENCE:
        return Sentence(trail, first, last, segment.text, segment.facts)
    facts = group.facts
    if group.kind is Kind.ENDPOINT and facts:
        return Declared(trail, first, last, facts, headed=segment.text.startswith("#"))
    return _sample(group, trail) if group.kind is Kind.SAMPLE else None


def _sample(group: _Group, trail: Trail) -> Block | None:
    """Make a sample of JSON, or the call that a message or a program makes."""
    first, last = group.segments[0].first, group.segments[-1].last
    facts = group.facts
    text = group.segments[0].text
    tokens = [fact for fact in facts if _is_token(fact)]
    value = shapes.sample(tokens) if tokens and not tokens[0].subject else None
    lines = {fact.subject: each.first for each in group.segments for fact in each.facts if _is_token(fact)}
    if path := next((fact for fact in facts if fact.what == "path"), None):
        method = next((str(fact.value) for fact in facts if fact.what == "method"), "")
        server = _SERVER.search(text)
        return Message(trail, first, last, method, str(path.value), server[0] if server else "", value, lines)
    if host := _HOST.fullmatch(text):
        return Message(trail, first, last, "", "", f"https://{host['host']}")
    if isinstance(value, dict | list):
        return Sample(trail, first, last, value, lines)
    return Sentence(trail, first, last, text, facts)


def _is_token(fact: Fact) -> bool:
    """Tell whether a fact is of a member of a sample."""
    return fact.subject[:1] in {"", "/"} and fact.what in {"type", "value"}
