"""The file in which the choices of a person are kept: ``choices.yaml`` beside the spec, read again by ``init``.

A choice is of a block of a page, by the line where that begins; a digest of that line tells whether the page still
says the same there. Choices whose lines have changed are kept aside, and told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qiyue.base.value import Value
from qiyue.diagnostics import Place, refuse
from qiyue.evidence import MAIN
from qiyue.fidelity.lock import Digest
from qiyue.init.reading import Pages
from qiyue.pages.words import METHODS
from qiyue.publish import yaml
from qiyue.skeleton import Choice, Side
from qiyue.values import Plain

NAME: Final = "choices.yaml"
_HEAD: Final = """\
# What a person has decided of the pages, by the lines where tables, samples and calls begin: `qiyue init --review`.
# `call` is the line that declares the call which a table or sample is of.
"""
_PLACE: Final = re.compile(r"(?:(?P<page>[A-Za-z]\w*):)?L(?P<line>[1-9]\d{0,8})", re.ASCII)


class Chosen(Value):
    """Choices that fit the pages, and the rows of those that do not, as the file has them."""

    choices: tuple[Choice, ...] = ()
    lost: tuple[Plain, ...] = ()

    @property
    def lost_places(self) -> tuple[str, ...]:
        return tuple(str(row["at"]) for row in self.lost)

    def with_choice(self, choice: Choice) -> "Chosen":
        """The same with one more; one that decides nothing takes away what was decided of its line."""
        rest = tuple(each for each in self.choices if each.line != choice.line)
        decides = choice != Choice(choice.line)
        return Chosen(tuple(sorted((*rest, *([choice] if decides else [])), key=lambda each: each.line)), self.lost)


def parse(data: Plain, file: str, read: Pages) -> Chosen:
    """Read the content of the file.

    Raises:
        Refused: it is no list of choices.
    """
    rows = data.get("choices") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        raise refuse("choices-syntax", "the file has no list `choices`", Place(file))
    found: list[Choice] = []
    lost: list[Plain] = []
    for row in rows:
        choice = _choice(row, read)
        if choice is None:
            shown = str(row)[:60]
            raise refuse("choices-syntax", f"this is no choice: {shown}", Place(file), "write: at: L12, and a decision")
        fits = row.get("digest") == _digest(read, choice.line)
        found += [choice] if fits else []
        lost += [] if fits else [row]
    return Chosen(tuple(found), tuple(lost))


def text(chosen: Chosen, read: Pages) -> str:
    """Write choices as a file."""
    return _HEAD + yaml.text({"choices": [*_rows(chosen.choices, read), *chosen.lost]}, quick=True)


def _rows(choices: Sequence[Choice], read: Pages) -> Iterator[Plain]:
    for each in choices:
        row: dict[str, Plain] = {"at": read.cite(f"L{each.line}"), "digest": _digest(read, each.line)}
        row |= {"call": read.cite(f"L{each.call}")} if each.call else {}
        row |= {"side": each.side.value} if each.side else {}
        row |= {"method": each.method} if each.method else {}
        yield row | ({"skip": True} if each.skip else {})


def _choice(row: Plain, read: Pages) -> Choice | None:
    if not isinstance(row, dict) or row.keys() - {"at", "digest", "call", "side", "method", "skip"}:
        return None
    line, call = _line(row.get("at"), read), _line(row.get("call", ""), read)
    side, method = row.get("side", ""), row.get("method", "")
    if not line or side not in {*Side} or (method and method not in METHODS):
        return None
    return Choice(line, call or 0, Side(side) if side else None, method, row.get("skip") is True)


def _line(place: Plain, read: Pages) -> int | None:
    found = _PLACE.fullmatch(str(place))
    return read.line(found["page"] or MAIN, int(found["line"])) if found else None


def _digest(read: Pages, line: int) -> str:
    name, at = read.place(line)
    lines = read.pages[read.names.index(name)].text.split("\n")
    return str(Digest.of(lines[at - 1])) if at <= len(lines) else ""
