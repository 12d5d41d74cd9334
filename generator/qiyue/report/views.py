"""Views: what the page prints, decided in full. Values only; ``page`` makes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one check says of one operation. One of the three is true."""

    passed: bool
    failed: bool
    idle: bool
    text: str
    """``12 cases``, ``3 failures``, ``not applied``."""
    count: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One operation."""

    id: str
    method: str
    path: str
    is_good: bool
    cases: str
    successes: str
    none_succeeded: bool
    refusals: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Something to copy."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it means, in words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One broken promise."""

    anchor: str
    operation: str
    check: str
    message: str
    facts: tuple[Fact, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Operations that were left alone, and why."""

    reason: str
    operations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A page that evidence cites."""

    id: str
    title: str
    url: str
    has_url: bool
    read: str
    has_read: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One run."""

    anchor: str
    name: str
    title: str
    is_green: bool
    verdict: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    has_notes: bool
    checks: tuple[str, ...]
    rows: tuple[Row, ...]
    has_rows: bool
    cards: tuple[Card, ...]
    has_cards: bool
    more: str
    """How many broken promises are not shown; ``""`` where all are."""
    has_more: bool
    gaps: tuple[Fact, ...]
    """What the document leaves open, by place."""
    has_gaps: bool
    left: tuple[Left, ...]
    has_left: bool
    sources: tuple[Source, ...]
    has_sources: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All of it. The hashes let a browser use our own style and script, and nothing else."""

    title: str
    is_green: bool
    verdict: str
    figures: tuple[Figure, ...]
    is_many: bool
    sections: tuple[Section, ...]
    version: str
    style_hash: str
    script_hash: str
