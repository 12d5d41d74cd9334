"""A diagnostic as lines for a terminal of any width: sentence, the source line with an arrow, hint.

specs/x/openapi.yaml:41:7: error[duplicate-key]: `title` stands here twice
  41 |       title: B
     |       ^
  hint: delete or rename one of them
"""

from collections.abc import Iterator
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size

from qiyue.diagnostics import Diagnostic, Place, Severity

Line: TypeAlias = tuple[tuple[str, str], ...]
"""Texts, each with its style in rich's words; ``""``: none."""

STYLES = {Severity.ERROR: "bold red", Severity.GAP: "bold yellow", Severity.NOTE: "bold cyan"}


def render(diagnostic: Diagnostic, width: int) -> Iterator[Line]:
    """Give the lines of one diagnostic. Only the excerpt is cut to ``width``."""
    place = f"{diagnostic.place}: " if diagnostic.place else ""
    yield (
        (escape_control_characters(place), ""),
        (f"{diagnostic.severity}[{diagnostic.code}]", STYLES[diagnostic.severity]),
        (f": {escape_control_characters(diagnostic.message)}", ""),
    )
    if diagnostic.place and diagnostic.place.line and diagnostic.place.text:
        yield from _excerpt(diagnostic.place, width)
    if diagnostic.hint:
        yield ("  hint: ", "bold"), (escape_control_characters(diagnostic.hint), "")


def escape_control_characters(text: str) -> str:
    """Replace what could steer a terminal; a line break becomes a space."""
    return "".join(char if char.isprintable() else _stand_in(char) for char in text)


def _stand_in(char: str) -> str:
    if char == "\t":
        return "    "
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def _excerpt(place: Place, width: int) -> Iterator[Line]:
    number = f"  {place.line}"
    room = max(width - cell_len(number) - 4, 16)
    column = max(place.column, 1) - 1
    before, after = escape_control_characters(place.text[:column]), escape_control_characters(place.text[column:])
    if cell_len(before) > room // 2:
        before = "..." + _last_cells(before, room // 2 - 3)
    line = before + after
    if cell_len(line) > room:
        line = set_cell_size(line, room - 3) + "..."
    yield (f"{number} | ", "dim"), (line.rstrip(), "")
    yield (f"{' ' * len(number)} | ", "dim"), (" " * cell_len(before) + "^", "bold red")


def _last_cells(text: str, cells: int) -> str:
    while cell_len(text) > cells:
        text = text[max(1, (cell_len(text) - cells) // 2) :]
    return text
