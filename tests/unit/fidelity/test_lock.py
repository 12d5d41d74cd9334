"""Locks: digests that can be joined, a text form that is exact, and lines that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiyue import pages
from qiyue.diagnostics import Refused
from qiyue.fidelity import Lock, lock_page, lockfile
from qiyue.fidelity.lock import Digest
from qiyue.source import Source

PAGE = """\
# Plover Post API

## GET /v1/letters/{id}

| name | type | required | description |
|------|------|----------|-------------|
| id | string | yes | number of the letter, at most 12 characters |
| lang | string | no | one of: en, fr |

```json
{"id": "L-1", "owner": "Ada Plover", "paid": 2.50,
 "stamps": []}
```

Call at most 10 times a minute.
"""


@given(st.text(alphabet="abc漢字 9"), st.text(alphabet="abc漢字 9"))
def test_digests_can_be_joined(left: str, right: str) -> None:
    assert Digest.of("x" + left) + Digest.of("y" + right) == Digest.of("x" + left + "y" + right)
    assert Digest.read(str(Digest.of(left))) == Digest.of(left)


def test_a_lock_reads_back_as_it_was_written() -> None:
    lock = Lock(
        {"main": lock_page(pages.read_text(PAGE)), "P2": lock_page(pages.read_text("# Other\n\nThat is all.\n"))}
    )
    text = lockfile.write(lock)
    assert lockfile.read(Source("source.lock", text)) == lock
    assert lockfile.write(lockfile.read(Source("source.lock", text))) == text


def test_a_lock_holds_facts_and_no_samples() -> None:
    text = lockfile.write(Lock({"main": lock_page(pages.read_text(PAGE))}))
    assert '["id", "maxLength", 12]' in text
    assert '["/paid", "type", "number"]' in text
    assert "Ada" not in text
    assert "2.50" not in text


def test_a_new_line_on_the_page_is_a_new_line_of_the_lock() -> None:
    before, after = (
        lockfile.write(Lock({"main": lock_page(pages.read_text(text))})).splitlines()
        for text in (PAGE, PAGE.replace("## GET", "Letters are kept for a year.\n\n## GET"))
    )
    assert len([line for line in before if line not in after]) == 1  # the digest of the page
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"lock": 2}',
        "not JSON",
        '{"lock": 1}\n{"down": 1}',
        '{"lock": 1}\n{"page": "main", "digest": "0-0"}\n{"down": 1, "kind": "verse", "digest": "0-0"}',
        '{"lock": 1}\n{"page": "main", "digest": "0-0"}\n{"down": 1, "kind": "row", "digest": "0-0", "skip": "dull"}',
        '{"lock": 1}\n[]',
    ],
)
def test_what_is_no_lock_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(Refused) as refused:
        lockfile.read(Source("source.lock", text))
    assert refused.value.diagnostics[0].code == "lock-syntax"
    assert refused.value.diagnostics[0].place is not None
