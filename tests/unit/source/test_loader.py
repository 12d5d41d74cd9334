import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qiyue.diagnostics import Refused
from qiyue.source import MAX_BYTES, read, read_text


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)


def holding(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


BAD_FILES = {
    "file-missing": lambda path: None,
    "file-is-directory": a_folder,
    "file-unreadable": a_pipe,
    "file-too-large": a_huge_file,
    "file-binary": holding(b"\x89PNG\x00\x01"),
    "not-utf8": holding(b"a: 1\nb: caf\xe9\n"),
    "empty-document": holding(b" \n"),
}


@pytest.mark.parametrize("code", BAD_FILES)
def test_a_bad_file_is_one_diagnostic(code: str, tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    BAD_FILES[code](path)
    with pytest.raises(Refused) as caught:
        read(path, "spec.yaml")
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.code == code
    assert diagnostic.place is not None
    assert diagnostic.place.file == "spec.yaml"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "spec.yaml/more"])
def test_a_path_that_cannot_be_is_one_diagnostic(name: str, tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text("a: 1")
    with pytest.raises(Refused) as caught:
        read(tmp_path / name)
    assert caught.value.diagnostics[0].code in {"file-missing", "file-unreadable"}


def test_bytes_that_are_not_utf8_have_a_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(Refused) as caught:
        read(tmp_path / "a.yaml", "a.yaml")
    assert str(caught.value.diagnostics[0].place) == "a.yaml:2:7"


def test_a_slip_in_the_name_is_hinted(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text("a: 1")
    with pytest.raises(Refused) as caught:
        read(tmp_path / "openapi.yml")
    assert "openapi.yaml" in caught.value.diagnostics[0].hint


SYNTAX = {
    ("a.json", '\ufeff{"a": 1}'): True,
    ("a.yaml", '  {"a":\t1}'): True,
    ("a.yaml", "{a: 1}"): False,
    ("spec", "\ufeffa: 1"): False,
}


@pytest.mark.parametrize(("file", "text"), SYNTAX)
def test_the_text_and_the_name_tell_the_syntax(file: str, text: str) -> None:
    loaded = read_text(text, file)
    assert loaded.data == {"a": 1}
    assert loaded.source.json is SYNTAX[file, text]
