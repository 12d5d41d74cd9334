"""What a document leaves open is said, and held against nobody; what it says is held against everybody."""

import pytest

from qiyue import contract
from qiyue.api import Answer, Code, ErrorTable, Kind, Operation
from qiyue.contract.generators.size_limit import exceeds_size_limit
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.model.outcome import Outcome
from qiyue.contract.oracle.verdict import has_no_documented_refusal, judge
from qiyue.pipeline import compile_text

HEAD = """
openapi: "3.1.0"
info: {title: Plover, version: "1"}
servers: [{url: "https://plover.invalid"}]
"""
FINE = """
  /fine: {get: {operationId: fine, responses: {"200": {description: fine}, "404": {description: none}}}}
"""
SHOWN = """
  /nests:
    post:
      operationId: nest
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [day], properties: {day: {type: string, format: date}}}
            examples: {good: {value: {day: "2026-01-01"}}, bad: {value: {day: soon}}}
      responses: {"200": {description: fine}}
"""
NONE = """
  /never:
    post:
      operationId: never
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [a], properties: {a: false}}}}
      responses: {"200": {description: fine}}
"""


UNSAID = """
  /flocks:
    post:
      operationId: flock
      parameters: [{name: kind, in: query, required: true, schema: {type: array, items: {type: string}}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {"200": {description: fine}}
"""
CHOICE = """
  /flocks:
    post:
      operationId: flock
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded: {schema: {type: object, required: [a], properties: {a: {type: string}}}}
          application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}
      responses: {"200": {description: fine}}
"""


@pytest.mark.parametrize("paths", [UNSAID, CHOICE])
def test_what_a_client_cannot_say_is_not_held_against_it(paths: str) -> None:
    outcome = contract.run(compile_text(f"{HEAD}paths:{paths}").api, "client", max_examples=20)
    assert list(outcome.reasons()) == []
    assert outcome.tested[0].successes > 3


def run(paths: str, **options: int) -> Outcome:
    api = compile_text(f"{HEAD}paths:{paths}" if paths else f"{HEAD}paths: {{}}").api
    return contract.run(api, **{"max_examples": 2, **options})


def gaps(outcome: Outcome) -> list[tuple[str, str]]:
    return [(gap.operation, gap.message) for gap in outcome.gaps]


def test_an_example_that_breaks_the_spec_is_said() -> None:
    outcome = run(SHOWN)
    assert outcome.green
    assert gaps(outcome) == [("nest", "The example request (bad) breaks the spec: /day (format).")]
    assert outcome.gaps[0].place == "/paths/~1nests/post/requestBody"


def test_an_operation_that_allows_no_request_is_said() -> None:
    outcome = run(NONE + FINE)
    assert outcome.green
    assert ("never", "No request could be made that the spec allows: it was tested with invalid ones only.") in gaps(
        outcome
    )


def test_where_nothing_succeeds_nothing_is_green() -> None:
    assert "No operation ever succeeded." in list(run(NONE).reasons())


def test_a_document_without_operations_is_said() -> None:
    outcome = run("")
    assert outcome.green
    assert gaps(outcome) == [("", "The document has no operations.")]


@pytest.mark.parametrize(("most", "tested"), [(1, 2), (12, 12), (40, 40)])
def test_cases_in_all_are_shared_out(most: int, tested: int) -> None:
    outcome = run(SHOWN + FINE, max_cases=most)
    assert [each.operation for each in outcome.tested] == ["nest", "fine"]
    assert all(each.successes for each in outcome.tested)
    assert 2 <= outcome.cases <= tested


def test_a_body_of_a_thousand_faces_is_tangled() -> None:
    choices = ", ".join(f'{{$ref: "#/components/schemas/T{number}"}}' for number in range(8))
    types = "\n".join(f"    T{number}: {{properties: {{inner: {{oneOf: [{choices}]}}}}}}" for number in range(8))
    body = '{content: {application/json: {schema: {$ref: "#/components/schemas/T0"}}}}'
    path = f'  /deep: {{post: {{operationId: deep, requestBody: {body}, responses: {{"200": {{description: x}}}}}}}}'
    api = compile_text(f"{HEAD}paths:\n{path}{FINE}components:\n  schemas:\n{types}\n").api
    assert [exceeds_size_limit(api, operation) for operation in api.operations] == [True, False]
    outcome = contract.run(api, operations=["deep"])
    assert outcome.green
    assert [gap.check for gap in outcome.gaps] == ["drawn"]


TABLE = ErrorTable(codes=(Code(1, Kind.CLOCK, covers=(Kind.REPLAY,)),))


@pytest.mark.parametrize(
    ("statuses", "errors", "silent", "told"),
    [
        (["200"], None, Kind.BAD_CREDENTIAL, Kind.SERVER),
        (["200", "404"], None, Kind.BAD_CREDENTIAL, Kind.NOT_FOUND),
        (["200", "403"], None, Kind.INVALID_PARAMETER, Kind.MISSING_CREDENTIAL),
        (["200", "422"], None, Kind.CONFLICT, Kind.TOO_LARGE),
        (["200"], TABLE, Kind.BAD_SIGNATURE, Kind.REPLAY),
    ],
)
def test_silence_is_per_kind(statuses: list[str], errors: ErrorTable | None, silent: Kind, told: Kind) -> None:
    operation = Operation("a", "GET", "/a", answers=tuple(map(Answer, statuses)), errors=errors)
    assert has_no_documented_refusal(operation, silent)
    assert told is Kind.SERVER or not has_no_documented_refusal(operation, told)


@pytest.mark.parametrize(("statuses", "success"), [(["302"], True), (["302", "200"], False), (["200"], False)])
def test_a_redirection_is_a_success_where_nothing_else_is(statuses: list[str], success: bool) -> None:
    operation = Operation("a", "GET", "/a", answers=tuple(map(Answer, statuses)))
    assert judge(operation, ReceivedResponse(302, {}, b"")).success is success
