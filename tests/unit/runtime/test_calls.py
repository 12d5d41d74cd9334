"""Whole calls through both clients: what goes out, what comes back, what is raised, and when it is tried again."""

import logging
import pickle
import re
import traceback
from datetime import date
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import httpx2
import pytest

from qiyue.runtime.errors import (
    ApiError,
    BusinessError,
    ConflictError,
    DeviationError,
    InvalidRequestError,
    NotFoundError,
    RateLimitedError,
    RequestTimeoutError,
    ServerError,
    TransportError,
    UndecodableError,
)
from qiyue.runtime.files import FileInput
from qiyue.runtime.problems import Deviation

from .mini_client import CREATE_VOUCHER, AsyncLedger, Entry, Ledger, State
from .stage import SECRET, START, Stage, answered, refused, wrapped

ONE = '{"id": 1825818122664084104}'
ENTRIES = [{"abstract": "rent", "debit": Decimal("43.50")}]


def create(client: Any) -> Any:
    return client.vouchers.create(voucher_date=date(2024, 3, 15), entries=ENTRIES)


def get(client: Any) -> Any:
    return client.vouchers.get(voucher_id=1)


class TestSending:
    def test_payload_stands_in_the_envelope_with_every_digit(self, stage: Stage) -> None:
        stage.answers = [wrapped(ONE)]
        entries = [Entry(abstract="rent", debit=Decimal("0.10"), rate=Decimal("1.50")), {"abstract": "x", "own": 1}]
        stage.call(lambda client: client.vouchers.create(voucher_date="2024-03-15", entries=entries))
        request = stage.requests[0]
        assert b'"debit":0.10,"rate":"1.50"' in request.content
        assert stage.sent()["data"] == {
            "voucherDate": "2024-03-15",
            "entries": [
                {"abstract": "rent", "debit": Decimal("0.10"), "rate": "1.50"},
                {"abstract": "x", "own": 1},
            ],
        }
        assert str(request.url) == "https://ledger.test/api/vouchers"
        assert request.headers["x-key"] == SECRET
        assert request.headers["content-type"] == "application/json"

    @pytest.mark.parametrize(
        ("given", "sent"), [({}, {}), ({"note": None}, {"note": None}), ({"note": ""}, {"note": ""})]
    )
    def test_null_absent_and_empty_are_three_things(
        self, stage: Stage, given: dict[str, Any], sent: dict[str, Any]
    ) -> None:
        stage.answers = [wrapped(ONE)]
        stage.call(lambda client: client.vouchers.create(voucher_date="2024-03-15", entries=ENTRIES, **given))
        assert {key: value for key, value in stage.sent()["data"].items() if key == "note"} == sent

    def test_fills_are_made_per_call_and_per_attempt(self, stage: Stage) -> None:
        stage.answers = [refused(9, retry_after="3"), wrapped(ONE)]
        stage.call(create)
        first, second = stage.sent(0), stage.sent(1)
        assert UUID(first["call"]).version == 4
        assert first["call"] == second["call"]
        assert (first["at"], second["at"]) == (int(START * 1000), int(stage.now * 1000))
        assert stage.now >= START + 3

    def test_options_of_one_call(self, stage: Stage) -> None:
        stage.answers = [wrapped(ONE)]
        stage.call(
            lambda client: client.vouchers.create(
                voucher_date="2024-03-15",
                entries=ENTRIES,
                timeout=5,
                extra_headers={"X-Trace": "t"},
                extra_query={"debug": True},
                extra_body={"hidden": Decimal("1.0")},
            )
        )
        request = stage.requests[0]
        assert request.headers["x-trace"] == "t"
        assert request.url.query == b"debug=true"
        assert stage.sent()["data"]["hidden"] == Decimal("1.0")
        assert request.extensions["timeout"]["read"] == 5

    @pytest.mark.parametrize("name", ["X-Key", "x-key"])
    def test_a_header_of_the_caller_replaces_the_credential(self, stage: Stage, name: str) -> None:
        stage.answers = [wrapped(ONE)]
        stage.call(
            lambda client: client.vouchers.create(
                voucher_date="2024-03-15", entries=ENTRIES, extra_headers={name: "another"}
            )
        )
        assert stage.requests[0].headers.get_list("x-key") == ["another"]

    def test_credential_is_sent_only_where_required(self, stage: Stage) -> None:
        stage.answers = [answered(b"", 204)]
        assert stage.call(lambda client: client.vouchers.delete(voucher_id=3)) is None
        assert "x-key" not in stage.requests[0].headers

    def test_optional_credential_may_be_missing(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("LEDGER_API_KEY", raising=False)
        stage.answers = [wrapped(ONE)]
        stage.call(get, api_key=None)
        assert "x-key" not in stage.requests[0].headers

    def test_missing_credential_names_argument_and_variable(
        self, stage: Stage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("LEDGER_API_KEY", raising=False)
        with pytest.raises(InvalidRequestError, match=r"api_key= or the environment variable LEDGER_API_KEY") as caught:
            stage.call(create, api_key=None)
        assert caught.value.kind == "missing-credential"
        assert stage.requests == []

    def test_environment_configures(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LEDGER_API_KEY", "from-env")
        monkeypatch.setenv("LEDGER_BASE_URL", "https://env.test")
        stage.answers = [wrapped(ONE)]
        stage.call(get, api_key=None, base_url=None)
        assert stage.requests[0].url.host == "env.test"
        assert stage.requests[0].headers["x-key"] == "from-env"

    @pytest.mark.parametrize(
        ("arguments", "kind", "at", "rule"),
        [
            ({"voucher_date": "2024-03-15"}, "missing-parameter", "/entries", "required"),
            ({"voucher_date": "tomorrow", "entries": ENTRIES}, "invalid-parameter", "/voucherDate", "format"),
            ({"voucher_date": "2024-03-15", "entries": []}, "invalid-parameter", "/entries", "minItems 1"),
            (
                {"voucher_date": "2024-03-15", "entries": [{"abstract": "secret words"}]},
                "invalid-parameter",
                "/entries/0/abstract",
                "maxLength 10",
            ),
            ({"voucher_date": "2024-03-15", "entries": [{}]}, "missing-parameter", "/entries/0/abstract", "required"),
            (
                {"voucher_date": "2024-03-15", "entries": [{"abstract": "a", "debit": Decimal("0.001")}]},
                "invalid-parameter",
                "/entries/0/debit",
                "multipleOf 0.01",
            ),
        ],
    )
    def test_wrong_request_is_refused_before_it_is_sent(
        self, stage: Stage, arguments: dict[str, Any], kind: str, at: str, rule: str
    ) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            stage.call(lambda client: client.vouchers._call(CREATE_VOUCHER, arguments))
        assert caught.value.kind == pickle.loads(pickle.dumps(caught.value)).kind == kind
        assert (at, rule) in {(problem.at, problem.rule) for problem in caught.value.problems}
        assert "secret words" not in str(caught.value)
        assert "tomorrow" not in repr(caught.value)
        assert stage.requests == []


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


class TestFiles:
    @pytest.mark.parametrize(
        ("file", "name", "media"),
        [
            (PNG, b'"file"', b"image/png"),
            (("a.pdf", b"%PDF-1.7"), b'"a.pdf"', b"application/pdf"),
            (("scan", b"?", "image/png"), b'"scan"', b"image/png"),
        ],
    )
    def test_multipart(self, stage: Stage, file: FileInput, name: bytes, media: bytes) -> None:
        stage.answers = [answered(b"%PDF stamped", content_type="application/pdf")]
        assert stage.call(lambda client: client.vouchers.attach(file=file, title="票据")) == b"%PDF stamped"
        body = stage.requests[0].content
        assert b'name="file"; filename=' + name + b"\r\nContent-Type: " + media + b"\r\n\r\n" in body
        assert 'name="title"\r\n\r\n票据\r\n'.encode() in body

    def test_path_and_the_same_bytes_on_a_retry(self, stage: Stage, tmp_path: Path) -> None:
        path = tmp_path / "票.png"
        path.write_bytes(PNG)
        stage.answers = [answered("busy", 503, "text/plain"), answered(b"%PDF", content_type="application/pdf")]
        with path.open("rb") as file:
            stage.call(lambda client: client.vouchers.attach(file=file))
        assert len(stage.requests) == 2
        assert stage.requests[0].content == stage.requests[1].content
        assert 'filename="票.png"'.encode() in stage.requests[0].content

    @pytest.mark.parametrize(
        ("file", "kind"),
        [
            (("a.gif", b"GIF89a"), "invalid-parameter"),
            (("a.txt", b"x"), "invalid-parameter"),
            (("a.png", b"x", "image/bmp"), "invalid-parameter"),
            (("a.png", b"x" * 1001), "too-large"),
            ("a.png", "invalid-parameter"),
            (TextIOWrapper(BytesIO(PNG), "utf-8"), "invalid-parameter"),
        ],
    )
    def test_wrong_file_is_refused(self, stage: Stage, file: Any, kind: str) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            stage.call(lambda client: client.vouchers.attach(file=file))
        assert caught.value.kind == kind
        assert stage.requests == []


class TestAnswers:
    def test_numbers_keep_every_digit(self, stage: Stage) -> None:
        data = (
            '{"id": 1825818122664084104, "total": 0.10000000000000000001,'
            ' "entries": [{"abstract": "a", "debit": 43.50, "rate": "1.10"}], "new": 1E+2}'
        )
        stage.answers = [wrapped(data)]
        voucher = stage.call(get)
        assert voucher.id == 1825818122664084104
        assert str(voucher.total) == "0.10000000000000000001"
        assert (str(voucher.entries[0].debit), str(voucher.entries[0].rate)) == ("43.50", "1.10")
        assert str(voucher.new) == "1E+2"

    def test_what_the_page_does_not_know_survives(self, stage: Stage) -> None:
        data = (
            '{"id": 1, "state": "frozen", "total": "a lot", "voucherDate": "soon", "note": 5,'
            ' "entries": [{"abstract": "a", "debit": []}],'
            ' "extraJson": "[{\\"abstract\\": \\"b\\", \\"debit\\": 1.10}]"}'
        )
        stage.answers = [wrapped(data)]
        response = stage.call(lambda client: client.vouchers.with_raw_response.get(voucher_id=1))
        voucher = response.data
        assert voucher.state == "frozen"
        assert not voucher.state.is_known
        assert State.OPEN.is_known
        assert (voucher.total, voucher.voucher_date, voucher.note) == ("a lot", "soon", 5)
        assert voucher.entries[0].debit == []
        assert str(voucher.extra_json.parsed()[0].debit) == "1.10"
        found = {(one.pointer, one.rule, one.shape) for one in response.deviations}
        assert found >= {
            ("/state", "enum", "text(6)"),
            ("/total", "type", "text(5)"),
            ("/voucherDate", "format", "text(4)"),
            ("/note", "type", "integer"),
            ("/entries/0/debit", "type", "list(0)"),
        }
        assert "a lot" not in repr(response.deviations)

    def test_raw_response(self, stage: Stage) -> None:
        stage.answers = [wrapped('{"id": 1, "total": "5.0", "own": true}')]
        response = stage.call(lambda client: client.vouchers.with_raw_response.get(voucher_id=1))
        assert (response.data.id, response.status, response.code, response.message) == (1, 200, 0, "done")
        assert response.trace == "t-1"
        assert response.headers["Content-Type"] == "application/json"
        assert response.raw.startswith(b'{"ok"')
        assert response.body["ok"] is True
        assert [(one.pointer, one.rule) for one in response.deviations] == [
            ("/own", "unknown-field"),
            ("/total", "type"),
        ]

    def test_limits_do_not_refuse_answers(self, stage: Stage) -> None:
        stage.answers = [wrapped('{"id": 1, "note": "too long for it"}')]
        response = stage.call(lambda client: client.vouchers.with_raw_response.get(voucher_id=1))
        assert response.data.note == "too long for it"
        assert [one.rule for one in response.deviations] == ["maxLength 5"]

    def test_listener_and_strict(self, stage: Stage) -> None:
        heard: list[Deviation] = []
        stage.answers = [wrapped('{"id": 1, "note": "too long for it"}')]
        assert stage.call(get, on_deviation=heard.append).id == 1
        assert [(one.operation, one.pointer, one.rule, one.shape) for one in heard] == [
            ("getVoucher", "/note", "maxLength 5", "text(15)")
        ]
        with pytest.raises(DeviationError, match=r"/note: maxLength 5") as caught:
            stage.call(get, strict=True)
        assert caught.value.deviations == tuple(heard)
        assert b"too long" in caught.value.raw
        assert "too long" not in str(caught.value)


class TestFailures:
    @pytest.mark.parametrize(
        ("answer", "form", "code", "message"),
        [
            (refused(7, "number taken"), ConflictError, 7, "number taken"),
            (refused(11, "gone", 404), NotFoundError, 11, "gone"),
            (refused(99, "who knows"), BusinessError, 99, "who knows"),
            (answered("<h1>Bad  Gateway</h1>", 502, "text/html"), ServerError, None, "<h1>Bad Gateway</h1>"),
            (answered('{"title": "Forbidden", "detail": "no"}', 403, "application/problem+json"), ApiError, None, "no"),
            (answered("{broken", 500), ServerError, None, "{broken"),
            (answered(b"\xff\xfe", 500), ServerError, None, r"\xff\xfe"),
            (answered('{"ok": false, "code": "7", "text": "as text"}'), ConflictError, "7", "as text"),
        ],
    )
    def test_refusal_carries_the_vendors_words(
        self, stage: Stage, answer: Any, form: type[ApiError], code: Any, message: str
    ) -> None:
        stage.answers = [answer]
        with pytest.raises(form) as caught:
            stage.call(get, max_retries=0)
        error = caught.value
        assert (error.code, error.message, error.operation) == (code, message, "getVoucher")
        assert error.raw == answer.content
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), str(copy), copy.kind, copy.status, copy.raw) == (
            type(error),
            str(error),
            error.kind,
            error.status,
            error.raw,
        )
        assert copy.headers["content-type"] == error.headers["content-type"]

    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            (answered("<html>", content_type="text/html"), "text/html"),
            (answered(b""), "empty"),
            (answered('{"ok": true'), "not JSON"),
            (answered('{"ok": true, "data": {"id": NaN}}'), "out of range"),
            (wrapped("null"), "nothing is at /data"),
            (wrapped('{"note": "n"}'), "/id: required"),
            (wrapped('{"id": "seven secret words"}'), "/id: a whole number; came text"),
        ],
    )
    def test_undecodable_success(self, stage: Stage, answer: Any, told: str) -> None:
        stage.answers = [answer]
        with pytest.raises(UndecodableError, match=told) as caught:
            stage.call(get)
        assert caught.value.kind == "undecodable"
        assert caught.value.raw == answer.content
        assert "seven" not in "".join(traceback.format_exception(caught.value))
        assert len(stage.requests) == 1
        assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems

    def test_secrets_are_masked(self, stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        stage.answers = [refused(7, f"key {SECRET} or pass-w0rd is wrong")]
        clients: list[Any] = []

        def call(client: Any) -> Any:
            clients.append(client)
            return client.vouchers.create(
                voucher_date="2024-03-15",
                entries=ENTRIES,
                password="pass-w0rd",
                extra_query={"sign": SECRET},
            )

        with pytest.raises(ConflictError) as caught:
            stage.call(call)
        assert caught.value.message == "key *** or *** is wrong"
        for text in (str(caught.value), repr(caught.value), caplog.text, repr(clients[0]), repr(clients[0]._settings)):
            assert SECRET not in text
            assert "pass-w0rd" not in text
        assert "ledger.test/api/vouchers" in caplog.text


class TestRetries:
    def test_safe_call_is_repeated(self, stage: Stage) -> None:
        stage.answers = [answered("", 503), httpx2.ReadTimeout("slow"), wrapped(ONE)]
        assert stage.call(get).id == 1825818122664084104
        assert len(stage.waits) == 2
        assert 0 <= stage.waits[0] <= 0.5
        assert 0 <= stage.waits[1] <= 1.0

    @pytest.mark.parametrize(
        ("failure", "form"),
        [
            (answered("", 503), ServerError),
            (answered("", 429), RateLimitedError),
            (httpx2.ReadTimeout("slow"), RequestTimeoutError),
            (httpx2.WriteError("broken"), TransportError),
            (httpx2.RemoteProtocolError("broken"), TransportError),
        ],
    )
    def test_unsafe_call_is_not_repeated(self, stage: Stage, failure: Any, form: type[Exception]) -> None:
        stage.answers = [failure]
        with pytest.raises(form):
            stage.call(create)
        assert len(stage.requests) == 1

    @pytest.mark.parametrize("failure", [httpx2.ConnectError("refused"), httpx2.ConnectTimeout("slow"), refused(9)])
    def test_unsafe_call_is_repeated_where_nothing_was_done(self, stage: Stage, failure: Any) -> None:
        stage.answers = [failure, wrapped(ONE)]
        assert stage.call(create).id
        assert len(stage.requests) == 2

    def test_row_forbids(self, stage: Stage) -> None:
        stage.answers = [refused(7, status=503)]
        with pytest.raises(ConflictError):
            stage.call(get)
        assert len(stage.requests) == 1

    @pytest.mark.parametrize(
        ("headers", "wait"),
        [
            ({"retry_after": "7"}, 7.0),
            ({"retry_after": "0"}, 0.0),
            ({"retry_after_ms": "250"}, 0.25),
            ({"retry_after": "Tue, 14 Nov 2023 22:13:30 GMT"}, 9.75),
            ({"retry_after": "Mon, 13 Nov 2023 22:13:30 GMT"}, 0.0),
        ],
    )
    def test_retry_after_is_never_undercut_and_not_the_same_for_all(
        self, stage: Stage, headers: dict[str, str], wait: float
    ) -> None:
        stage.answers = [answered("", 429, **headers), wrapped(ONE)]
        stage.call(get)
        first = stage.waits.pop()
        stage.answers = [answered("", 429, **headers), wrapped(ONE)]
        stage.call(get, random=Random(2), clock=lambda: START)
        assert all(wait <= one <= wait + 0.5 for one in (first, *stage.waits))
        assert [first] != stage.waits

    def test_budget_ends_it(self, stage: Stage) -> None:
        stage.answers = [answered("", 429, retry_after="3600")]
        with pytest.raises(RateLimitedError) as caught:
            stage.call(get)
        assert (stage.waits, caught.value.retry_after) == ([], 3600.0)

    def test_number_of_retries(self, stage: Stage) -> None:
        stage.answers = [answered("", 503)]
        with pytest.raises(ServerError):
            stage.call(lambda client: client.with_options(max_retries=4).vouchers.get(voucher_id=1))
        assert len(stage.requests) == 5

    def test_transport_errors_are_python_errors_too(self, stage: Stage) -> None:
        stage.answers = [httpx2.ConnectError("refused")]
        with pytest.raises(ConnectionError) as lost:
            stage.call(get, max_retries=0)
        assert isinstance(lost.value.__cause__, httpx2.ConnectError)
        stage.answers = [httpx2.ReadTimeout("slow")]
        with pytest.raises(TimeoutError) as late:
            stage.call(get, max_retries=0)
        assert pickle.loads(pickle.dumps(late.value)).kind == "timeout"

    @pytest.mark.parametrize(
        "failure", [httpx2.InvalidURL(SECRET), httpx2.LocalProtocolError(SECRET), httpx2.UnsupportedProtocol(SECRET)]
    )
    def test_what_cannot_be_sent_is_not_tried_again(self, stage: Stage, failure: Exception) -> None:
        stage.answers = [failure]
        with pytest.raises(
            InvalidRequestError, match=rf"cannot be sent \({type(failure).__name__}\) \(ledger"
        ) as caught:
            stage.call(get)
        assert SECRET not in str(caught.value)
        assert len(stage.requests) == 1

    @pytest.mark.parametrize(
        ("location", "named"),
        [("https://elsewhere.test/", "elsewhere.test"), ("/teas", "another path"), ("http://[x", "another path")],
    )
    def test_redirects_are_not_followed(self, stage: Stage, location: str, named: str) -> None:
        stage.answers = [answered("", 302, location=location)]
        with pytest.raises(ServerError, match=rf"a redirect to {re.escape(named)} is not followed"):
            stage.call(get)
        assert [request.url.host for request in stage.requests] == ["ledger.test"]


class TestClient:
    def test_other_options_share_the_connections(self) -> None:
        http = httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(204)))
        client = Ledger(base_url="https://ledger.test", http_client=http)
        resource = client.vouchers
        other = client.with_options(timeout=5, strict=True)
        assert (other._settings.timeout, client._settings.timeout) == (httpx2.Timeout(5), None)
        assert other.vouchers is not resource
        assert other.vouchers.delete(voucher_id=1) is None
        with other:
            pass
        with client:
            pass
        assert not http.is_closed

    @pytest.mark.parametrize("wrong", [{"retries": 1}, {"environment": {}}])
    def test_an_option_that_is_none_is_refused(self, wrong: dict[str, Any]) -> None:
        with Ledger(base_url="https://ledger.test") as client, pytest.raises(TypeError, match=r"with_options\(\) got"):
            client.with_options(**wrong)

    def test_own_connections_are_closed(self) -> None:
        with Ledger(base_url="https://ledger.test") as client:
            http = client._connections.http
            with client.with_options(timeout=1):
                pass
            assert not http.is_closed
        assert http.is_closed

    def test_address_must_be_known(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("LEDGER_BASE_URL", raising=False)
        with pytest.raises(InvalidRequestError, match="LEDGER_BASE_URL"):
            Ledger()
        with pytest.raises(InvalidRequestError, match="http://"):
            AsyncLedger(base_url="ledger.test")

    def test_text_shows_the_address_only(self) -> None:
        client = Ledger(api_key=SECRET, base_url="https://me:pass@ledger.test/v1?k=1")
        assert repr(client) == "<Ledger ledger.test/v1>"
