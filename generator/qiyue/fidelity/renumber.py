"""The line numbers of a page in hand-written files, brought to where the lines are now.

In: a file of the spec, an overlay or the findings, and ``Lines``. Out: its text, in which only numbers of this page are
other ones: in evidence (``stated L39``), in the ``lines`` of a finding and in its sentences.
"""

import re
from dataclasses import dataclass
from typing import Final

from qiyue.diagnostics import Place
from qiyue.evidence import DRAFT, MAIN, PAGE
from qiyue.fidelity.citations import SOURCE
from qiyue.fidelity.lines import Lines, Range
from qiyue.fidelity.splice import Scalar, splice
from qiyue.source import Source

NEW: Final = "new"
"""The page that ``new:L12`` means: the document that is compared, until it is accepted."""

_LINES: Final = re.compile(
    rf"(?<![\w:-])(?:(?P<page>{PAGE}):)?L(?P<first>[1-9]\d*)(?:-(?P<l>L?)(?P<last>[1-9]\d*))?(?!\w)"
)
_NOTHING: Final = "\0"
_LOST: Final = re.compile(rf",\s*{_NOTHING}|{_NOTHING}\s*,\s*")
_GRADE: Final = rf"(?:{DRAFT}\s+)?[a-z]+"
_EMPTY: Final = re.compile(
    rf"\s*;\s*{_GRADE}\s+{_NOTHING}|(?<=[\"'\s:]){_GRADE}\s+{_NOTHING}\s*;\s*|^{_GRADE}\s+{_NOTHING}\s*;\s*"
)


class Emptied(Exception):
    """Nothing would be left of the evidence of a fact."""

    def __init__(self, written: str, place: Place) -> None:
        self.place = place
        super().__init__(written)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """What becomes of the references to one page."""

    page: str
    lines: Lines

    def file(self, source: Source) -> str:
        """Give the text of a file with its references brought up to date.

        Raises:
            Emptied: a fact has no other ground than lines that are gone.
        """
        return splice(source, lambda scalar, written: self._changed(source, scalar, written))

    def _changed(self, source: Source, scalar: Scalar, written: str) -> str:
        path = scalar.path
        if SOURCE in path[-2:]:
            kept = self._evidence(written)
            if _NOTHING in kept:
                raise Emptied(written, source.place(scalar.start))
            return kept
        if path[:1] == ("findings",) and len(path) > 2:
            return self._replaced(written, ", " if scalar.flow else None)
        return written

    def _evidence(self, written: str) -> str:
        changed = self._replaced(written, ", ", lost=_NOTHING)
        return _EMPTY.sub("", _LOST.sub("", changed)) if _NOTHING in changed else changed

    def _replaced(self, written: str, between: str | None, lost: str = "") -> str:
        def replaced(found: re.Match[str]) -> str:
            page = found["page"] or MAIN
            first = int(found["first"])
            last = int(found["last"] or first)
            if page == NEW:
                return ("" if self.page == MAIN else f"{self.page}:") + found[0].removeprefix(f"{NEW}:")
            if page != self.page:
                return found[0]
            after = self.lines.ranges(first, last)
            if after == ((first, last),):
                return found[0]
            if not after:
                return lost or found[0]
            if between is None:
                after = ((after[0][0], after[-1][1]),)
            prefix = f"{found['page']}:" if found["page"] else ""
            return (between or "").join(prefix + _written(each, found["l"] or "") for each in after)

        return _LINES.sub(replaced, written)


def _written(lines: Range, letter: str) -> str:
    first, last = lines
    return f"L{first}" if first == last else f"L{first}-{letter}{last}"
