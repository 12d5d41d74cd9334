"""Names from the command line: the lock of an edition and of a file, names by ids, ASCII."""

from pathlib import Path

import pytest

from qiyue.cli.main import run

SPEC = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
paths:
  /teas: {get: {operationId: 查询, tags: [茶], responses: {"200": {description: ok}}}}
"""
EDITIONS = '[editions.tea]\nspec = "tea.yaml"\n\n[editions.plain]\nspec = "tea.yaml"\nnames = "ids"\nascii = true\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tea.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "qiyue.toml").write_text(EDITIONS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def method(folder: Path, name: str) -> bool:
    return any(f"def {name}(" in file.read_text("utf-8") for file in folder.rglob("resources/*.py"))


def test_editions_keep_names_beside_their_spec(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate"]) == 0
    lock = folder / "tea.client.lock"
    assert "GET /teas = teas.查询" in lock.read_text("utf-8").splitlines()
    assert "GET /teas = teas.get" in (folder / "plain.client.lock").read_text("utf-8").splitlines()
    assert run(["generate", "--check"]) == 0
    (folder / "tea.yaml").write_text(SPEC.replace("查询", "pour"), "utf-8")
    assert run(["generate"]) == 0
    assert method(folder / "generated/tea", "查询")
    lock.unlink()
    capsys.readouterr()
    assert run(["generate", "--check"]) == 1
    assert "tea.client.lock: missing" in capsys.readouterr().out
    assert not lock.exists()


def test_a_file_keeps_names_where_it_is_told(folder: Path) -> None:
    assert run(["generate", "tea.yaml", "--out", "out"]) == 0
    assert not list(folder.glob("*.lock"))
    (folder / "my.names").write_text("release 1.0.0 sha256:ab\nGET /teas = pots.brew\n", "utf-8")
    assert run(["generate", "tea.yaml", "--out", "out", "--names", "my.names"]) == 0
    assert method(folder / "out", "brew")
    assert (folder / "my.names").read_text("utf-8").splitlines()[1:] == [
        "release 1.0.0 sha256:ab",
        "GET /teas = pots.brew",
    ]


@pytest.mark.parametrize(("given", "name"), [(["--ascii"], "list"), (["--names", "ids"], "查询"), ([], "查询")])
def test_ways_of_naming(folder: Path, given: list[str], name: str) -> None:
    assert run(["generate", "tea.yaml", "--out", "out", *given]) == 0
    assert method(folder / "out", name)


def test_names_go_with_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "--names", "ids"]) == 2
    assert run(["generate", "tea.yaml", "--out", "out", "--names", "a", "--names", "b"]) == 2
