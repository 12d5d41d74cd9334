"""How lint says something: a code and a JSON Pointer become a diagnostic with its place."""

from qiyue.base.value import Value
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.document import Places


class Reporter(Value):
    """The places of one document, the report, and how bad what is said is."""

    places: Places
    report: Report
    severity: Severity

    def emit(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        self.report.add(Diagnostic(code, self.severity, message, self.places.place(pointer), hint))
