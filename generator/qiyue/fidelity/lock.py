"""What a page said when it was last read: its segments with digests and facts, and why some of them are skipped.

A lock holds facts, not prose: of a text there is a digest, and a few numbers by which a reworded text is known again.
It also holds who cited each segment when it was written, so that a citation that goes is missed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zlib import crc32

from qiyue.pages import Fact, Kind, Page, Segment, segments
from qiyue.pages.segment import CACHED, normal
from qiyue.values import EMPTY

_PRIME: Final = (1 << 64) - 59
_FACTOR: Final = 0x9E3779B97F4A7C15
_SKETCH: Final = 12
_LONG: Final = 40
_SCHEME: Final = re.compile(r"[A-Za-z]+(?= )|[a-z]+/[\w.+-]+$")
"""What a header's value says of every call: ``Bearer`` before the credential, a media type."""

SHOWN: Final = "shown"
"""The fact that a sample has a value; which one is not kept."""
_PART_OF_A_ROW: Final = frozenset({Kind.CELL, Kind.SAMPLE})


class Reason(StrEnum):
    """Why no element of the spec uses a segment."""

    NAVIGATION = "navigation"  # menus, tabs, "previous page"
    HEADING = "heading"  # only says what follows
    COLUMNS = "columns"  # the head of a table
    BOILERPLATE = "boilerplate"  # dates of change, "built with"
    PROSE = "prose-without-a-rule"  # nothing in it could be wrong in a client
    CODE = "example-code"  # a program that calls; its names and values stand elsewhere
    REPEATED = "repeated"  # says again what another segment, which is cited, says
    ELSEWHERE = "points-elsewhere"  # only names another page


PROPOSED: Final[Mapping[Kind, Reason]] = {
    Kind.NAVIGATION: Reason.NAVIGATION,
    Kind.HEADING: Reason.HEADING,
    Kind.COLUMNS: Reason.COLUMNS,
    Kind.BOILERPLATE: Reason.BOILERPLATE,
}
"""Kinds that are skipped without anybody having to say so."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest of a text that can be joined: that of ``a + b`` follows from those of ``a`` and ``b``."""

    value: int = 0
    length: int = 0

    @classmethod
    @lru_cache(maxsize=CACHED)
    def of(cls, text: str) -> "Digest":
        """Digest what a text says: spaces, bullets, widths and dates do not count."""
        return cls.exact(normal(text))

    @classmethod
    def exact(cls, text: str) -> "Digest":
        """Read the text as one large number, and keep the rest of a division; the factor hides short texts."""
        content = text.encode("utf-8", "surrogatepass")
        return cls(int.from_bytes(content) * _FACTOR % _PRIME, len(content))

    def __add__(self, after: "Digest") -> "Digest":
        value = (self.value * pow(256, after.length, _PRIME) + after.value) % _PRIME
        return Digest(value, self.length + after.length)

    def __str__(self) -> str:
        return f"{self.value:016x}-{self.length}"

    @classmethod
    def read(cls, text: str) -> "Digest":
        value, _, length = text.partition("-")
        return cls(int(value, 16), int(length))


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment in a lock.

    words: hashes of a few of its pairs of characters.
    skip: a reason or "".
    cited: the names of the elements that cite it, one for each citation.
    """

    kind: Kind
    first: int
    last: int
    trail: tuple[str, ...]
    digest: Digest
    facts: tuple[Fact, ...] = ()
    words: frozenset[int] = frozenset()
    skip: str = ""
    cited: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """What it speaks of, if it says so."""
        return self.facts[0].subject if self.facts else ""

    @property
    def key(self) -> tuple[str, Digest]:
        """What is equal if it says the same. The text of a cell or token alone says little: its subject takes part."""
        return (self.subject if self.kind in _PART_OF_A_ROW else "", self.digest)

    @property
    def lines(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def place(self) -> str:
        """Its lines as a citation writes them."""
        return f"L{self.first}" if self.first == self.last else f"L{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Locked:
    """One page in a lock: its segments, and a digest of the whole."""

    digest: Digest = Digest()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Lock:
    """The pages of a vendor, by id."""

    pages: Mapping[str, Locked]
    skeleton: Mapping[str, Digest] = EMPTY
    """The files that ``init`` wrote, as it wrote them: only such ones it writes anew."""


def lock_page(page: Page, found: Sequence[Segment] = ()) -> Locked:
    """Give what a lock keeps of a page, of which ``found`` are the segments; kinds that need no reason are skipped."""
    kept = tuple(entry(each, skip=PROPOSED.get(each.kind, "")) for each in found or segments(page))
    return Locked(Digest.exact("".join(page.text.split())), kept)


def entry(segment: Segment, skip: str = "") -> Entry:
    """Give what a lock keeps of a segment, which is skipped for a reason or not."""
    sample = segment.kind is Kind.SAMPLE
    member = sample and any(fact.what == "type" for fact in segment.facts)
    facts = tuple(_kept(fact, sample) for fact in segment.facts if not (member and fact.what == "value"))
    text = "".join(f"{fact.what}={fact.value};" for fact in facts) if member else segment.text
    words = frozenset[int]() if member else _words(segment.text)
    return Entry(segment.kind, segment.first, segment.last, segment.trail, Digest.of(text), facts, words, skip)


def similarity(left: Entry, right: Entry) -> float:
    """Tell how alike two texts are, from 0 to 1."""
    if not (left.words and right.words):
        return float(left.digest == right.digest)
    smallest = sorted(left.words | right.words)[:_SKETCH]
    return sum(word in left.words and word in right.words for word in smallest) / len(smallest)


def _kept(fact: Fact, sample: bool) -> Fact:
    """Leave out what a page only shows as an example, and what is long: of that the type or a digest remains."""
    value = fact.value
    if sample and fact.what == "value":
        scheme = _SCHEME.match(str(value))
        return Fact(fact.subject, "scheme", scheme[0]) if scheme else Fact(fact.subject, SHOWN, True)
    if sample and fact.what == "type" and value == "integer":
        return Fact(fact.subject, "type", "number")  # 500 and 500.00 are samples of one field
    if isinstance(value, Decimal):
        value = str(value)
    if isinstance(value, str) and len(value) > _LONG:
        value = f"#{Digest.of(value)}"
    return Fact(fact.subject, fact.what, value)


@lru_cache(maxsize=CACHED)
def _words(text: str) -> frozenset[int]:
    """Give the smallest hashes of its pairs of characters: what two texts share of these they share of the whole."""
    pairs = {crc32((left + right).encode("utf-8", "surrogatepass")) & 0xFFFF for left, right in pairwise(normal(text))}
    return frozenset(sorted(pairs)[:_SKETCH])
