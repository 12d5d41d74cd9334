"""The grammar of evidence: what it takes, what it refuses, and that writing and reading are inverse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiyue import evidence
from qiyue.api import Citation, Evidence, Grade


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("stated L39", [Citation(Grade.STATED, "main", 39, 39)]),
        ("stated L40-45", [Citation(Grade.STATED, "main", 40, 45)]),
        ("sample L40-L45", [Citation(Grade.SAMPLE, "main", 40, 45)]),
        ("companion Z2:L12", [Citation(Grade.COMPANION, "Z2", 12, 12)]),
        ("companion Z2", [Citation(Grade.COMPANION, "Z2")]),
        ("draft stated L39", [Citation(Grade.STATED, "main", 39, 39, draft=True)]),
        (
            "stated L39; draft  sample L40, L42",
            [
                Citation(Grade.STATED, "main", 39, 39),
                Citation(Grade.SAMPLE, "main", 40, 40, draft=True),
                Citation(Grade.SAMPLE, "main", 42, 42, draft=True),
            ],
        ),
        ("draft assumed ZX-02", [Citation(Grade.ASSUMED, finding="ZX-02", draft=True)]),
        ("assumed ZX-02", [Citation(Grade.ASSUMED, finding="ZX-02")]),
        ("inferred L1, ZX-02", [Citation(Grade.INFERRED, "main", 1, 1), Citation(Grade.INFERRED, finding="ZX-02")]),
        (
            "stated L39; companion Z2:L12",
            [Citation(Grade.STATED, "main", 39, 39), Citation(Grade.COMPANION, "Z2", 12, 12)],
        ),
    ],
)
def test_text_is_read(text: str, citations: list[Citation]) -> None:
    assert evidence.parse(text) == Evidence((("", tuple(citations)),))


def test_facts_are_read_in_order() -> None:
    found = evidence.parse({"type": "sample L101", "": "stated L40-45"})
    assert [fact for fact, _ in found.facts] == ["type", ""]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("", "is no grade"),
        ("state L1", "`state` is no grade of evidence"),
        ("stated", "names no line"),
        ("draft", "is no grade"),
        ("draft L12", "`L12` is no grade of evidence"),
        ("stated draft L12", "is no reference"),
        ("draft draft stated L12", "`draft` is no grade"),
        ("draft inferred L12", "needs a finding"),
        ("stated L1,", "names no line"),
        ("stated L0", "is no reference"),
        ("stated line 4", "is no reference"),
        ("stated L9-3", "run backwards"),
        ("inferred L12", "needs a finding"),
        ("assumed L12; stated ZX-01", "needs a finding"),
        ({"type": 3}, "is a text"),
        (["stated L1"], "or a mapping"),
        (None, "or a mapping"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(value: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        evidence.parse(value)


def test_one_fact_is_written_short() -> None:
    assert evidence.format(evidence.parse({"": "stated L1-1; stated L2"})) == "stated L1, L2"
    assert evidence.format(evidence.parse({"type": "stated L1"})) == {"type": "stated L1"}


lines = st.integers(1, 500)
references = st.one_of(
    st.builds(lambda first, more: (first, first + more), lines, st.integers(0, 9)),
    st.just(None),
)


def citation(grade: Grade, draft: bool) -> st.SearchStrategy[Citation]:
    pages = st.sampled_from(["main", "Z2", "C5p"])
    on_page = st.builds(lambda page, span: Citation(grade, page, *(span or (0, 0)), draft=draft), pages, references)
    finding = st.builds(lambda number: Citation(grade, finding=f"ZX-{number:02}", draft=draft), lines)
    return finding if grade in evidence.NEED_FINDING else st.one_of(on_page, finding)


graded = st.one_of([citation(grade, draft) for grade in Grade for draft in (False, True)])
citations = st.lists(graded, min_size=1, max_size=5).map(tuple)
facts = st.dictionaries(st.sampled_from(["", "type", "required", "enum/Y"]), citations, min_size=1)


@given(facts)
def test_reading_undoes_writing(facts: dict[str, tuple[Citation, ...]]) -> None:
    value = Evidence(tuple(facts.items()))
    assert evidence.parse(evidence.format(value)) == value
