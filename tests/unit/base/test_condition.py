"""Conditions and codes, as base has them and as the oracle has them: each row is asked of both."""

from decimal import Decimal
from typing import Any

import pytest

from qiyue.api import AnswerEnvelope, Code, Condition, Envelope, ErrorTable, Kind, Operation
from qiyue.base import json as exact
from qiyue.base.condition import code_spots, holds, known_codes, same_code
from qiyue.base.kinds import STATUS_KINDS, kind_of_status
from qiyue.base.where import get
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle import verdict as oracle
from qiyue.mock import condition as mocked
from qiyue.mock.refuse import NATURAL_STATUS

OK = Condition(at="/ok", test="is", value=True)
CASES: tuple[tuple[Condition, Any, bool], ...] = (
    (OK, {"ok": True}, True),
    (OK, {"ok": 1}, False),
    (OK, {}, False),
    (Condition(at="/ok", test="is", value=1), {"ok": True}, False),
    (Condition(at="/ok", test="is", value=1), {"ok": Decimal("1.0")}, True),
    (Condition(at="/ok", test="is", value=200), {"ok": Decimal("200.0")}, True),
    (Condition(at="/ok", test="is", value=200), {"ok": "200"}, False),
    (Condition(at="/code", test="is", value=200), {"code": "200"}, True),
    (Condition(at="/code", test="is", value="200"), {"code": 200}, True),
    (Condition(at="/code", test="is", value="0200"), {"code": 200}, False),
    (Condition(at="/code", test="is", value=1), {"code": True}, False),
    (Condition(at="/code", test="in", value=(0, 200)), {"code": "0"}, True),
    (Condition(at="/code", test="in", value=(0, 200)), {"code": "1"}, False),
    (Condition(at="/other", test="is", value=7), {"other": "7"}, True),
    (Condition(at="/error", test="present", value=False), {"error": None}, True),
    (Condition(at="/error", test="present", value=False), {}, True),
    (Condition(at="/error", test="present", value=False), {"error": {}}, False),
    (Condition(at="/error", test="present", value=True), {"error": None}, False),
    (Condition(at="/error", test="present", value=True), {"error": False}, True),
    (Condition(at="/x", test="is", value=None), {"x": None}, True),
    (Condition(at="/x", test="is", value=None), {}, False),
    (Condition(at="/x", test="is", value=(1, 2)), {"x": [Decimal(1), 2]}, True),
    (Condition(test="all", parts=(OK, Condition(at="/code", test="is", value=0))), {"ok": True, "code": "0"}, True),
    (Condition(test="all", parts=(OK, Condition(at="/code", test="is", value=0))), {"ok": True, "code": 5}, False),
    (Condition(test="any", parts=(OK, Condition(at="/code", test="is", value=0))), {"ok": 1, "code": 0}, True),
    (Condition(test="any", parts=(OK, Condition(at="/code", test="is", value=0))), {"ok": 1}, False),
)
TABLE = ErrorTable(codes=(Code(code=7, kind=Kind.BUSINESS, at="/other"),))
SPOTS = code_spots(TABLE, "/code")


@pytest.mark.parametrize(("condition", "body", "wanted"), CASES, ids=str)
def test_client_and_oracle_agree_on_a_condition(condition: Condition, body: Any, wanted: bool) -> None:
    received = ReceivedResponse(200, {}, exact.dumps(body))
    assert holds(condition, lambda at: get(body, at), SPOTS) is wanted
    assert oracle.matches_condition(condition, received, SPOTS) is wanted


@pytest.mark.parametrize("condition", [condition for condition, _, _ in CASES], ids=str)
def test_the_mock_brings_about_what_the_others_ask_for(condition: Condition) -> None:
    for body in ({}, {"error": {}, "ok": False, "code": 9, "x": 0, "other": 8}, {"error": None}):
        made = mocked.satisfied(condition, body)
        assert mocked.holds(condition, made)
        assert holds(condition, lambda at, made=made: get(made, at))
        assert oracle.matches_condition(condition, ReceivedResponse(200, {}, exact.dumps(made)))


SAME_CODES = [(200, "200"), ("200", 200), (200, Decimal("200.0")), ("a", "a")]
OTHER_CODES = [(True, 1), ("true", True), ("1.0", 1), (None, "None"), (Decimal("1.5"), "1.5")]


@pytest.mark.parametrize(
    ("left", "right", "same"), [*((*pair, True) for pair in SAME_CODES), *((*pair, False) for pair in OTHER_CODES)]
)
def test_a_code_is_its_text(left: Any, right: Any, same: bool) -> None:
    assert same_code(left, right) is same
    received = ReceivedResponse(200, {}, exact.dumps({"code": left}))
    row = Code(code=right, kind=Kind.CONFLICT)
    operation = Operation(
        id="a",
        method="GET",
        path="/a",
        envelope=Envelope(answer=AnswerEnvelope(code="/code")),
        errors=ErrorTable(codes=(row,)),
    )
    assert (oracle.judge(operation, received).kind is Kind.CONFLICT) is same


def test_codes_are_those_of_the_table_and_of_the_test_of_success() -> None:
    success = Condition(test="any", parts=(OK, Condition(at="/code", test="in", value=(0, 200))))
    assert list(known_codes(TABLE, success, SPOTS)) == [7, 0, 200]


ANSWERS = {
    400: "invalid-parameter",
    401: "bad-credential",
    402: "business",
    403: "forbidden",
    404: "not-found",
    405: "unknown-operation",
    406: "business",
    408: "business",
    409: "conflict",
    410: "not-found",
    412: "conflict",
    413: "too-large",
    415: "invalid-parameter",
    418: "business",
    422: "invalid-parameter",
    423: "conflict",
    429: "rate-limited",
    500: "server",
    501: "unknown-operation",
    503: "server",
}


@pytest.mark.parametrize("status", range(300, 600))
def test_client_and_oracle_agree_on_a_bare_status(status: int) -> None:
    received = ReceivedResponse(status, {}, b"")
    verdict = oracle.judge(Operation(id="a", method="GET", path="/a"), received)
    assert not verdict.success
    assert verdict.kind == kind_of_status(status) == ANSWERS.get(status, kind_of_status(status))


def test_the_mock_answers_with_a_status_that_means_the_kind() -> None:
    """A status has one meaning, and several kinds may have one status: what the mock means then is in the header."""
    differing = {kind: status for kind, status in NATURAL_STATUS.items() if kind_of_status(status) != kind}
    assert differing == {
        Kind.MISSING_CREDENTIAL: 401,
        Kind.BAD_SIGNATURE: 401,
        Kind.CLOCK: 401,
        Kind.REPLAY: 401,
        Kind.UNKNOWN_OPERATION: 404,
        Kind.MISSING_PARAMETER: 400,
        Kind.BUSINESS: 422,
    }
    assert set(STATUS_KINDS.values()) <= {str(kind) for kind in NATURAL_STATUS}


def test_the_tables_stand_next_to_each_other() -> None:
    assert {status: str(kind) for status, kind in oracle.BY_STATUS.items()} == STATUS_KINDS
