from collections.abc import Callable

import pytest

from qiyue import lint, source
from qiyue.diagnostics import Diagnostic

Linted = Callable[..., list[Diagnostic]]

SPEC = """
tags: [{name: a, x-qiyue-source: "inferred L1, AB-01"}, {name: b, x-qiyue-source: "stated L1, AB-02"}]
"""
ROW = "  - {id: %s, lines: [L1], title: t, readings: [a, b], chosen: a, why: w, settled-by: s}\n"
GOOD = "findings:\n" + ROW % "AB-01" + ROW % "AB-02"


def test_findings_that_are_whole_and_used(linted: Linted) -> None:
    assert linted(SPEC, findings=GOOD) == []


@pytest.mark.parametrize(
    ("findings", "code", "place", "hint"),
    [
        ("findings: []\n", "unknown-finding", "spec.yaml:5", "add it to findings.yaml"),
        (GOOD.replace("AB-02", "AB-22"), "unknown-finding", "spec.yaml:5", "did you mean"),
        (GOOD + ROW % "AB-03", "unused-finding", "findings.yaml:4", "inferred L12, AB-03"),
        (GOOD + ROW % "AB-02", "duplicate-finding", "findings.yaml:4", "give one of them a new id"),
        (GOOD.replace("why: w", "whi: w"), "invalid-finding", "findings.yaml:2", "did you mean why?"),
        (GOOD.replace("[a, b]", "[a]"), "invalid-finding", "findings.yaml:2", "what the page may mean"),
        (
            GOOD.replace("settled-by: s}", "settled-by: s, cited: 2}", 1),
            "miscounted-finding",
            "findings.yaml:2",
            "cited: 1",
        ),
        (GOOD.replace("id: AB-01", "id: one"), "invalid-finding", "findings.yaml:2", "capitals and digits"),
        ("finding: []\n", "invalid-finding", "findings.yaml:1", "did you mean findings?"),
        ("[]\n", "invalid-finding", "findings.yaml:1", ""),
    ],
)
def test_a_slip(linted: Linted, findings: str, code: str, place: str, hint: str) -> None:
    found = [(each.code, str(each.place)[: len(place)]) for each in linted(SPEC, findings=findings)]
    assert (code, place) in found
    assert any(hint in each.hint for each in linted(SPEC, findings=findings) if each.code == code)


def test_another_file_of_the_vendor_may_be_the_one_that_refers_to_it(linted: Linted) -> None:
    rows = GOOD + ROW.replace("}", ", cited: 3}") % "AB-03"
    assert linted(SPEC, findings=rows, counts={"AB-01": 1, "AB-02": 1, "AB-03": 3}) == []
    [lost] = linted(SPEC, findings=GOOD, counts={"AB-01": 1, "AB-02": 1, "AB-03": 3})
    assert (lost.code, str(lost.place)) == ("unknown-finding", "findings.yaml:1:1")


def test_references_are_counted_wherever_evidence_stands() -> None:
    overlay = """
    actions:
      - {target: $.info, update: {x-qiyue-source: {title: "stated L1, AB-01", "": "inferred AB-01, AB-02"}}}
      - {target: $.tags, update: [{x-qiyue-source: assumed AB-02}, {x-qiyue-source: no evidence}]}
    """
    assert lint.count_references(source.read_text(overlay, "o.yaml").data) == {"AB-01": 2, "AB-02": 2}


def test_without_findings_every_reference_of_a_strict_edition_is_unknown(linted: Linted) -> None:
    assert [each.code for each in linted(SPEC, strict=True)] == ["unknown-finding", "unknown-finding"]
