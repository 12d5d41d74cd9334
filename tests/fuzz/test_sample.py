"""A sample of ``make fuzz``: the same run, a few seeds."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("first", [20_000, 30_000])
def test_mutated_documents_are_refused_or_generated(first: int) -> None:
    arguments = [sys.executable, str(HERE / "run.py"), "60", "--first", str(first)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "generated" in done.stdout
