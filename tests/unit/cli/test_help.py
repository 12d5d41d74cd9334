"""The help of every verb is kept as text: a change of the command line is a change of ``help.txt``.

``make docs`` runs this file to write it anew.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qiyue import __version__
from qiyue.cli.app import VERBS

GOLDEN = Path(__file__).with_name("help.txt")


def shown(*arguments: str) -> str:
    environment = os.environ | {"COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "qiyue", *arguments, "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    return f"$ qiyue {' '.join([*arguments, '--help'])}\n{done.stdout}"


def everything() -> str:
    return "\n".join([shown(), *map(shown, VERBS)])


def test_help_is_as_agreed() -> None:
    assert everything() == GOLDEN.read_text("utf-8"), "run `make docs`"


@pytest.mark.parametrize(
    ("arguments", "verbs"),
    [
        (["--version"], []),
        (["--version", "generate"], []),
        (["--wrong"], []),
        (["ir", "--help"], ["ir"]),
        (["--help"], VERBS),
        (["--"], VERBS),
        (["generat"], []),
        ([], VERBS),
    ],
)
def test_only_the_verbs_that_are_asked_for_are_imported(arguments: list[str], verbs: list[str]) -> None:
    program = "import sys; from qiyue.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert [verb for verb in VERBS if f"qiyue.cli.{verb}" in loaded] == [*verbs]


def test_the_version_is_said_to_machines_too() -> None:
    command = [sys.executable, "-m", "qiyue", "--version", "--json"]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert said["version"] == __version__


if __name__ == "__main__":
    GOLDEN.write_text(everything(), "utf-8")
