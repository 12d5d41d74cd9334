"""Generating a project: what is written, what is stale, what is refused, and that the bytes are always the same."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from qiyue.cli.main import run

SPEC = """\
openapi: 3.1.0
info: {title: Tea 茶, version: "1"}
servers: [{url: "https://tea.example"}]
paths:
  /teas/{id}:
    get:
      operationId: getTea
      parameters: [{name: id, in: path, required: true, schema: {type: string, enum: [green, black, 白]}}]
      responses:
        "200":
          description: one tea
          content: {application/json: {schema: {$ref: "#/components/schemas/Tea"}}}
components:
  schemas:
    Tea:
      type: object
      required: [name]
      properties:
        name: {type: string}
        price: {type: number}
        kinds: {enum: [a, b, 1]}
        next: {$ref: "#/components/schemas/Tea"}
"""
PROJECT = """\
[editions.tea]
spec = "tea.yaml"

[editions.coffee]
spec = "coffee.yaml"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "qiyue.toml").write_text(PROJECT, "utf-8")
    (tmp_path / "tea.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "coffee.yaml").write_text(SPEC.replace("Tea", "Coffee"), "utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_without_arguments_every_edition_is_written_from_any_folder_below(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "deep").mkdir()
    monkeypatch.chdir(project / "deep")
    assert run(["generate"]) == 0
    assert {path.parts[0] for path in map(Path, tree(project / "generated"))} == {"tea", "coffee"}
    assert run(["generate", "--check"]) == 0


def test_check_writes_nothing(project: Path) -> None:
    assert run(["generate", "tea", "--check"]) == 1
    assert not (project / "generated").exists()


def test_what_belongs_to_no_edition_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    (project / "generated" / "README.md").write_text("the clients", "utf-8")
    assert run(["generate", "--check"]) == 0
    (project / "generated" / "milk").mkdir()
    (project / "generated" / "milk" / "_client.py").touch()
    capsys.readouterr()
    for arguments in (["generate", "--check"], ["check"]):
        assert run(arguments) == 1
        assert "generated/milk/_client.py: of no edition" in capsys.readouterr().out
    assert run(["generate", "--check", "tea"]) == 0


@pytest.mark.parametrize(
    ("name", "what"), [("tea/_client.py", "changed"), ("tea/models.py", "missing"), ("tea/stray.py", "extra")]
)
def test_a_stale_file_is_named(project: Path, capsys: pytest.CaptureFixture[str], name: str, what: str) -> None:
    run(["generate", "tea"])
    spoil(project / "generated/tea" / name, what)
    capsys.readouterr()
    assert run(["generate", "tea", "--check"]) == 1
    assert f"generated/tea/{name}: {what}" in capsys.readouterr().out.splitlines()
    assert run(["check", "tea", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["editions"][0]["differences"] == [{"path": name, "what": what}]


def spoil(file: Path, what: str) -> None:
    if what == "missing":
        file.unlink()
    else:
        file.write_text("# spoiled\n", "utf-8")


def test_a_bad_edition_is_refused_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate"])
    before = tree(project / "generated/coffee")
    (project / "coffee.yaml").write_text(SPEC + "tags: [", "utf-8")
    (project / "tea.yaml").write_text(SPEC.replace("Tea 茶", "Tea 白茶"), "utf-8")
    capsys.readouterr()
    assert run(["generate"]) == 2
    printed = capsys.readouterr()
    assert "coffee: refused, generated/coffee is as it was" in printed.out
    assert "coffee.yaml:2" in printed.err
    assert tree(project / "generated/coffee") == before
    assert run(["generate", "tea", "--check"]) == 0


def test_a_gap_is_a_finding_only_if_strict(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = "{type: array, prefixItems: [{type: string}, {type: integer}]}"
    (project / "tea.yaml").write_text(SPEC.replace("{type: number}", pair), "utf-8")
    assert run(["generate", "tea"]) == 0
    printed = capsys.readouterr()
    assert re.search(r"^tea\.yaml:\d+:\d+: gap\[tuple-as-list\]", printed.err)
    assert printed.out.startswith("tea: 1 operation, 0 whole, 1 with gaps\n")
    assert run(["generate", "tea", "--strict"]) == 1
    assert run(["check", "tea"]) == 0
    assert run(["check", "tea", "--strict"]) == 1


def test_check_tells_where_another_generator_finds_other_fields(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = "{oneOf: [{$ref: '#/components/schemas/Pot'}], discriminator: {propertyName: kind}}"
    pot = "    Pot: {type: object, properties: {kind: {type: string}}}\n"
    (project / "tea.yaml").write_text(SPEC.replace("{type: number}", kinds) + pot, "utf-8")
    assert run(["generate", "tea"]) == 0
    assert "read-otherwise" not in capsys.readouterr().err
    assert run(["check", "tea"]) == 0
    said = r"^tea\.yaml:\d+:\d+: note\[read-otherwise\]: .* reads `Pot` otherwise: there its field 'kind' is required$"
    assert re.search(said, capsys.readouterr().err, re.MULTILINE)


def test_an_allowed_gap_must_occur(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "qiyue.toml").write_text(PROJECT + 'allow = ["tuple-as-list"]\n', "utf-8")
    run(["generate"])
    capsys.readouterr()
    assert run(["check", "--json"]) == 1
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == ["unused-allowance"]
    assert run(["generate"]) == 1


def test_an_allowed_gap_is_no_finding(project: Path) -> None:
    pair = "{type: array, prefixItems: [{type: string}, {type: integer}]}"
    (project / "coffee.yaml").write_text(SPEC.replace("{type: number}", pair), "utf-8")
    assert run(["generate", "--strict"]) == 1
    (project / "qiyue.toml").write_text(PROJECT + 'allow = ["tuple-as-list"]\n', "utf-8")
    assert run(["generate", "--strict"]) == 0


def test_several_processes_write_the_same_and_say_it_in_order(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "tea.yaml").write_text(SPEC.replace("{type: number}", "{tipe: number}"), "utf-8")
    results = []
    for jobs in ("1", "2"):
        assert run(["generate", "--jobs", jobs]) == 0
        printed = capsys.readouterr()
        results.append(
            (tree(project / "generated"), printed.err, re.findall(r"^(\w+): 1 operation", printed.out, re.MULTILINE))
        )
        shutil.rmtree(project / "generated")
    assert results[0] == results[1]
    assert results[0][2] == ["tea", "coffee"]


def test_a_folder_for_a_file_leads_to_the_file_in_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "openapi.yaml").write_text(SPEC, "utf-8")
    assert run(["generate", "docs", "--out", "x"]) == 2
    assert "did you mean `docs/openapi.yaml`?" in capsys.readouterr().err


def test_a_file_becomes_a_distribution(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "tea.yaml", "--out", "my-tea"]) == 0
    assert (project / "my-tea/my_tea/__init__.py").is_file()
    assert run(["generate", "tea.yaml", "--out", "other", "--package", "teas", "--json"]) == 0
    assert "teas/__init__.py" in json.loads(capsys.readouterr().out.split("\n", 2)[2])["distributions"][0]["written"]


SURROUNDINGS: dict[str, Mapping[str, str]] = {
    "plain": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    "another": {
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "C.UTF-8",
        "TZ": "Asia/Shanghai",
        "COLUMNS": "30",
        "HOME": "/nowhere",
    },
}


def test_equal_bytes_whatever_the_surroundings(project: Path) -> None:
    results = []
    for name, variables in SURROUNDINGS.items():
        folder = project / name / "here"
        folder.mkdir(parents=True)
        arguments = ["generate", "../../tea.yaml", "--out", f"out-{name}", "--package", "tea"]
        command = [sys.executable, "-m", "qiyue", *arguments]
        subprocess.run(command, cwd=folder, env=os.environ | variables, check=True, capture_output=True)
        results.append(tree(folder / f"out-{name}"))
    assert results[0] == results[1]
    assert len(results[0]) > 10


def test_a_run_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {"/a": {"get": {}}}}
    (tmp_path / "a.json").write_text(json.dumps(document))
    code = "import sys; from qiyue.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    words = [sys.executable, "-c", code, "generate", "a.json", "--out", "client"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (tmp_path / "client/pyproject.toml").exists()
    slow = {"pydantic", "pydantic_core", "rich.console", "yaml", "tomllib", "asyncio", "httpx2", "concurrent.futures"}
    assert slow & set(done.stderr.split()) == set()
    assert "qiyue.targets.python" in done.stderr.split()
