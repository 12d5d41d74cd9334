"""Answers without an envelope, of other media, in other charsets, with codes alone."""

from decimal import Decimal
from typing import Any

import httpx2
import pytest

from qiyue.runtime.answer import read_answer
from qiyue.runtime.errors import ApiError, UndecodableError
from qiyue.runtime.operation import Answer, AnswerEnvelope, CodeRow, Condition, Envelope, Errors, Operation
from qiyue.runtime.steps import Received
from qiyue.runtime.types import Model


class Thing(Model):
    amount: Decimal


def received(content: bytes, status: int = 200, content_type: str = "application/json") -> Received:
    return Received(status, httpx2.Headers({"content-type": content_type} if content_type else {}), content, 0.0)


def operation(*answers: Answer, **other: Any) -> Operation[Any]:
    return Operation(id="get", method="GET", path="/", answers=answers, **other)


JSON = Answer(type=Thing)


TEXT = Answer(content_type="text/plain", type=str)
FILE = Answer(content_type="application/pdf", type=bytes)


@pytest.mark.parametrize(
    ("answers", "got", "data"),
    [
        ((JSON,), received(b'{"amount": 1.10}'), Thing(amount=Decimal("1.10"))),
        ((JSON,), received(b'{"amount": 1.10}', content_type="text/html"), Thing(amount=Decimal("1.10"))),
        ((JSON,), received(b'{"amount": 1.10}', 201), Thing(amount=Decimal("1.10"))),
        ((JSON,), received(b'\xef\xbb\xbf{"amount": 1}', content_type=""), Thing(amount=Decimal(1))),
        ((Answer(status="2XX", content_type="application/hal+json"),), received(b"[1.0]"), [Decimal("1.0")]),
        (
            (Answer(status="default", content_type="text/csv", type=str),),
            received(b"a,b", content_type="text/csv"),
            "a,b",
        ),
        (
            (Answer(content_type="text/plain", type=str),),
            received("票".encode("gbk"), 200, "text/plain; charset=gbk"),
            "票",
        ),
        (
            (Answer(content_type="application/pdf", type=bytes),),
            received(b"{no json", content_type="application/pdf"),
            b"{no json",
        ),
        ((Answer(status="204", content_type=""), JSON), received(b"", 204, ""), None),
        ((), received(b"", 200, ""), None),
        ((), received(b'{"a": 1.0}'), {"a": Decimal("1.0")}),
        ((), received(b"bytes", content_type="image/png"), b"bytes"),
    ],
)
def test_data(answers: tuple[Answer, ...], got: Received, data: Any) -> None:
    response = read_answer(operation(*answers), got)
    assert response.data == data
    assert type(response.data) is type(data)


@pytest.mark.parametrize(
    ("charset", "label", "is_told"),
    [
        ("utf-8", "", False),
        ("utf-8", "UTF-8", False),
        ("utf-8-sig", '"utf-8"', False),
        ("utf-8", "ISO-8859-1", True),
        ("utf-8", "GBK", True),
        ("utf-8", "nonesuch", True),
        ("gb18030", "GB18030", True),
        ("gb18030", "utf-8", True),
        ("gb18030", "", True),
        ("gb18030", "base64", True),
        ("big5", "Big5", True),
        ("utf-16", "utf-16", True),
        ("iso2022_jp", "iso-2022-jp", True),
    ],
)
def test_charset_of_json(charset: str, label: str, is_told: bool) -> None:
    media = f"application/json; charset={label}" if label else "application/json"
    response = read_answer(operation(Answer()), received('{"name": "系統"}'.encode(charset), content_type=media))
    assert response.data == {"name": "系統"}
    assert [one.rule for one in response.deviations] == ["charset"] * is_told


def test_json_in_no_charset_is_an_error() -> None:
    with pytest.raises(UndecodableError, match="charset"):
        read_answer(operation(JSON), received(b'{"a": "\xff"}', content_type="application/json; charset=nonesuch"))


@pytest.mark.parametrize("label", ["gbk", "utf-8", "nonesuch", ""])
def test_text_and_messages_in_chinese(label: str) -> None:
    media = f"text/plain; charset={label}" if label else "text/plain"
    told = "系统维护中"
    assert read_answer(operation(TEXT), received(told.encode("gbk"), content_type=media)).data == told
    for charset in ("gbk", "utf-8"):
        if charset == "utf-8" and label == "gbk":
            continue
        with pytest.raises(ApiError) as caught:
            read_answer(operation(TEXT), received(f"<p>{told}</p>".encode(charset) * 300, 500, media))
        assert caught.value.message.startswith(f"<p>{told}</p>")
        assert "\ufffd" not in caught.value.message


def test_text_in_no_charset_is_an_error_not_a_replacement() -> None:
    with pytest.raises(UndecodableError, match="charset"):
        read_answer(operation(TEXT), received(b"\xff\xff", content_type="text/plain"))


def test_status_that_is_not_declared_is_a_deviation() -> None:
    response = read_answer(operation(JSON), received(b'{"amount": 1.10}', 201))
    assert [(one.rule, one.shape) for one in response.deviations] == [("status", "201")]


ALONE = Errors(at="/code", codes=(CodeRow(code="0000", kind=None), CodeRow(code="1003", kind="bad-signature")))


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b'{"code": "0000", "amount": 1}', None), (b'{"code": "1003"}', "bad-signature"), (b'{"code": "x"}', "business")],
)
def test_codes_alone_tell_success(body: bytes, kind: str | None) -> None:
    asked = operation(JSON, errors=ALONE)
    if kind is None:
        assert read_answer(asked, received(body)).data.amount == 1
        return
    with pytest.raises(ApiError) as caught:
        read_answer(asked, received(body))
    assert caught.value.kind == kind


HAS_CODE = Condition(at="/code", test="in", value=(200, 0))
IS_RIGHT = Condition(
    test="all",
    parts=(
        Condition(at="/success", value=True),
        Condition(
            test="any",
            parts=(Condition(at="/code", test="in", value=(200, 0)), Condition(at="/old", test="present", value=True)),
        ),
        Condition(at="/error", test="present", value=False),
    ),
)


@pytest.mark.parametrize(
    ("body", "success"),
    [
        (b'{"success": true, "code": 200, "amount": 1}', True),
        (b'{"success": true, "code": "200", "amount": 1}', True),
        (b'{"success": true, "old": 1, "amount": 1, "error": null}', True),
        (b'{"success": 1, "code": 200, "amount": 1}', False),
        (b'{"success": true, "code": 500, "amount": 1}', False),
        (b'{"success": true, "code": 200, "amount": 1, "error": {}}', False),
    ],
)
def test_conditions(body: bytes, success: bool) -> None:
    asked = operation(JSON, envelope=Envelope(answer=AnswerEnvelope(success=IS_RIGHT, code="/code")))
    if success:
        assert read_answer(asked, received(body)).data.amount == 1
    else:
        with pytest.raises(ApiError):
            read_answer(asked, received(body))


def test_payload_that_need_not_be_there() -> None:
    envelope = Envelope(answer=AnswerEnvelope(success=Condition(at="/ok", value=True), payload="/data"))
    asked = operation(Answer(type=Thing | None), envelope=envelope)
    assert read_answer(asked, received(b'{"ok": true}')).data is None
    assert read_answer(asked, received(b'{"ok": true, "data": null}')).data is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid-parameter"),
        (401, "bad-credential"),
        (403, "forbidden"),
        (404, "not-found"),
        (409, "conflict"),
        (413, "too-large"),
        (418, "business"),
        (422, "invalid-parameter"),
        (429, "rate-limited"),
        (500, "server"),
        (302, "server"),
    ],
)
def test_kind_by_status(status: int, kind: str) -> None:
    with pytest.raises(ApiError) as caught:
        read_answer(operation(JSON), received(b"", status))
    assert (caught.value.kind, caught.value.status) == (kind, status)
    assert str(caught.value) == f"get: HTTP {status}: {kind}"


def test_code_that_is_the_status() -> None:
    table = Errors(at="status", codes=(CodeRow(code=402, kind="business", advice="top up"),))
    with pytest.raises(ApiError) as caught:
        read_answer(operation(JSON, errors=table), received(b"{}", 402))
    assert (caught.value.code, caught.value.advice) == (402, "top up")


OF_ITS_OWN = Errors(
    codes=(
        CodeRow(code="E1", kind="clock"),
        CodeRow(code="fail", kind="business", at="/data/state", message_at="/data/why", advice="ask them"),
    )
)
WRAPPED = Envelope(
    answer=AnswerEnvelope(
        success=Condition(at="/error", test="present", value=False), code="/error/code", message="/error/text"
    )
)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"data": {"state": "done", "why": "no"}}', None),
        (b'{"data": {"state": "fail", "why": "no paper"}}', ("business", "fail", "no paper", "ask them")),
        (b'{"data": {"state": "fail"}}', ("business", "fail", '{"data": {"state": "fail"}}', "ask them")),
        (b'{"error": {"code": "E1", "text": "late"}}', ("clock", "E1", "late", "")),
    ],
)
def test_a_code_at_a_place_of_its_own(body: bytes, told: tuple[str, ...] | None) -> None:
    asked = operation(Answer(), errors=OF_ITS_OWN, envelope=WRAPPED)
    if told is None:
        assert read_answer(asked, received(body)).code is None
        return
    with pytest.raises(ApiError) as caught:
        read_answer(asked, received(body))
    error = caught.value
    assert (error.kind, error.code, error.message, error.advice) == told
