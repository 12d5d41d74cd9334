"""The borders of tables in HTML: before which cell how many, where cells span rows and columns and lie in each other.

A cell that another one above takes is written as ``EMPTY``; rows of a table in a cell begin with ``INNER``, one for
each table around theirs: they belong to the row they lie in.
"""

from collections.abc import Mapping
from typing import Final

EMPTY: Final = "\ue000"
INNER: Final = "└ "
DEEPER: Final = "\ue001"
"""Stands before what a cell says, once for each step that it is moved to the right by."""

GAPS: Final = "\u3000\xa0\u2002\u2003\u2009"
"""Spaces that HTML does not fold."""

_MOST: Final = 64
"""Columns that are looked at; what spans more is a mistake."""
_DEEPEST: Final = 8


class _Grid:
    """The columns of a table, and for how many more rows a cell above takes each."""

    def __init__(self) -> None:
        self.taken: dict[int, int] = {}
        self.column = 0
        self.written = -1
        """The column of the last cell on the line, -1 if there is none."""


class Spans:
    """The tables that are open, outermost first."""

    def __init__(self) -> None:
        self._grids = [_Grid()]

    def begin(self) -> None:
        """Begin a table."""
        self._grids.append(_Grid())

    def end(self) -> bool:
        """End a table; tells whether it lay in a cell of another."""
        if len(self._grids) > 1:
            self._grids.pop()
        self._grids[-1].written = -1
        return len(self._grids) > 1

    def row(self) -> str:
        """Begin a row; gives what stands before its first cell."""
        grid = self._grids[-1]
        grid.taken = {column: rows - 1 for column, rows in grid.taken.items() if rows > 1}
        grid.column, grid.written = 0, -1
        return INNER * min(len(self._grids) - 2, _DEEPEST)

    def cell(self, attributes: Mapping[str, str | None]) -> str:
        """Begin a cell; gives the borders between it and the one before."""
        grid = self._grids[-1]
        while grid.column in grid.taken:
            grid.column += 1
        borders = grid.column - max(grid.written, 0)
        before = EMPTY if borders and grid.written < 0 else ""
        columns, rows = (_count(attributes.get(name)) for name in ("colspan", "rowspan"))
        if rows > 1 and grid.column < _MOST:
            grid.taken |= dict.fromkeys(range(grid.column, grid.column + columns), rows)
        grid.written = grid.column
        grid.column += columns
        return before + "\t" * borders

    def leave(self) -> str:
        """End a cell; gives the further columns that it spans."""
        grid = self._grids[-1]
        more = grid.column - 1 - grid.written if grid.written >= 0 else 0
        grid.written += more
        return f"\t{EMPTY}" * more


def _count(text: str | None) -> int:
    return min(int(text), _MOST) if text and text.isascii() and text.isdigit() and int(text[:6]) else 1
