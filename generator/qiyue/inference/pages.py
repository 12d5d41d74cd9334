"""Pages: lists that come page by page, where request and answer agree in well-known words. In: Api. Out: the Api with
the pagination of such operations, as ``x-qiyue-pagination`` would give it.

Names are compared without case, ``_`` and ``-``. What does not tell clearly is left out: a page of wrong items, or an
end that comes too early, is worse than no pages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from qiyue.api import Api, Operation, Pagination, Parameter, Where
from qiyue.base.where import parts_of, pointer
from qiyue.inference.shapes import Node, Shapes, is_list
from qiyue.inference.words import LISTS
from qiyue.schema.json_types import json_types
from qiyue.schema.selection import first_form
from qiyue.values import FrozenMap

INFERRED: Final = "x-qiyue-inferred"

CURSORS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("cursor", ("nextcursor", "cursors/next")),
    ("startcursor", ("nextcursor",)),
    ("nextcursor", ("nextcursor",)),
    ("pagecursor", ("nextcursor", "nextpagecursor")),
    ("pagetoken", ("nextpagetoken",)),
    ("nextpagetoken", ("nextpagetoken",)),
    ("nexttoken", ("nexttoken",)),
    ("paginationtoken", ("nextpaginationtoken", "nexttoken")),
    ("continuationtoken", ("nextcontinuationtoken", "continuationtoken")),
    ("marker", ("nextmarker",)),
    ("after", ("next/after", "endcursor")),
)
"""What a request calls the cursor → what an answer calls the next one; behind ``/`` with the member that holds it."""
PAGES: Final = ("page", "pageno", "pagenumber", "pagenum", "pageindex", "currentpage")
"""What a request calls the number of a page."""
SIZES: Final = ("perpage", "pagesize", "limit", "size", "pagelimit", "pernum")
"""What a request calls the number of items of a page."""
OFFSETS: Final = ("offset", "skip")
"""What a request calls the number of items before those of the page."""
TOTALS: Final = ("total", "totalcount", "totalresults", "totalitems", "totalrecords", "totalelements", "totalsize")
"""What an answer calls the number of items of all pages."""
PAGE_COUNTS: Final = ("totalpages", "pagecount", "lastpage", "numpages", "totalpage")
"""What an answer calls the number of pages."""
HOLDERS: Final = (
    "meta",
    "metadata",
    "pagination",
    "paging",
    "pageinfo",
    "responsemetadata",
    "cursors",
    "data",
    "result",
    "next",
)
"""Members of an answer that hold such words."""
_ASIDE: Final = ("errors", "warnings", "links", "messages", "included", "includes")
"""Lists that are never the items."""
_DEEPEST = 3


def infer_pages(api: Api) -> Api:
    """Return the Api with the pages that its words tell; their operations have ``INFERRED`` among their extras."""
    operations = tuple(each if each.pagination else _with_pages(api, each) for each in api.operations)
    return replace(api, operations=operations)


def _with_pages(api: Api, operation: Operation) -> Operation:
    pages = _pages(api, operation)
    if pages is None:
        return operation
    return replace(operation, pagination=pages, extra=FrozenMap({**operation.extra, INFERRED: "pagination"}))


def _pages(api: Api, operation: Operation) -> Pagination | None:
    shapes = Shapes(api)
    answer = shapes.answer(operation)
    if answer is None:
        return None
    members = dict(_members(shapes, answer))
    items = _items(answer, members)
    if items is None:
        return None
    asked = {_plain(each.name): each for each in operation.parameters if each.location == "query"}
    return _by_cursor(shapes, operation, asked, members, items) or _by_number(api, operation, asked, members, items)


def _by_cursor(
    shapes: Shapes, operation: Operation, asked: Mapping[str, Parameter], members: Mapping[Where, Node], items: Where
) -> Pagination | None:
    body = (shapes.request(operation) or {}).get("properties", {}) if operation.method == "POST" else {}
    sent = {_plain(name): pointer([name]) for name in body}
    for word, following in CURSORS:
        spot = f"query:{asked[word].name}" if word in asked else sent.get(word, "")
        nexts = [at for at, node in members.items() if _is_text(node) and _called(at, following)]
        if spot and len(nexts) == 1:
            return Pagination("cursor", items, cursor=spot, next=nexts[0])
    return None


def _by_number(
    api: Api, operation: Operation, asked: Mapping[str, Parameter], members: Mapping[Where, Node], items: Where
) -> Pagination | None:
    size = next((asked[word] for word in SIZES if word in asked), None)
    number = next((asked[word] for word in PAGES if word in asked), None)
    offset = next((asked[word] for word in OFFSETS if word in asked), None)
    counted = number or offset
    if operation.method != "GET" or size is None or counted is None or (number and offset):
        return None
    if not _is_whole(first_form(api.schema(counted.type), api.types)):
        return None
    whole = [at for at, node in members.items() if _is_whole(node)]
    total = next((at for at in whole if _called(at, TOTALS)), "")
    pages = next((at for at in whole if _called(at, PAGE_COUNTS)), "")
    first = _first(api, counted)
    if offset:
        if not total or first not in (0, None):
            return None
        found = Pagination("offset", items, first=0, total=total)
    else:
        links = any(each.name.lower() == "link" for answer in operation.success_answers for each in answer.headers)
        if first is None and links and _plain(size.name) == "perpage":
            first = 1  # so does every service that tells pages by Link
        if first is None or not (total or pages or (not items and links)):
            return None
        found = Pagination("page", items, first=first, total=total, pages=pages)
    node = first_form(api.schema(size.type), api.types)
    default, most = _whole(node, "default"), _whole(node, "maximum")
    at, asked_size = f"query:{counted.name}", f"query:{size.name}"
    return replace(found, page=at, size=asked_size, default_size=default, max_size=most)


def _first(api: Api, parameter: Parameter) -> int | None:
    """Return the number of the first page, where the document tells it."""
    node = first_form(api.schema(parameter.type), api.types)
    said = [node[word] for word in ("default", "minimum") if isinstance(node.get(word), int)]
    return said[0] if said and set(said) <= {0, 1} and (len(said) == 1 or said[0] >= said[1]) else None


def _members(shapes: Shapes, node: Node, at: Where = "") -> Iterator[tuple[Where, Node]]:
    """Walk the members of an answer, those inside its holders included."""
    for name in node.get("properties", {}):
        inner = shapes.at(node, pointer([name]))
        yield at + pointer([name]), inner
        if _plain(name) in HOLDERS and at.count("/") < _DEEPEST - 1:
            yield from _members(shapes, inner, at + pointer([name]))


def _items(answer: Node, members: Mapping[Where, Node]) -> Where | None:
    """Return where the answer holds its only list, or of several the one of a usual name."""
    if is_list(answer):
        return ""
    lists = [at for at, node in members.items() if is_list(node) and _plain(parts_of(at)[-1]) not in _ASIDE]
    if len(lists) > 1:
        lists = [at for at in lists if _plain(parts_of(at)[-1]) in LISTS]
    return lists[0] if len(lists) == 1 else None


def _called(at: Where, words: tuple[str, ...]) -> bool:
    parts = [_plain(part) for part in parts_of(at)]
    return any(parts[-1 - word.count("/") :] == word.split("/") for word in words)


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(".", "")


def _is_text(node: Node) -> bool:
    return set(json_types(node)) - {"null"} == {"string"}


def _is_whole(node: Node) -> bool:
    kinds = set(json_types(node)) - {"null"}
    return bool(kinds) and kinds <= {"integer", "number"}


def _whole(node: Mapping[str, Any], word: str) -> int:
    said = node.get(word)
    return said if isinstance(said, int) and not isinstance(said, bool) and said > 0 else 0
