"""A sample of ``tests/durability/run.py``: a round with one worker, and one with three."""

import subprocess
import sys
from pathlib import Path


def test_what_was_acknowledged_is_kept() -> None:
    arguments = [sys.executable, str(Path(__file__).with_name("run.py")), "2"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith("0 rounds with a loss")
