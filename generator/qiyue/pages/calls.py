"""Calls that a page declares: ``POST /v1/orders``, method and path on lines of their own, ``url: …``, ``method: …``."""

from collections.abc import Sequence
from dataclasses import dataclass

from qiyue.pages import marks
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Line
from qiyue.pages.segment import Fact, Kind, normal
from qiyue.pages.words import METHODS

_NEAR = 4
_AROUND = " -:|#*`—–("


@dataclass(frozen=True, slots=True)
class _Part:
    """What a line tells of a call."""

    line: Line
    method: str = ""
    path: str = ""
    rest: str = ""


def read(lines: Sequence[Line], index: int) -> tuple[str, list[Draft], int] | None:
    """Read a call; gives how it is called, its segments, and the index behind it."""
    if found := _within(lines[index]):
        return ", ".join(each.facts[0].subject for each in found), found, index + 1
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


def _within(line: Line) -> list[Draft]:
    """Read the calls of a line that has several, or of a heading that has one behind other words."""
    found = list(marks.CALLS.finditer(line.text))
    if not found or marks.MESSAGE.search(line.text):
        return []
    heading = marks.MARKDOWN.match(line.text) or (marks.numbered(line.text) and marks.NUMBERED.match(line.text))
    before = line.text[heading.end() if heading else 0 : found[0].start()].strip(_AROUND)
    if (before and not heading) or (not before and len(found) == 1):
        return []
    cuts = [0, *(match.start() for match in found[1:]), len(line.text)]
    drafts = []
    for match, start, end in zip(found, cuts, cuts[1:], strict=False):
        subject = f"{match['method']} {match['path']}"
        facts = [Fact(subject, what, value) for what, value in (("name", subject), *match.groupdict().items())]
        said = [Fact(subject, "meaning", normal(before))] if before and match is found[0] else []
        text = line.text[start:end].rstrip()
        begin = line.start + start
        drafts.append(draft(Kind.ENDPOINT, begin, begin + len(text), text, [*facts, *said]))
    return drafts


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
