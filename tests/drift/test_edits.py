"""Edits of the vendors' pages: what means something names the right element, what means nothing says nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from qiyue.fidelity import wording
from qiyue.pages import Kind

EDITS = Path(__file__).parent / "edits"
TABLES = {path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in sorted(EDITS.glob("*.yaml"))}
EVERYWHERE = {"\n", "\n\n", "•"}
"""What is replaced wherever it stands."""


def edited(text: str, edit: dict[str, Any]) -> str:
    """Apply one edit; the text must hold what it changes."""
    match edit:
        case {"replace": [old, new]}:
            assert old in text, f"the page does not hold {old!r}"
            return text.replace(old, new, -1 if old in EVERYWHERE or edit.get("everywhere") else 1)
        case {"drop": old}:
            assert old in text, f"the page does not hold {old!r}"
            return text.replace(old, "", 1)
        case {"cut": [first, end]}:
            start = text.index(first)
            return text[:start] + text[text.index(end, start) :]
        case {"after": old, "insert": new}:
            assert old in text, f"the page does not hold {old!r}"
            return text.replace(old, old + new, 1)
        case {"move": [first, end, before]}:
            start, stop = text.index(first), text.index(end)
            piece, rest = text[start:stop], text[:start] + text[stop:]
            at = rest.index(before)
            return rest[:at] + piece + rest[at:]
    raise AssertionError(f"this is no edit: {edit}")


def cases(group: str) -> list[Any]:
    return [
        pytest.param(name, each, id=f"{name}-{number}-{each['kind']}")
        for name, table in TABLES.items()
        for number, each in enumerate(table[group])
    ]


@pytest.mark.parametrize(("name", "change"), cases("edits"))
def test_an_edit_names_its_element(page_of: Callable[[str], Any], name: str, change: dict[str, Any]) -> None:
    vendor = page_of(name)
    found = vendor.drift(edited(vendor.text, change))
    items = [item for item in found.items if not item.note]
    said = [(item.what.value, item.marks[0].element if item.marks else "", wording.sentence(item)) for item in items]
    what = change.get("what")
    assert any(change["element"] in element and what in (None, kind) for kind, element, _ in said), said
    assert len(items) == change.get("items", 1), said
    assert all(change.get("says", "") in sentence for *_, sentence in said), said


@pytest.mark.parametrize(("name", "change"), cases("harmless"))
def test_a_harmless_edit_says_nothing(page_of: Callable[[str], Any], name: str, change: dict[str, Any]) -> None:
    vendor = page_of(name)
    new = edited(vendor.text, change)
    assert new != vendor.text
    assert [wording.sentence(item) for item in vendor.drift(new).items] == []


def test_the_tables_are_wide_enough() -> None:
    edits = [each for table in TABLES.values() for each in table["edits"]]
    harmless = [each for table in TABLES.values() for each in table["harmless"]]
    assert len(edits) >= 60
    assert len({each["kind"] for each in edits}) >= 15
    assert len(harmless) >= 25


def test_the_same_page_says_nothing(vendor: Any) -> None:
    assert vendor.drift(vendor.text).items == ()


def test_every_row_that_goes_is_missed(vendor: Any) -> None:
    """Drop each line of a page that begins a row of a field or code, one after the other."""
    lines = vendor.text.split("\n")
    rows = [each for each in vendor.segments if each.kind in {Kind.ROW, Kind.CODE} and each.column == 0]
    for row in rows:
        found = vendor.drift("\n".join(lines[: row.first - 1] + lines[row.first :]))
        named = [item for item in found.items if not item.note and any(row.first in mark.lines for mark in item.marks)]
        assert named, f"L{row.first}: {row.text}"
