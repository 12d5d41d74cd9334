from typing import Any

import pytest

from qiyue.api import Answer, AnswerEnvelope, Code, Condition, Envelope, ErrorTable, Kind, Operation
from qiyue.contract.http.response import ReceivedResponse
from qiyue.contract.oracle.verdict import judge

SUCCESS = Condition(
    test="all", parts=(Condition("/success", "is", value=True), Condition("header:X-State", "in", value=("ok", "fine")))
)
IN_200 = Operation(
    "a",
    "POST",
    "/a",
    envelope=Envelope(answer=AnswerEnvelope(success=SUCCESS, code="/code", message="/msg")),
    errors=ErrorTable(
        codes=(
            Code(200, None),
            Code(1003, Kind.BAD_SIGNATURE, covers=(Kind.CLOCK,)),
            Code("fail", Kind.BUSINESS, at="/data/state", message_at="/data/why"),
        )
    ),
)
BY_STATUS = Operation("b", "GET", "/b", answers=(Answer("200"), Answer("4XX")))
SILENT = Operation("c", "GET", "/c", answers=(Answer("200"),))


def received(status: int, content: bytes, state: str = "ok") -> ReceivedResponse:
    return ReceivedResponse(status, {"x-state": state}, content)


@pytest.mark.parametrize(
    ("operation", "answer", "wanted"),
    [
        (IN_200, received(200, b'{"success": true, "code": 200}'), (True, None, True)),
        (IN_200, received(200, b'{"success": true, "code": 200}', "bad"), (False, None, True)),
        (IN_200, received(500, b'{"success": true, "code": 200}'), (False, None, True)),
        (IN_200, received(200, b'{"success": false, "code": 1003, "msg": "no"}'), (False, Kind.BAD_SIGNATURE, True)),
        (IN_200, received(200, b'{"success": true, "code": 1003}'), (False, Kind.BAD_SIGNATURE, True)),
        (IN_200, received(200, b'{"success": false, "code": "1003"}'), (False, Kind.BAD_SIGNATURE, True)),
        (IN_200, received(200, b'{"success": 1, "code": 7}'), (False, None, False)),
        (
            IN_200,
            received(200, b'{"success": true, "code": 200, "data": {"state": "fail"}}'),
            (False, Kind.BUSINESS, True),
        ),
        (IN_200, received(200, b"<html>"), (False, None, False)),
        (BY_STATUS, received(204, b""), (True, None, True)),
        (BY_STATUS, received(404, b""), (False, Kind.NOT_FOUND, True)),
        (BY_STATUS, received(503, b""), (False, Kind.SERVER, False)),
        (SILENT, received(401, b""), (False, Kind.BAD_CREDENTIAL, True)),
    ],
)
def test_verdict(operation: Operation, answer: ReceivedResponse, wanted: tuple[Any, ...]) -> None:
    verdict = judge(operation, answer)
    assert (verdict.success, verdict.kind) == wanted[:2]
    if wanted[1] is not None or verdict.success:
        assert verdict.documented is wanted[2]


def test_a_verdict_says_it_in_words() -> None:
    verdict = judge(IN_200, received(200, b'{"success": false, "code": 1003, "msg": "sign"}'))
    assert str(verdict) == "bad-signature (code 1003: sign)"
    assert verdict.covers == (Kind.CLOCK,)
