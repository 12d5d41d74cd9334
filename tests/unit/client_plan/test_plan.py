"""Plans of clients: tables of inline specs, and the JSON that ``qiyue ir --plan`` prints for them."""

from typing import Any

import pytest
import yaml

from qiyue import dump
from qiyue.client_plan import Naming, plan_client
from qiyue.pipeline import compile_text

HEAD = "openapi: 3.1.0\ninfo: {title: Teas, version: '1'}\n"
GOOD = "responses: {'200': {description: ok}}"


def planned(spec: str, naming: Naming = Naming()) -> Any:
    return dump.plain(plan_client(compile_text(HEAD + spec).api, naming=naming))


def names(spec: str, naming: Naming = Naming()) -> dict[str, list[str]]:
    """Resource → methods, each with its words joined by spaces; those beside a method stand behind it."""
    found = {}
    for resource in planned(spec, naming)["resources"]:
        listed = []
        for method in resource["methods"]:
            beside = [" ".join(method[key]) for key in ("iterator", "stream", "upload") if key in method]
            listed.append(" + ".join([" ".join(method["name"]), *beside]))
        found[" ".join(resource["name"])] = listed
    return found


def paths(*operations: str) -> str:
    """A document with an operation a path; each is written as the inside of a flow mapping."""
    rows = (f"  /teas/{number}: {{get: {{{inside}, {GOOD}}}}}" for number, inside in enumerate(operations))
    return "paths:\n" + "\n".join(rows)


PAGES = "x-qiyue-pagination: {style: page, items: /rows, page: 'query:page'}"
IDS = {
    "the first tag is the resource": (["tags: [Green Tea], operationId: brew"], {"green tea": ["brew"]}),
    "without a tag, the first fixed segment is": (["operationId: brewTea"], {"teas": ["brew tea"]}),
    "a tag without letters is none": (["tags: ['--'], operationId: brew"], {"teas": ["brew"]}),
    "the document's own names go first": (
        ["tags: [a], operationId: b, x-qiyue-name: {resource: leaves, method: findOne}"],
        {"leaves": ["find one"]},
    ),
    "an id that repeats its resource loses it": (["operationId: teas_list"], {"teas": ["list"]}),
    "but not if a number is left": (["operationId: teas_2024"], {"teas": ["teas 2024"]}),
    "nor if a word is left that languages keep": (["operationId: teas/import"], {"teas": ["teas import"]}),
    "two of one name get numbers": (
        ["operationId: brewTea", "operationId: brew_tea", "operationId: brew-tea"],
        {"teas": ["brew tea", "brew tea 2", "brew tea 3"]},
    ),
    "one name in two resources needs none": (
        ["tags: [a], operationId: brew", "tags: [b], operationId: Brew"],
        {"a": ["brew"], "b": ["brew"]},
    ),
    "words of every script": (["tags: [发票], operationId: 查询Invoice"], {"发票": ["查询 invoice"]}),
    "a word that one language reserves is a word": (["tags: [class], operationId: list"], {"class": ["list"]}),
    "an iterator stands beside a list": ([f"operationId: list, {PAGES}"], {"teas": ["list + iter"]}),
    "and has the method's words elsewhere": (
        [f"operationId: findAll, {PAGES}"],
        {"teas": ["find all + iter find all"]},
    ),
    "what an operation is called never moves": (
        [f"operationId: list, {PAGES}", "operationId: iter"],
        {"teas": ["list + iter 2", "iter"]},
    ),
}


@pytest.mark.parametrize(("operations", "expected"), IDS.values(), ids=IDS.keys())
def test_names_by_ids(operations: list[str], expected: dict[str, list[str]]) -> None:
    assert names(paths(*operations), Naming("ids")) == expected


STREAMS = {
    "events alone": ("text/event-stream: {}", ["watch + watch"]),
    "events, or the whole": ("text/event-stream: {}, application/json: {}", ["watch + stream watch"]),
    "a file": ("application/pdf: {}", ["watch + stream watch"]),
    "JSON": ("application/json: {}", ["watch"]),
    "no content": ("", ["watch"]),
}


@pytest.mark.parametrize(("content", "expected"), STREAMS.values(), ids=STREAMS.keys())
def test_streams(content: str, expected: list[str]) -> None:
    answer = f"responses: {{'200': {{description: ok, content: {{{content}}}}}}}"
    assert names(f"paths: {{/teas: {{get: {{operationId: watch, {answer}}}}}}}") == {"teas": expected}


PAGE = "{description: ok, content: {application/json: {schema: {type: string}}, text/csv: {}, application/pdf: {}}}"
ENVELOPE = "x-qiyue-envelope: {answer: {payload: /data}}"
JSON = {"content_type": "application/json", "reading": "json", "type": "#watch/answers/STATUS/application/json"}
RESULTS = {
    "nothing": ("'204': {description: ok}", "", [{"status": "204"}]),
    "of several media types JSON": (f"'200': {PAGE}", "", [{"status": "200", **JSON}]),
    "without JSON each": (
        "2xx: {description: ok, content: {text/csv: {}, application/pdf: {}}}",
        "",
        [
            {"status": "2XX", "content_type": "text/csv", "reading": "text"},
            {"status": "2XX", "content_type": "application/pdf", "reading": "bytes"},
        ],
    ),
    "of an envelope the payload, which may lack": (
        f"'200': {PAGE}",
        ENVELOPE,
        [{"status": "200", **JSON, "payload": "/data", "always": False}],
    ),
    "without a 2xx the default": (f"default: {PAGE}, '400': {{description: no}}", "", [{"status": "default", **JSON}]),
    "a 304 gives nothing": (
        "'204': {description: ok}, '304': {description: same, content: {application/json: {}}}",
        "",
        [{"status": "204"}, {"status": "304"}],
    ),
    "of events nothing as a whole": ("'200': {description: ok, content: {text/event-stream: {}}}", "", []),
}


@pytest.mark.parametrize(("answers", "envelope", "expected"), RESULTS.values(), ids=RESULTS.keys())
def test_results(answers: str, envelope: str, expected: list[dict[str, Any]]) -> None:
    spec = f"{envelope}\npaths: {{/teas: {{get: {{operationId: watch, responses: {{{answers}}}}}}}}}"
    (resource,) = planned(spec)["resources"]
    status = expected[0]["status"] if expected else ""
    wanted = [{"always": True, **each} for each in expected]
    for each in wanted:
        each |= {"type": each["type"].replace("STATUS", status)} if "type" in each else {}
    assert resource["methods"][0].get("results", []) == wanted


READINGS = {
    "text/event-stream: {}, application/x-ndjson: {}": ["events", "lines"],
    "application/pdf: {}": ["bytes"],
    "application/pdf: {}, application/json: {}": [],
}


@pytest.mark.parametrize(("content", "expected"), READINGS.items())
def test_how_streams_are_read(content: str, expected: list[str]) -> None:
    spec = f"paths: {{/a: {{get: {{responses: {{'200': {{description: ok, content: {{{content}}}}}}}}}}}}}"
    (resource,) = planned(spec)["resources"]
    assert [each["reading"] for each in resource["methods"][0].get("streams", [])] == expected


PLANS = """
spec:
  tags: [{name: teas, description: What is brewed.}]
  paths:
    /teas:
      get:
        operationId: teas_list
        tags: [teas]
        parameters: [{name: page, in: query, schema: {type: integer}}]
        x-qiyue-pagination: {style: page, items: /rows, page: 'query:page'}
        responses: {'200': {description: ok}}
plan:
  resources:
  - name: [teas]
    text: What is brewed.
    methods:
    - {operation: teas_list, name: [list], is_renamed: true, iterator: [iter], results: [{status: '200', always: true}]}
  settings: {}
  arguments:
    teas_list:
      listed:
      - name: [page]
        kind: parameter
        wire: page
        at: query:page
        type: {form: scalar, kind: integer}
        required: false
        needed: false
        sensitive: false
  types:
    refs: {'#teas_list/parameters/query/page': {form: scalar, kind: integer}}
    names: {'#teas_list/parameters/query/page': TeasListPage}
---
spec: {paths: {}}
plan: {resources: [], settings: {}, types: {}, arguments: {}}
"""


@pytest.mark.parametrize("case", list(yaml.safe_load_all(PLANS)))
def test_the_whole_plan_as_json(case: Any) -> None:
    plan = planned(yaml.safe_dump(case["spec"]))
    told = {part: {key: value for key, value in plan[part].items() if value} for part in ("settings", "types")}
    assert {**plan, **told} == case["plan"]
