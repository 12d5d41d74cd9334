"""Pages: which part of a list a request asks for. In: ``x-qiyue-pagination`` and a request. Out: a window."""

from dataclasses import dataclass

from qiyue.api import Kind, Pagination
from qiyue.base.where import put
from qiyue.mock.failure import Failure
from qiyue.mock.turn import Turn
from qiyue.values import FrozenMap, Plain

_MOST_DIGITS = 4300
"""As many digits as Python reads as a number."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a list; ``size`` 0 means to its end."""

    start: int
    size: int

    def end(self, count: int) -> int:
        return min(self.start + self.size, count) if self.size else count


def window(pages: Pagination, rule: FrozenMap, turn: Turn) -> Window | Failure:
    """Give the part that is asked for, or what is wrong with the question."""
    asked = _number(turn, pages.size, None)
    if asked is None and turn.call.one(pages.size) not in (None, ""):
        return Failure(Kind.INVALID_PARAMETER, pages.size, "page")
    if asked == 0 and rule.get("zero") != "default":
        return Failure(Kind.INVALID_PARAMETER, pages.size, "page")
    size = asked or pages.default_size
    if pages.max_size and size > pages.max_size:
        if rule.get("over") != "cap":
            return Failure(Kind.INVALID_PARAMETER, pages.size, "page")
        size = pages.max_size
    return _placed(pages, turn, size)


def _placed(pages: Pagination, turn: Turn, size: int) -> Window | Failure:
    spot, first = (pages.cursor, 0) if pages.style == "cursor" else (pages.page, pages.first)
    asked = _number(turn, spot, first)
    if asked is None or asked < first:
        return Failure(Kind.INVALID_PARAMETER, spot, "page")
    return Window((asked - first) * (size if pages.style == "page" else 1), size)


def told(pages: Pagination, shown: Window, count: int, body: Plain) -> Plain:
    """Write into an answer how many pages there are and where the next one begins."""
    if pages.pages.startswith("/"):
        body = put(body, pages.pages, -(-count // shown.size) if shown.size else min(count, 1))
    if pages.next.startswith("/"):
        end = shown.end(count)
        body = put(body, pages.next, str(end) if end < count else None)
    return body


def _number(turn: Turn, where: str, otherwise: int | None) -> int | None:
    """Give a whole number of the request, not below 0; ``None`` where it is none."""
    value = turn.call.one(where) if where else None
    if value in (None, ""):
        return otherwise
    if isinstance(value, int) and not isinstance(value, bool):
        return value if value >= 0 else None
    is_number = isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _MOST_DIGITS
    return int(value) if is_number else None
