"""The papers of a developer tell the truth: links lead somewhere, paths exist, every room is on the page."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "generator" / "qiyue"
PAPERS = [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "decisions").glob("*.md"))]
LINK = re.compile(r"\]\((?P<to>[^)#]+)\)")
CODE = re.compile(r"`(?P<text>[^`\n]+)`")
IN_SOURCE = re.compile(r"[a-z_0-9]+(/[a-z_0-9]+)*(/|\.py)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_links_and_paths_lead_somewhere(paper: Path) -> None:
    text = paper.read_text("utf-8")
    links = [found["to"] for found in LINK.finditer(text)]
    assert [to for to in links if not (paper.parent / to).exists()] == []
    paths = [found["text"] for found in CODE.finditer(text) if IN_SOURCE.fullmatch(found["text"])]
    assert [path for path in paths if not any((folder / path).exists() for folder in (ROOT, SOURCE))] == []


def test_every_room_is_on_the_page() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    named = {word for found in CODE.finditer(text) for word in found["text"].split("/")}
    assert rooms - named == set()


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = {found["to"] for found in LINK.finditer((folder / "README.md").read_text("utf-8"))}
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}
