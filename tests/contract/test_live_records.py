"""A live run changes only what it made: each document is called on a server that writes down what it is asked for."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID

import pytest

from qiyue import contract
from qiyue.contract import LiveRunConfig, Outcome
from qiyue.diagnostics import Report
from qiyue.drivers import PythonDriver, in_memory
from qiyue.pipeline import compile_text
from qiyue.targets import python

from .recording import Recording, Seen, recording

HEAD = """
openapi: 3.1.0
info: {title: Things, version: "1"}
security: [{k: []}]
components:
  securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}
  schemas:
    New: {type: object, required: [name], properties: {name: {type: string, minLength: 1}}}
    Thing:
      type: object
      required: [id, name]
      properties: {id: KEY, name: {type: string}}
paths:
"""
MAKE = """
  /things:
    get:
      operationId: listThings
      responses:
        "200":
          description: all
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}
    post:
      operationId: createThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/New"}}}}
      responses:
        "201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        4XX: {description: no}
"""
ONE = """
  /things/{id}:
    parameters: [{name: id, in: path, required: true, schema: KEY}]
    get: {operationId: getThing, responses: {"200": {description: one}, "404": {description: none}}}
    delete: {operationId: deleteThing, responses: {"204": {description: gone}, 4XX: {description: no}}}
    put:
      operationId: putThing
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/New"}}}}
      responses: {"200": {description: done}, 4XX: {description: no}}
"""
INTEGER, UUIDS, TEXT = "{type: integer}", "{type: string, format: uuid}", "{type: string}"
SHAPED = '{type: string, pattern: "^t-[0-9]+$"}'
KEYS: dict[str, Any] = {
    INTEGER: lambda: count(7_000_001),
    UUIDS: lambda: (str(UUID(int=2**127 + number)) for number in count(1)),
    TEXT: lambda: (f"zq{number}" for number in count(700)),
    SHAPED: lambda: (f"t-{number}" for number in count(70001)),
}
WORDS = frozenset(("", *"things thing users orders parts delete remove merge cancel purge things:batchDelete".split()))
LOOKS: dict[str, str] = {
    INTEGER: r"[-+]?[0-9.]+(?:e[0-9]+)?|true|false|null|",
    UUIDS: r"[0-9a-fA-F-]{32,36}|",
    TEXT: r".*",
    SHAPED: r"t-[0-9]+|",
}
"""What a server may take for a key of each type."""


def operation(path: str, method: str, name: str, body: str = "", parameters: str = "", extra: str = "") -> str:
    content = f"requestBody: {{required: true, content: {{application/json: {{schema: {body}}}}}}}" if body else ""
    lines = [
        f"  {path}:",
        f"    {method}:",
        f"      operationId: {name}",
        f"      parameters: [{parameters}]" if parameters else "",
        f"      {content}" if content else "",
        f"      {extra}" if extra else "",
        '      responses: {"200": {description: done}, 4XX: {description: no}}',
    ]
    return "\n" + "\n".join(filter(None, lines)) + "\n"


def beside(other: str) -> str:
    """Put an operation beside those of the collection."""
    return MAKE.replace("    post:\n", other.partition(":\n")[2] + "    post:\n")


BY_ID = "{name: id, in: path, required: true, schema: KEY}"
QUERY_ID = "{name: id, in: query, required: REQUIRED, schema: KEY}"
IDS = "{type: object, required: [ids], properties: {ids: {type: array, minItems: 1, items: KEY}}}"
WITH_ID = "{type: object, required: [id, name], properties: {id: KEY, name: {type: string}}}"


@dataclass(frozen=True)
class Case:
    """Paths of a document, and its operations that must be called with keys of the run's own."""

    paths: str
    called: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


CASES = {
    "by path": Case(MAKE + ONE, ("deleteThing", "putThing")),
    "list of ids": Case(MAKE + operation("/things/delete", "post", "removeThings", IDS), ("removeThings",)),
    "batch of ids": Case(
        MAKE + operation("/things:batchDelete", "post", "batchDeleteThings", IDS), ("batchDeleteThings",)
    ),
    "bare list": Case(
        MAKE + operation("/things/remove", "post", "removeThings", "{type: array, minItems: 1, items: KEY}"),
        ("removeThings",),
    ),
    "id in body": Case(beside(operation("", "put", "putThing", WITH_ID)), ("putThing",)),
    "id in query": Case(
        MAKE + operation("/thing", "patch", "patchThing", "{type: object}", QUERY_ID.replace("REQUIRED", "true")),
        ("patchThing",),
    ),
    "optional id in query": Case(
        MAKE + operation("/thing", "delete", "deleteThing", "", QUERY_ID.replace("REQUIRED", "false")), ("deleteThing",)
    ),
    "ids in query": Case(
        MAKE
        + operation(
            "/thing",
            "delete",
            "deleteThings",
            "",
            "{name: ids, in: query, required: true, schema: {type: array, items: KEY}}",
        ),
        ("deleteThings",),
    ),
    "id in header": Case(
        MAKE
        + operation("/thing", "delete", "deleteThing", "", "{name: Thing-Id, in: header, required: true, schema: KEY}"),
        ("deleteThing",),
    ),
    "action": Case(MAKE + operation("/things/{id}/cancel", "post", "cancelThing", "", BY_ID), ("cancelThing",)),
    "colon action": Case(MAKE + operation("/things/{id}:cancel", "post", "cancelThing", "", BY_ID), ("cancelThing",)),
    "action by get": Case(MAKE + operation("/things/{id}/delete", "get", "dropThing", "", BY_ID), ("dropThing",)),
    "nested body": Case(
        MAKE
        + operation(
            "/things/merge",
            "post",
            "mergeThings",
            "{type: object, required: [thing], properties: {"
            "thing: {type: object, required: [id], properties: {id: KEY}}, into: KEY, parentId: KEY}}",
        ),
        ("mergeThings",),
    ),
    "below another": Case(
        MAKE
        + ONE
        + operation("/things/{id}/parts", "post", "addPart", '{$ref: "#/components/schemas/New"}', BY_ID)
        + operation(
            "/things/{id}/parts/{part}", "delete", "deletePart", "", BY_ID + ", " + BY_ID.replace("id,", "part,", 1)
        ),
        ("addPart", "deletePart", "putThing"),
    ),
    "all of them": Case(beside(operation("", "delete", "clear")), (), ("clear",)),
    "by filter": Case(
        MAKE + operation("/things/purge", "post", "purge", "{type: object, properties: {before: {type: string}}}"),
        (),
        ("purge",),
    ),
    "of something else": Case(MAKE + operation("/users/{id}", "delete", "deleteUser", "", BY_ID), (), ("deleteUser",)),
    "a stranger's": Case(
        MAKE
        + operation("/orders", "post", "createOrder", "{type: object, required: [userId], properties: {userId: KEY}}"),
        (),
        ("createOrder",),
    ),
    "no create": Case(ONE, (), ("deleteThing", "putThing")),
}


def run(text: str, record: Recording, **options: Any) -> Outcome:
    api = compile_text(text).api
    package = PythonDriver(in_memory(python.generate(api, "things", Report()), "things"))
    defaults = {"rate": 100_000.0, "max_requests": 100, "max_examples": 1, "allow_writes": True}
    return contract.run_live(
        api, package, {"THINGS_API_KEY": "k"}, LiveRunConfig(url=record.url, **(defaults | options))
    )


def everything(seen: Seen, give: Any) -> tuple[int, Any]:
    """Take every call; a POST to a collection makes a record."""
    if seen.method == "GET":
        return 200, []
    if seen.method == "POST" and re.search(r"/(?:things|orders|parts)\Z", seen.path):
        return 201, {"id": give(), "name": "x"}
    return 200, {}


def named(seen: Seen) -> Iterator[str]:
    """Give what a request may name, as text: what stands in its path beside the words of the documents, everything in
    its query, and in its body what the documents have for keys."""
    for segment in seen.path.split("/"):
        if segment.removesuffix(":cancel") not in WORDS:
            yield unquote(segment).removesuffix(":cancel")
    yield from (value for _, value in parse_qsl(urlsplit(seen.target).query, keep_blank_values=True))
    with suppress(ValueError):
        yield from (str(value) for value in in_body("", json.loads(seen.body), bare=seen.path.endswith("/remove")))


def in_body(name: str, value: Any, *, bare: bool) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (found for key, each in value.items() for found in in_body(key, each, bare=bare))
    elif isinstance(value, list):
        yield from (found for each in value for found in in_body(name, each, bare=bare))
    elif value is not None and (re.fullmatch("ids?|.*Ids?|thing|into", name) or (bare and not name)):
        yield value


EVERY = ("by path", "list of ids", "id in body", "below another")
"""Cases that are tried with keys of every type; the others with numbers and with free text."""


@pytest.mark.parametrize(
    ("name", "schema"), [(name, schema) for name in CASES for schema in (KEYS if name in EVERY else (INTEGER, TEXT))]
)
def test_only_keys_of_the_run_are_written_to(name: str, schema: str) -> None:
    case = CASES[name]
    with recording(everything, KEYS[schema]()) as record:
        outcome = run((HEAD + case.paths).replace("KEY", schema), record)
    given = {str(each) for each in record.given}
    writes = [each for each in record.seen if each.method != "GET" or each.path.endswith("/delete")]
    strange = [
        (each, value)
        for each in writes
        for value in named(each)
        if value not in given and re.fullmatch(LOOKS[schema], value) and (schema == TEXT or value != "unheard-of")
    ]
    assert not strange
    cases = {each.operation: each.cases for each in outcome.tested}
    assert {each: cases.get(each, 0) > 0 for each in case.called} == dict.fromkeys(case.called, True)
    assert not any(cases.get(each) for each in case.left)
    reasons = {each.operation: each.reason for each in outcome.barred}
    assert set(case.left) <= reasons.keys()


def test_a_dry_run_says_whose_keys_and_which_word() -> None:
    for schema, words in ((INTEGER, {"made-by-createThing", "unheard-of"}), (TEXT, {"made-by-createThing"})):
        api = compile_text((HEAD + MAKE + ONE).replace("KEY", schema)).api
        package = PythonDriver(in_memory(python.generate(api, "things", Report()), "things"))
        visit = LiveRunConfig(url="http://a.invalid", allow_writes=True, max_requests=None, max_examples=2)
        would = [
            each for each in contract.dry_run(api, package, {}, visit) if each.operation in ("deleteThing", "putThing")
        ]
        assert {each.command.rpartition("/things/")[2].strip("'") for each in would} == words
        assert {each.about for each in would if "unheard-of" in each.command} <= {
            "path:id is of another form: unheard-of"
        }


def test_what_is_not_called_is_named_with_the_reason() -> None:
    def nameless(seen: Seen, _give: Any) -> tuple[int, Any]:
        return (201, {"name": "x"}) if seen.method == "POST" else everything(seen, None)

    with recording(nameless, iter(())) as record:
        outcome = run((HEAD + MAKE + ONE).replace("KEY", TEXT), record)
    reason = "the run had made nothing that could be named"
    assert {each.operation: each.reason for each in outcome.barred} == {"deleteThing": reason, "putThing": reason}
    assert {each.method for each in record.seen} == {"GET", "POST"}
    assert outcome.selected == ("listThings", "createThing", "getThing")
