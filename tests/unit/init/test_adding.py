from pathlib import Path
from typing import Any

import pytest
import yaml

from qiyue.cli.main import run
from qiyue.init.insert import Addition, insert
from qiyue.source import Source

ORDERS = """\
# Orders

## POST /v1/orders

| name | type | required | description |
|------|------|----------|-------------|
| amount | number | yes | in yuan |
"""
REFUNDS = """\
# Refunds

## POST /v1/refunds

| name | type | required | description |
|------|------|----------|-------------|
| reason | string | yes | at most 20 characters |

## Close

URL: /v1/refunds/close

| name | type | required | description |
|------|------|----------|-------------|
| id | string | yes | number |
"""


@pytest.mark.parametrize(
    ("text", "additions", "wanted"),
    [
        ("a:\n  b: 1  # one\n# end\n", [Addition(("a",), 2, "c")], "a:\n  b: 1  # one\n  c: 2\n# end\n"),
        ("a: {}\nz: 1\n", [Addition(("a",), 1, "b"), Addition(("a",), 2, "c")], "a:\n  b: 1\n  c: 2\nz: 1\n"),
        ("a: {b: 1} # x\n", [Addition(("a",), {"d": 2}, "c")], 'a: {b: 1, "c": {"d": 2}} # x\n'),
        ("a:\n- b\n", [Addition(("a",), "c")], "a:\n- b\n- c\n"),
        ("a: []\n", [Addition(("a",), {"b": 1})], "a:\n  - b: 1\n"),
        ("a:\n  b: 1", [Addition((), 2, "z"), Addition(("a",), 2, "c")], "a:\n  b: 1\n  c: 2\nz: 2\n"),
        (
            "p:\n  /x:\n    get: {}\n",
            [Addition(("p",), {"put": {}}, "/y"), Addition(("p", "/x"), {}, "put")],
            "p:\n  /x:\n    get: {}\n    put: {}\n  /y:\n    put: {}\n",
        ),
        ("a: |\n  text\n\nb: 1\n", [Addition((), 2, "c")], "a: |\n  text\n\nb: 1\nc: 2\n"),
    ],
)
def test_members_are_put_behind_their_neighbours(text: str, additions: list[Addition], wanted: str) -> None:
    assert insert(Source("a.yaml", text), additions) == wanted


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "orders.md").write_text(ORDERS, "utf-8")
    (tmp_path / "refunds.md").write_text(REFUNDS, "utf-8")
    assert run(["init", str(tmp_path / "orders.md"), "--out", str(tmp_path / "spec")]) == 0
    file = tmp_path / "spec" / "openapi.yaml"
    file.write_text(file.read_text("utf-8").replace("paths:", "paths:  # mine"), "utf-8")
    return file


def add(spec: Path, page: str, code: int = 0) -> Any:
    assert run(["init", str(spec.parents[1] / page), "--into", str(spec.parent)]) == code
    return yaml.safe_load(spec.read_text("utf-8"))


def test_a_further_page_only_adds(spec: Path) -> None:
    before = spec.read_text("utf-8").splitlines()
    document = add(spec, "refunds.md")
    after = iter(spec.read_text("utf-8").splitlines())
    assert all(line in after for line in before)  # in their order
    assert [*document["paths"]] == ["/v1/orders", "/v1/refunds", "/v1/refunds/close"]
    assert document["paths"]["/v1/refunds"]["post"]["x-qiyue-source"] == "draft stated refunds:L3"
    assert {*document["x-qiyue-sources"]} == {"main", "refunds"}
    findings = yaml.safe_load((spec.parent / "findings.yaml").read_text("utf-8"))["findings"]
    assert [row["lines"] for row in findings] == [["refunds:L11"]]
    assert '"page": "refunds"' in (spec.parent / "source.lock").read_text("utf-8")
    assert 'refunds = "../refunds.md" }' in (spec.parent / "qiyue.toml").read_text("utf-8")


def test_a_spec_with_a_further_page_passes(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(spec, "refunds.md")
    monkeypatch.chdir(spec.parent)
    assert run(["generate"]) == 0
    assert run(["check"]) == 0


def test_what_both_have_is_a_finding_and_stays(spec: Path) -> None:
    (spec.parents[1] / "again.md").write_text(ORDERS.replace("amount", "total"), "utf-8")
    operation = yaml.safe_load(spec.read_text("utf-8"))["paths"]["/v1/orders"]
    assert add(spec, "again.md", code=1)["paths"]["/v1/orders"] == operation
    findings = yaml.safe_load((spec.parent / "findings.yaml").read_text("utf-8"))["findings"]
    assert "POST /v1/orders" in findings[-1]["title"]
    assert "again:L3" in findings[-1]["lines"]


def test_a_folder_without_a_spec_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "orders.md").write_text(ORDERS, "utf-8")
    assert run(["init", str(tmp_path / "orders.md"), "--into", str(tmp_path / "none")]) == 2
    assert "file-missing" in capsys.readouterr().err
