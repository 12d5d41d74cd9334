"""``source.lock`` ↔ its text: JSON, one value on a line, so that a difference of locks reads as one of pages.

    {"lock": 1}
    {"page": "main", "digest": "08c2…-5210"}
    {"under": ["Orders", "GET /v1/orders"]}
    {"down": 2, "kind": "row", "digest": "9f1c…-9", "facts": [["lang", "name", "lang"]], "cited": ["lang"]}
    {"down": 1, "lines": 2, "kind": "heading", "digest": "77ab…-8", "skip": "heading"}

``under`` holds the headings above what follows, ``down`` how many lines below the segment before it one begins: a line
that comes into the page changes one line of the lock. The reasons after ``skip`` may be given by hand.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from qiyue.diagnostics import refuse
from qiyue.fidelity.lock import Digest, Entry, Lock, Locked, Reason
from qiyue.pages import Fact, Kind
from qiyue.source import Source
from qiyue.values import Plain

_FORMAT: Final = 1
_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def write(lock: Lock) -> str:
    """Write a lock."""
    return "".join(f"{_encoded(line)}\n" for line in _lines(lock))


def read(source: Source) -> Lock:
    """Read a lock.

    Raises:
        Refused: it is no lock, or a line of it cannot be read.
    """
    if not source.text.strip():
        _check_format(None, source)
    pages: dict[str, tuple[Digest, list[Entry]]] = {}
    trail: tuple[str, ...] = ()
    line = 0
    page: list[Entry] | None = None
    skeleton: dict[str, Digest] = {}
    for number, (offset, text) in enumerate(_numbered(source.text)):
        try:
            data = json.loads(text)
            if number == 0:
                _check_format(data, source)
                skeleton = {str(name): Digest.read(text) for name, text in data.get("skeleton", {}).items()}
            elif "page" in data:
                page, trail, line = [], (), 0
                pages[str(data["page"])] = (Digest.read(data["digest"]), page)
            elif "under" in data:
                trail = tuple(map(str, data["under"]))
            elif page is not None:
                line += int(data["down"])
                page.append(_entry(data, line, trail))
            else:
                raise ValueError("no page was named before")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            hint = "bring it back from version control, or write it anew: qiyue drift EDITION DOCUMENT --accept"
            message = f"this line of the lock cannot be read: {error}"
            raise refuse("lock-syntax", message, source.place(offset), hint) from None
    return Lock({name: Locked(digest, tuple(found)) for name, (digest, found) in pages.items()}, skeleton)


def _check_format(data: Plain, source: Source) -> None:
    if not isinstance(data, dict) or data.get("lock") != _FORMAT:
        raise refuse("lock-syntax", 'a lock begins with {"lock": 1}', source.place(0), "it may be of a newer qiyue")


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield offset, line
        offset += len(line)


def _lines(lock: Lock) -> Iterator[Plain]:
    written = {name: str(digest) for name, digest in lock.skeleton.items()}
    yield {"lock": _FORMAT} | ({"skeleton": written} if written else {})
    for page, found in lock.pages.items():
        yield {"page": page, "digest": str(found.digest)}
        line = 0
        for trail, section in groupby(found.entries, lambda entry: entry.trail):
            yield {"under": list(trail)}
            for entry in section:
                yield _plain(entry, line)
                line = entry.first


def _plain(entry: Entry, line: int) -> Plain:
    data: dict[str, Any] = {"down": entry.first - line}
    if entry.last > entry.first:
        data["lines"] = len(entry.lines)
    data |= {"kind": entry.kind.value, "digest": str(entry.digest)}
    if entry.facts:
        data["facts"] = [[fact.subject, fact.what, fact.value] for fact in entry.facts]
    if entry.words:
        data["words"] = _text_of(entry.words)
    if entry.cited:
        data["cited"] = list(entry.cited)
    return data | ({"skip": entry.skip} if entry.skip else {})


@lru_cache(maxsize=4096)
def _text_of(words: frozenset[int]) -> str:
    return "".join(f"{word:04x}" for word in sorted(words))


def _entry(data: Plain, line: int, trail: tuple[str, ...]) -> Entry:
    return Entry(
        Kind(data["kind"]),
        line,
        line + int(data.get("lines", 1)) - 1,
        trail,
        Digest.read(data["digest"]),
        tuple(Fact(str(subject), str(what), value) for subject, what, value in data.get("facts", ())),
        frozenset(_hashes(data.get("words", ""))),
        Reason(data["skip"]).value if "skip" in data else "",
        tuple(map(str, data.get("cited", ()))),
    )


def _hashes(text: str) -> Iterable[int]:
    return (int(text[start : start + 4], 16) for start in range(0, len(text), 4))
