"""The locks of the vendors account for every line of their pages, and a citation that goes is noticed."""

from pathlib import Path

import pytest

from qiyue import fidelity, pages
from qiyue.config import load_project
from qiyue.fidelity import Lock, Mark, store
from qiyue.fidelity.vendor import Vendor, vendors

ROOT = Path(__file__).parents[2]
PROJECT = load_project(ROOT)
OWNERS = vendors(PROJECT, PROJECT.editions)


@pytest.fixture(params=OWNERS, ids=lambda owner: owner.name)
def accounted(request: pytest.FixtureRequest) -> tuple[Lock, tuple[Mark, ...]]:
    lock = store.read(request.param.editions[0])
    assert lock is not None
    return lock, request.param.marks


def test_every_segment_is_cited_or_skipped(accounted: tuple[Lock, tuple[Mark, ...]]) -> None:
    (page,) = fidelity.cover(*accounted)
    assert (page.percent(page.covered), page.percent(page.confirmed)) == ("100 %", "100 %"), page.open
    assert page.groundless == ()


def test_every_citation_that_goes_is_missed(accounted: tuple[Lock, tuple[Mark, ...]]) -> None:
    """Take each citation away, one after the other: the segments it cited are open, and say who cited them."""
    lock, marks = accounted
    entries = lock.pages["main"].entries
    for mark in (each for each in marks if each.page == "main"):
        (page,) = fidelity.cover(lock, [other for other in marks if other is not mark])
        missed = {each.entry.place for each in page.open if mark.name in each.lost}
        assert missed == {entry.place for entry in entries if set(mark.lines) & set(entry.lines)}


def test_no_segment_is_both_cited_and_skipped(accounted: tuple[Lock, tuple[Mark, ...]]) -> None:
    lock, marks = accounted
    cited = {line for mark in marks if mark.page == "main" for line in mark.lines}
    assert [entry.place for entry in lock.pages["main"].entries if entry.skip and cited.issuperset(entry.lines)] == []


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.name)
def test_the_lock_is_that_of_the_page(owner: Vendor) -> None:
    edition = owner.editions[0]
    if not edition.pages["main"].exists():
        pytest.skip("not run: page absent")
    lock = store.read(edition)
    assert lock is not None
    assert lock.pages["main"].digest == fidelity.lock_page(pages.read(edition.pages["main"])).digest


def test_a_lock_holds_no_prose() -> None:
    """What a page shows as an example, and whatever is long, is not kept."""
    for owner in OWNERS:
        lock = store.read(owner.editions[0])
        assert lock is not None
        values = [fact.value for entry in lock.pages["main"].entries for fact in entry.facts]
        assert max((len(value) for value in values if isinstance(value, str)), default=0) <= 40
