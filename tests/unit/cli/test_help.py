"""The help of every verb is kept as text: a change of the command line is a change of ``help.txt``.

``make docs`` runs this file to write it anew.
"""

import os
import subprocess
import sys
from pathlib import Path

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


if __name__ == "__main__":
    GOLDEN.write_text(everything(), "utf-8")
