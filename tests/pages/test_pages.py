"""Pages of invented vendors, as Markdown, columns by spaces, copied from a browser, HTML: from page to project."""

import json
from pathlib import Path

import pytest

from qiyue import pages
from qiyue.cli.main import run

HERE = Path(__file__).parent
PAGES = ("parcels.md", "shops.txt", "meters.html", "petrel.md", "loon.txt", "plover.html")


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was begun with a page, and is the working folder; the page lies above it."""
    page = tmp_path / request.param
    page.write_bytes((HERE / request.param).read_bytes())
    assert run(["init", str(page), "--out", str(tmp_path / "vendor")]) == 0
    monkeypatch.chdir(tmp_path / "vendor")
    return page


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = run([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("project", PAGES, indirect=True)
def test_a_skeleton_generates_and_checks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate"]) == 0, project
    code, said = answer(capsys, "check")
    assert (code, said["diagnostics"]) == (0, [])


@pytest.mark.parametrize("project", PAGES, indirect=True)
def test_the_page_is_locked_and_read_and_nothing_is_confirmed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (account,) = answer(capsys, "coverage")[1]["pages"]  # type: ignore[misc]
    segments = len(pages.segments(pages.read(project)))
    assert account["segments"] == segments
    assert sum(account["cited"].values()) > segments / 3
    assert account["confirmed"] == sum(account["skipped"].values()) < account["covered"]
    code, said = answer(capsys, "check", "--evidence")
    assert code == 1
    assert {each["code"] for each in said["diagnostics"]} >= {"draft-evidence"}  # type: ignore[index, attr-defined]


@pytest.mark.parametrize("project", PAGES, indirect=True)
def test_a_person_confirms_by_taking_the_word_away(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = project.parent / "vendor" / "openapi.yaml"
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("draft ", ""), "utf-8")
    (account,) = answer(capsys, "coverage")[1]["pages"]  # type: ignore[misc]
    assert account["confirmed"] == account["covered"] > sum(account["skipped"].values())
    (edition,) = answer(capsys, "check", "--todo")[1]["editions"]  # type: ignore[misc]
    assert (edition["drafts"], edition["todo"]) == (0, [])


@pytest.mark.parametrize("project", PAGES, indirect=True)
def test_the_same_page_has_not_drifted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "drift", "vendor", str(project))
    assert (code, said["drift"]) == (0, [])


@pytest.mark.parametrize(
    ("project", "old", "new", "subject"),
    [
        ("parcels.md", "at most 30", "at most 25", "weight_kg"),
        ("parcels.md", "| string | no | City", "| string | yes | City", "receiver.city"),
        ("parcels.md", "`express`", "`express`, `night`", "service"),
        ("parcels.md", "| 1003 |", "| 1004 |", "1004"),
        ("parcels.md", '"state": "moving"', '"state": 3', "/state"),
        ("shops.txt", "最多100条", "最多50条", "pageSize"),
        ("shops.txt", "门店编号\npageSize", "门店编号\ncity\tString\t否\t\t城市\npageSize", "city"),
        ("shops.txt", "/open/shop/query", "/open/shop/find", "/open/shop/find"),
        ("meters.html", "maximum&nbsp;500", "maximum 400", "limit"),
        ("meters.html", "kWh / MWh", "kWh / MWh / GWh", "unit"),
        ("meters.html", '"estimated": false', '"state": "ok"', "/readings/0/state"),
        ("petrel.md", "not exceed 50,000", "not exceed 40,000", "L21 maximum"),
        ("petrel.md", "`bank`, `wallet`", "`bank`", "enum/wallet"),
        ("petrel.md", "- `email` (string)", "- `email` (string, required)", "`customer.email` is required now"),
        ("petrel.md", "max 80", "max 60", "customer.name"),
        (
            "petrel.md",
            "Where the receipt goes.\n",
            "Where the receipt goes.\n  - `phone` (string): Mobile.\n",
            "customer.phone",
        ),
        ("petrel.md", "{id}/events`", "{id}/history`", "/payments/{id}/history"),
        ("petrel.md", "### `GET", "### `DELETE", "DELETE"),
        ("petrel.md", "bad_key", "wrong_key", "wrong_key"),
        ("petrel.md", "`201 Created`", "`202 Accepted`", "`201` is now called `202`"),
        ("petrel.md", 'rowspan="2">string', 'rowspan="2">integer', "`status` type"),
        ("petrel.md", '"status": "pending"', '"status": {"code": 1}', "`/status` type"),
        ("loon.txt", "String(32)    Y", "String(32)    N", "`ref_no` is no longer required"),
        ("loon.txt", "E1002    Expired", "E1003    Expired", "E1003"),
        ("loon.txt", "300 seconds", "60 seconds", "E1002"),
        ("loon.txt", "30 seconds", "60 seconds", "Timeout"),
        ("loon.txt", "shipment/query", "shipment/find", "/gateway/shipment/find"),
        ("plover.html", "String(80)", "String(100)", "`buyer.name` maxLength 80"),
        ("plover.html", "最多8行", "最多100行", "`items` maxItems"),
        ("plover.html", "goodsName", "itemName", "items[].itemName"),
        ("plover.html", "02：普票", "02：普票，03：电子", "`03` is new"),
        ("plover.html", ">POST<", ">PUT<", "PUT"),
    ],
    indirect=["project"],
)
def test_a_changed_page_is_told(
    project: Path, old: str, new: str, subject: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = project.read_text("utf-8")
    assert text.count(old) == 1
    project.write_text(text.replace(old, new), "utf-8")
    code, said = answer(capsys, "drift", "vendor", str(project))
    assert code == 1
    assert subject in json.dumps(said["drift"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("project", "old", "new"),
    [
        ("parcels.md", "\n\n", "\n\n\n"),
        ("parcels.md", "| ", "|   "),
        ("parcels.md", "------", "---"),
        ("parcels.md", "\n", "\r\n"),
        ("shops.txt", "更新时间:2025-06-01 10:00", "更新时间:2026-01-02 11:30"),
        ("shops.txt", ",", "\uff0c"),
        ("shops.txt", "1. ", "(1) "),
        ("meters.html", "<td>", "<td class='c'>"),
        ("meters.html", "Last updated 2025-02-10", "Last updated 2026-03-11"),
        ("meters.html", "</tr>\n", "</tr>"),
        ("petrel.md", "updated: 2025-04-01", "updated: 2026-04-01"),
        ("petrel.md", "**Body**", "### Request body"),
        ("petrel.md", "- `", "* `"),
        ("petrel.md", "payment — `POST", "payment: `POST"),
        ("petrel.md", "(decimal, required)", "(`decimal`, required)"),
        ("petrel.md", "  <tr><td>id</td><td>", "  <tr>\n    <td>id</td>\n    <td>"),
        ("loon.txt", "Field          Type          Description", "Field                Type               Description"),
        ("loon.txt", " ", "\u00a0"),
        ("loon.txt", "3. Return codes", "4. Return codes"),
        ("plover.html", "阅读量：1024", "阅读量：2048"),
        ("plover.html", "└", "├"),
        ("plover.html", "<h2>1. ", "<h2 id='issue'>一、"),
        ("plover.html", "<td>String(16)</td>", "<td><code>String(16)</code></td>"),
        ("plover.html", "</li></ul></nav>", "</li><li><a href='#c'>New</a></li></ul></nav>"),
    ],
    indirect=["project"],
)
def test_another_layout_is_no_drift(project: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = project.read_text("utf-8")
    assert old in text
    project.write_bytes(text.replace(old, new).encode())
    code, said = answer(capsys, "drift", "vendor", str(project))
    assert (code, said["drift"]) == (0, [])


def test_what_the_skeleton_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "vendor"
    code, said = answer(capsys, "init", str(HERE / "parcels.md"), "--out", str(out))
    assert (code, said["operations"]) == (0, ["POST /v1/parcels", "GET /v1/parcels/{id}"])
    spec = (out / "openapi.yaml").read_text("utf-8")
    for told in ("maximum: 30", "maxLength: 60", "- express", "label_url:", "code: 1002", "scheme: bearer", "events:"):
        assert told in spec
    assert "https://api.ibis-parcel.example" in spec


@pytest.mark.parametrize(
    ("page", "operations", "told"),
    [
        (
            "petrel.md",
            ["POST /payments", "GET /payments/{id}", "GET /payments/{id}/events"],
            [
                "https://api.petrel-pay.example/v3",
                "summary: Create a payment",
                "- wallet",
                "maxLength: 80",
                "name: status",
            ],
        ),
        (
            "loon.txt",
            ["POST /gateway/shipment/book", "POST /gateway/shipment/cancel", "POST /gateway/shipment/query"],
            [
                "url: https://open.loon-freight.example\n",
                "zip:",
                "format: date",
                "- EXP",
                "waybill: LN0001",
                "code: E1002",
            ],
        ),
        (
            "plover.html",
            ["POST /api/invoice/issue"],
            ["taxNo:", "goodsName:", "maxLength: 90", "maxItems: 8", '- "02"', "advice: 核对税号", "amount: 106.00"],
        ),
    ],
)
def test_what_a_skeleton_holds(
    page: str, operations: list[str], told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = answer(capsys, "init", str(HERE / page), "--out", str(tmp_path / "vendor"))
    assert (code, said["operations"]) == (0, operations)
    spec = (tmp_path / "vendor" / "openapi.yaml").read_text("utf-8")
    assert [each for each in told if each not in spec] == []
    assert "公共参数" not in spec
    assert "Sandbox" not in spec


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "openapi.yaml").write_text("mine")
    code, said = answer(capsys, "init", str(HERE / "shops.txt"), "--out", str(tmp_path))
    assert code == 2
    assert [each["code"] for each in said["diagnostics"]] == ["output-not-ours"]  # type: ignore[index, attr-defined]
    assert [file.name for file in tmp_path.iterdir()] == ["openapi.yaml"]


SWIFTS = """\
# Swift depots

All calls are sent as POST.

## Find a depot

Path: /depots/find

| Name | Type | Required | Description |
|---|---|---|---|
| city | string | yes | Where to look |

Answer:

```json
{"code": 0, "depot": "D-1"}
```

## Codes

| Code | Meaning |
|---|---|
| 0 | success |
| 4001 | no such city |

Depots open at eight.
"""


@pytest.fixture
def swifts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page of swifts, of which a project was begun."""
    page = tmp_path / "swifts.md"
    page.write_text(SWIFTS, "utf-8")
    assert run(["init", str(page), "--out", str(tmp_path / "swifts")]) == 0
    monkeypatch.chdir(tmp_path / "swifts")
    return page


@pytest.mark.parametrize(
    ("old", "new", "subject"),
    [
        ("sent as POST", "sent as PUT", "reads otherwise"),
        ("Depots open at eight.", "Since May the code 4002 means that a depot is closed.", "4002"),
        ("Depots open at eight.", "Depots open at eight.\n\nA closed depot answers with error 4003.", "4003"),
        ("Depots open at eight.", "Use GET for lists of depots.", "GET"),
        ("| 4001 | no such city |\n", "", "4001"),
        ("| city | string | yes | Where to look |\n", "| town | string | yes | Where to look |\n", "town"),
        ("Path: /depots/find\n", "", "/depots/find"),
        ('{"code": 0, "depot": "D-1"}', '{"code": 0}', "/depot"),
    ],
)
def test_drift_tells_from_the_first_day(
    old: str, new: str, subject: str, swifts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in SWIFTS
    swifts.write_text(SWIFTS.replace(old, new), "utf-8")
    code, said = answer(capsys, "drift", "swifts", str(swifts))
    assert code == 1
    assert subject in json.dumps(said["drift"], ensure_ascii=False)


def test_prose_that_states_nothing_is_a_note(swifts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swifts.write_text(SWIFTS.replace("open at eight", "open early, since 2026 also on Sundays"), "utf-8")
    code, said = answer(capsys, "drift", "swifts", str(swifts))
    assert (code, said["drift"]) == (0, [])
