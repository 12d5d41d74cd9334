"""Pages that words tell: a document in, what is walked over a small server out; neighbours that are none."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from qiyue import drivers
from qiyue.diagnostics import Report
from qiyue.inference import infer_pages
from qiyue.pipeline import compile_text
from qiyue.targets import python

ROWS = "{type: array, items: {type: object, properties: {id: {type: integer}}}}"
NUMBER, FROM_0, FROM_1 = "{type: integer}", "{type: integer, default: 0}", "{type: integer, minimum: 1, default: 1}"
TEXT = "{type: string}"


def document(asked: dict[str, str], answer: str, headers: str = "{}", method: str = "get", body: str = "") -> str:
    listed = ", ".join(f"{{name: {name}, in: query, schema: {schema}}}" for name, schema in asked.items())
    sent = f"requestBody: {{required: true, content: {{application/json: {{schema: {body}}}}}}}" if body else ""
    return f"""
openapi: 3.1.0
info: {{title: T, version: "1"}}
servers: [{{url: https://api.invalid}}]
paths:
  /rows:
    {method}:
      operationId: rows
      tags: [table]
      x-qiyue-name: {{resource: table, method: rows}}
      parameters: [{listed}]
      {sent}
      responses:
        "200": {{description: rows, headers: {headers}, content: {{application/json: {{schema: {answer}}}}}}}
"""


def holding(**members: str) -> str:
    return "{type: object, properties: {" + ", ".join(f"{name}: {schema}" for name, schema in members.items()) + "}}"


LINK = "{Link: {schema: {type: string}}}"
PAGED = {
    "cursor": document({"cursor": TEXT}, holding(data=ROWS, next_cursor=TEXT)),
    "cursor in a body": document({}, holding(rows=ROWS, nextCursor=TEXT), method="post", body=holding(cursor=TEXT)),
    "token": document({"pageToken": TEXT}, holding(files=ROWS, nextPageToken=TEXT)),
    "after": document({"after": TEXT}, holding(results=ROWS, paging=holding(next=holding(after=TEXT)))),
    "page and total": document(
        {"pageNo": FROM_1, "pageSize": "{type: integer, default: 2}"}, holding(list=ROWS, total=NUMBER)
    ),
    "pages from 0": document(
        {"page": FROM_0, "size": "{type: integer, default: 2}"}, holding(content=ROWS, totalPages=NUMBER)
    ),
    "page and Link": document({"page": NUMBER, "per_page": NUMBER}, ROWS, LINK),
    "offset and total": document({"offset": NUMBER, "limit": NUMBER}, holding(items=ROWS, meta=holding(total=NUMBER))),
}
NOT_PAGED = {
    "no next cursor": document({"cursor": TEXT}, holding(data=ROWS, total=NUMBER)),
    "no cursor is asked": document({"limit": NUMBER}, holding(data=ROWS, next_cursor=TEXT)),
    "two lists": document({"cursor": TEXT}, holding(added=ROWS, removed=ROWS, next_cursor=TEXT)),
    "no list": document({"cursor": TEXT}, holding(next_cursor=TEXT)),
    "a cursor that is no text": document({"cursor": TEXT}, holding(data=ROWS, next_cursor="{type: boolean}")),
    "a page without an end": document({"page": FROM_1, "page_size": NUMBER}, holding(data=ROWS)),
    "a first page that nobody names": document({"page": NUMBER, "size": NUMBER}, holding(data=ROWS, total=NUMBER)),
    "pages from 2": document({"page": "{type: integer, default: 2}", "size": NUMBER}, holding(a=ROWS, total=NUMBER)),
    "a page of a book": document({"page": TEXT, "size": NUMBER}, holding(data=ROWS, total=NUMBER)),
    "page and offset": document({"page": FROM_1, "offset": FROM_0, "limit": NUMBER}, holding(data=ROWS, total=NUMBER)),
    "an offset without a total": document({"offset": NUMBER, "limit": NUMBER}, holding(data=ROWS, count=NUMBER)),
    "no size": document({"page": FROM_1}, holding(data=ROWS, total=NUMBER)),
    "what is written": document({"page": FROM_1, "size": NUMBER}, holding(data=ROWS, total=NUMBER), method="post"),
    "a list without Link": document({"page": NUMBER, "per_page": NUMBER}, ROWS),
}
SIZE, ALL = 2, [{"id": number} for number in range(5)]


def served(name: str, request: httpx2.Request) -> Any:
    """What the vendor answers: five rows, two a page."""
    asked = dict(request.url.params) | (json.loads(request.content) if request.content else {})
    if name in ("cursor", "cursor in a body", "token", "after"):
        start = int(next((asked[key] for key in ("cursor", "pageToken", "after") if key in asked), 0))
    elif name == "offset and total":
        start = int(asked["offset"])
    else:
        start = (int(asked.get("pageNo") or asked["page"]) - (name != "pages from 0")) * SIZE
    rows, follows = ALL[start : start + SIZE], str(start + SIZE) if start + SIZE < len(ALL) else None
    return {
        "cursor": {"data": rows, "next_cursor": follows},
        "cursor in a body": {"rows": rows, "nextCursor": follows},
        "token": {"files": rows} | ({"nextPageToken": follows} if follows else {}),
        "after": {"results": rows} | ({"paging": {"next": {"after": follows}}} if follows else {}),
        "page and total": {"list": rows, "total": len(ALL)},
        "pages from 0": {"content": rows, "totalPages": 3},
        "page and Link": rows,
        "offset and total": {"items": rows, "meta": {"total": len(ALL)}},
    }[name]


def package_of(text: str) -> drivers.Package:
    compiled = compile_text(text)
    planned = python.generate(infer_pages(compiled.api), "paged", Report(), compiled.places.place)
    return drivers.in_memory(planned, "paged")


@pytest.mark.parametrize("name", PAGED)
def test_every_item_of_every_page_is_given_once(name: str) -> None:
    package = package_of(PAGED[name])
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url) + request.content.decode())
        return httpx2.Response(200, json=served(name, request))

    transport = httpx2.MockTransport(answer)
    with package.client(http_client=httpx2.Client(transport=transport)) as client:
        assert [row.id for row in client.table.iter_rows()] == [0, 1, 2, 3, 4]
    assert len(asked) == len(set(asked)) <= 4

    async def walk() -> list[int]:
        async with package.async_client(http_client=httpx2.AsyncClient(transport=transport)) as client:
            return [row.id async for row in client.table.iter_rows()]

    assert asyncio.run(walk()) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", NOT_PAGED)
def test_what_does_not_tell_clearly_has_no_pages(name: str) -> None:
    api = compile_text(NOT_PAGED[name]).api
    assert infer_pages(api) == api


def test_what_the_extension_says_stays() -> None:
    pages = "{style: cursor, items: /data, cursor: 'query:cursor', next: /next_cursor}"
    said = f"tags: [table]\n      x-qiyue-pagination: {pages}"
    api = compile_text(PAGED["cursor"].replace("tags: [table]", said)).api
    assert infer_pages(api) == api
