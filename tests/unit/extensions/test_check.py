"""Fragments of documents, and what the vocabulary says to them: code, place, hint."""

from typing import Any

import pytest

from qiyue import source
from qiyue.diagnostics import Report, Severity
from qiyue.extensions import check
from qiyue.source.places import Places

BASE = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\n"


def said(text: str) -> list[tuple[str, str, str, str]]:
    """Code, line:column, message and hint of everything that is said to a document."""
    loaded = source.read_text(BASE + text, "spec.yaml")
    report = Report()
    check(loaded.data, Places.of(loaded.source), report)
    assert {diagnostic.severity for diagnostic in report} <= {Severity.ERROR}
    return [(each.code, f"{each.place}".removeprefix("spec.yaml:"), each.message, each.hint) for each in report]


NAMES = [
    ("x-qiyue-envelop: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x-qiye-envelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x-quiyue-envelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x-qiyue_envelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x_qiyue_envelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("X-Qiyue-Envelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x-qiyueenvelope: {}", "unknown-extension", "did you mean x-qiyue-envelope?"),
    ("x-qiyue-weather: {}", "unknown-extension", ""),
    ("x-qiyue-dispatch: {}", "misplaced-extension", "it may stand on: operation"),
    ("paths: {/a: {x-qiyue-timeout: 3}}", "misplaced-extension", "it may stand on: root, operation, case"),
    ("components: {schemas: {A: {x-qiyue-safety: read}}}", "misplaced-extension", "it may stand on: operation, case"),
]


@pytest.mark.parametrize(("text", "code", "hint"), NAMES)
def test_a_wrong_name_or_place(text: str, code: str, hint: str) -> None:
    [(found_code, place, _, found_hint)] = said(text)
    assert (found_code, found_hint) == (code, hint)
    assert place.startswith("3:")


@pytest.mark.parametrize(
    "text",
    [
        "x-queue-name: a",
        "x-quiet: true",
        "x-logo: {url: a}",
        "x-enum-varnames: []",
        "components: {schemas: {x-qiyue-envelop: {type: string}}}",
        "components: {schemas: {A: {properties: {x-qiyue-envelop: {}}, default: {x-qiyue-nothing: 1}}}}",
        "components: {examples: {e: {value: {x-qiyue-nothing: 1}}}}",
    ],
)
def test_what_is_not_ours_is_left_alone(text: str) -> None:
    assert said(text) == []


def operation(text: str) -> str:
    return f"paths:\n  /a:\n    get:\n      operationId: a\n      {text}\n"


def scheme(text: str) -> str:
    return f"components:\n  securitySchemes:\n    s:\n      {text}\n"


def schema(text: str) -> str:
    return f"components:\n  schemas:\n    A:\n      {text}\n"


def signed(vector: str) -> str:
    rule = "over: body, put: /s, steps: [{append: secret}, {digest: md5}]"
    return f"x-qiyue-signature: {{{rule}, vectors: [{{{vector}}}]}}"


def signed_once(unique: str) -> str:
    return f"x-qiyue-signature: {{over: body, put: /s, steps: [{{append: secret}}], unique: {{{unique}}}}}"


CONTENTS = [
    ("x-qiyue-envelope: {request: {fil: {}}}", "request/fil", "did you mean fill?"),
    ("x-qiyue-envelope: {request: {payload: data}}", "request/payload", "a JSON Pointer into the body"),
    ("x-qiyue-envelope: {request: {fill: {/t: {make: time}}}}", "fill/~1t", ""),
    ("x-qiyue-envelope: {request: {fill: {/t: {make: const}}}}", "fill/~1t", ""),
    ("x-qiyue-envelope: {answer: {success: {at: /a, is: 1, in: [1]}}}", "answer/success", "give exactly one of is, in"),
    ("x-qiyue-envelope: {answer: {success: {all: [{is: 1}]}}}", "success/all/0", ""),
    ("x-qiyue-errors: {codes: [{code: 1, kind: transport}]}", "codes/0/kind", "the caller's own"),
    ("x-qiyue-errors: {codes: [{code: 1, kind: succes}]}", "codes/0/kind", "did you mean success?"),
    ("x-qiyue-errors: {codes: [{code: 1, kind: notfound}]}", "codes/0/kind", "did you mean not-found?"),
    (
        "x-qiyue-errors: {codes: [{code: 1, kind: success}, {code: 1, kind: success}]}",
        "codes/1/code",
        "one row says all",
    ),
    (
        "x-qiyue-errors: {codes: [{code: 0, kind: success, covers: [clock]}]}",
        "codes/0/covers",
        "give the row a kind of failure",
    ),
    (
        "x-qiyue-errors: {codes: [{code: 0, kind: success, spots: [/a]}]}",
        "codes/0/spots",
        "give the row a kind of failure",
    ),
    ("x-qiyue-errors: {codes: [{code: 0, kind: success, at: /a}]}", "codes/0/at", "give the row a kind of failure"),
    (
        "x-qiyue-errors: {codes: [{code: 1, kind: clock}, {code: 2, kind: clock}]}",
        "codes/1",
        "say `emit: false` on the codes with which the mock does not answer, or `spots` on one of them",
    ),
    (
        signed_once("remember: 3600"),
        "unique/remember",
        "a number and a unit: 30s, 5m, 1h or 1d",
    ),
    ("x-qiyue-errors: {codes: [{code: 1, kind: clock}, {code: 2, kind: clock}]}", "codes/1", "emit: false"),
    ("x-qiyue-errors: {check-order: [clock, clock], codes: []}", "check-order", ""),
    ("x-qiyue-errors: {check-order: [clok], codes: []}", "check-order/0", "did you mean clock?"),
    ("x-qiyue-signature: {over: body, put: /s, steps: []}", "steps", ""),
    ("x-qiyue-signature: {over: body, put: /s, steps: [{digest: md5}]}", "steps", "append: secret"),
    ("x-qiyue-signature: {over: body, put: /s, steps: [{digset: md5}]}", "steps/0/digset", "did you mean digest?"),
    ("x-qiyue-signature: {over: body, put: /s, drop: null, steps: [{append: secret}]}", "drop", '"null" in quotes'),
    (signed("parameters: {b: x, a: 1.50}, secret: k, signature: no"), "vectors/0/signature", "is a1.50bx"),
    (signed("parameters: {a: [1]}, secret: k, signature: no"), "vectors/0/parameters", ""),
    ("x-qiyue-timeout: 0", "x-qiyue-timeout", "a number of seconds above 0"),
    ("x-qiyue-quota: {calls: 10, per: hour}", "per", "30s, 5m, 1h or 1d"),
    ("x-qiyue-sources: {L12: {title: a}}", "x-qiyue-sources", "the id of a page"),
    ("x-qiyue-catalogue: [{nam: a}]", "0/nam", "did you mean name?"),
    ("x-qiyue-mock: {seeds: {}}", "seeds", "did you mean seed?"),
    (operation("x-qiyue-safety: reed"), "x-qiyue-safety", "did you mean read?"),
    (operation("x-qiyue-name: {resource: 'a b'}"), "resource", "letters, digits and _"),
    (operation("x-qiyue-name: users"), "x-qiyue-name", ""),
    (operation("x-qiyue-pagination: {style: page, items: /i}"), "x-qiyue-pagination", ""),
    (operation("x-qiyue-pagination: {style: cursor, items: /i, page: /p}"), "x-qiyue-pagination", ""),
    (
        operation("x-qiyue-pagination: {style: page, items: /i, page: /p, default-size: 9, max-size: 3}"),
        "default-size",
        "",
    ),
    (operation("x-qiyue-mock: {do: create}"), "x-qiyue-mock", ""),
    (operation("x-qiyue-mock: {rules: [{exits: {}}]}"), "rules/0/exits", "did you mean exists?"),
    (operation("x-qiyue-mock: {rules: [{page: {}, filter: {at: /a, by: /a}}]}"), "rules/0", "one rule"),
    (operation("x-qiyue-mock: {rules: [{exists: {at: /a, in: b, else: not-found}}]}"), "x-qiyue-mock", ""),
    (operation("x-qiyue-source: inferred L12"), "x-qiyue-source", ""),
    (operation("x-qiyue-source: {type: stated}"), "x-qiyue-source", ""),
    (operation("x-qiyue-dispatch: {field: /m, cases: {}}"), "cases", ""),
    (scheme("x-qiyue-token: {operation: b, token: /t}"), "there is no operation `b`", ""),
    (
        scheme("x-qiyue-token: {operation: a, token: /t, lifetime: {second: 1}}"),
        "lifetime/second",
        "did you mean seconds?",
    ),
    (schema("x-qiyue-time: {format: yyyy, epoch: s}"), "x-qiyue-time", "exactly one of format, epoch"),
    (schema("x-qiyue-time: {format: YYYY-MM-DD}"), "format", "yyyy MM dd"),
]


@pytest.mark.parametrize(("text", "subject", "hint"), CONTENTS)
def test_a_wrong_content(text: str, subject: str, hint: str) -> None:
    code, place, message, found_hint = said(text)[0]
    assert code == "invalid-extension"
    assert subject in message
    assert hint in found_hint
    assert int(place.partition(":")[0]) >= 3


CODES = [
    "x-qiyue-errors: {codes: [%s]}",
    operation("x-qiyue-errors: {codes: [%s]}"),
    operation("x-qiyue-dispatch: {field: /m, cases: {c: {operationId: c, x-qiyue-errors: {codes: [%s]}}}}"),
]
"""Code tables at each place where one may stand."""


@pytest.mark.parametrize("table", CODES)
def test_a_row_without_a_kind_is_an_error_at_the_row(table: str) -> None:
    text = table % "{code: 1, kind: server}, {code: 0, message: fine}"
    [(code, place, message, hint)] = said(text)
    line, _, column = place.partition(":")
    assert (code, (BASE + text).splitlines()[int(line) - 1][int(column) - 1 :][:9]) == (
        "invalid-extension",
        "{code: 0,",
    )
    assert "`kind` is missing" in message
    assert "`kind: success`" in hint


@pytest.mark.parametrize("table", CODES)
def test_null_as_the_kind_of_a_success_is_noted(table: str) -> None:
    loaded = source.read_text(BASE + table % "{code: 0, kind: null}", "spec.yaml")
    report = Report()
    check(loaded.data, Places.of(loaded.source), report)
    [found] = report
    assert (found.code, found.severity, found.hint) == ("null-kind", Severity.NOTE, "say `kind: success`")
    assert found.place
    assert found.place.line >= 3


def test_every_problem_is_said_once_at_its_own_place() -> None:
    text = "x-qiyue-quota:\n  call: 3\n  per: hour\nx-qiyue-timeout: soon\n"
    assert [(place, hint) for _, place, _, hint in said(text)] == [
        ("4:3", "did you mean calls?"),
        ("5:3", "a number and a unit: 30s, 5m, 1h or 1d"),
        ("6:1", "a number of seconds above 0"),
    ]


def test_long_values_are_not_repeated() -> None:
    value = "abc" * 100
    [(_, _, message, hint)] = said(f"x-qiyue-errors: {{codes: [{{code: 1, kind: {value}}}]}}")
    assert value[:50] not in message + hint


GOOD = """
x-qiyue-sources: {main: {title: a, url: "https://docs.example", read: 2026-01-31}, Z2: {url: "https://b.example"}}
x-qiyue-envelope:
  request:
    payload: /data
    fill:
      /id: {make: uuid, per: call}
      /sent: {make: time, per: attempt, format: yyyyMMddHHmmss, zone: Asia/Shanghai}
      "header:X-Version": {make: const, value: 1}
  answer:
    success: {all: [{at: /ok, is: true}, {any: [{at: /code, in: [0, "0"]}, {at: /error, present: false}]}]}
    code: /code
    payload: /data
    payload-required: true
    trace: "header:X-Request-Id"
x-qiyue-errors:
  at: status
  check-order: [missing-credential, clock, bad-signature]
  codes:
    - {code: 0, kind: success, message: ok}
    - {code: 1, kind: clock, covers: [replay], retry: always, status: 200, set: {/type: a}, x-qiyue-source: stated L3}
    - {code: 3, kind: clock, spots: [/time, "query:time"]}
    - {code: fail, kind: business, at: /data/state, message-at: /data/reason}
    - {code: 2, kind: clock, emit: false}
    - {code: A1, kind: business}
    - {code: A2, kind: business}
x-qiyue-signature:
  over: all-parameters
  exclude: [sign]
  drop: "null"
  booleans: 1/0
  nested: recursive
  sort: bytes
  join: key-value
  steps: [{digest: md5, case: upper}, {append: secret}, {digest: a-digest-of-the-future}]
  put: /sign
  unique: {resolution: 1s, on-collision: wait}
  vectors: [{parameters: {a: [1, null]}, secret: s, signature: AB}]
x-qiyue-timeout: 60.5
x-qiyue-quota: {calls: 1000, per: 1h}
x-qiyue-catalogue: [{name: a, group: b, method: GET, path: /a, reason: no path, x-qiyue-source: stated L9}]
x-qiyue-mock: {seed: {thing: [{id: 1}]}, rules: [{clock: {at: /sent, within: 5m, else: clock}}]}
paths:
  /a:
    post:
      operationId: a
      x-qiyue-source: {"": stated L1; companion Z2:L3, path: "assumed AB-01"}
      x-qiyue-name: {resource: things, method: create}
      x-qiyue-envelope: null
      x-qiyue-errors: null
      x-qiyue-signature: null
      x-qiyue-timeout: null
      x-qiyue-quota: null
      x-qiyue-safety: {live: write, idempotent: false}
      x-qiyue-pagination: {style: page, items: /rows, page: "query:p", size: "query:s", first: 0, total: /n}
      x-qiyue-upload: {address: /url, result: /key, method: PUT, content-type: /type, file-name: /name}
      x-qiyue-mock:
        store: thing
        do: create
        scope: "header:Set"
        key: {at: /id, make: id19-text, prefix: t_}
        rules: [{exists: {at: /owner, in: thing, else: not-found}}, {page: {over: cap}}]
      parameters:
        - {name: S, in: header, schema: {}, x-qiyue-scope: {client: true, env: SET, name: set_id}, x-qiyue-name: a_set}
      x-qiyue-dispatch:
        field: /method
        cases:
          x.y: {operationId: b, request: {type: object}, answer: {}, x-qiyue-source: stated L4, x-qiyue-safety: read}
      responses: {"200": {description: ok, x-qiyue-source: sample L5}}
components:
  schemas:
    A: {x-qiyue-time: {format: "yyyy-MM-ddTHH:mm", zone: UTC}, x-qiyue-sensitive: true, x-qiyue-name: A1}
    B: {type: integer, x-qiyue-time: {epoch: ms}}
  securitySchemes:
    s:
      type: apiKey
      in: query
      name: t
      x-qiyue-token:
        operation: b
        request: {/id: client_id}
        token: /token
        lifetime: {seconds: 7200}
        renew-on: [bad-credential]
        early: 60
      x-qiyue-scope: {env: TOKEN}
"""


def test_the_whole_vocabulary_is_taken() -> None:
    assert said(GOOD) == []


@pytest.mark.parametrize("odd", [None, [], "text", 3, {"paths": {"/a": {"get": {"x-qiyue-mock": [1]}}}}])
def test_odd_documents_do_no_harm(odd: Any) -> None:
    loaded = source.read_text("a: 1", "spec.yaml")
    report = Report()
    check(odd, Places.of(loaded.source), report)
    assert len(report.found) == (1 if isinstance(odd, dict) else 0)
