from collections.abc import Callable
from typing import Any

import pytest

SPEC = """
x-qiyue-mock:
  seed:
    bills:
      - {id: 1, kind: a, day: "2024-01-01", amount: 10.50, tags: [{name: red}, {name: blue}], open: true}
      - {id: 2, kind: b, day: "2024-01-02 12:00", amount: "9.5", tags: [{name: blue}], open: true}
      - {id: 3, kind: a, day: "2024-01-03", amount: 100, tags: [], open: true, note: Late}
      - {id: 4, kind: a, day: "2024-01-04", amount: 7, tags: [], open: false}
paths:
  /bills:
    get:
      operationId: listBills
      parameters:
        - {name: kind, in: query, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
        - {name: kinds, in: query, schema: {type: array, items: {type: string}}}
        - {name: from, in: query, schema: {type: string}}
        - {name: to, in: query, schema: {type: string}}
        - {name: most, in: query, schema: {type: number}}
        - {name: tag, in: query, schema: {type: string}}
        - {name: note, in: query, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer, default: 1}}
        - {name: size, in: query, schema: {type: integer}}
      x-qiyue-pagination:
        style: page
        page: "query:page"
        size: "query:size"
        default-size: 2
        max-size: 3
        items: /items
        total: /total
        pages: /pages
      x-qiyue-mock:
        store: bills
        do: list
        key: {at: /id}
        rules:
          - filter: {at: "query:kind", by: /kind}
          - filter: {at: "query:id", by: /id}
          - filter: {at: "query:kinds", by: /kind}
          - filter: {at: "query:from", by: /day, match: from}
          - filter: {at: "query:to", by: /day, match: to}
          - filter: {at: "query:most", by: /amount, match: to}
          - filter: {at: "query:tag", by: /tags/*/name}
          - filter: {at: "query:note", by: /note, match: contains}
          - filter: {is: true, by: /open}
          - page: {OPTIONS}
          - copy: {from: "query:page", to: /page}
          - total: {of: "", sum: {amount: /amount}, to: /sums}
          - total: {of: "", by: /kind, sum: {amount: /amount}, to: /rows}
      responses:
        "200":
          description: x
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
"""


def ids(served: Any, query: str) -> list[int]:
    return [one["id"] for one in served.json("GET", f"/bills?{query}")["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2, 3]),
        ("kind=a", [1, 3]),
        ("kind=", [1, 2, 3]),
        ("kind=z", []),
        ("id=2", [2]),
        ("kinds=b&kinds=z", [2]),
        ("from=2024-01-02", [2, 3]),
        ("to=2024-01-02", [1, 2]),
        ("most=10", [2]),
        ("tag=blue", [1, 2]),
        ("tag=red&kind=a", [1]),
        ("note=ate", [3]),
    ],
)
def test_filters(serve: Callable[..., Any], query: str, found: list[int]) -> None:
    assert ids(serve(SPEC.replace("OPTIONS", "")), f"size=3&{query}") == found


@pytest.mark.parametrize(
    ("options", "query", "answer"),
    [
        ("", "", [1, 2]),
        ("", "page=2", [3]),
        ("", "page=3", []),
        ("", "size=3", [1, 2, 3]),
        ("", "size=4", "invalid-parameter query:size page"),
        ("", "size=0", "invalid-parameter query:size page"),
        ("", "size=-1", "invalid-parameter query:size page"),
        ("", "page=0", "invalid-parameter query:page page"),
        ("over: cap", "size=4", [1, 2, 3]),
        ("over: cap", "size=0", "invalid-parameter query:size page"),
        ("zero: default", "size=0", [1, 2]),
        ("zero: default", "size=4", "invalid-parameter query:size page"),
    ],
)
def test_pages(serve: Callable[..., Any], options: str, query: str, answer: Any) -> None:
    served = serve(SPEC.replace("OPTIONS", options))
    if isinstance(answer, str):
        assert served.reason("GET", f"/bills?{query}") == answer
    else:
        assert ids(served, query) == answer


def test_a_page_tells_of_the_whole_list(serve: Callable[..., Any]) -> None:
    listed = serve(SPEC.replace("OPTIONS", "")).json("GET", "/bills?size=1&page=2&kind=a")
    assert listed["items"] == [{"id": 3}]
    assert (listed["total"], listed["pages"], listed["page"]) == (2, 2, 2)
    assert str(listed["sums"]["amount"]) == "110.50"


def test_sums_by_value(serve: Callable[..., Any]) -> None:
    listed = serve(SPEC.replace("OPTIONS", "")).json("GET", "/bills")
    assert [(row["kind"], str(row["amount"])) for row in listed["rows"]] == [("a", "110.50"), ("b", "9.5")]
    assert listed["page"] == 1


CURSOR = """
x-qiyue-mock: {seed: {s: [{id: 1}, {id: 2}, {id: 3}]}}
paths:
  /x:
    get:
      operationId: list
      parameters: [{name: after, in: query, schema: {type: string}}]
      x-qiyue-pagination: {style: cursor, cursor: "query:after", next: /next, items: /items, default-size: 2}
      x-qiyue-mock: {store: s, do: list, rules: [{page: {}}]}
      responses:
        "200":
          description: x
          content: {application/json: {schema: {type: object, properties: {items: {type: array}, next: {}}}}}
"""


@pytest.mark.parametrize(("query", "found", "following"), [("", [1, 2], "2"), ("?after=2", [3], None)])
def test_cursors(serve: Callable[..., Any], query: str, found: list[int], following: str | None) -> None:
    listed = serve(CURSOR).json("GET", "/x" + query)
    assert ([one["id"] for one in listed["items"]], listed["next"]) == (found, following)
