"""Paging: which page of a list comes next, until there is none. Without any input or output; ``resource`` asks."""

from collections.abc import Mapping
from typing import Any

from ..base import json
from ..base.absent import ABSENT
from ..base.where import get
from .operation import Operation
from .reading import plain
from .response import RawResponse
from .spots import placed, plainly, typed


class Pages:
    """The way through a list. ``asked`` are the arguments for the next page, ``None`` at the end."""

    def __init__(self, operation: Operation[Any], arguments: Mapping[str, Any]) -> None:
        if operation.paging is None:
            raise TypeError(f"{operation.id} does not come in pages")
        self._paging = operation.paging
        self._arguments = arguments
        self._at: Any = ABSENT if self._paging.style == "cursor" else self._paging.first
        self._count = 0
        self._last: Any = ABSENT
        self._cursors: set[str] = set()
        self.asked: dict[str, Any] | None = self._ask()

    def turned(self, response: RawResponse[Any]) -> list[Any]:
        """Take a page: give its items, and decide what to ask next."""
        items = typed(response, self._paging.items)
        items = items if isinstance(items, list) else []
        self._count += len(items)
        if self._paging.style == "cursor":
            follows = self._cursor(response)
        else:
            follows = bool(items) and self._number(response, len(items))
        self.asked = self._ask() if follows else None
        return items

    def _ask(self) -> dict[str, Any]:
        return dict(self._arguments) if self._at is ABSENT else placed(self._arguments, [(self._paging.spot, self._at)])

    def _cursor(self, response: RawResponse[Any]) -> bool:
        """Go to the next cursor; one that came before leads nowhere."""
        self._at = plainly(response, self._paging.next)
        if self._at in (ABSENT, None, "") or self._at is False:
            return False
        seen = json.text(self._at)
        follows = seen not in self._cursors
        self._cursors.add(seen)
        return follows

    def _number(self, response: RawResponse[Any], items: int) -> bool:
        """Go to the next page or offset, unless this one is the last.

        That is what total or number of pages say; where the answer has neither, or less than has come, a page that is
        not full is the last one. So is one that comes a second time.
        """
        paging = self._paging
        total = _whole(plainly(response, paging.total), least=self._count)
        page = self._at - paging.first + 1
        pages = _whole(plainly(response, paging.pages), least=page) if paging.style == "page" else None
        if self._count == total or page == pages:
            return False
        told, self._last = self._last, plainly(response, paging.items)
        if total is None and pages is None and (items < self._full() or told == self._last):
            return False
        self._at += items if paging.style == "offset" else 1
        return True

    def _full(self) -> int:
        """Give how many items a full page has; 0: not known."""
        paging, asked = self._paging, None
        if paging.size and paging.size.argument in self._arguments:
            asked = _whole(get(plain(self._arguments[paging.size.argument]), paging.size.at), least=1)
        size = asked or paging.default_size
        return min(size, paging.max_size) if paging.max_size else size


def _whole(value: Any, least: int) -> int | None:
    """Read a whole number, also from a text; ``None`` where it is none, or too small to be true."""
    whole = int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else value
    if isinstance(whole, bool) or not isinstance(whole, int):
        return None
    return whole if whole >= least else None
