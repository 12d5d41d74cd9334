"""A citation counts for the row, call or sample it keeps to; one that reaches over several counts for none of them."""

import pytest

from qiyue import fidelity, pages
from qiyue.api import Grade
from qiyue.diagnostics import Place
from qiyue.fidelity import Lock, Mark, lock_page, record_citations

PAGE = """\
## GET /v1/letters/{id}

Letters are kept
for a year.

| name | type |
|------|------|
| id | string |
| lang | string |

```json
{"id": "L-1",
 "paid": 2.50
}
```
"""
ROWS, SAMPLE = ["L8", "L9"], ["L12", "L13-14"]
TABLE = [
    ("", ["L1", "L3-4", *ROWS, *SAMPLE]),
    ("L1 L3-4 L8 L9 L12-14", []),
    ("L1 L3-4 L6-8 L9-10 L12 L13", []),  # a row with the head above it, a sample by its first lines
    ("L1 L3-4 L8-9 L12-14", ROWS),  # a table
    ("L1-4 L8 L9 L12-14", []),  # a call and the prose below it
    ("L1-8 L9 L12-14", ["L1", "L8"]),  # a call and a row
    ("L1-15", ["L1", *ROWS, *SAMPLE]),
    ("L1-15 L1 L9", ["L8", *SAMPLE]),
    ("L1 L3 L8 L9 L12-14", ["L3-4"]),  # all of a sentence is to be cited
]


def mark(lines: str, name: str = "id") -> Mark:
    first, _, last = lines.removeprefix("L").partition("-")
    return Mark("/paths", name, "", Grade.STATED, "main", int(first), int(last or first), (), Place("openapi.yaml"))


@pytest.mark.parametrize(("cited", "missing"), TABLE)
def test_what_is_left_open(cited: str, missing: list[str]) -> None:
    lock = Lock({"main": lock_page(pages.read_text(PAGE, "page.md"))})
    (page,) = fidelity.cover(lock, map(mark, cited.split()))
    assert list(dict.fromkeys(each.entry.place for each in page.open)) == missing


def test_who_no_longer_cites_a_segment_is_named_until_that_is_kept() -> None:
    before = [mark("L8", "id"), mark("L8", "Letter"), mark("L1-15", "Letter")]
    lock = record_citations(Lock({"main": lock_page(pages.read_text(PAGE, "page.md"))}), before)
    (page,) = fidelity.cover(lock, before[1:])
    assert {each.lost for each in page.open if each.entry.place == "L8"} == {("id",)}
    (page,) = fidelity.cover(record_citations(lock, before[1:]), before[1:])
    assert {name for each in page.open for name in each.lost} == set()
    (page,) = fidelity.cover(lock, [*before, mark("L9", "lang")])
    assert page.later == 2


def test_an_element_that_was_moved_or_renamed_still_cites() -> None:
    lock = record_citations(Lock({"main": lock_page(pages.read_text(PAGE, "page.md"))}), [mark("L8")])
    moved = Mark("/components", "number", "type", Grade.SAMPLE, "main", 8, 8, (), Place("other.yaml"))
    (page,) = fidelity.cover(lock, [moved])
    assert [each.lost for each in page.open if each.lost] == []
