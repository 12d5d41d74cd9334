"""Which answers of a vendor are successes, from its page to the client: told by the page, or by nobody."""

from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

from qiyue.cli.main import run
from qiyue.drivers import Package, call, in_memory
from qiyue.examples import Request
from qiyue.pipeline import compile_file
from qiyue.targets import python
from qiyue.values import FrozenMap

HERE = Path(__file__).parent
PAGE = """# 借书

POST /loan/add

**请求参数:**

|参数名|类型|必填|说明|
|---|---|---|---|
|no|string|是|书号|

{answer}

{codes}
"""
SAMPLE = "**返回示例:**\n\n```json\n%s\n```\n"
FIELDS = "**返回参数:**\n\n|参数名|类型|说明|\n|---|---|---|\n%s\n"
CODES = "## 错误码\n\n|错误码|说明|\n|---|---|\n%s\n"
REFUSED = CODES % "|1001|签名不通过|\n|1002|请求过期|"


def begun(tmp_path: Path, page: str) -> tuple[dict[str, Any], list[Any]]:
    """The spec and the findings that ``init`` writes; ``check`` accepts them."""
    (tmp_path / "page.md").write_text(page, "utf-8")
    assert run(["init", str(tmp_path / "page.md"), "--out", str(tmp_path / "loans")]) == 0
    spec, findings = (
        yaml.safe_load((tmp_path / "loans" / name).read_text("utf-8")) for name in ("openapi.yaml", "findings.yaml")
    )
    return spec, findings["findings"]


TOLD = [
    ("its description", FIELDS % "|code|int|0:成功,其他见错误码|", REFUSED, {0: "success", 1001: "business"}),
    ("a text", FIELDS % '|errCode|string|成功时为 "0"|', REFUSED, {"0": "success", "1001": "business"}),
    ("no list of codes", FIELDS % "|code|int|0:成功|", "", {0: "success"}),
    ("a row", SAMPLE % '{"code": 1}', CODES % "|0|系统错误|\n|1|成功|", {0: "business", 1: "success"}),
    ("a row, not 不成功", SAMPLE % '{"code": 1}', CODES % "|0|不成功|\n|1|成功|", {0: "business", 1: "success"}),
    (
        "a text in the sample",
        SAMPLE % '{"retCode": "0000"}',
        CODES % "|0000|成功|\n|4001|验签|",
        {"0000": "success", "4001": "business"},
    ),
    (
        "the label of a sample",
        SAMPLE.replace("返回示例", "返回示例(成功)") % '{"code": 0}',
        REFUSED,
        {0: "success", 1001: "business"},
    ),
    ("the words in a sample", SAMPLE % '{"code": 0, "msg": "ok"}', REFUSED, {0: "success", 1001: "business"}),
    ("a place inside", SAMPLE % '{"head": {"code": 0, "msg": "ok"}}', REFUSED, {0: "success", 1001: "business"}),
    ("the absence of a code", SAMPLE % '{"loanId": "L1"}', REFUSED, {1001: "business", 1002: "business"}),
    (
        "statuses",
        SAMPLE % '{"loanId": "L1"}',
        CODES % "|400|参数不对|\n|404|没有这本书|\n|429|太快|",
        {400: "invalid-parameter", 404: "not-found", 429: "rate-limited"},
    ),
    (
        "codes like statuses in the body",
        SAMPLE % '{"code": 200, "msg": "ok"}',
        CODES % "|200|成功|\n|404|没有这本书|",
        {200: "success", 404: "business"},
    ),
]


@pytest.mark.parametrize(("answer", "codes", "kinds"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_codes_that_the_page_tells_of(answer: str, codes: str, kinds: dict[Any, str], tmp_path: Path) -> None:
    spec, findings = begun(tmp_path, PAGE.format(answer=answer, codes=codes))
    rows = {row["code"]: row["kind"] for row in spec["x-qiyue-errors"]["codes"]}
    assert rows.items() >= kinds.items()
    assert findings == []


@pytest.mark.parametrize(
    ("answer", "test"),
    [
        (SAMPLE % '{"success": true, "data": null}', {"at": "/success", "is": True}),
        (FIELDS % "|isSuccess|boolean|标识|", {"at": "/isSuccess", "is": True}),
        (FIELDS % "|state|boolean|是否成功|", {"at": "/state", "is": True}),
        (FIELDS % "|failed|boolean|false:成功 true:失败|", {"at": "/failed", "is": False}),
    ],
)
def test_a_flag_of_success(answer: str, test: dict[str, Any], tmp_path: Path) -> None:
    spec, _ = begun(tmp_path, PAGE.format(answer=answer, codes=REFUSED))
    assert spec["x-qiyue-envelope"]["answer"]["success"] == test


@pytest.mark.parametrize("answer", [SAMPLE % '{"code": 0, "data": {}}', FIELDS % "|code|int|结果|", "结果见下。"])
def test_where_nothing_tells_the_rows_stand_in_a_finding(answer: str, tmp_path: Path) -> None:
    spec, findings = begun(tmp_path, PAGE.format(answer=answer, codes=REFUSED))
    assert "x-qiyue-errors" not in spec
    [finding] = findings
    assert all(words in finding["why"] for words in ("1001 签名不通过", "1002 请求过期"))
    assert finding["id"] in spec["info"]["x-qiyue-source"]["success"]


@pytest.mark.parametrize("label", ["订单状态", "Order Status"])
def test_states_are_no_codes(label: str, tmp_path: Path) -> None:
    states = f"## {label}\n\n|状态|说明|\n|---|---|\n|open|借出|\n|back|已还|\n"
    spec, findings = begun(tmp_path, PAGE.format(answer=SAMPLE % '{"status": "open"}', codes=states))
    assert "x-qiyue-errors" not in spec
    assert findings == []


def shops_client(spec: Path) -> Package:
    compiled = compile_file(spec)
    return in_memory(python.generate(compiled.api, "shops", compiled.report), "shops")


@pytest.mark.parametrize(
    ("code", "error"), [(0, ""), (5001, "BusinessError"), (5002, "BusinessError"), (7, "BusinessError")]
)
def test_a_client_of_a_page_knows_success_from_failure(code: int, error: str, tmp_path: Path) -> None:
    assert run(["init", str(HERE / "shops.txt"), "--out", str(tmp_path / "shops")]) == 0
    package = shops_client(tmp_path / "shops" / "openapi.yaml")
    served = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"code": code, "data": []}))
    request = Request("postOpenShopQuery", content_type="application/json", body=FrozenMap({"shopNo": "S1"}))
    with package.client(base_url="https://shops.invalid", http_client=httpx2.Client(transport=served)) as client:
        if error:
            with pytest.raises(package.error(error)) as raised:
                call(package, client, request)
            assert raised.value.code == code  # type: ignore[attr-defined]
        else:
            assert call(package, client, request).code == 0
