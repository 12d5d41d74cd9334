"""Calls that a page declares: ``POST /v1/orders``, method and path on lines of their own, ``url: …``, ``method: …``."""

from collections.abc import Sequence
from dataclasses import dataclass

from qiyue.pages import marks
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Line
from qiyue.pages.segment import Fact, Kind, normal
from qiyue.pages.words import METHODS

_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """What a line tells of a call."""

    line: Line
    method: str = ""
    path: str = ""
    rest: str = ""


def read(lines: Sequence[Line], index: int) -> tuple[str, list[Draft], int] | None:
    """Read a call; gives how it is called, its segments, and the index behind it."""
    parts: list[_Part] = []
    at = index
    while at < len(lines) and at - index < _NEAR and (part := _part(lines[at])):
        if (part.method and any(other.method for other in parts)) or (part.path and any(other.path for other in parts)):
            break
        parts.append(part)
        at += 1
    method = next((part.method for part in parts if part.method), "")
    path = next((part.path for part in parts if part.path), "")
    if not path or not (method or _is_labelled(parts)):
        return None
    subject = f"{method} {path}".strip()
    return subject, [_draft(subject, part) for part in parts], at


def _is_labelled(parts: Sequence[_Part]) -> bool:
    return any(not marks.PATH_ALONE.fullmatch(part.line.text) for part in parts)


def _draft(subject: str, part: _Part) -> Draft:
    facts = [Fact(subject, "name", subject)] if part.path else []
    if part.method:
        facts.append(Fact(subject, "method", part.method))
    if part.path:
        facts.append(Fact(subject, "path", part.path))
    if part.rest.strip(" -:|#"):
        facts.append(Fact(subject, "meaning", normal(part.rest.strip(" -:|#"))))
    return draft(Kind.ENDPOINT, part.line.start, part.line.end, part.line.text, facts)


def _part(line: Line) -> _Part | None:
    text = line.text
    if marks.MESSAGE.fullmatch(text):
        return None
    if (
        (match := marks.MARKDOWN.match(text))
        or (match := marks.NUMBERED.match(text))
        or (match := marks.BULLET.match(text))
    ):
        text = text[match.end() :]
    text = text.strip("* ")
    if match := marks.CALL.fullmatch(text):
        return _Part(line, match["method"], match["path"].rstrip("*"), match["rest"])
    if match := marks.METHOD_ALONE.fullmatch(text):
        return _Part(line, match["method"])
    if match := marks.PATH_ALONE.fullmatch(text):
        return _Part(line, "", match["path"])
    return _labelled(line, text.replace("**", ""))


def _labelled(line: Line, text: str) -> _Part | None:
    match = marks.LABELLED.fullmatch(text) if len(text) < 400 else None
    if match is None:
        return None
    value = match["value"].strip("`*<>")
    if value.upper().rstrip(",;") in METHODS:
        return _Part(line, value.upper().rstrip(",;"), "", match["rest"] or "")
    if value.startswith("/") or (value.startswith("http") and "/" in value[9:].rstrip("/")):
        return _Part(line, "", value, match["rest"] or "")
    words = (match["rest"] or "").split()
    if value.upper() in METHODS and words and words[0].startswith("/"):
        return _Part(line, value.upper(), words[0])
    return None
