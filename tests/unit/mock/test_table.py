"""What looks for one object does not walk over the others: the calls of functions are counted, no time is taken."""

import sys
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from types import FrameType
from typing import Any

import pytest

from qiyue.base import json
from qiyue.diagnostics import Report
from qiyue.mock import Mock, Options, Ready
from qiyue.mock.compare import alike
from qiyue.mock.incoming import Incoming
from qiyue.mock.table import Kept, Table

SPEC = """
paths:
  /notes:
    post:
      operationId: createNote
      x-qiyue-mock:
        {store: notes, do: create, key: {at: /id, make: text}, rules: [{unique: {at: /title, else: conflict}},
         {sequence: {at: /number, per: [/kind]}}]}
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}}
    get:
      operationId: listNotes
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: size, in: query, schema: {type: integer}}
      x-qiyue-mock: {store: notes, do: list, answer: "", rules: [{page: {}}]}
      x-qiyue-pagination:
        {style: page, page: "query:page", size: "query:size", items: "", default-size: 10, first: 1}
      responses:
        "200":
          description: x
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Note"}}}}
  /notes/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getNote
      x-qiyue-mock: {store: notes, do: get, key: {at: /id, from: "path:id"}}
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}}
    put:
      operationId: updateNote
      x-qiyue-mock: {store: notes, do: update, key: {at: /id, from: "path:id"}}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
      responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}}
    delete:
      operationId: deleteNote
      x-qiyue-mock: {store: notes, do: delete, key: {at: /id, from: "path:id"}}
      responses: {"204": {description: x}}
components:
  schemas:
    Note:
      type: object
      properties:
        {id: {type: string}, title: {type: string}, kind: {type: string}, number: {type: integer}}
"""
VALUES: list[Any] = [1, 2, Decimal("2.0"), "2", "2.0", "02", True, "true", None, "null", "", "x", '"x"', [2], "[2]", {}]


@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("POST", "/notes", {"title": "new", "kind": "a"}),
        ("GET", "/notes/000007", None),
        ("PUT", "/notes/000007", {"title": "seven"}),
        ("DELETE", "/notes/000007", None),
        ("GET", "/notes?page=3&size=5", None),
    ],
)
def test_work_does_not_grow_with_what_is_kept(serve: Callable[..., Any], method: str, path: str, sent: Any) -> None:
    counts = []
    for kept in (20, 400):
        mock = Mock(Ready(serve(SPEC).api, Report()), Options())
        for number in range(kept):
            mock.answer(_incoming("POST", "/notes", {"title": f"t{number}", "kind": "a"}))
        mock.answer(_incoming(method, path.replace("7", "9"), sent and {**sent, "title": "builds the indexes"}))
        counts.append(_calls_within_mock(lambda: mock.answer(_incoming(method, path, sent))))  # noqa: B023
    assert 0 < counts[1] < counts[0] + 40


@pytest.mark.parametrize(("held", "asked"), [*product(VALUES, VALUES)])
def test_an_index_finds_what_is_alike(held: Any, asked: Any) -> None:
    table = Table()
    table.put(4, Kept({"at": held}))
    assert list(table.alike("/at", asked, None)) == ([4] if alike(held, asked) else [])
    table.put(4, Kept({"at": "another"}))
    assert list(table.alike("/at", asked, None)) == []


def test_views_and_indexes_follow_what_is_kept() -> None:
    table = Table()
    assert (list(table.seen("s")), list(table.alike("/k", 1, "s"))) == ([], [])
    for number, scope in ((3, "s"), (1, None), (2, "t")):
        table.put(number, Kept({"k": 1, "n": number}, scope))
    assert [one["n"] for one in table.seen("s")] == [1, 3]
    assert list(table.alike("/k", 1, "s")) == [1, 3]
    assert table.seen(None)[1:] == [{"k": 1, "n": 2}, {"k": 1, "n": 3}]
    table.drop(1)
    assert [one["n"] for one in table.seen("s")] == [3]
    assert list(table.alike("/k", 1, None)) == [2, 3]


def _calls_within_mock(act: Callable[[], Any]) -> int:
    """Count the calls of functions of the mock, and of those that it compares with."""
    count = 0

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call" and "/qiyue/" in frame.f_code.co_filename

    sys.setprofile(note)
    try:
        answer = act()
    finally:
        sys.setprofile(None)
    assert answer.status < 300
    return count


def _incoming(method: str, path: str, sent: Any) -> Incoming:
    address, _, query = path.partition("?")
    pairs = tuple((name, value) for name, _, value in (part.partition("=") for part in query.split("&") if part))
    headers = {"content-type": "application/json"} if sent else {}
    return Incoming(method, address, pairs, headers, {}, json.dumps(sent) if sent else b"")
