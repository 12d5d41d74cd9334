"""Clients that others wrote, against running mocks: a Java client's habits, and plain ``requests``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from qiyue.base import json
from qiyue.config import load_project
from qiyue.mock import app, running
from qiyue.pipeline import compile_edition

PROJECT = load_project(Path(__file__).parents[2])
SET = 796501038579388980
"""The account set in which the mock's vouchers are."""
AUXILIARY = {
    "customer": {"telPhone": "12012345678"},
    "vendor": {"address": "江城市临江路 1 号"},
    "employee": {"gender": "MALE", "birthDate": "1990-05-01"},
    "department": {"leader": "林溪"},
    "organization": {"address": "江城市临江路 2 号"},
    "project": {"startDate": "2026-01-01"},
    "stocks": {"unit": "个"},
}


class Gson:
    """Writes as the vendor's own client does: ids and money as numbers, nothing for null, a content type always."""

    def __init__(self, base: str, **headers: str) -> None:
        usual = {"F-API-KEY": "AK", "Content-Type": "application/json", "Accept": "application/json"}
        self._base, self._headers = f"{base}/api", {**usual, **headers}

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Give what the envelope says of a call."""
        content = None if body is None else json.dumps(numbers(body))
        answer = httpx2.request(method, self._base + path, content=content, headers=self._headers)
        return json.loads(answer.content)

    def done(self, method: str, path: str, body: Any = None) -> Any:
        """Give the data of a call that succeeds."""
        answer = self.send(method, path, body)
        assert (answer["success"], answer["code"]) == (True, 200), (method, path, answer)
        return answer.get("data")


def numbers(value: Any) -> Any:
    """Write every long id as a number."""
    if isinstance(value, dict):
        return {name: numbers(one) for name, one in value.items()}
    if isinstance(value, list):
        return [numbers(one) for one in value]
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) > 15 else value


@pytest.fixture(scope="module", name="fenxi")
def _fenxi() -> Iterator[str]:
    with running(app(compile_edition(PROJECT.edition("fenxi")).api)) as base:
        yield base


@pytest.fixture(scope="module", name="zhangxiaoer")
def _zhangxiaoer() -> Iterator[str]:
    with running(app(compile_edition(PROJECT.edition("zhangxiaoer")).api)) as base:
        yield base


def test_account_sets_need_no_account_set(fenxi: str) -> None:
    gson = Gson(fenxi)
    found = gson.done("GET", "/account-sets?companyName=%E6%B5%8B&page=1&pageSize=10&showStop=false")
    assert (found["page"], found["pageSize"], found["results"]) == (1, 10, [])
    gson.done("POST", "/account-sets", {"companyName": "竹影公司", "enableDate": "2026-01-01", "encoding": [4, 2, 2]})
    assert gson.done("GET", "/account-sets?companyName=%E7%AB%B9%E5%BD%B1&page=1&pageSize=10")["total"] == 1
    assert gson.send("GET", "/subject")["success"] is False


@pytest.mark.parametrize("headers", [{"F-API-KEY": ""}, {"Other": "AK"}])
def test_a_bad_key_is_a_status_of_the_four_hundreds(fenxi: str, headers: dict[str, str]) -> None:
    assert 400 <= httpx2.get(f"{fenxi}/api/account-sets", headers=headers).status_code < 500


@pytest.mark.parametrize("group", AUXILIARY)
def test_auxiliary_data_are_saved_with_numbers_for_ids(fenxi: str, group: str) -> None:
    gson = Gson(fenxi, accountSetId=str(SET))
    before = gson.done("GET", f"/{group}?page=1&pageSize=20")["total"]
    gson.done("POST", f"/{group}", {"code": "Z9", "name": "新的", "enable": True, **AUXILIARY[group]})
    page = gson.done("GET", f"/{group}?page=1&pageSize=20")
    made = page["results"][-1]
    assert (page["total"], made["name"], type(made["id"])) == (before + 1, "新的", str)
    gson.done("POST", f"/{group}", {**made, "name": "改过的", "createTime": "2026-01-01T10:00:00"})
    assert gson.done("GET", f"/{group}?page=1&pageSize=20")["results"][-1]["name"] == "改过的"
    gson.done("DELETE", f"/{group}/{made['id']}")
    assert gson.done("GET", f"/{group}?page=1&pageSize=20")["total"] == before


def test_a_voucher_from_creation_to_deletion(fenxi: str) -> None:
    gson = Gson(fenxi, accountsetid=str(SET))
    subject = gson.done("GET", "/subject")[0]["id"]
    line = {"summary": "购买打印纸", "subjectId": subject, "num": 0, "price": json.loads("0.00"), "exchangeRate": 1}
    amount = json.loads("100.50")
    details = [{**line, "debitAmount": amount, "originalAmount": amount}, {**line, "creditAmount": amount}]
    made = gson.done("POST", "/voucher", {"word": "记", "voucherDate": "2026-03-18", "details": details})
    kept = gson.done("GET", f"/voucher/{made['id']}")
    assert (kept["accountSetsId"], kept["year"], kept["month"]) == (str(SET), 2026, 3)
    assert (str(kept["debitAmount"]), kept["details"][0]["originalAmount"]) == ("100.50", "100.50")
    changed = gson.done("PUT", "/voucher", {**kept, "remark": "改过的", "createDate": "2026-03-18T10:00:00"})
    assert changed["remark"] == "改过的"
    query = {"accountSetsId": SET, "codeStart": 1, "minAmount": 100, "subjectId": subject, "page": 1, "pageSize": 20}
    assert made["id"] in [one["id"] for one in gson.done("POST", "/voucher/list", query)["results"]]
    gson.done("POST", "/voucher/delete", [kept])
    assert gson.send("GET", f"/voucher/{made['id']}")["success"] is False


RECOGNIZE = """
import io, requests
data = {"account_id": "acc_123456"}
files = {"file": ("tea.pdf", io.BytesIO(b"%PDF-1.4"), "application/pdf")}
response = requests.post(BASE + "/api/v2/invoice/recognize", headers=HEADERS, files=files, data=data)
"""
UNNAMED = """
import io, requests
data = {"account_id": "acc_123456"}
file = io.BytesIO(b"%PDF-1.4")
file.name = "/tmp/tea.pdf"
response = requests.post(BASE + "/api/v2/invoice/recognize", headers=HEADERS, files={"file": file}, data=data)
"""
CREATE = """
import requests
entries = [{"abstract": "a", "account_code": "560203", "debit": 500.00, "credit": 0},
           {"abstract": "b", "account_code": "1002", "debit": 0, "credit": 500.00}]
payload = {"account_id": "acc_123456", "date": "2024-03-15", "entries": entries}
headers = {**HEADERS, "Content-Type": "application/json"}
response = requests.post(BASE + "/api/v2/voucher/create", headers=headers, json=payload)
"""
LIST = """
import requests
response = requests.get(BASE + "/api/v2/accounts/list", headers={**HEADERS, "Content-Type": "application/json"})
"""
REPORT = """
import requests
asked = {"account_id": "acc_123456", "start_date": "2024-01-01", "end_date": "2024-03-31"}
response = requests.get(BASE + "/api/v2/report/profit", headers=HEADERS, params=asked)
"""


@pytest.mark.parametrize(
    ("program", "members"),
    [
        (RECOGNIZE, {"invoice_id", "amount", "category", "entries"}),
        (UNNAMED, {"invoice_id", "amount", "category", "entries"}),
        (CREATE, {"voucher_id", "voucher_no"}),
        (LIST, {"accounts"}),
        (REPORT, {"report_data", "period"}),
    ],
)
@pytest.mark.parametrize("header", ["Authorization", "authorization"])
def test_plain_requests(zhangxiaoer: str, program: str, members: set[str], header: str) -> None:
    names: dict[str, Any] = {"BASE": zhangxiaoer, "HEADERS": {header: "Bearer sk_live_demo"}}
    exec(program, names)  # as a reader of the page would write it
    assert names["response"].status_code == 200, names["response"].text
    assert names["response"].json().keys() == members
