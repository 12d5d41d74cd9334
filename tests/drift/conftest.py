"""The vendors' pages, where they are at hand, with what a drift needs beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from qiyue import fidelity, pages
from qiyue.config import load_project
from qiyue.fidelity import Drift, Locked, Mark
from qiyue.fidelity.vendor import vendors
from qiyue.pages import Segment
from qiyue.values import Plain

ROOT = Path(__file__).parents[2]
VENDORS = ("zhangxiaoer", "cloudpense", "shopex-oms", "fenxi")


@dataclass(frozen=True)
class Vendor:
    """A page as it is, and everybody who cites it."""

    text: str
    segments: tuple[Segment, ...]
    lock: Locked
    marks: Sequence[Mark]
    documents: Sequence[Plain]

    def drift(self, text: str) -> Drift:
        return fidelity.drift(self.lock, pages.read_text(text), self.marks, self.documents)


@cache
def vendor_of(name: str) -> Vendor:
    project = load_project(ROOT)
    edition = project.edition(name)
    path = edition.pages["main"]
    if not path.exists():
        pytest.skip("not run: page absent")
    page = pages.read(path)
    (owner,) = vendors(project, [edition])
    marks = [mark for mark in owner.marks if mark.page == "main"]
    documents = [compiled.data for compiled in owner.compiled]
    return Vendor(page.text, pages.segments(page), fidelity.lock_page(page), marks, documents)


@pytest.fixture
def page_of() -> Callable[[str], Vendor]:
    """Give the page of a vendor by the name of its edition."""
    return vendor_of


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> Vendor:
    return vendor_of(request.param)
