"""One look for all Python files of a distribution. In: their text. Out: the text as ruff formats it, imports sorted.

One pass for all files, in a temporary folder. What cannot be formatted stays as it is, with a diagnostic.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]

from qiyue.diagnostics import Diagnostic, Report, Severity

_COMMON = ["--isolated", "--quiet", "--no-cache", "--target-version=py311", "--line-length=120"]
_ONE_LINE = "--config=lint.isort.split-on-trailing-comma=false"
"""Imports that fit into a line stay in it."""
_PASSES = (
    ["check", "--select=I,F401,RUF022", _ONE_LINE, "--fix-only", "--exit-zero", "--ignore-noqa", *_COMMON],
    ["format", *_COMMON],
)


def format_python(files: Mapping[str, str], report: Report) -> dict[str, str]:
    """Format Python files by path."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        problems = [problem for arguments in _PASSES if (problem := _run([*arguments, str(root)]))]
        for problem in problems[:1]:
            message = f"the generated code could not be formatted: {problem.replace(folder, '.')}"
            report.add(Diagnostic("not-formatted", Severity.NOTE, message))
        return {name: (root / name).read_text(encoding="utf-8") for name in files}


def _run(arguments: list[str]) -> str:
    """Run ruff; give what went wrong, in a line."""
    try:
        done = subprocess.run([find_ruff_bin(), *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    return done.stderr.strip().split("\n")[0] if done.returncode else ""
