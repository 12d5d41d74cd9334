"""Exit codes are public: 0 clean, 1 findings, 2 bad input, 3 our own bug, 130 interrupted, 141 nobody reads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qiyue.cli import main
from qiyue.cli.main import run
from qiyue.cli.result import Exit


def explode(*_: object, **__: object) -> None:
    raise ZeroDivisionError("secret detail")


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_bug_is_3_and_its_traceback_lies_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(main.qiyue, "main", explode)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(["ir", "x.yaml"]) == 3
    printed = capsys.readouterr()
    assert "has a bug: ZeroDivisionError" in printed.err
    assert "Traceback" not in printed.err + printed.out
    (report,) = tmp_path.iterdir()
    assert str(report) in printed.err
    assert "secret detail" in report.read_text("utf-8")


def test_a_bug_where_no_file_can_be_written_is_told_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(main.qiyue, "main", explode)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert run(["ir", "x.yaml"]) == 3
    assert "secret detail" in capsys.readouterr().err


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(main.qiyue, "main", explode)
    assert run(["ir", "x.yaml", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_with_json_is_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(main.qiyue, "main", explode)
    assert run(["check", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["bug"] == "ZeroDivisionError"


def test_control_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main.qiyue, "main", interrupt)
    assert run(["demo"]) == Exit.INTERRUPTED


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["explain", "--help"], ["explain"]])
def test_clean(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert capsys.readouterr().err == ""


def test_the_exit_code_reaches_the_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qiyue", "explain", "no-such"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")


def test_a_reader_who_leaves_is_no_bug() -> None:
    command = f"{sys.executable} -m qiyue explain --json | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout.strip() in {"0", "141"}, done.stderr) == (True, "")
