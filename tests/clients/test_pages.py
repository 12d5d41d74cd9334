"""Pages: an iterator over a list fetches what it needs, and comes to an end."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import httpx2
import pytest

from qiyue.base import json
from qiyue.pipeline import compile_text
from qiyue.targets.python import generate

ROWS = "{type: object, properties: {rows: {type: array, items: {$ref: '#/components/schemas/Tea'}}}}"
QUERY = """[{name: %s, in: query, schema: {type: integer}}, {name: size, in: query, schema: {type: integer}},
        {name: kind, in: query, schema: {type: string}}]"""


def spec(pagination: str, page: str = "page", operation: str = "list") -> str:
    return f"""
x-qiyue-envelope: {{answer: {{payload: /data}}}}
paths:
  /teas:
    get:
      operationId: {operation}
      tags: [teas]
      x-qiyue-pagination: {{items: /data/rows, {pagination}}}
      parameters: {QUERY % page}
      responses:
        '200':
          description: teas
          content: {{application/json: {{schema: {{type: object, properties: {{data: {ROWS}}}}}}}}}
components:
  schemas:
    Tea: {{type: object, required: [name], properties: {{name: {{type: string}}}}}}
"""


PAGES = "style: page, page: 'query:page', size: 'query:size'"


@dataclass
class Shelf:
    """Has so many teas, and tells what ``says`` gives beside them; ``mute`` ignores the page that is asked for."""

    count: int
    says: Callable[["Shelf", dict[str, str], list[Any]], dict[str, Any]] = lambda *_: {}
    size: int = 3
    first: int = 1
    offset: bool = False
    mute: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        query = dict(request.url.params)
        self.asked.append(query)
        size = min(int(query.get("size", self.size)), self.size)
        at = int(query.get("page", query.get("start", query.get("cursor") or self.first)))
        start = at if self.offset else (at - self.first) * size
        rows = [{"name": f"tea {n}"} for n in range(self.count)][0 if self.mute else start :][:size]
        body = {"data": {"rows": rows, **self.says(self, query, rows)}}
        return httpx2.Response(200, content=json.dumps(body), headers={"Content-Type": "application/json"})

    def client(self, made: Any) -> Any:
        return made.module.TeaClient(http_client=httpx2.Client(transport=httpx2.MockTransport(self)))


def total(shelf: Shelf, *_: Any) -> dict[str, Any]:
    return {"total": shelf.count}


def pages(shelf: Shelf, *_: Any) -> dict[str, Any]:
    return {"pages": str(-(-shelf.count // shelf.size))}


def zeros(*_: Any) -> dict[str, Any]:
    return {"total": 0, "pages": 0}


@pytest.mark.parametrize(
    ("pagination", "shelf", "asked"),
    [
        ("total: /data/total", Shelf(7, total), ["1", "2", "3"]),
        ("total: /data/total", Shelf(6, total), ["1", "2"]),
        ("pages: /data/pages", Shelf(6, pages), ["1", "2"]),
        ("total: /data/total, default-size: 3", Shelf(6, total, size=2), ["1", "2", "3"]),
        ("default-size: 3", Shelf(7), ["1", "2", "3"]),
        ("default-size: 3", Shelf(6), ["1", "2", "3"]),
        ("default-size: 3, first: 0", Shelf(4, first=0), ["0", "1"]),
        ("first: 1", Shelf(7), ["1", "2", "3", "4"]),
        ("total: /data/total, pages: /data/pages, default-size: 3", Shelf(7, zeros), ["1", "2", "3"]),
        ("total: /data/total", Shelf(0, total), ["1"]),
    ],
)
def test_every_item_comes_once(make: Callable[[str], Any], pagination: str, shelf: Shelf, asked: list[str]) -> None:
    made = make(spec(f"{PAGES}, {pagination}"))
    items = list(shelf.client(made).teas.iter())
    assert [item.name for item in items] == [f"tea {n}" for n in range(shelf.count)]
    assert all(isinstance(item, made.models.Tea) for item in items)
    assert [query["page"] for query in shelf.asked] == asked


def test_offsets_count_items(make: Callable[[str], Any]) -> None:
    made = make(spec("style: offset, page: 'query:start', total: /data/total", page="start"))
    shelf = Shelf(7, total, offset=True)
    assert len(list(shelf.client(made).teas.iter(size=50))) == 7
    assert [(query["start"], query["size"]) for query in shelf.asked] == [("0", "50"), ("3", "50"), ("6", "50")]


def following(shelf: Shelf, query: dict[str, str], rows: list[Any]) -> dict[str, Any]:
    end = int(query.get("cursor", 0)) + len(rows)
    return {"next": end if end < shelf.count else None}


def stuck(*_: Any) -> dict[str, Any]:
    return {"next": 3}


@pytest.mark.parametrize(("says", "expected"), [(following, 7), (stuck, 6), (lambda *_: {"next": ""}, 3)])
def test_cursors_lead_on(make: Callable[[str], Any], says: Any, expected: int) -> None:
    made = make(spec("style: cursor, cursor: 'query:cursor', next: /data/next", page="cursor"))
    shelf = Shelf(7, says, first=0, offset=True)
    assert len(list(shelf.client(made).teas.iter())) == expected
    assert "cursor" not in shelf.asked[0]


def test_a_server_that_repeats_its_page_is_left(make: Callable[[str], Any]) -> None:
    shelf = Shelf(7, mute=True)
    list(islice(shelf.client(make(spec(PAGES))).teas.iter(), 100))
    assert len(shelf.asked) == 2


def test_a_size_above_the_most_is_no_reason_to_stop(make: Callable[[str], Any]) -> None:
    shelf = Shelf(7)
    assert len(list(shelf.client(make(spec(f"{PAGES}, max-size: 3"))).teas.iter(size=500))) == 7


def test_pages_are_fetched_when_needed_and_other_arguments_go_along(make: Callable[[str], Any]) -> None:
    shelf = Shelf(9, total)
    teas = shelf.client(make(spec(f"{PAGES}, total: /data/total"))).teas
    iterator = teas.iter(kind="green", size=2, extra_query={"x": "y"})
    assert shelf.asked == []
    assert [item.name for item in islice(iterator, 2)] == ["tea 0", "tea 1"]
    assert shelf.asked == [{"page": "1", "size": "2", "kind": "green", "x": "y"}]
    with pytest.raises(TypeError, match="pagee"):
        next(teas.iter(pagee=2))


def test_async_iterators_do_the_same(make: Callable[[str], Any]) -> None:
    made = make(spec(f"{PAGES}, total: /data/total", operation="search"))
    shelf = Shelf(7, total)

    async def run() -> list[str]:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(shelf))
        async with made.module.AsyncTeaClient(http_client=http) as client:
            return [item.name async for item in client.teas.iter_search()]

    assert asyncio.run(run()) == [f"tea {n}" for n in range(7)]


def test_a_page_in_a_body_is_written_as_its_type_wants(make: Callable[[str], Any], wire: Any) -> None:
    made = make("""
paths:
  /teas:
    post:
      operationId: list
      tags: [teas]
      x-qiyue-envelope: {request: {payload: /data}}
      x-qiyue-pagination: {style: page, page: /data/window/page, items: /rows, default-size: 1}
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, properties: {data: {type: object, properties: {
              kind: {type: string}, window: {type: object, properties: {page: {type: string}}}}}}}
      responses: {'200': {description: teas, content: {application/json: {schema: {type: object, properties: {
        rows: {type: [array, 'null'], items: {type: integer}}}}}}}}
""")
    wire.content = b'{"rows": [5]}'
    assert list(made.client(wire).teas.iter(kind="x")) == [5, 5]
    sent = [json.loads(request.content) for request in wire.sent]
    assert sent == [{"data": {"kind": "x", "window": {"page": page}}} for page in ("1", "2")]


def test_a_page_that_no_argument_reaches_is_told() -> None:
    head = "openapi: 3.1.0\ninfo: {title: Tea House, version: '1'}"
    compiled = compile_text(head + spec("style: page, page: 'query:other'"))
    files = generate(compiled.api, "tea", compiled.report)
    assert [each.code for each in compiled.report.found] == ["flow-left-out"]
    assert not [file for file in files if b"def iter" in file.content and b"_runtime" not in file.path.encode()]
