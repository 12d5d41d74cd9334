from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from qiyue.cli.main import run
from qiyue.init import Chosen, Draft, Written, draft, read
from qiyue.init.server import Review

PAGE = """\
# Siskin

## POST /v1/nests

| name | type | required | description |
|------|------|----------|-------------|
| twig | string | yes | kind of twig |

## GET /v1/nests/{id}

| name | type | required | description |
|------|------|----------|-------------|
| deep | boolean | no | with the eggs |
"""
TWIG, DEEP, GET = 7, 13, 9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    return tmp_path


def init(folder: Path, *rows: dict[str, Any]) -> Any:
    """Run `init` in a folder that has choices; the digests of their lines are taken from the lock of the rows."""
    found = read([folder / "page.md"])
    out = folder / "siskin"
    if rows:
        from qiyue.init.choices import _digest

        dug = [{"digest": _digest(found, int(row["at"][1:])), **row} for row in rows]
        (out / "choices.yaml").write_text(yaml.safe_dump({"choices": dug}), "utf-8")
    assert run(["init", str(folder / "page.md"), "--out", str(out)]) == 0
    return yaml.safe_load((out / "openapi.yaml").read_text("utf-8"))


def names(operation: Any, place: str) -> set[str]:
    return {each["name"] for each in operation.get("parameters", []) if each["in"] == place}


def test_a_table_goes_where_a_person_puts_it(folder: Path) -> None:
    before = init(folder)["paths"]
    assert "requestBody" in before["/v1/nests"]["post"]
    after = init(folder, {"at": f"L{TWIG}", "call": f"L{GET}", "side": "header"})["paths"]
    assert "requestBody" not in after["/v1/nests"]["post"]
    assert names(after["/v1/nests/{id}"]["get"], "header") == {"twig"}


def test_a_call_and_a_table_can_be_left_out(folder: Path) -> None:
    init(folder)
    paths = init(folder, {"at": f"L{GET}", "skip": True}, {"at": f"L{TWIG}", "skip": True})["paths"]
    assert [*paths] == ["/v1/nests"]
    assert "requestBody" not in paths["/v1/nests"]["post"]


def test_a_method_is_what_a_person_says(folder: Path) -> None:
    init(folder)
    assert [*init(folder, {"at": f"L{GET}", "method": "PATCH"})["paths"]["/v1/nests/{id}"]] == ["patch"]


def test_a_choice_of_a_line_that_has_changed_is_kept_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(folder)
    capsys.readouterr()
    row = {"at": f"L{GET}", "method": "PATCH", "digest": "0-0"}
    assert [*init(folder, row)["paths"]["/v1/nests/{id}"]] == ["get"]
    assert f"choices of L{GET} are not applied" in capsys.readouterr().out


def test_what_is_changed_by_hand_stays(folder: Path) -> None:
    init(folder)
    spec = folder / "siskin" / "openapi.yaml"
    mine = spec.read_text("utf-8").replace("Siskin", "Serin")
    spec.write_text(mine, "utf-8")
    init(folder, {"at": f"L{GET}", "method": "PATCH"})
    assert spec.read_text("utf-8") == mine
    beside = yaml.safe_load((folder / "siskin" / "openapi.draft.yaml").read_text("utf-8"))
    assert [*beside["paths"]["/v1/nests/{id}"]] == ["patch"]


@pytest.mark.parametrize(
    "text", ["choices: 1", "choices: [7]", "choices: [{at: X1}]", "choices: [{at: L9, side: moon}]", "[]"]
)
def test_a_file_that_is_no_choices_is_refused(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    init(folder)
    (folder / "siskin" / "choices.yaml").write_text(text, "utf-8")
    assert run(["init", str(folder / "page.md"), "--out", str(folder / "siskin")]) == 2
    assert "choices-syntax" in capsys.readouterr().err


@pytest.fixture
def review(folder: Path) -> Iterator[Review]:
    found = read([folder / "page.md"])

    def remake(chosen: Chosen) -> tuple[Draft, Written]:
        return draft(found, "SI", chosen.choices), Written()

    with Review(found, Chosen(), remake) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(review: Review, path: str, method: str = "GET", body: str = "", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", review.server_port, timeout=20)
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_only_who_knows_the_address_gets_the_page(review: Review) -> None:
    path = urlsplit(review.address).path
    assert ask(review, path)[0] == 200
    assert ask(review, "/")[0] == 404
    assert ask(review, "/else/")[0] == 404
    assert ask(review, path, Host="kestrel.example")[0] == 421


@pytest.mark.parametrize(
    ("origin", "body", "status"),
    [
        ("http://127.0.0.1:{port}", "line=9&method=PUT", 303),
        ("http://kestrel.example", "line=9&method=PUT", 403),
        ("null", "line=9&method=PUT", 403),
        ("http://127.0.0.1:{port}", "line=9&method=EXEC", 400),
        ("http://127.0.0.1:{port}", "line=x", 400),
        ("http://127.0.0.1:{port}", "line=9&side=moon", 400),
        ("http://127.0.0.1:{port}", "line=9&" + "x" * 5000, 400),
    ],
)
def test_only_its_own_page_decides(review: Review, origin: str, body: str, status: int) -> None:
    path = urlsplit(review.address).path
    told = ask(review, f"{path}choose", "POST", body, Origin=origin.format(port=review.server_port))
    assert told[0] == status
    assert bool(review.chosen.choices) == (status == 303)
