"""Faults on request: by a header, by rules."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from qiyue.base import json
from qiyue.mock import app, chaos, running

SPEC = """
x-qiyue-errors:
  at: /code
  codes:
    - {code: 7, kind: server, status: 503, message: 稍后再试}
    - {code: 8, kind: rate-limited, status: 429}
x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code, message: /msg}}
paths:
  /a: {get: {operationId: a, responses: &answers {"200": {description: x, content: {application/json: {
    schema: {type: object, required: [code], properties: {code: {type: integer}, msg: {type: string}}},
    example: {code: 0, msg: 好的}}}}}}}
  /b: {get: {operationId: b, responses: *answers}}
"""


def reasons(served: Any, paths: str) -> list[str]:
    return [served.reason("GET", f"/{path}").partition(" ")[0] for path in paths]


@pytest.mark.parametrize(
    ("rules", "paths", "told"),
    [
        ([{"fault": "server"}], "ab", ["server", "server"]),
        ([{"fault": "server", "operation": "b"}], "abb", ["", "server", "server"]),
        ([{"fault": "server", "first": 2}], "abab", ["server", "server", "", ""]),
        ([{"fault": "server", "every": 3}], "aaaaaa", ["", "", "server", "", "", "server"]),
        ([{"fault": "server", "operation": "a", "every": 2}], "abaa", ["", "", "server", ""]),
        ([{"fault": "server", "share": 0}], "aaaa", [""] * 4),
        ([{"fault": "server", "share": 1}], "aa", ["server"] * 2),
        ([{"fault": "business", "first": 1}, {"fault": "server", "every": 2}], "aaa", ["business", "server", ""]),
        ([], "ab", ["", ""]),
    ],
)
def test_rules(serve: Callable[..., Any], rules: Any, paths: str, told: list[str]) -> None:
    assert reasons(serve(SPEC, faults=rules), paths) == told


def test_a_share_is_the_same_under_a_seed(serve: Callable[..., Any]) -> None:
    rules = [{"fault": "server", "share": 0.5}]
    first, again, other = (reasons(serve(SPEC, faults=rules, seed=seed), "a" * 64) for seed in (1, 1, 2))
    assert first == again != other
    assert 16 < first.count("server") < 48


def test_a_fault_that_is_a_kind_is_the_vendors_own_refusal(serve: Callable[..., Any]) -> None:
    answer = serve(SPEC).client.get("/a", headers={"X-Qiyue-Fault": "server"})
    assert (answer.status_code, answer.json()) == (503, {"code": 7, "msg": "稍后再试"})
    limited = serve(SPEC).client.get("/a", headers={"X-Qiyue-Fault": "rate-limited 2.5"})
    assert (limited.status_code, limited.headers["retry-after"]) == (429, "3")


def test_faults_of_the_wire(serve: Callable[..., Any]) -> None:
    with running(app(serve(SPEC).api)) as base_url:
        assert httpx2.get(f"{base_url}/a", headers={"X-Qiyue-Fault": "slow 0.001"}).json() == {"code": 0, "msg": "好的"}
        with pytest.raises(httpx2.RemoteProtocolError):
            httpx2.get(f"{base_url}/a", headers={"X-Qiyue-Fault": "cut"})
        garbage = httpx2.get(f"{base_url}/a", headers={"X-Qiyue-Fault": "garbage"})
    with pytest.raises(json.JsonError):
        json.loads(garbage.content)


@pytest.mark.parametrize("word", ["", "broken", "timeout", "slow soon", "slow -1", "slow inf", "slow nan"])
def test_a_header_that_names_no_fault_is_told(serve: Callable[..., Any], word: str) -> None:
    told = serve(SPEC).reason("GET", "/a", headers={"X-Qiyue-Fault": word})
    assert told == "invalid-parameter header:x-qiyue-fault fault"


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({}, "must be a list"),
        ([{"fault": "brokne"}], "/0/fault"),
        ([{"operation": "a"}], "/0"),
        ([{"fault": "cut", "evry": 2}], "did you mean every?"),
        ([{"fault": "cut", "every": 0}], "/0/every"),
        ([{"fault": "slow", "seconds": 3601}], "/0/seconds"),
        ([{"fault": "cut", "operation": "addThings"}], "did you mean addThing?"),
    ],
)
def test_rules_that_cannot_be_meant(rules: Any, told: str) -> None:
    found = list(chaos.wrong(rules, frozenset({"addThing", "a"})))
    assert any(told in f"{each.pointer} {each.sentence} {each.hint}" for each in found), found
