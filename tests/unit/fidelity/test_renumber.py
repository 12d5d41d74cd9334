"""Citations are renumbered in the text as it is written: every other byte stays."""

import pytest

from qiyue import fidelity, pages
from qiyue.fidelity import Locked, lock_page
from qiyue.fidelity.lines import Lines
from qiyue.fidelity.renumber import Emptied, Renumbering
from qiyue.source import Source

BEFORE = [f"Line {word} says so." for word in "one two three four five six seven eight".split()]
MOVES = {
    "a line above": ["Line zero says so.", *BEFORE],
    "a line between": [*BEFORE[:3], "Line three and a half says so.", *BEFORE[3:]],
    "a line less": [*BEFORE[:1], *BEFORE[2:]],
    "moved to the end": [*BEFORE[:2], *BEFORE[3:], BEFORE[2]],
    "nothing": BEFORE,
}
TABLE = [
    ("a line above", "x-qiyue-source: stated L2", "x-qiyue-source: stated L3"),
    ("a line above", "x-qiyue-source: 'stated L2, L4-5;  sample L3'", "x-qiyue-source: 'stated L3, L5-6;  sample L4'"),
    ("a line above", 'x-qiyue-source: "stated main:L2"', 'x-qiyue-source: "stated main:L3"'),
    ("a line above", "x-qiyue-source: stated L4-L5", "x-qiyue-source: stated L5-L6"),
    ("a line above", "x-qiyue-source: companion Z2:L2, XX-2", "x-qiyue-source: companion Z2:L2, XX-2"),
    ("a line above", "x-qiyue-source: stated new:L2", "x-qiyue-source: stated L2"),
    ("a line above", "x-qiyue-source: {type: stated L1,\n  max: sample\n  L2}", "x-qiyue-source: {type: stated L2,\n  max: sample\n  L3}"),  # noqa: E501
    ("a line above", "x-qiyue-source: >-\n  stated\n  L2-3\n", "x-qiyue-source: >-\n  stated\n  L3-4\n"),
    ("a line above", "# L2 is a line\ntitle: L2  # and so is L3", "# L2 is a line\ntitle: L2  # and so is L3"),
    ("a line above", "a: &L2 {x-qiyue-source: stated L2}\r\nb: *L2\r\n", "a: &L2 {x-qiyue-source: stated L3}\r\nb: *L2\r\n"),  # noqa: E501
    ("a line between", "x-qiyue-source: stated L2-5", "x-qiyue-source: stated L2-6"),
    ("a line between", "x-qiyue-source: stated L1-3", "x-qiyue-source: stated L1-3"),
    ("a line less", "x-qiyue-source: stated L1-4", "x-qiyue-source: stated L1-3"),
    ("a line less", "x-qiyue-source: stated L1, L2, L4", "x-qiyue-source: stated L1, L3"),
    ("a line less", "x-qiyue-source: sample L2; stated L4", "x-qiyue-source: stated L3"),
    ("a line less", "x-qiyue-source: stated L4; sample L2", "x-qiyue-source: stated L3"),
    ("a line above", "x-qiyue-source: draft stated L2; draft sample L4", "x-qiyue-source: draft stated L3; draft sample L5"),  # noqa: E501
    ("a line less", "x-qiyue-source: draft sample L2; draft stated L4", "x-qiyue-source: draft stated L3"),
    ("a line less", "x-qiyue-source: draft stated L4; draft  sample L2", "x-qiyue-source: draft stated L3"),
    ("a line less", "x-qiyue-source: inferred L2, XX-1", "x-qiyue-source: inferred XX-1"),
    ("a line less", "x-qiyue-source: stated L2-4", "x-qiyue-source: stated L2-3"),
    ("moved to the end", "x-qiyue-source: stated L2-4", "x-qiyue-source: stated L2-3, L8"),
    ("moved to the end", "x-qiyue-source: stated L3", "x-qiyue-source: stated L8"),
    ("moved to the end", "findings:\n- id: X-1\n  lines: [L3, L4-5]", "findings:\n- id: X-1\n  lines: [L8, L3-4]"),
    ("a line above", "findings:\n- why: See L2 (and Z2:L2).\n  lines:\n  - L3", "findings:\n- why: See L3 (and Z2:L2).\n  lines:\n  - L4"),  # noqa: E501
    ("nothing", "x-qiyue-source: stated L2,L3 ;sample  L4", "x-qiyue-source: stated L2,L3 ;sample  L4"),
]  # fmt: skip


def lines(move: str) -> Lines:
    old, new = ("\n".join(each) for each in (BEFORE, MOVES[move]))
    return Lines.of(fidelity.drift(lock_page(pages.read_text(old)), pages.read_text(new), []))


@pytest.mark.parametrize(("move", "written", "wanted"), TABLE)
def test_only_numbers_of_this_page_change(move: str, written: str, wanted: str) -> None:
    assert Renumbering("main", lines(move)).file(Source("spec.yaml", written)) == wanted


def test_another_page_is_renumbered_by_its_id() -> None:
    written = "x-qiyue-source: stated L2; companion Z2:L2-3, new:L1"
    wanted = "x-qiyue-source: stated L2; companion Z2:L3-4, Z2:L1"
    assert Renumbering("Z2", lines("a line above")).file(Source("spec.yaml", written)) == wanted


@pytest.mark.parametrize("written", ["a: {x-qiyue-source: stated L2}", "x-qiyue-source: {a: stated L1, b: sample L2}"])
def test_a_fact_is_never_left_without_ground(written: str) -> None:
    with pytest.raises(Emptied) as emptied:
        Renumbering("main", lines("a line less")).file(Source("spec.yaml", written))
    assert emptied.value.place.line == 1


def test_a_page_that_is_locked_for_the_first_time_moves_nothing() -> None:
    assert Lines.of(fidelity.drift(Locked(), pages.read_text("One.\n"), [])).moved == {}
