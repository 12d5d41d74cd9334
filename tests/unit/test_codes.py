"""Every code that the source uses is explained, and every explained code is used."""

import ast
import re
from pathlib import Path

import qiyue
from qiyue.codes import CODES, suggest_word

SOURCE = Path(qiyue.__file__).parent
WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def texts() -> set[str]:
    """All text constants of the source outside the table itself."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        if path.name != "codes.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def given_codes() -> set[str]:
    """The first argument of every call that says something, where it is a text."""
    return {
        node.args[0].value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if ast.unparse(node.func).split(".")[-1] in {"refuse", "Diagnostic", "gap", "note", "error", "_gap", "_say"}
        if isinstance(node.args[0].value, str) and WORD.fullmatch(node.args[0].value)
    }


def test_every_code_in_use_is_explained() -> None:
    assert given_codes() - set(CODES) == set()


def test_every_explained_code_is_in_use() -> None:
    assert set(CODES) - texts() == set()


def test_entries_are_sentences() -> None:
    for code, entry in CODES.items():
        assert WORD.fullmatch(code), code
        assert entry.meaning.endswith("."), code
        assert entry.remedy.endswith("."), code


def test_near() -> None:
    assert suggest_word("duplicate-kez", CODES) == "duplicate-key"
    assert suggest_word("zzz", CODES) == ""
