"""Lint of a document written as YAML."""

from collections.abc import Callable, Mapping

import pytest

from qiyue import lint, source
from qiyue.diagnostics import Diagnostic, Report
from qiyue.source.places import Places

BASE = """\
openapi: 3.1.0
info: {title: Things, version: "1", x-qiyue-source: stated L1}
x-qiyue-sources: {main: {title: a}, Z2: {title: b}, Zwei: {title: c}}
"""
Linted = Callable[..., list[Diagnostic]]


def linted(
    text: str, *, strict: bool = False, findings: str | None = None, counts: Mapping[str, int] | None = None
) -> list[Diagnostic]:
    loaded = source.read_text(BASE + text, "spec.yaml")
    sheet = None
    if findings is not None:
        read = source.read_text(findings, "findings.yaml")
        sheet = lint.FindingTable(read.data, Places.of(read.source))
    report = Report()
    places = Places.of(loaded.source)
    lint.check(loaded.data, places, report, strict=strict, sheet=sheet, counts=counts)
    return report.found


@pytest.fixture(name="linted")
def _linted() -> Linted:
    return linted
