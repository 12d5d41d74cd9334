"""Where tables begin and end: from a line of a page, the table that starts there.

In: the lines of a page and an index. Out: a ``Table`` and the index behind it; None where no table starts.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from qiyue.pages import marks
from qiyue.pages.drafts import unwrapped
from qiyue.pages.flat import Line
from qiyue.pages.spans import INNER
from qiyue.pages.tables import (
    Cell,
    Row,
    Table,
    fits,
    is_rule,
    joined_head,
    joined_row,
    known,
    pieces,
    roles_of,
    spaced_head,
    spaced_row,
)
from qiyue.pages.words import NAMING, Role

Read = tuple[Table, int] | None
Reader = Callable[[Line, Sequence[Role | str]], Row | None]

_BAR: Final = re.compile(r"(?<!\\)\|")
_TAB: Final = re.compile(r"\t")
_LONG: Final = 16


def table(lines: Sequence[Line], index: int) -> Read:
    """Read the table that begins at a line, whatever its layout."""
    line = lines[index]
    if "\t" in line.text and not line.text.startswith("|"):
        found = _tabbed(lines, index)
        if found:
            return found
    if "|" in line.text and line.text.strip("| "):
        return _barred(lines, index)
    for head, reader in ((spaced_head, spaced_row), (joined_head, joined_row)):
        if row := head(line):
            return _open(lines, index, row, reader)
    return None


def _open(lines: Sequence[Line], index: int, head: Row, reader: Reader) -> Read:
    """Read a table without separators: its end is where a line is no row, and nothing that goes on."""
    found = Table(head)
    roles, at = found.roles, index + 1
    while at < len(lines):
        line = lines[at]
        row = reader(line, roles)
        if _other(line.text, numbers=not (row and roles[0] is Role.CODE and len(row) == len(roles))):
            row = None
        if row:
            found.rows.append(row)
        elif is_rule(line.text):
            found.marks.append(Cell(line.start, line.end, ""))
        elif not _goes_on(lines[at - 1], line, found):
            break
        else:
            found.extend(line)
        at += 1
    return (found, at) if found.rows else None


def _other(text: str, *, numbers: bool) -> bool:
    """Tell whether a line begins something else; with ``numbers`` it may be a heading with a number."""
    begins = spaced_head_like(text) or marks.is_label(text) or marks.CALL.match(text)
    return bool(begins or (numbers and marks.numbered(text)))


def spaced_head_like(text: str) -> bool:
    """Tell whether a line is the head of another table."""
    line = Line(0, 0, text, 0, False)
    return bool(spaced_head(line) or joined_head(line))


def _goes_on(before: Line, line: Line, found: Table) -> bool:
    """Tell whether a line inside a table goes on with the cell before it."""
    if line.blank_before or not found.rows or marks.starts(line.text) or "|" in line.text:
        return False
    return marks.width(before.text) >= _LONG and not before.text.endswith(("。", "."))


def _tabbed(lines: Sequence[Line], index: int) -> Read:
    """Read rows of cells between tabs, as copied from a browser."""
    base = _depth(lines[index].text)
    first = _outer(pieces(lines[index], _TAB), base)
    texts = [cell.text for cell in first]
    if known(texts) < 2 and not (
        index + 1 < len(lines) and lines[index + 1].text.count("\t") == lines[index].text.count("\t")
    ):
        return None
    found = Table(list(zip(roles_of(texts), first, strict=True)))
    inner: dict[int, list[Role | str]] = {}
    at = index + 1
    while at < len(lines):
        line = lines[at]
        cells = _outer(pieces(line, _TAB), base)
        depth = max(_depth(line.text) - base, 0)
        inner = {each: roles for each, roles in inner.items() if each <= depth}
        texts = [cell.text.removeprefix(INNER * depth) for cell in cells]
        if _heads(texts):
            if not depth:
                break
            inner[depth] = roles_of(texts)
            found.further += cells
        elif len(cells) > 1:
            found.rows.append(_aligned(inner.get(depth, found.roles), cells))
        elif not _goes_on(lines[at - 1], line, found):
            break
        else:
            found.extend(line)
        at += 1
    return found, at


def _depth(text: str) -> int:
    """Tell in how many other tables the table of a row lies."""
    return (len(text) - len(text.lstrip(INNER))) // len(INNER)


def _outer(cells: list[Cell], depth: int) -> list[Cell]:
    """Leave out the marks of the tables around the one that the cells are of."""
    cells[0].text = cells[0].text.removeprefix(INNER * depth)
    return cells


def _heads(texts: Sequence[str]) -> bool:
    """Tell whether cells are the head of a table: the vocabulary has all of them, and one names the rows."""
    return len(texts) > 1 and known(texts) == len(texts) and not NAMING.isdisjoint(roles_of(texts))


def _aligned(columns: Sequence[Role | str], cells: list[Cell]) -> Row:
    """Give cells the roles of their columns. Where some are lost, flags and types are told by what they say.

    Cells beyond the last column belong to it.
    """
    roles = [*columns]
    row: Row = []
    for cell in cells:
        while roles and len(roles) > len(cells) - len(row) and not fits(cell.text, roles[0]):
            roles.pop(0)
        if roles:
            row.append((roles.pop(0), cell))
        else:
            last = row[-1][1]
            last.end, last.text = cell.end, f"{last.text} {cell.text}".strip()
    return row


def _barred(lines: Sequence[Line], index: int) -> Read:
    """Read cells between bars: a row a line, or a cell a line."""
    each_line = not lines[index].text.startswith("|")
    if each_line and not (index + 1 < len(lines) and is_rule(lines[index + 1].text) and "|" in lines[index + 1].text):
        return None
    rows, rules, at = _bar_rows(lines, index, each_line)
    if not rows or len(rows[0]) < 2 or (len(rows) == 1 and not rules):
        return None
    texts = [cell.text for cell in rows[0]]
    found = Table(list(zip(roles_of(texts), rows[0], strict=True)), marks=rules)
    found.rows = [_aligned(found.roles, row) for row in rows[1:]]
    return found, at


def _bar_rows(lines: Sequence[Line], index: int, each_line: bool) -> tuple[list[list[Cell]], list[Cell], int]:
    rows: list[list[Cell]] = []
    rules: list[Cell] = []
    at, is_open = index, False
    while at < len(lines):
        line = lines[at]
        if is_rule(line.text) and "-" in line.text:
            rules.append(Cell(line.start, line.end, ""))
        elif "|" in line.text:
            if at > index and line.blank_before and _begins(lines, at):
                break
            cells = _bar_cells(line)
            new = each_line or (line.text.startswith("|") and line.text != "|")
            if new and rows and (len(rows[0]) < 2 or (known([cells[0].text]) and _head_again(lines, at))):
                break
            if is_open and not new and rows and rows[-1]:
                last = rows[-1][-1]
                last.end, last.text = cells[0].end, unwrapped(last.text, cells[0].text)
                cells = cells[1:]
            if new or not rows:
                rows.append(cells)
            else:
                rows[-1] += cells
            is_open = not line.text.endswith("|")
        elif rows and rows[-1] and not line.blank_before and _closes_later(lines, at) and not marks.is_label(line.text):
            if is_open:
                rows[-1][-1].text = unwrapped(rows[-1][-1].text, line.text)
                rows[-1][-1].end = line.end
            else:
                rows[-1].append(Cell(line.start, line.end, line.text))
            is_open = True
        else:
            break
        at += 1
    return rows, rules, at


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a new table begins at a line, rather than a row after an empty line."""
    return _head_again(lines, at) or (at + 1 < len(lines) and is_rule(lines[at + 1].text) and "|" in lines[at + 1].text)


def _head_again(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the head of another table stands at a line."""
    texts: list[str] = []
    for line in lines[at : at + 4]:
        if texts and line.text.startswith("|"):
            break
        texts += [cell.text for cell in _bar_cells(line) if cell.text]
    return len(texts) > 1 and known(texts[:3]) == len(texts[:3]) and not NAMING.isdisjoint(roles_of(texts))


def _closes_later(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line without bars is a piece of a cell whose bar comes with the next line."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return after == "|" or (after.endswith("|") and not after.startswith("|"))


def _bar_cells(line: Line) -> list[Cell]:
    if line.text == "|":
        return [Cell(line.start, line.start, "")]
    cells = pieces(line, _BAR)
    if line.text.startswith("|"):
        cells = cells[1:]
    if line.text.endswith("|"):
        cells = cells[:-1]
    return cells
