"""A sample of ``removals.py``: no mark, finding or reference goes missing without an error that says where."""

from pathlib import Path

import pytest

from qiyue.config import Edition, load_project

from .removals import noticed, prepared, references

PROJECT = load_project(Path(__file__))
DRAWN = 12
"""How many removals are tried for an edition: the same in every run, evenly spread over its files."""


@pytest.mark.parametrize("edition", PROJECT.editions, ids=lambda edition: edition.name)
def test_what_is_taken_out_is_missed(edition: Edition) -> None:
    files, every = prepared(PROJECT, edition)
    drawn = every[len(every) // DRAWN // 2 :: len(every) // DRAWN]
    assert len(drawn) >= DRAWN
    assert [one.title for one in drawn if not noticed(edition, files, one)] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("inferred ZX-01", [("ZX-01", "")]),
        ("stated L1; inferred ZX-01", [("ZX-01", "stated L1")]),
        ("inferred ZX-01; sample L2", [("ZX-01", "sample L2")]),
        ("sample L1; inferred ZX-01; stated L2", [("ZX-01", "sample L1; stated L2")]),
        ("inferred L4, ZX-01", [("ZX-01", "inferred L4")]),
        ("inferred ZX-01, ZX-02", [("ZX-01", "inferred ZX-02"), ("ZX-02", "inferred ZX-01")]),
        ("stated L1", []),
    ],
)
def test_a_reference_is_taken_out_of_evidence(text: str, left: list[tuple[str, str]]) -> None:
    assert list(references(text)) == left
