"""The registry: a target of one file, which is an entry point, is generated, checked and published as any other."""

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from qiyue.cli.main import run
from qiyue.diagnostics import Refused
from qiyue.pipeline import compile_text
from qiyue.targets import DEFAULT, find_target, open_client, registry, target_names

SPEC = """\
openapi: 3.1.0
info: {title: Tea, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas:
    get: {operationId: listTeas, responses: {"200": {description: all}}}
    post: {operationId: addTea, responses: {"204": {description: kept}}}
"""
PROJECT = '[editions.tea]\nspec = "tea.yaml"\ntarget = "method-list"\n'
LIST = "# tea\n\n- `GET /teas`: listTeas\n- `POST /teas`: addTea\n"
TOY = EntryPoint("method-list", "tests.method_list:TARGET", registry.GROUP)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose one edition is for a target that another distribution brings."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3]))
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: EntryPoints([TOY]).select(group=group))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.yaml").write_text(SPEC)
    (tmp_path / "qiyue.toml").write_text(PROJECT)
    return tmp_path


def test_it_is_generated_and_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate"]) == 0
    made = project / "generated" / "tea" / "METHODS.md"
    assert made.read_text() == LIST
    assert run(["generate", "--check"]) == 0
    assert run(["check"]) == 0
    made.write_text("something else")
    capsys.readouterr()
    assert run(["check", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["editions"][0]["differences"] == [
        {"path": "METHODS.md", "what": "changed"}
    ]


def test_it_is_published_as_it_is(project: Path) -> None:
    assert run(["publish", "--out", "dist"]) == 0
    assert (project / "dist" / "tea" / "METHODS.md").read_text() == LIST
    files = json.loads((project / "dist" / "index.json").read_text())["editions"][0]["files"]
    assert "tea/METHODS.md" in [file["path"] for file in files]


def test_it_is_generated_from_any_file(project: Path) -> None:
    assert run(["generate", "tea.yaml", "--out", "tea", "--target", "method-list"]) == 0
    assert (project / "tea" / "METHODS.md").read_text() == LIST


def test_its_own_rules_hold_for_the_name_of_the_package(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "qiyue.toml").write_text(PROJECT + 'package = "class"\n')
    assert run(["generate"]) == 0
    (project / "qiyue.toml").write_text(PROJECT + 'package = "Tea"\n')
    capsys.readouterr()
    assert run(["generate"]) == 2
    assert "qiyue.toml:4:1" in capsys.readouterr().err


def test_what_has_no_driver_is_not_called(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["contract", "tea", "--target", "client"]) == 2
    assert "target-without-driver" in capsys.readouterr().err
    assert project.is_dir()


def test_an_unknown_target_is_named_where_it_stands(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "qiyue.toml").write_text(PROJECT.replace("method-list", "method-lists"))
    assert run(["generate"]) == 2
    said = capsys.readouterr().err
    assert "qiyue.toml:3:1" in said
    assert "did you mean `method-list`?" in said


def test_names_and_an_unknown_one() -> None:
    assert target_names()[0] == DEFAULT == find_target().name
    with pytest.raises(Refused) as caught:
        find_target("pythn")
    assert caught.value.diagnostics[0].code == "unknown-target"
    assert "python" in caught.value.diagnostics[0].hint


def test_the_python_target_brings_all() -> None:
    target = find_target("python")
    driver = open_client(compile_text(SPEC).api, "tea")
    try:
        assert set(driver.offers) == {"listTeas", "addTea"}
    finally:
        driver.close()
    assert None not in (target.crosscheck, target.pack, target.symbols, target.sample, target.driver)
