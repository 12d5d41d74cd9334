"""Tables in whatever layout: lines become a head with roles, and rows of cells with places.

Layouts: cells between bars, a row a line or a cell a line; cells between tabs; columns by spaces; cells run together
without any separator. A line inside a table that is no row goes on with the cell before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages.drafts import unwrapped
from qiyue.pages.flat import Line
from qiyue.pages.spans import EMPTY, INNER
from qiyue.pages.words import FLAG, METHODS, NAMING, TYPE, Role, column, columns_run_together, flag, is_type

IDENTIFIER: Final = re.compile(r"[A-Za-z_$@*][\w.\-$@*:/{}]{0,119}(?:\[[\w*]{0,20}\][\w.\-]{0,80}){0,6}", re.ASCII)
CODE: Final = re.compile(
    r"-?\d{1,12}|[A-Z]{1,12}[-_.]?\d{1,12}|[a-z]{1,3}\d{3,12}|[A-Z][A-Z0-9]*(?:[_.\-][A-Z0-9]+)+|[1-5][xX]{2}"
)

_UNSAID: Final = INNER + EMPTY
_RULE: Final = re.compile(r"[\s|:+=\-–—]+")
_WIDE_GAP: Final = re.compile(r"\s{2,}|\t")
_ANY_GAP: Final = re.compile(r"\s+")
_MOST_COLUMNS: Final = 12
_RUN: Final = re.compile(r"[\w.\-\[\]$@*]{1,160}", re.ASCII)
_METHOD: Final = re.compile(rf"(?:{'|'.join(sorted(METHODS))})(?![a-z])")
_JOINED_TYPE: Final = re.compile(rf"(?=({TYPE}))", re.IGNORECASE)
_JOINED_CODE: Final = re.compile(r"-?\d{1,12}|[A-Z]{1,12}[-_]?\d{1,12}|[a-z]{1,3}\d{3,12}|[A-Z][A-Z_]{2,40}(?![a-z])")
_ADVICE: Final = re.compile(
    r"(?:请(?!求)|检查|联系|确认|核对|降低|稍后|重新|重试|避免|升级|参考|-$)|(?:Please|Check|Contact|Retry|Try|Verify)\b"
)


@dataclass(slots=True)
class Cell:
    """A stretch of the text; what it says is ``text``, and ``indent`` how far from its border it begins."""

    start: int
    end: int
    text: str
    indent: int = 0


Row = list[tuple[Role | str, Cell]]


@dataclass(slots=True)
class Table:
    """A table that was read: the cells of its head, and rows whose cells know their role."""

    head: Row
    rows: list[Row] = field(default_factory=list)
    marks: list[Cell] = field(default_factory=list)
    """Rules between head and rows."""
    further: list[Cell] = field(default_factory=list)
    """The heads of tables that lie in its cells."""

    @property
    def roles(self) -> list[Role | str]:
        return [role for role, _ in self.head]

    def extend(self, line: Line) -> None:
        """Let a line go on with the last cell."""
        cell = self.rows[-1][-1][1] if self.rows[-1] else self.head[-1][1]
        cell.end, cell.text = line.end, unwrapped(cell.text, line.text)


def pieces(line: Line, separator: re.Pattern[str]) -> list[Cell]:
    """Split a line; each piece keeps its place, empty ones stay."""
    found, start = [], 0
    for end, behind in [*(match.span() for match in separator.finditer(line.text)), (len(line.text), 0)]:
        raw = line.text[start:end]
        text = raw.strip()
        indent = raw.index(text) if text else len(raw)
        begin = line.start + start + indent
        said = "" if text[:1] in _UNSAID and not text.strip(_UNSAID) else text
        found.append(Cell(begin, begin + len(text), said, indent if start else line.indent))
        start = behind
    return found


def is_rule(text: str) -> bool:
    """Tell whether a line only separates: ``|---|:--:|``, ``====``."""
    return bool(_RULE.fullmatch(text)) and ("--" in text or "==" in text or "|-" in text.replace(" ", ""))


def roles_of(texts: Sequence[str]) -> list[Role | str]:
    """Give the roles of the heads of columns; a head that the vocabulary lacks is its own role."""
    roles: list[Role | str] = [column(text) or text for text in texts]
    if not any(role in NAMING for role in roles):
        fallback = next(
            (i for i, role in enumerate(roles) if role in {Role.MEANING, Role.METHOD, Role.EXAMPLE, Role.ENUM}), 0
        )
        if texts and len(texts) > 1:
            roles[fallback] = Role.NAME
    return roles


def known(texts: Sequence[str]) -> int:
    """Count the heads of columns that the vocabulary has."""
    return sum(column(text) is not None for text in texts)


def fits(text: str, role: Role | str) -> bool:
    """Tell whether a cell can be of a column of types or flags; of another column it always can."""
    if role is Role.REQUIRED or role is Role.OPTIONAL:
        return not text or flag(text) is not None
    return role is not Role.TYPE or not text or is_type(text)


# Heads: each gives the row of heads, or None where the line is none of its layout.


def spaced_head(line: Line) -> Row | None:
    for separator in (_WIDE_GAP, _ANY_GAP):
        texts = separator.split(line.text)
        if 1 < len(texts) <= _MOST_COLUMNS and all(column(text) for text in texts):
            roles = roles_of(texts)
            return list(zip(roles, pieces(line, separator), strict=True)) if roles[0] in NAMING else None
    return None


def joined_head(line: Line) -> Row | None:
    parts = columns_run_together(line.text) if " " not in line.text else None
    if not parts or len(parts) < 2:
        return None
    start, cells = 0, []
    for _, end in parts:
        cells.append(Cell(line.start + start, line.start + end, line.text[start:end]))
        start = end
    roles = roles_of([cell.text for cell in cells])
    is_head = roles[0] in NAMING and bool({Role.TYPE, Role.MEANING, Role.REMEDY} & set(roles))
    return list(zip(roles, cells, strict=True)) if is_head else None


# Rows of the layouts without separators: None where the line is no row of the table.


def spaced_row(line: Line, roles: Sequence[Role | str]) -> Row | None:
    words = pieces(line, re.compile(r"\s+"))
    wide = pieces(line, _WIDE_GAP)
    if len(wide) == len(roles) and _names(wide[0].text, roles[0]):
        return list(zip(roles, wide, strict=True))
    if not _names(words[0].text, roles[0]):
        return None
    row: Row = [(roles[0], words[0])]
    at = 1
    for index, role in enumerate(roles[1:], 1):
        if at >= len(words):
            break
        taken = _words_taken(words[at:], role, last=index == len(roles) - 1)
        if taken is None:
            return None
        if taken:
            first, last = words[at], words[at + taken - 1]
            text = line.text[first.start - line.start : last.end - line.start]
            row.append((role, Cell(first.start, last.end, text)))
            at += taken
    if at < len(words):
        role, cell = row[-1]
        cell.end = words[-1].end
        cell.text = line.text[cell.start - line.start : cell.end - line.start]
    return row if len(row) > 1 else None


def _words_taken(words: Sequence[Cell], role: Role | str, *, last: bool) -> int | None:
    """Tell how many words belong to a column; None where its row cannot be one."""
    if role is Role.TYPE:
        return next((n for n in (3, 2, 1) if n <= len(words) and is_type(" ".join(w.text for w in words[:n]))), None)
    if role in {Role.REQUIRED, Role.OPTIONAL}:
        return int(flag(words[0].text) is not None)
    if role is Role.METHOD:
        return int(words[0].text.upper() in METHODS)
    return len(words) if last or role is Role.REMEDY else 1


def _names(text: str, role: Role | str) -> bool:
    if role is Role.CODE:
        return bool(CODE.fullmatch(text))
    if role is Role.PATH:
        return text.startswith(("/", "http"))
    return bool(IDENTIFIER.fullmatch(text)) or (role is Role.CALL and len(text) < 40)


def joined_row(line: Line, roles: Sequence[Role | str]) -> Row | None:
    cuts = _code_cuts(line.text, roles) if roles[0] is Role.CODE else _name_cuts(line.text, roles)
    if not cuts:
        return None
    row: Row = []
    start = 0
    for role, end in cuts:
        raw = line.text[start:end]
        begin = line.start + start + len(raw) - len(raw.lstrip())
        if raw.strip():
            row.append((role, Cell(begin, begin + len(raw.strip()), raw.strip())))
        start = end
    return row if len(row) > 1 else None


def _rest(roles: Sequence[Role | str], used: int) -> Role | str:
    """Give the column that takes what cannot be split any further: the last of prose."""
    later = [role for role in roles[used:] if role not in {Role.REQUIRED, Role.OPTIONAL}]
    return Role.MEANING if Role.MEANING in later or not later else later[-1]


def _code_cuts(text: str, roles: Sequence[Role | str]) -> list[tuple[Role | str, int]]:
    match = _JOINED_CODE.match(text)
    if not match or match.end() == len(text):
        return []
    if Role.REMEDY in roles and (advice := _ADVICE.search(text, match.end() + 2)):
        return [(Role.CODE, match.end()), (Role.MEANING, advice.start()), (Role.REMEDY, len(text))]
    return [(Role.CODE, match.end()), (_rest(roles, 1), len(text))]


def _name_cuts(text: str, roles: Sequence[Role | str]) -> list[tuple[Role | str, int]]:
    if Role.TYPE in roles:
        return _typed_cuts(text, roles)
    if Role.METHOD in roles:
        for match in _METHOD.finditer(text):
            if IDENTIFIER.fullmatch(text, 0, match.start()):
                return [(roles[0], match.start()), (Role.METHOD, match.end()), (_rest(roles, 2), len(text))]
        return []
    run = _RUN.match(text)
    if not run or run.end() == len(text) or not IDENTIFIER.match(text):
        return []
    return [(roles[0], run.end()), (_rest(roles, 1), len(text))]


def _typed_cuts(text: str, roles: Sequence[Role | str]) -> list[tuple[Role | str, int]]:
    """Cut a name, its type, a flag and the rest: the last type within the leading ASCII letters that fits."""
    run = _RUN.match(text)
    if not run:
        return []
    best: list[tuple[Role | str, int]] = []
    longest = 0
    for match in _JOINED_TYPE.finditer(text, 0, run.end()):
        if match.start() == 0 or not IDENTIFIER.fullmatch(text, 0, match.start()):
            continue
        whole = re.compile(TYPE, re.IGNORECASE).match(text, match.start())
        if whole is None:
            continue
        end = whole.end()
        after = text[end : end + 1]
        flagged = FLAG.match(text, end) if {Role.REQUIRED, Role.OPTIONAL} & set(roles) else None
        if flagged and re.match(r"[a-z]", text[flagged.end() : flagged.end() + 1]):
            flagged = None
        if (after.isascii() and (after.islower() or after.isdigit() or after in "_.")) and after and not flagged:
            continue
        if end <= longest:
            continue
        longest = end
        best = [(roles[0], match.start()), (Role.TYPE, end)]
        if flagged:
            best.append((Role.REQUIRED if Role.REQUIRED in roles else Role.OPTIONAL, flagged.end()))
        best.append((_rest(roles, 2), len(text)))
    return best
