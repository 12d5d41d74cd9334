"""Text of a spec stays data, whatever it holds."""

import ast
import json
import tomllib
from decimal import Decimal

import pytest

from qiyue.targets.python.literals import docstring, literal, markdown, one_line, toml

HOSTILE = [
    'ends with "',
    'ends with """',
    '""""""',
    "ends with \\",
    '\\"',
    '\\"""',
    'first"""\nimport os\n"""',
    "NUL \0 inside",
    "line\u2028separator\u2029and\x85next\x0bvertical",
    "\ud800 half",
    "turned \u202e around",
    "{{ braces }} {% raw %}",
    "\r\nwindows\rmac",
    "名称：茶",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_literal_is_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@pytest.mark.parametrize("indent", [0, 8])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_docstring_never_ends_early(text: str, indent: int) -> None:
    tree = ast.parse(f'def f():\n{" " * 8}"""{docstring(text, indent)}"""\n')
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 1
    written = ast.get_docstring(function) or ""
    assert [c for c in written if not c.isprintable() and c != "\n"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_other_files_keep_it_on_one_line(text: str) -> None:
    assert tomllib.loads(f"a = {toml(text)}") == {"a": one_line(text)}
    assert "\n" not in markdown(text)


def test_markdown_acts_upon_nothing() -> None:
    assert markdown("<b> [x](y) `c` | d") == r"\<b\> \[x\](y) \`c\` \| d"


def test_numbers_keep_their_digits() -> None:
    assert literal({"a": [Decimal("0.10"), 10**30, None, True]}) == (
        f"{{'a': [Decimal('0.10'), {10**30}, None, True]}}"
    )
    assert json.loads(toml('"')) == '"'
