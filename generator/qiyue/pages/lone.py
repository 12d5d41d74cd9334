"""Lines that a table or a sample would have, standing by themselves: a row without a head, a member without brackets.

In: a line. Out: its segments, or none. What names the row must look like a field that a type follows, or like a call
that a method follows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qiyue.pages import rows, samples
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.flat import Line
from qiyue.pages.nesting import Nesting
from qiyue.pages.segment import Fact, Kind
from qiyue.pages.tables import IDENTIFIER, Cell, Row, joined_row, pieces
from qiyue.pages.words import FLAG, TYPE, Role, flag, is_type

_BETWEEN: Final = (re.compile(r"\s*(?<!\\)\|\s*"), re.compile(r"\t"), re.compile(r"\s{2,}"))
_LISTED: Final = re.compile(
    r"(?:[-*+•◦·]\s+|\d{1,2}[.)、]\s*)?(?P<mark>[`*_]{0,3})(?P<name>[A-Za-z_$@][\w.\-$@\[\]]{0,79})(?P=mark)\s*[:\-–—]{0,2}\s*"
    rf"(?P<open>[(\[<`*]{{0,2}})(?P<type>{TYPE})(?![\w\-])[`*]{{0,2}}"
    rf"(?:[\s,;/|]+[`*]{{0,2}}(?P<flag>{FLAG.pattern})(?![A-Za-z0-9_])[`*]{{0,2}})?[)\]>]?\s*[:,.\-–—]*\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(r".*(?:[_.$@\[]|[a-z][A-Z]|[a-z]\d)", re.ASCII)
_WORD: Final = re.compile(r"[a-z][a-z0-9\-]+", re.ASCII)
_SAYING: Final = re.compile(r"[\u4e00-\u9fff]|\S \S")
_NO_FIELDS: Final = frozenset("an the each any every this that these and or of for is are as with one its your".split())
_MEMBER: Final = re.compile(
    r"\"(?P<name>[^\"\\\s]{1,80})\"\s*:\s*(?P<value>\"(?:[^\"\\]|\\.)*\"|[\w.+\-]+|\{\s*\}|\[\s*\])\s*,?"
)
_LONGEST: Final = 400


def read(line: Line, nesting: Nesting) -> list[Draft]:
    """Read a line by itself; ``nesting`` are the rows of this kind right above it."""
    if len(line.text) > _LONGEST:
        return []
    if match := _MEMBER.fullmatch(line.text):
        token = samples.Scan(f"{{{line.text}}}", 0).run().tokens[-1]
        facts = (Fact(match["name"], fact.what, fact.value) for fact in samples.facts(token) if "#" not in fact.subject)
        return [draft(Kind.SAMPLE, line.start, line.end, line.text, facts)]
    row = _separated(line) or _listed(line) or _joined(line)
    return list(rows.lone(row, line.indent, nesting)) if row else []


def _separated(line: Line) -> Row | None:
    """Read cells with bars, tabs or wide gaps between them."""
    for separator in _BETWEEN:
        if not separator.search(line.text):
            continue
        cells = [cell for cell in pieces(line, separator) if cell.text]
        if len(cells) > 1 and _is_row([cell.text for cell in cells]):
            return list(zip(_roles(cells), cells, strict=True))
    return None


def _is_row(texts: Sequence[str]) -> bool:
    """Tell a row from a menu: a name and a type; a name that any word could be needs a flag or more words as well."""
    name = texts[0].strip("`* ")
    if not _is_name(name) or not any(map(is_type, texts[1:])):
        return False
    return bool(_FIELD.match(name)) or any(flag(text) is not None or _SAYING.search(text) for text in texts[1:])


def _roles(cells: Sequence[Cell]) -> Iterator[Role]:
    """Tell by what they say what cells hold: a name, a type, a flag; else words."""
    yield Role.NAME
    left = [Role.TYPE, Role.REQUIRED]
    for cell in cells[1:]:
        tests = {Role.TYPE: is_type(cell.text), Role.REQUIRED: flag(cell.text) is not None}
        role = next((each for each in left if tests[each]), Role.MEANING)
        if role in left:
            left.remove(role)
        yield role


def _listed(line: Line) -> Row | None:
    """Read ``name type words``, ``name (type, flag): words``, with or without a bullet."""
    match = _LISTED.fullmatch(line.text)
    if match is None or not _is_name(match["name"]):
        return None
    plain = not match["mark"] and not match["open"] and not _FIELD.match(match["name"])
    if plain and not (match["flag"] or re.match(r"[A-Z\u4e00-\u9fff]", match["rest"])):
        return None
    groups = {"name": Role.NAME, "type": Role.TYPE, "flag": Role.REQUIRED, "rest": Role.MEANING}
    return [
        (role, Cell(line.start + match.start(group), line.start + match.end(group), match[group]))
        for group, role in groups.items()
        if match[group]
    ]


def _joined(line: Line) -> Row | None:
    """Read cells that run together before words in Chinese."""
    if " " in line.text or not re.match(r"[\w.\-\[\]]{6,}[\u4e00-\u9fff]", line.text, re.ASCII):
        return None
    for roles in ((Role.NAME, Role.TYPE, Role.MEANING), (Role.CALL, Role.METHOD, Role.MEANING)):
        row = joined_row(line, roles)
        if row and [role for role, _ in row] == list(roles) and _is_name(row[0][1].text):
            return row
    return None


def _is_name(text: str) -> bool:
    """Tell whether a word can be a field; of plain words, one of small letters that begins no sentence."""
    if not IDENTIFIER.fullmatch(text):
        return False
    return bool(_FIELD.match(text) or (_WORD.fullmatch(text) and text not in _NO_FIELDS))
