"""What holds of every vendor folder under specs/, whatever the vendor."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from qiyue import evidence
from qiyue.api import Citation
from qiyue.config import Edition, load_project
from qiyue.review import lint_edition
from qiyue.source import read

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(file.parent for file in ROOT.glob("specs/*/openapi.yaml"))
PROJECT = load_project(ROOT)

LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z.])(?=[0-9A-Z]*[0-9]{8})[0-9A-Z]{11,}(?![0-9A-Za-z])")

NOBODYS = re.compile(
    r'\b(?:\w*[iI]d|\w+Member|cashFlow(?:In|Out)|queryCode)"?: ?"?([0-9]{11,})|\b([A-Z]{2}20[0-9]{9})\b',
)
"""Ids of rows, and sample numbers made of a date: a page's calls cannot be answered without them."""

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_edition = pytest.mark.parametrize("edition", PROJECT.editions, ids=lambda edition: edition.name)
Record = Callable[[str, object], None]


def documents(folder: Path) -> list[Any]:
    """The page's spec first, then its overlays."""
    files = [folder / "openapi.yaml", *sorted(folder.glob("*.overlay.yaml"))]
    return [read(file).data for file in files]


def marks(node: Any) -> Iterator[Any]:
    """The value of every `x-qiyue-source`."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key == "x-qiyue-source" else marks(value)
    elif isinstance(node, list):
        for item in node:
            yield from marks(item)


def citations(folder: Path) -> list[Citation]:
    """What the spec and its overlays cite."""
    found = (mark for document in documents(folder) for mark in marks(document))
    return [citation for mark in found for citation in evidence.parse(mark).citations()]


def findings(folder: Path) -> list[Any]:
    return list(read(folder / "findings.yaml").data["findings"])


def pages(folder: Path) -> dict[str, list[str]]:
    """The lines of the vendor's pages that are at hand, by page id."""
    own = [edition for edition in PROJECT.editions if edition.spec.parent == folder]
    known = {name: path for edition in own for name, path in edition.pages.items()}
    return {name: path.read_text("utf-8").splitlines() for name, path in known.items() if path.is_file()}


def missing(cited: Iterable[Citation], pages: dict[str, list[str]]) -> list[Citation]:
    """Citations of lines that a page at hand does not have, or has empty at either end."""
    return [
        citation
        for citation in cited
        if citation.first and (lines := pages.get(citation.page)) is not None and not _stands(citation, lines)
    ]


def _stands(citation: Citation, lines: list[str]) -> bool:
    ends = [lines[number - 1].strip() for number in (citation.first, citation.last) if number <= len(lines)]
    return len(ends) == 2 and all(ends)


def personal_numbers(text: str) -> set[str]:
    """The long numbers of a text that may be somebody's."""
    return set(LONG_NUMBER.findall(text)) - {number for found in NOBODYS.findall(text) for number in found}


def test_there_is_a_folder() -> None:
    assert FOLDERS


@every_folder
def test_the_page_spec_is_openapi_31_without_its_overlays(folder: Path) -> None:
    document = documents(folder)[0]
    assert document["openapi"].startswith("3.1.")
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


@every_folder
def test_every_operation_has_a_caller_name_of_its_own(folder: Path) -> None:
    items = documents(folder)[0]["paths"].values()
    operations = [operation for item in items for verb, operation in item.items() if verb != "parameters"]
    named = [operation for operation in operations if "x-qiyue-dispatch" not in operation]
    assert len({tuple(operation["x-qiyue-name"].items()) for operation in named}) == len(named)


@every_edition
def test_an_edition_and_its_page_spec_alone_have_evidence_findings_and_fitting_examples(edition: Edition) -> None:
    page = replace(edition, name="page", overlays=(), evidence=True)
    for each in (page, replace(edition, evidence=True)):
        assert [str(found) for found in lint_edition(each, PROJECT).report] == []


@every_folder
def test_cited_lines_exist_on_the_page(folder: Path, record_property: Record) -> None:
    at_hand = pages(folder)
    record_property("pages at hand", sorted(at_hand))
    of_findings = [evidence.parse(f"stated {line}") for finding in findings(folder) for line in finding["lines"]]
    cited = citations(folder) + [citation for found in of_findings for citation in found.citations()]
    assert missing(cited, at_hand) == []


@every_folder
def test_no_long_number_of_the_page_is_in_the_specs(folder: Path, record_property: Record) -> None:
    """Telephone, bank, tax and document numbers of the page may belong to somebody."""
    at_hand = pages(folder)
    record_property("pages at hand", sorted(at_hand))
    numbers = {number for lines in at_hand.values() for number in personal_numbers("\n".join(lines))}
    texts = {file.name: file.read_text("utf-8") for file in folder.iterdir() if file.is_file()}
    assert [(name, number) for name, text in texts.items() for number in numbers if number in text] == []


def test_a_line_past_the_end_or_empty_is_missing() -> None:
    pages = {"main": ["title", "", "fact"], "Z2": ["other"]}
    cited = evidence.parse("stated L1, L1-3, L2, L3-4; companion Z2:L1, Z2:L2, Z2, far:L9; inferred ZX-01").citations()
    found = missing(cited, pages)
    assert [(citation.page, citation.first) for citation in found] == [("main", 2), ("main", 3), ("Z2", 2)]


def test_long_numbers_are_telephones_accounts_and_tax_numbers() -> None:
    text = "13800001111 6222020000000000001 91110000MA0000000X 560203 2026-03-18 FP202601 1268.50"
    text += ' {"subjectId": "794981295003285001", "mobile": "13900002222"} FP20260101001'
    somebodys = {"13800001111", "6222020000000000001", "91110000MA0000000X", "13900002222"}
    assert personal_numbers(text) == somebodys
