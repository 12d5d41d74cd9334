"""Templates are compiled once, and again when they were edited."""

import sys
from pathlib import Path

import pytest

from qiyue import templating


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(templating, "data_dir", lambda _: tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    path = tmp_path / "kind/a.txt.jinja"
    path.parent.mkdir()
    path.write_text("one {{ word }}")
    return path


def printed(word: str = "w", *, autoescape: bool = False) -> str:
    return templating.environment("kind", autoescape=autoescape).get_template("a.txt.jinja").render(word=word)


def kept(template: Path) -> list[Path]:
    return sorted(template.parent.rglob("*.pyc"))


def test_it_is_kept_compiled_and_read_from_there(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed() == "one w"
    assert len(kept(template)) == len(list((template.parent / "__pycache__").iterdir())) == 1
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_: pytest.fail("it is compiled already"))
    assert printed() == "one w"


def test_an_edited_one_is_compiled_anew(template: Path) -> None:
    printed()
    template.write_text("two {{ word }}")
    assert printed() == "two w"


def test_one_that_was_compiled_otherwise_is_compiled_anew(template: Path) -> None:
    assert (printed("<"), printed("<", autoescape=True), printed("<")) == ("one <", "one &lt;", "one <")
    assert len(kept(template)) == 1


@pytest.mark.parametrize("rubbish", [b"", b"rubbish"])
def test_a_broken_one_is_compiled_anew(template: Path, rubbish: bytes) -> None:
    printed()
    kept(template)[0].write_bytes(rubbish)
    assert printed() == "one w"


def test_nothing_is_kept_where_python_keeps_nothing(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert printed() == "one w"
    assert kept(template) == []


def test_a_place_that_takes_no_file_is_no_problem(template: Path) -> None:
    (template.parent / "__pycache__").write_text("in the way")
    assert printed() == "one w"
