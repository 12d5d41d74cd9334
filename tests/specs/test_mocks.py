"""What the mocks of single vendors do beyond answering: reports that add up, failures in the vendor's own forms."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from qiyue.api import Api
from qiyue.base import json
from qiyue.base.signature import sign
from qiyue.config import load_project
from qiyue.mock import SECRET, app
from qiyue.pipeline import compile_edition

PROJECT = load_project(Path(__file__).parents[2])
NOW = 1_773_797_400  # 2026-03-18 09:30:00 +08:00


@cache
def api(edition: str) -> Api:
    return compile_edition(PROJECT.edition(edition)).api


def served(edition: str) -> TestClient:
    return TestClient(app(api(edition), clock=lambda: NOW), headers={"Authorization": "Bearer key"})


def voucher(account_id: str, date: str, code: str, amount: str) -> str:
    entries = f"""[{{"abstract": "a", "account_code": "{code}", "debit": {amount}, "credit": 0}},
                   {{"abstract": "b", "account_code": "1002", "debit": 0.00, "credit": {amount}}}]"""
    return f'{{"account_id": "{account_id}", "date": "{date}", "entries": {entries}}}'


def report(client: TestClient, **changed: str) -> Any:
    asked = {"account_id": "acc_123456", "start_date": "2026-01-01", "end_date": "2026-03-31", **changed}
    return json.loads(client.get("/api/v2/report/profit", params=asked).content)


def test_reports_add_up_from_the_vouchers_of_account_set_and_period() -> None:
    client = served("zhangxiaoer")
    assert report(client)["report_data"] == {"rows": [], "total": {"debit": 0, "credit": 0}}
    for account_id, date, code, amount in [
        ("acc_123456", "2025-12-31", "560203", "1000"),
        ("acc_123456", "2026-01-01", "560203", "10.10"),
        ("acc_123456", "2026-03-31", "560203", "20.20"),
        ("acc_123456", "2026-03-31", "6602", "0.03"),
        ("acc_789012", "2026-02-01", "560203", "7"),
    ]:
        content = voucher(account_id, date, code, amount)
        answer = client.post("/api/v2/voucher/create", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code == 200, answer.text
    found = report(client)
    assert [(row["account_code"], str(row["debit"]), str(row["credit"])) for row in found["report_data"]["rows"]] == [
        ("560203", "30.30", "0"),
        ("1002", "0.00", "30.33"),
        ("6602", "0.03", "0"),
    ]
    assert {name: str(value) for name, value in found["report_data"]["total"].items()} == {
        "debit": "30.33",
        "credit": "30.33",
    }
    assert found["period"] == {"start_date": "2026-01-01", "end_date": "2026-03-31"}
    assert report(client, account_id="acc_789012")["report_data"]["total"] == {"debit": 7, "credit": 7}
    assert report(client, account_id="acc_0")["error"]["code"] == 404


UPDATE = {"method": "invoice.update", "order_bn": "DD2024010001", "shop_id": "1", "invoice_no": "00012051"}


def refusal(code: str, message: str) -> dict[str, Any]:
    return {"error_response": {"code": code, "msg": message}}


SYSTEM = refusal("e000001", "system params lost or error")
APPLICATION = refusal("e000006", "application params error")
NOT_TO_UPDATE = {"response": {"rsp": "fail", "msg": "发票不存在或不可更新"}}


def signed_call(edition: str, changed: dict[str, str | None], secret: str = SECRET) -> Callable[[TestClient], Any]:
    """Give a call with the system parameters filled in; ``None`` leaves a parameter out."""
    system = {"flag": "demo", "ver": "1", "charset": "utf-8", "type": "json", "timestamp": str(NOW)}
    sent = {name: value for name, value in {**system, **changed}.items() if value is not None}
    rule = api(edition).signature
    assert rule
    sent = {**sent, "sign": sign(rule, sent, secret)}
    return lambda client: client.post("/index.php/openapi/rpc/service/", data=sent).json()


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({}, {"response": {"msg": "success", "message": "更新成功"}}),
        ({"order_bn": "DD2024010003"}, NOT_TO_UPDATE),
        ({"order_bn": "DD2024010004"}, NOT_TO_UPDATE),
        ({"order_bn": "DD0"}, NOT_TO_UPDATE),
        ({"invoice_no": None}, APPLICATION),
        ({"method": "invoice.getList", "page_no": "x"}, APPLICATION),
        ({"flag": None}, SYSTEM),
        ({"method": None}, SYSTEM),
        ({"timestamp": None}, SYSTEM),
        ({"timestamp": None, "invoice_no": None}, SYSTEM),
        ({"timestamp": str(NOW - 3601)}, refusal("e000008", "refer server time invalid")),
        ({"method": "invoice.getInvoice"}, refusal("e000003", "class or method not exist")),
    ],
)
def test_codes_depend_on_the_parameter_and_stand_where_the_server_writes_them(
    changed: dict[str, str | None], answer: Any
) -> None:
    client = served("shopex-oms-deployed")
    assert signed_call("shopex-oms-deployed", {**UPDATE, **changed})(client) == answer


def test_what_a_method_wants_is_checked_after_the_signature() -> None:
    call = signed_call("shopex-oms-deployed", {**UPDATE, "invoice_no": None}, "another key")
    assert call(served("shopex-oms-deployed"))["error_response"]["code"] == "e000002"


def test_a_signature_is_refused_for_an_hour() -> None:
    now = [float(NOW)]
    client = TestClient(app(api("shopex-oms-deployed"), clock=lambda: now[0]))
    call = signed_call("shopex-oms-deployed", {**UPDATE, "timestamp": str(NOW + 3500)})
    answers = [call(client)]
    for now[0] in (NOW + 1, NOW + 3600, NOW + 3601):
        answers.append(call(client))
    assert ["error_response" in answer for answer in answers] == [False, True, True, False]
    assert answers[1] == refusal("e000009", "repeat request invalid")
