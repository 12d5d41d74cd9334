"""Diagnostics on any terminal."""

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len

from qiyue import dump
from qiyue.cli import output
from qiyue.cli.app import VERBS
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


SPEC = """
openapi: 3.1.0
info: {title: Teas, version: "1", titel: a}
paths: {/teas: {get: {operationId: listTeas, responses: {"200": {description: all}}}}}
"""
TAKES_NOTHING = [
    *(f"{verb} --nonsense 2> /dev/full" for verb in VERBS),
    "--help > /dev/full",
    "--version > /dev/full",
    "nonsense 2> /dev/full",
    "nonsense --json > /dev/full",
    "nonsense > /dev/full 2>&1",
    "explain > /dev/full",
    "explain --json > /dev/full",
    "explain > /dev/full 2>&-",
    "explain --help >&0 < /dev/null",
    "check teas.yaml 2> /dev/full",
    "ir teas.yaml > /dev/full",
    "mock teas.yaml --port 0 > /dev/full",
    "generate teas.yaml --out made > /dev/full",
]
NOBODY_READS = [
    "--help",
    "explain",
    "explain --help",
    "nonsense 2>&1",
    "check teas.yaml 2>&1",
    "ir teas.yaml",
    "mock teas.yaml --port 0",
]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        *((command, 2) for command in TAKES_NOTHING),
        *((f"{command} | true", 141) for command in NOBODY_READS),
        ("explain >&-", 0),
        ("explain 2>&-", 0),
    ],
)
def test_output_that_nobody_takes_is_no_bug_of_ours(tmp_path: Path, command: str, code: int, unbuffered: str) -> None:
    (tmp_path / "teas.yaml").write_text(SPEC)
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m qiyue {command}"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert "has a bug" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


ENDS = """
import contextlib, sys
from qiyue.cli import main
def end(*_, **__):
    with contextlib.suppress(OSError):
        print("half a line", file=sys.stderr, end="")
    raise PROBLEM
main.qiyue.main = end
sys.exit(main.run([]))
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(("problem", "code"), [("KeyboardInterrupt", 130), ("ZeroDivisionError", 2)])
def test_what_waits_in_a_stream_does_not_fail_at_exit(problem: str, code: int, unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", ENDS.replace("PROBLEM", problem)],
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stderr=full,
            check=False,
        )
    assert done.returncode == code


def test_a_very_long_line_is_shown_in_part(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: " + "t" * 2_000_000 + ", titel: a, paths: {}}\npaths: {}\n"
    (tmp_path / "a.yaml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "qiyue", "ir", "a.yaml"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "did you mean `title`?" in done.stderr
    assert max(map(len, done.stderr.splitlines())) < 200
