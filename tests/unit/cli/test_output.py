"""Diagnostics on any terminal."""

import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len

from qiyue import dump
from qiyue.cli import output
from qiyue.cli.excerpt import render
from qiyue.cli.result import Exit, Result
from qiyue.diagnostics import Diagnostic, Place, Severity

TITLE = Place("specs/茶/openapi.yaml", 41, 7, "  契约: B")


def lines(diagnostic: Diagnostic, width: int = 80) -> list[str]:
    return ["".join(text for text, _ in line) for line in render(diagnostic, width)]


def test_sentence_excerpt_arrow_hint() -> None:
    found = Diagnostic("duplicate-key", Severity.ERROR, "`契约` stands here twice", TITLE, "delete one")
    assert lines(found) == [
        "specs/茶/openapi.yaml:41:7: error[duplicate-key]: `契约` stands here twice",
        "  41 |   契约: B",
        "     |         ^",  # two columns for each of 契 and 约
        "  hint: delete one",
    ]


def test_without_a_place() -> None:
    assert lines(Diagnostic("usage", Severity.ERROR, "no")) == ["error[usage]: no"]


@pytest.mark.parametrize("width", [20, 40, 80])
@pytest.mark.parametrize("column", [1, 7, 500, 999])
def test_a_long_line_is_cut_around_the_place(width: int, column: int) -> None:
    text = "é茶" * 250 + "x" * 499
    _, line, arrow = lines(Diagnostic("a", Severity.GAP, "m", Place("f", 1, column, text)), width)
    assert cell_len(line) <= max(width, 23)
    assert arrow.endswith("^")
    assert cell_len(arrow) <= cell_len(line)


def test_a_spec_cannot_steer_the_terminal() -> None:
    nasty = "\x1b[31mred\x07\u202etxt\nnew\tline"
    shown = "\n".join(lines(Diagnostic("a", Severity.NOTE, nasty, Place("f\x1b", 1, 1, nasty), nasty)))
    assert not {char for char in shown if not char.isprintable()} - {"\n"}


def test_colours_only_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.show(Result(Exit.BAD_INPUT, [Diagnostic("a", Severity.ERROR, "m [bold]x[/bold]", TITLE)]), as_json=False)
    assert capsys.readouterr().err.splitlines()[0] == "specs/茶/openapi.yaml:41:7: error[a]: m [bold]x[/bold]"


def test_a_locale_without_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    output.prepare_streams()
    found = Diagnostic("a", Severity.ERROR, "契约 😀", TITLE)
    output.show(Result(Exit.BAD_INPUT, [found]), as_json=False)
    assert b"\\u5951" in raw.getvalue()
    raw.truncate(0)
    raw.seek(0)
    output.show(Result(Exit.BAD_INPUT, [found]), as_json=True)
    assert json.loads(raw.getvalue())["diagnostics"][0]["message"] == "契约 😀"


def test_counts(capsys: pytest.CaptureFixture[str]) -> None:
    output.show_diagnostics([Diagnostic("a", s, "m") for s in (Severity.ERROR, Severity.ERROR, Severity.GAP)])
    assert capsys.readouterr().err.splitlines()[-1] == "2 errors, 1 gap"


def test_json_keeps_digits() -> None:
    value = {"a": [Decimal("43.50"), Decimal("1E+2"), 10**40, True, None, {}, []], "b": {"c": "契"}}
    text = dump.text(value)
    assert json.loads(text, parse_float=Decimal) == value
    assert "43.50" in text


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("explain > /dev/full", 2),
        ("explain --json > /dev/full", 2),
        ("--help > /dev/full", 2),
        ("explain x 2> /dev/full", 2),
        ("explain >&-", 0),
        ("explain 2>&-", 0),
        ("explain | true", 141),
    ],
)
def test_output_that_nobody_takes_is_no_bug_of_ours(command: str, code: int) -> None:
    line = f"set -o pipefail; {sys.executable} -m qiyue {command}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "has a bug" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_very_long_line_is_shown_in_part(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: " + "t" * 2_000_000 + ", titel: a, paths: {}}\npaths: {}\n"
    (tmp_path / "a.yaml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "qiyue", "ir", "a.yaml"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "did you mean `title`?" in done.stderr
    assert max(map(len, done.stderr.splitlines())) < 200
