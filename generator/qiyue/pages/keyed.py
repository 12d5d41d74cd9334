"""Tables of labels and values: a call is declared in rows (``请求方式 | POST``), not in columns.

In: a table. Out: the declaration that its rows make, and the segments of all its cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qiyue.pages import addresses, calls, labels
from qiyue.pages.addresses import Address
from qiyue.pages.drafts import Draft, draft
from qiyue.pages.labels import Label
from qiyue.pages.segment import Fact, Kind
from qiyue.pages.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class Keyed:
    """What a table of labels and values declares; ``values`` are the cells that tell it."""

    table: Table
    method: str
    address: Address
    values: tuple[Cell, ...]

    @property
    def subject(self) -> str:
        return f"{self.method} {self.address.path}".strip()

    def drafts(self) -> Iterator[Draft]:
        """Give the segments of the table."""
        for cell in self.table.marks:
            yield draft(Kind.COLUMNS, cell.start, cell.end, cell.text)
        for row in _rows(self.table):
            for cell in row:
                if any(cell is value for value in self.values):
                    yield draft(Kind.ENDPOINT, cell.start, cell.end, cell.text, self._facts(cell))
                elif cell.text:
                    kind = Kind.COLUMNS if labels.label(cell.text.rstrip(": ")) else Kind.SENTENCE
                    yield draft(kind, cell.start, cell.end, cell.text)

    def _facts(self, cell: Cell) -> Iterator[Fact]:
        if cell is self.values[-1]:
            yield Fact(self.subject, "name", self.subject)
            yield from calls.facts(self.subject, self.address)
        if self.method and cell is self.values[0]:
            yield Fact(self.subject, "method", self.method)


def read(table: Table) -> Keyed | None:
    """Read the declaration of a call in rows of labels and values; None where there is none."""
    rows = list(_rows(table))
    if not rows or len(rows) > 40 or max(map(len, rows)) > 4:
        return None
    method, method_cell, address, address_cell = "", None, None, None
    for label, cell in _pairs(rows):
        if label is Label.METHOD and not method:
            method, method_cell = addresses.method(cell.text), cell
        elif label is Label.ADDRESS and address is None:
            address, address_cell = calls.address_of(cell.text), cell
    if address is None or address_cell is None:
        return None
    values = (method_cell, address_cell) if method and method_cell else (address_cell,)
    return Keyed(table, method, address, values)


def _rows(table: Table) -> Iterator[Sequence[Cell]]:
    """Give the rows with what was read as the head: where rows are labels, it is one of them."""
    yield [cell for _, cell in table.head]
    yield from ([cell for _, cell in row] for row in table.rows)


def _pairs(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Label, Cell]]:
    for row in rows:
        cells = [cell for cell in row if cell.text]
        for left, right in zip(cells[::2], cells[1::2], strict=False):
            found = labels.label(left.text.strip("`* ").rstrip(": "))
            if found and not labels.label(right.text.strip("`* ")):
                yield found, right
