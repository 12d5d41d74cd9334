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
from qiyue.pages.segment import Fact, Kind, normal
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
_BULLET_OF_A_NAME: Final = re.compile(
    r"(?:[-*+•◦·]\s+|\d{1,2}[.)、]\s*)(?P<mark>`|\*\*)(?P<name>[^`*\s]{1,80})(?P=mark)\s*[:\-–—,]{0,2}\s*(?P<rest>.*)"
)
_OF_FIELDS: Final = re.compile(r"param|field|attribut|argument|member|propert|参数|字段|属性|入参|出参", re.IGNORECASE)
_INLINE: Final = re.compile(
    r"[*_]{0,3}(?P<label>(?:required|optional|mandatory|必填|必传|选填|可选)\s?(?:\w+ )?"
    r"(?:parameters?|params?|fields?|arguments?|参数|字段))"
    r"[*_]{0,3}\s?:[*_]{0,3}\s*(?P<rest>`[A-Za-z_][\w.\-\[\]]{0,79}`.*)",
    re.IGNORECASE,
)
_NAME_IN_WORDS: Final = re.compile(r"`(?P<name>[A-Za-z_][\w.\-\[\]]{0,79})`", re.ASCII)


def read(line: Line, nesting: Nesting, label: str = "") -> list[Draft]:
    """Read a line by itself; ``nesting`` are the rows of this kind right above it, ``label`` the heading."""
    if len(line.text) > _LONGEST:
        return []
    if match := _MEMBER.fullmatch(line.text):
        token = samples.Scan(f"{{{line.text}}}", 0).run().tokens[-1]
        facts = (Fact(match["name"], fact.what, fact.value) for fact in samples.facts(token) if "#" not in fact.subject)
        return [draft(Kind.SAMPLE, line.start, line.end, line.text, facts)]
    if inline := _INLINE.fullmatch(line.text):
        return list(_inline(line, inline))
    row = _separated(line) or _listed(line) or _joined(line) or (_named(line) if _OF_FIELDS.search(label) else None)
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


def _named(line: Line) -> Row | None:
    """Read ``name`` as code, and words, in a bullet below a label of parameters."""
    match = _BULLET_OF_A_NAME.fullmatch(line.text)
    if match is None or not IDENTIFIER.fullmatch(match["name"]):
        return None
    name, rest = (Cell(line.start + match.start(g), line.start + match.end(g), match[g]) for g in ("name", "rest"))
    return [(Role.NAME, name), *([(Role.MEANING, rest)] if rest.text else [])]


def _inline(line: Line, match: re.Match[str]) -> Iterator[Draft]:
    """Read the fields that a label lists on its own line; whether they are required is what the label says."""
    wanted = flag(match["label"].split()[0])
    names = list(_NAME_IN_WORDS.finditer(line.text, match.start("rest")))
    for found, after in zip(names, [*names[1:], None], strict=True):
        end = after.start() if after else len(line.text)
        facts = [Fact(found["name"], "name", found["name"])]
        facts += [Fact(found["name"], "required", wanted)] if wanted is not None else []
        yield draft(Kind.ROW, line.start + found.start(), line.start + found.end(), found["name"], facts)
        words = line.text[found.end() : end].strip(" ,.;、。")
        if words and words not in _NO_FIELDS:
            start = line.start + line.text.index(words, found.end())
            yield draft(Kind.CELL, start, start + len(words), words, [Fact(found["name"], "meaning", normal(words))])


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
