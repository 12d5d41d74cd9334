"""Paged server: a server that gives a list page by page, whatever the document's way to ask for them.

In: a scene, the rule of its pages, how long the list is and what is wrong with what is said of it. Out: a script, and
what a client is to make of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import httpx2

from qiyue.api import Pagination
from qiyue.base.absent import ABSENT
from qiyue.base.media import preferred
from qiyue.base.where import get, put
from qiyue.contract.client.scenarios.recorded_call import RecordedCall
from qiyue.contract.client.scenarios.scripted_server import ReceivedRequest
from qiyue.contract.http.message import value_at
from qiyue.examples import nodes_of, property_locations
from qiyue.mock.answer import success
from qiyue.sample import sample_of
from qiyue.sample.valid import is_valid
from qiyue.values import Plain

_ENDLESS = 12
"""Requests after which a list has no end."""
_CHOSEN = frozenset({"format", "enum", "const", "x-qiyue-time", "contentMediaType", "contentEncoding"})
"""Words of a schema for which not every text is a value."""


class TooManyPagesError(Exception):
    """A client asks for one page after the other."""


@dataclass(frozen=True, slots=True)
class ListState:
    """A list as a server has it."""

    about: str
    count: int
    """Of items."""
    total: int | None = None
    """What is announced in the place of the truth."""
    as_text: bool = False
    """Whether numbers are announced as text."""
    repeats: bool = False
    """Whether whoever asks for more than there is gets the last page again."""


@dataclass(frozen=True, slots=True)
class PagedServer:
    """A shelf whose items are those of a scene."""

    scene: RecordedCall
    rule: Pagination
    shelf: ListState
    items: Sequence[Plain]
    size: int
    """Items of a full page."""

    def __call__(self, asked: Sequence[ReceivedRequest]) -> httpx2.Response:
        """Give the page that is asked for.

        Raises:
            EndlessError: too many were.
        """
        if len(asked) > _ENDLESS:
            raise TooManyPagesError
        rule, items = self.rule, list(self.items)
        start = self._start(asked[-1].request)
        last = max(0, (len(items) - 1) // self.size * self.size)
        start = min(start, last) if self.shelf.repeats else start
        page = items[start : start + self.size]
        body = put(self.scene.body(), rule.items, page)
        told = {rule.total: len(items) if self.shelf.total is None else self.shelf.total}
        told[rule.pages] = -(-len(items) // self.size)
        for where, number in told.items():
            if where.startswith("/"):
                body = put(body, where, str(number) if self.shelf.as_text else number)
        if rule.style == "cursor":
            rest = start + self.size < len(items)
            body = put(body, rule.next, str(start + self.size) if rest or self.shelf.repeats else None)
        return self.scene.with_body(body)

    def _start(self, request: httpx2.Request) -> int:
        """Give the number of the first item that is asked for."""
        rule = self.rule
        where = rule.cursor if rule.style == "cursor" else rule.page
        value = value_at(request, where)
        if rule.style == "cursor":
            return int(str(value)) if str(value).isdecimal() else 0
        number = rule.first if value is ABSENT else int(str(value))
        return (number - rule.first) * (self.size if rule.style == "page" else 1)


def choose_page_size(scene: RecordedCall, rule: Pagination) -> Plain:
    """Give the number of items that a page is asked to have, as it is written; ``None`` where nothing asks for it."""
    if not rule.size:
        return None
    node = nodes_of(scene.api, scene.operation).get(rule.size, {})
    tried = (3, "3", node.get("minimum"), *node.get("enum", ()))
    return next((each for each in tried if each is not None and is_valid(scene.api, node, each)), None)


def build_items(scene: RecordedCall, rule: Pagination, count: int) -> list[Plain]:
    """Give so many items like those of the answer, told apart by a member that takes every text or number."""
    answer = success(scene.operation)
    media = preferred(answer.media) if answer else None
    nodes = dict(property_locations(scene.api, media.type)) if media and media.type else {}
    at, held = f"{rule.items}/*", get(scene.body(), rule.items)
    item = held[0] if isinstance(held, list) and held else sample_of(scene.api, nodes.get(at, {}))
    if not isinstance(item, dict):
        return [item] * count
    own = {where.rpartition("/")[2]: node for where, node in nodes.items() if where.rpartition("/")[0] == at}
    free = [
        name for name, node in own.items() if _CHOSEN.isdisjoint(node) and node.get("type") in ("string", "integer")
    ]
    if not free:
        return [item] * count
    is_text = own[free[0]]["type"] == "string"
    return [{**item, free[0]: f"number {n}" if is_text else n} for n in range(count)]
