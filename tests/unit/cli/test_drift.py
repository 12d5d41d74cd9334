"""``qiyue drift`` and ``qiyue coverage`` from the outside: bad documents, formats, refusals."""

import json
import shutil
from pathlib import Path

import pytest

from qiyue.cli.main import run

KESTREL = Path(__file__).parents[2] / "drift" / "kestrel"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kestrel"
    shutil.copytree(KESTREL, folder, ignore=shutil.ignore_patterns("generated"))
    monkeypatch.chdir(folder)
    return folder


BAD = {
    "binary": (b"\x89PNG\0\0\x01", "file-binary"),
    "empty": (b"", "page-empty"),
    "blank": (b" \n\t\n", "page-empty"),
    "no text": ("Größe: 5".encode("latin-1") * 3, "page-encoding"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_document_is_one_diagnostic(project: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    content, code = BAD[kind]
    (project / "bad.txt").write_bytes(content)
    for arguments in (["drift", "kestrel", "bad.txt"], ["coverage", "kestrel", "--document", "bad.txt"]):
        assert run([*arguments, "--json"]) == 2
        assert [each["code"] for each in json.loads(capsys.readouterr().out)["diagnostics"]] == [code]


def test_a_huge_document_is_refused_unread(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "huge.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert run(["drift", "kestrel", "huge.txt", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "file-too-large"


def test_gbk_is_read(project: Path) -> None:
    text = (project / "page.md").read_text("utf-8") + "\n备注:请求参数的说明。\n"
    (project / "page.md").write_bytes(text.encode("gbk", "replace"))
    assert run(["drift", "kestrel", "page.md"]) == 0


def test_a_page_without_a_lock_is_refused_until_it_is_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = (project / "source.lock").read_text("utf-8")
    (project / "source.lock").unlink()
    assert run(["drift", "kestrel", "page.md"]) == 2
    assert run(["coverage"]) == 1
    assert run(["drift", "kestrel", "page.md", "--accept", "--skip", "L3=navigation"]) == 0
    assert (project / "source.lock").read_text("utf-8") == lock
    assert run(["coverage"]) == 0


def test_formats(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "json", "markdown"):
        assert run(["drift", "kestrel", "page-today.md", "--format", form]) == 1
        printed = capsys.readouterr().out
        assert "page_size" in printed
        assert "openapi.yaml" in printed
        if form == "json":
            assert json.loads(printed)["drift"][0]["elements"][0]["place"]["line"] == 34


@pytest.mark.parametrize("option", ["--skip=L12", "--skip=L12=boring", "--settled=twelve", "--skip=12-x=heading"])
def test_what_cannot_be_meant_is_refused(project: Path, option: str) -> None:
    before = (project / "source.lock").read_bytes()
    assert run(["drift", "kestrel", "page-today.md", "--accept", option]) == 2
    assert (project / "source.lock").read_bytes() == before


def test_what_somebody_says_is_settled_is(project: Path) -> None:
    assert run(["drift", "kestrel", "page-today.md", "--accept", "--settled", "L15-16"]) == 1
    assert (
        run(["drift", "kestrel", "page-today.md", "--accept", "--settled=L15-16", "--skip=L17=points-elsewhere"]) == 0
    )
    assert run(["coverage"]) == 0


def test_what_is_not_covered_is_shown_with_its_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = project / "openapi.yaml"
    spec.write_text(spec.read_text("utf-8").replace("stated L38", "assumed KP-01"), "utf-8")
    capsys.readouterr()
    assert run(["coverage", "kestrel", "--document", "page.md"]) == 1
    assert "unknown key" in capsys.readouterr().out
