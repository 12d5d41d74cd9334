"""Drafts: what a machine read and no person has confirmed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qiyue import lint, source
from qiyue.cli.main import run
from qiyue.diagnostics import Diagnostic, Severity

Linted = Callable[..., list[Diagnostic]]

HEAD = """\
openapi: 3.1.0
info: {title: Kestrel, version: "1", x-qiyue-source: stated L1}
x-qiyue-sources: {main: {title: page}}
"""
SPEC = """\
paths:
  /rings:
    post:
      operationId: ring
      x-qiyue-source: {"": draft stated L3, method: draft assumed KP-01}
      parameters:
        - {name: q, in: query, schema: {type: string}, x-qiyue-source: draft stated L4}
        - {name: r, in: query, schema: {type: string}, x-qiyue-source: stated L5; draft sample L9}
        - {name: s, in: query, schema: {type: string}, x-qiyue-source: assumed KP-01}
      responses: {"200": {description: ok, x-qiyue-source: draft stated L6}}
"""
LEFT = ["the operation `ring`", "the parameter `r`", "the parameter `q`", "the answer `200`"]
FINDINGS = """\
findings:
  - {id: KP-01, lines: [L2], title: t, readings: [a, b], chosen: a, why: w, settled-by: s}
"""


def test_the_most_doubtful_comes_first() -> None:
    assert [each.title for each in lint.drafts(source.read_text(HEAD + SPEC, "spec.yaml").data)] == LEFT


def test_where_evidence_is_wanted_a_draft_is_an_error_at_its_place(linted: Linted) -> None:
    found = [each for each in linted(SPEC, strict=True, findings=FINDINGS) if each.code == "draft-evidence"]
    assert len(found) == len(LEFT)
    assert {each.severity for each in found} == {Severity.ERROR}
    assert all(each.place and each.place.line and "`draft`" in each.hint for each in found)
    assert [each for each in linted(SPEC, findings=FINDINGS) if each.code == "draft-evidence"] == []


@pytest.mark.parametrize("word", ["", "--evidence"])
def test_check_takes_a_file_and_lists_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    (tmp_path / "api.yaml").write_text(HEAD + SPEC, "utf-8")
    (tmp_path / "findings.yaml").write_text(FINDINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "api.yaml", "--todo", "--json", *filter(None, [word])]) == bool(word)
    said = json.loads(capsys.readouterr().out)
    (edition,) = said["editions"]
    assert [each["name"] for each in edition["todo"]] == LEFT
    assert [each["place"]["line"] for each in edition["todo"]] == [8, 11, 10, 13]
    assert (edition["drafts"], edition["evidence"]["stated"], edition["differences"]) == (4, 5, [])
    assert {each["code"] for each in said["diagnostics"]} == ({"draft-evidence"} if word else set())
    assert run(["check", "api.yaml", "--todo"]) == 0
    printed = capsys.readouterr().out
    assert "api.yaml:8:" in printed
    assert "4 to confirm" in printed


def test_a_confirmed_element_leaves_the_list() -> None:
    confirmed = SPEC.replace("draft ", "")
    assert lint.drafts(source.read_text(confirmed, "spec.yaml").data) == ()


def test_check_of_a_file_that_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check", "nothing.yaml", "--json"]) == 2
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == ["file-missing"]
