"""Success and failure, said in every way that a document has: what mock, client and suite make of each code.

A table: what the document says, then for each code what the answer is: a success, a kind of failure, or in doubt.
"""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from qiyue import contract
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import judge
from qiyue.diagnostics import Severity
from qiyue.drivers import Package, call, call_async, in_memory
from qiyue.examples import Request
from qiyue.pipeline import compile_text
from qiyue.targets import python

SPEC = """
openapi: "3.1.0"
info: {title: Dunlin, version: "1"}
servers: [{url: "https://dunlin.invalid"}]
%s
paths:
  /nests:
    get:
      operationId: nests
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema: {type: object, properties: {code: {type: [integer, string]}, ok: {type: boolean}}}
"""
JSON = {"content-type": "application/json"}
FAILURES = "{code: 1, kind: business}, {code: 2, kind: not-found, status: 404}"
UNKNOWN = "success-unknown"
CASES = {
    "a row": (
        "x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}, FAILURES]}",
        {0: "", 1: "business", 2: "not-found", 7: "business", None: ""},
    ),
    "null": ("x-qiyue-errors: {at: /code, codes: [{code: 0, kind: null}]}", {0: "", 7: "business"}),
    "a text": (
        'x-qiyue-errors: {at: /code, codes: [{code: "0000", kind: success}, {code: "0001", kind: conflict}]}',
        {"0000": "", "0001": "conflict", "x": "business"},
    ),
    "two rows": (
        "x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}, {code: 5, kind: success}, FAILURES]}",
        {0: "", 5: "", 1: "business", 7: "business"},
    ),
    "a test": (
        "x-qiyue-envelope: {answer: {success: {at: /code, is: 0}, code: /code}}\nx-qiyue-errors: {codes: [FAILURES]}",
        {0: "", 1: "business", 2: "not-found", 7: "business"},
    ),
    "a test of something else": (
        "x-qiyue-envelope: {answer: {success: {at: /ok, is: true}, code: /code}}\nx-qiyue-errors: {codes: [FAILURES]}",
        {0: "", 1: "business", 2: "not-found", 7: ""},
    ),
    "failures only": (
        "x-qiyue-errors: {at: /code, codes: [FAILURES]}",
        {1: "business", 2: "not-found", 0: UNKNOWN, None: ""},
    ),
    "a code only": ("x-qiyue-envelope: {answer: {code: /code}}", {0: UNKNOWN, 1: UNKNOWN, None: ""}),
    "one code twice": (
        "x-qiyue-errors: {at: /code, codes: [{code: 0, kind: conflict, status: 409}, {code: 0, kind: success}]}",
        {0: "", 7: "business"},
    ),
    "statuses": (
        "x-qiyue-errors: {at: status, codes: [{code: 201, kind: success}, {code: 404, kind: not-found}]}",
        {0: "", 7: ""},
    ),
    "nothing": ("", {0: "", 7: ""}),
}
ANSWERS = [(said, code, meant) for said, codes in CASES.values() for code, meant in codes.items()]


def spec(said: str) -> str:
    """The document that says this; ``FAILURES`` stands for two rows."""
    return SPEC % said.replace("FAILURES", FAILURES)


def client_of(text: str) -> Package:
    compiled = compile_text(text)
    return in_memory(python.generate(compiled.api, "dunlin", compiled.report), "dunlin")


def answered(code: Any) -> bytes:
    return json.dumps({"ok": True} if code is None else {"ok": True, "code": code}).encode()


@pytest.mark.parametrize(("said", "code", "meant"), ANSWERS)
def test_a_client_tells_success_from_failure(said: str, code: Any, meant: str) -> None:
    package, request = client_of(spec(said)), Request("nests")
    deviations: list[Any] = []
    options: dict[str, Any] = {"on_deviation": deviations.append, "max_retries": 0}
    served = httpx2.MockTransport(lambda _: httpx2.Response(200, content=answered(code), headers=JSON))
    client = package.client(http_client=httpx2.Client(transport=served), **options)
    other = package.async_client(http_client=httpx2.AsyncClient(transport=served), **options)
    if meant in ("", UNKNOWN):
        assert call(package, client, request).ok is True
        assert asyncio.run(call_async(package, other, request)).ok is True
    else:
        with pytest.raises(package.error("ApiError")) as raised:
            call(package, client, request)
        with pytest.raises(package.error("ApiError")) as raised_too:
            asyncio.run(call_async(package, other, request))
        assert (raised.value.kind, raised_too.value.kind) == (meant, meant)  # type: ignore[attr-defined]
    assert [(one.rule, one.pointer) for one in deviations] == ([(UNKNOWN, "/code")] * 2 if meant == UNKNOWN else [])


@pytest.mark.parametrize(("said", "code", "meant"), ANSWERS)
def test_the_oracle_is_of_the_same_mind(said: str, code: Any, meant: str) -> None:
    operation = compile_text(spec(said)).api.operation("nests")
    verdict = judge(operation, ReceivedResponse(200, JSON, answered(code)))
    assert verdict.success is (meant in ("", UNKNOWN))
    assert verdict.success or verdict.kind in (meant, None)


@pytest.mark.parametrize("said", [said for said, _ in CASES.values()])
def test_the_mock_answers_a_success(said: str) -> None:
    assert contract.run(compile_text(spec(said)).api, max_examples=3, phases=("examples", "stateful")).green


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=[*CASES])
def test_a_doubt_is_a_gap(name: str, case: tuple[str, dict[Any, str]]) -> None:
    compiled = compile_text(spec(case[0]))
    python.generate(compiled.api, "dunlin", compiled.report)
    gaps = [found.code for found in compiled.report if found.severity is Severity.GAP]
    assert gaps == ([UNKNOWN] if name in ("failures only", "a code only") else [])


WRONG = {
    "a sample of a failure": (
        "x-qiyue-errors: {at: /code, codes: [{code: 5, kind: success}, {code: 0, kind: business}]}",
        "example: {code: 0}",
    ),
    "a sample of no row": ("x-qiyue-errors: {at: /code, codes: [{code: 5, kind: success}]}", "example: {code: 0}"),
    "a failure without a place": ("x-qiyue-errors: {codes: [{code: 5, kind: business, status: 200}]}", ""),
    "the second of two failures": (
        "x-qiyue-errors: {at: /code, codes: [{code: 4, kind: business}, {code: 5, kind: business, set: {/code: 0}}, "
        "{code: 0, kind: success}]}",
        "",
    ),
}


@pytest.mark.parametrize("target", contract.TARGETS)
@pytest.mark.parametrize(("said", "sample"), WRONG.values(), ids=[*WRONG])
def test_a_failure_that_comes_back_as_a_success_is_red(said: str, sample: str, target: str) -> None:
    text = spec(said).rstrip() + (f"\n              {sample}" if sample else "") + "\n"
    assert not contract.run(compile_text(text).api, target, max_examples=3, phases=("examples", "stateful")).green
