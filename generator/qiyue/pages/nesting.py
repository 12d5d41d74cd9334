"""Rows that belong to the row above them: ``receiver``, ``└ city`` → ``receiver.city``."""

import re
from dataclasses import dataclass, field
from typing import Final

from qiyue.pages.spans import DEEPER

_MARKS: Final = rf"\-–—─━└├╰┗┣│|>»·•+{DEEPER}"
_MARK: Final = re.compile(rf"[\s{_MARKS}]*[{_MARKS}][\s]*(?=[A-Za-z_$@])", re.ASCII)
_STEP: Final = 100
"""A step to the right counts more than any marks beside it."""
_HOLDING: Final = frozenset({"object", "array", ""})
_DEEPEST: Final = 12


@dataclass(frozen=True, slots=True)
class _Open:
    width: int
    path: str
    kind: str


@dataclass(slots=True)
class Nesting:
    """The rows that the next one may belong to, outermost first."""

    _open: list[_Open] = field(default_factory=list)

    def marked(self, text: str, indent: int, kind: str) -> str:
        """Give the whole name of a row of a table, and keep it: marks before a name tell how deep it is."""
        mark = _MARK.match(text)
        if mark is None:
            return self.enter(text, 0, kind)
        steps = mark[0].count(DEEPER)
        width = steps * _STEP if steps else indent + mark.end()
        return self.enter(text[mark.end() :], width, kind)

    def enter(self, name: str, width: int, kind: str) -> str:
        """Give the whole name of a row, and keep it; ``kind`` is its type in JSON, if the page tells it."""
        while self._open and not self._holds(width):
            self._open.pop()
        if self._open and not name.startswith(self._open[-1].path):
            above = self._open[-1]
            name = f"{above.path}[].{name}" if above.kind == "array" else f"{above.path}.{name}"
        self._open.append(_Open(width, name, kind))
        return name

    def _holds(self, width: int) -> bool:
        last = self._open[-1]
        told = last.kind in _HOLDING or width >= _STEP
        return last.width < width and told and len(self._open) <= _DEEPEST
