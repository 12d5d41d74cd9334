from qiyue import lint, source
from qiyue.diagnostics import Report

SPEC = """
openapi: 3.1.0
info: {title: Things, version: "1", x-qiyue-source: stated L1}
tags: [{name: a}]
components: {schemas: {A: {required: [a], x-qiyue-source: stated L3}}}
servers: [{url: /, x-qiyue-source: {"": stated L2}}]
"""
OVERLAY = """
overlay: 1.0.0
info: {title: more, version: "1"}
actions:
  - {target: "$.tags[0]", update: {x-qiyue-source: companion Z2}}
  - {target: $.info, update: {}}
  - {target: $.info, update: {summary: told elsewhere}}
  - {target: $.components.schemas.A, update: {required: [b]}}
  - {target: $.servers, update: [{url: /told, x-qiyue-source: companion Z2}]}
  - {target: "$.servers[0]", update: {description: told, x-qiyue-source: {description: companion Z2}}}
"""


def test_an_overlay_does_not_make_the_page_whole_and_does_something() -> None:
    report = Report()
    lint.check_layers(source.read_text(SPEC, "s.yaml"), [source.read_text(OVERLAY, "o.yaml")], report)
    assert [(each.code, str(each.place)) for each in report] == [
        ("missing-evidence", "s.yaml:4:8"),
        ("missing-evidence", "o.yaml:7:31"),
        ("missing-evidence", "o.yaml:8:58"),
        ("overlay-idle", "o.yaml:6:22"),
    ]


def test_a_spec_without_overlays_is_left_to_the_check_of_the_whole() -> None:
    report = Report()
    lint.check_layers(source.read_text(SPEC, "s.yaml"), [], report)
    assert list(report) == []
