"""Addresses and methods as pages write them, with notes, placeholders and sample values: what they are, cleaned.

In: the value of a label. Out: an ``Address`` or a method; None and "" for what is neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final
from urllib.parse import parse_qsl

from qiyue.pages.words import METHODS

_METHOD: Final = re.compile(rf"(?<![A-Za-z._])(?:{'|'.join(sorted(METHODS))})(?![A-Za-z._])", re.IGNORECASE)
_LONGEST_METHOD: Final = 48
_HOST: Final = r"[A-Za-z0-9](?:[\w\-]*\.)+[A-Za-z]{2,}(?::\d{1,5})?"
_PLACEHOLDER: Final = r"\$?\{{1,2}[^{}/\s]{1,40}\}{1,2}|<[^<>/\s]{1,40}>|\[[^\[\]/\s]{1,40}\]|%[A-Za-z_]{1,20}%"
_PIECE: Final = r"[A-Za-z0-9_\-.~%$:@!*()+&=,']|\{[^{}/\s]{1,40}\}|<[^<>/\s]{1,40}>|\[[^\[\]/\s]{1,40}\]"
_ADDRESS: Final = re.compile(
    rf"(?P<scheme>https?(?:\(s\))?://)?(?P<host>(?<=//)[^/\s?#`'\"]{{1,100}}|{_HOST}(?=/)|(?:{_PLACEHOLDER})(?=/)|(?:域名|网关|host|ip:port)(?=/))?"
    rf"(?P<path>(?:/(?:{_PIECE})*)*)(?:\?(?P<query>[^\s`'\"#]*))?(?:#\S*)?",
    re.IGNORECASE,
)
_SLASHLESS: Final = re.compile(
    r"[A-Za-z][\w\-]{0,40}(?:/(?:[\w\-.:]|\{[^{}/\s]{1,40}\}){1,60})+(?:\?(?P<query>\S*))?", re.ASCII
)
_WRAPPED: Final = re.compile(r"[\s`'\"(【]*")
_REAL_HOST: Final = re.compile(
    r"[A-Za-z0-9][\w.\-]*\.[A-Za-z]{2,}(?::\d{1,5})?|localhost(?::\d{1,5})?|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?"
)
_VARIABLE: Final = re.compile(r"\$?\{([^{}/]+)\}|<([^<>/]+)>|(?<=/):([A-Za-z_]\w*)|\[([A-Za-z_]\w*)\]")
_ID: Final = re.compile(r"\d+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NO_ID_BEHIND: Final = frozenset(
    {"", "api", "rest", "version", "v", "openapi", "open", "service", "services", "gateway"}
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a call goes: ``server`` is "" where the page leaves it open, ``path`` is a template of OpenAPI."""

    server: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    end: int = 0
    """How much of the text it took."""


def method(text: str) -> str:
    """Give the method that a value names first, whatever notes stand around it."""
    if len(text) > _LONGEST_METHOD:
        return ""
    match = _METHOD.search(text)
    return match[0].upper() if match else ""


def address(text: str, *, labelled: bool = False) -> Address | None:
    """Read the address at the beginning of a text; one without a leading slash only where it is ``labelled``."""
    text = text.replace("**", "")
    wrap = _WRAPPED.match(text)
    start = wrap.end() if wrap else 0
    match = _ADDRESS.match(text, start)
    if match is None or not (match["path"] or match["host"]):
        slashless = _SLASHLESS.match(text, start) if labelled else None
        if slashless is None or not _ends(text, slashless.end()):
            return None
        path = "/" + slashless[0].partition("?")[0]
        return Address("", template(path), _query(slashless["query"]), slashless.end())
    host = (match["host"] or "").strip("[]")
    if not match["path"] and not (match["scheme"] and host):
        return None
    scheme = (match["scheme"] or "https://").lower().replace("(s)", "s")
    server = scheme + host if _REAL_HOST.fullmatch(host) else ""
    path = match["path"].rstrip(".,;:)*'")
    return Address(server, template(path), _query(match["query"]), match.end())


def template(path: str) -> str:
    """Give a path as OpenAPI writes it: ``/books/:id``, ``/books/<id>`` and ``/books/7`` → ``/books/{id}``."""
    path = _VARIABLE.sub(lambda match: "{" + next(filter(None, match.groups())) + "}", path)
    if not any(character.isdigit() for character in path):
        return path
    parts = path.split("/")
    taken: set[str] = set()
    for at, part in enumerate(parts):
        stem, dot, extension = part.partition(".")
        before = parts[at - 1].casefold() if at else ""
        if _ID.fullmatch(stem) and not extension[:1].isdigit() and at > 1 and before not in _NO_ID_BEHIND:
            name = next(each for each in _names(before) if f"{{{each}}}" not in path and each not in taken)
            taken.add(name)
            parts[at] = f"{{{name}}}{dot}{extension}"
    return "/".join(parts)


def _names(before: str) -> Iterator[str]:
    """Give names for the variable behind a part of a path: ``books`` → ``book_id``, ``book_id2``."""
    letters = re.sub(r"\W", "_", before.partition(".")[0])
    name = f"{letters.removesuffix('s')}_id" if letters and letters[0].isalpha() else "id"
    yield name
    yield from (f"{name}{number}" for number in count(2))


def _ends(text: str, at: int) -> bool:
    """Tell whether nothing that could belong to an address follows."""
    return at >= len(text) or not re.match(r"[A-Za-z0-9/]", text[at])


def _query(text: str | None) -> tuple[tuple[str, str], ...]:
    if not text:
        return ()
    try:
        return tuple(parse_qsl(text.rstrip(".,;"), keep_blank_values=True, max_num_fields=100))
    except ValueError:
        return ()
