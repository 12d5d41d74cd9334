"""JUnit: runs as the XML that build servers read. In: runs. Out: bytes.

A run is a suite, an operation a test case. It fails with everything that is wrong with it, and is skipped where a live
run leaves it alone.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from qiyue.contract import Failure, OperationResult
from qiyue.report.run import Run
from qiyue.report.text import clean, seconds


def junit(runs: Sequence[Run]) -> bytes:
    """Write runs as JUnit XML."""
    root = ET.Element("testsuites", name="qiyue contract")
    for run in runs:
        root.append(_suite(run))
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _suite(run: Run) -> ET.Element:
    outcome = run.outcome
    tested = {each.operation: each for each in outcome.tested}
    suite = ET.Element("testsuite", name=clean(run.name), time=seconds(outcome.seconds))
    properties = ET.SubElement(suite, "properties")
    for name, value in (("target", outcome.target), ("seed", outcome.seed), ("stopped", outcome.stopped)):
        ET.SubElement(properties, "property", name=name, value=clean(str(value)))
    cases = [_case(run, name, tested.get(name)) for name in outcome.selected]
    cases += [_skipped(run, each.operation, each.reason) for each in outcome.barred]
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(len(outcome.barred)))
    suite.set("errors", "0")
    return suite


def _case(run: Run, name: str, tested: OperationResult | None) -> ET.Element:
    case = ET.Element("testcase", classname=clean(run.name), name=clean(name))
    found = [failure for failure in run.outcome.failures if failure.operation == name]
    reason = run.outcome.untested_reason(name, tested)
    if found or reason:
        texts = [*filter(None, [reason]), *(_told(run, failure) for failure in found)]
        head = clean(reason or found[0].message)
        ET.SubElement(case, "failure", message=head, type=found[0].check if found else "success").text = clean(
            "\n\n".join(texts)
        )
    if tested is not None:
        out = ", ".join([f"{tested.cases} cases", f"{tested.successes} business successes", *tested.refused()])
        ET.SubElement(case, "system-out").text = out
    return case


def _skipped(run: Run, name: str, reason: str) -> ET.Element:
    case = ET.Element("testcase", classname=clean(run.name), name=clean(name))
    ET.SubElement(case, "skipped", message=clean(reason))
    return case


def _told(run: Run, failure: Failure) -> str:
    lines = [f"[{failure.check}] {failure.message}", f"at {run.place(failure.place)}", failure.reproduction]
    return "\n".join([*lines, *filter(None, [failure.call, failure.answer])])
