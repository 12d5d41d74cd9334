from pathlib import Path
from typing import Any

import pytest
import yaml

from qiyue.cli.main import run

ORDERS = """\
# Orders

## POST /v1/orders

| name | type | required | description |
|------|------|----------|-------------|
| amount | number | yes | in yuan |
"""
CODES = """\
# Codes

| code | meaning |
|------|---------|
| 0 | success |
| 1001 | no such order |
"""


def begin(folder: Path, *arguments: str, code: int = 0) -> Any:
    assert run(["init", *arguments, "--out", str(folder / "spec")]) == code
    return yaml.safe_load((folder / "spec" / "openapi.yaml").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "orders.md").write_text(ORDERS, "utf-8")
    (tmp_path / "codes.md").write_text(CODES, "utf-8")
    return tmp_path


def test_several_pages_are_one_spec(folder: Path) -> None:
    document = begin(folder, str(folder / "orders.md"), str(folder / "codes.md"))
    assert {*document["x-qiyue-sources"]} == {"main", "codes"}
    assert document["paths"]["/v1/orders"]["post"]["x-qiyue-source"] == "draft stated L3"
    rows = {row["code"]: row for row in document["x-qiyue-errors"]["codes"]}
    assert rows[1001]["x-qiyue-source"] == "draft stated codes:L6"
    assert run(["coverage", "--help"]) == 0


def test_a_folder_is_its_pages(folder: Path) -> None:
    pages = folder / "pages"
    pages.mkdir()
    for name in ("orders.md", "codes.md"):
        (folder / name).rename(pages / name)
    (pages / "notes.bin").write_bytes(b"\0")
    document = begin(folder, str(pages))
    assert {*document["x-qiyue-sources"]} == {"main", "orders"}
    assert [*document["paths"]] == ["/v1/orders"]


def test_each_page_is_locked_under_its_own_id(folder: Path) -> None:
    begin(folder, str(folder / "orders.md"), str(folder / "codes.md"))
    settings = (folder / "spec" / "qiyue.toml").read_text("utf-8")
    assert 'pages = { main = "../orders.md", codes = "../codes.md" }' in settings
    changed = CODES.replace("1001", "1002")
    (folder / "codes.md").write_text(changed, "utf-8")
    lock = (folder / "spec" / "source.lock").read_text("utf-8")
    assert '"page": "main"' in lock
    assert '"page": "codes"' in lock


def test_a_call_of_one_page_takes_nothing_of_the_next(folder: Path) -> None:
    (folder / "codes.md").write_text(CODES.replace("code", "name").replace("meaning", "type"), "utf-8")
    document = begin(folder, str(folder / "orders.md"), str(folder / "codes.md"))
    body = document["paths"]["/v1/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert {*body["properties"]} == {"amount"}
