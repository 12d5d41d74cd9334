from pathlib import Path

import pytest

from qiyue.config import load_project
from qiyue.diagnostics import Diagnostic, Refused


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "spec.yaml").write_text("openapi: 3.1.0")
    (tmp_path / "deep" / "down").mkdir(parents=True)
    return tmp_path


def refused(folder: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as caught:
        load_project(folder)
    return caught.value.diagnostics


FULL = """
[tool.qiyue.editions.acme-two]
spec = "spec.yaml"
overlays = ["spec.yaml"]
evidence = true
pages = { main = "../away/page.txt" }
allow = ["gap"]
allow-urls = true
[tool.qiyue.editions.other]
spec = "spec.yaml"
package = "other_client"
"""


@pytest.mark.parametrize("name", ["pyproject.toml", "qiyue.toml"])
def test_editions_are_found_from_below(name: str, project: Path) -> None:
    (project / name).write_text(FULL)
    found = load_project(project / "deep" / "down")
    acme, other = found.editions
    assert found.root == project
    assert (acme.name, acme.package, acme.evidence, acme.allow) == ("acme-two", "acme_two", True, ("gap",))
    assert (acme.spec, acme.overlays) == (project / "spec.yaml", (project / "spec.yaml",))
    assert acme.pages == {"main": project / "../away/page.txt"}
    assert (other.package, other.overlays, other.evidence) == ("other_client", (), False)
    assert (acme.allow_urls, other.allow_urls) == (True, False)
    assert found.edition("other") is other


def test_a_file_of_its_own_needs_no_prefix(project: Path) -> None:
    (project / "qiyue.toml").write_text('[editions.acme]\nspec = "spec.yaml"\n')
    assert [edition.name for edition in load_project(project).editions] == ["acme"]


def test_a_pyproject_without_editions_is_passed_by(project: Path) -> None:
    (project / "pyproject.toml").write_text(FULL)
    (project / "deep" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load_project(project / "deep").root == project


def test_no_project_is_one_diagnostic(tmp_path: Path) -> None:
    assert [found.code for found in refused(tmp_path)] == ["project-missing"]


@pytest.mark.parametrize(("name", "hint"), [("acme-tow", "acme-two"), ("zzz", "acme-two, other")])
def test_an_unknown_edition_is_hinted(name: str, hint: str, project: Path) -> None:
    (project / "qiyue.toml").write_text(FULL)
    with pytest.raises(Refused) as caught:
        load_project(project).edition(name)
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.code == "unknown-edition"
    assert hint in diagnostic.hint


SPEC = 'spec = "spec.yaml"\n'
MISTAKES = {
    "a = \n": ("project-invalid", 1),
    "editions = 3\n": ("project-invalid", 1),
    "edition = 3\n": ("project-invalid", 1),
    "[editions]\na = 3\n": ("project-invalid", 0),
    "[editions.a]\npackage = 'a'\n": ("project-invalid", 1),
    "[editions.a]\nspec = 3\n": ("project-invalid", 2),
    "[editions.a]\nspec = ''\n": ("project-invalid", 2),
    "[editions.a]\nspec = 'absent.yaml'\n": ("file-missing", 2),
    f"[editions.a]\n{SPEC}overlays = ['absent.yaml']\n": ("file-missing", 3),
    f"[editions.a]\n{SPEC}overlays = 'spec.yaml'\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}overlay = ['spec.yaml']\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}evidence = 'yes'\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}pages = ['x']\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}allow = [1]\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}allow-urls = 1\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}package = 'class'\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}package = 'json'\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}package = 'pydantic'\n": ("project-invalid", 3),
    f"[editions.a]\n{SPEC}package = '../x'\n": ("project-invalid", 3),
    f"[editions.json]\n{SPEC}": ("project-invalid", 1),
    f"[editions.'../x']\n{SPEC}": ("project-invalid", 1),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_one_diagnostic_with_its_line(text: str, project: Path) -> None:
    (project / "qiyue.toml").write_text(text)
    [diagnostic] = refused(project)
    assert diagnostic.place is not None
    assert diagnostic.place.file == "qiyue.toml"
    assert (diagnostic.code, diagnostic.place.line) == MISTAKES[text]


def test_all_mistakes_are_said_at_once(project: Path) -> None:
    (project / "qiyue.toml").write_text(f"[editions.a]\nspec = 3\npagse = 4\n[editions.b]\n{SPEC}package = 'class'\n")
    lines = [found.place.line for found in refused(project) if found.place]
    assert lines == [2, 3, 6]
