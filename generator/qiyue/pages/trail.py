"""The headings above a line."""

from dataclasses import dataclass, field

from qiyue.pages.marks import Heading
from qiyue.pages.segment import normal

_LONGEST = 120


@dataclass(slots=True)
class Trail:
    """Headings that are open, outermost first; a new one closes those of its level and below."""

    _open: list[Heading] = field(default_factory=list)

    def enter(self, heading: Heading) -> None:
        self.leave(heading.level)
        self._open.append(Heading(heading.level, normal(heading.text[:_LONGEST])))

    def leave(self, level: int) -> None:
        while self._open and self._open[-1].level >= level:
            self._open.pop()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self._open)
