"""What qiyue says about its input: a stable code, a severity, a sentence, a place, a hint.

A stage that cannot go on raises ``Refused``; a stage that can go on adds to a ``Report``.
Nothing here prints: the command line does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from qiyue.base.value import Value


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"  # there is no output
    GAP = "gap"  # a construct is degraded to a wider working type
    NOTE = "note"  # worth knowing


class Place(Value):
    """A spot in a file. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    text: str = ""
    """The line itself, for the excerpt with the arrow."""
    pointer: str = field(default="", compare=False)
    """Where in the merged document the value stands, as a JSON Pointer."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(Value):
    """One finding about the input. ``code`` is an entry of ``codes.CODES``."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    hint: str = ""


class Refused(Exception):
    """The input cannot be used; carries every diagnostic known so far."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in self.diagnostics))


def refuse(code: str, message: str, place: Place | None = None, hint: str = "") -> Refused:
    """Build the exception for one error: ``raise refuse("duplicate-key", …)``."""
    return Refused([Diagnostic(code, Severity.ERROR, message, place, hint)])


@dataclass(slots=True)
class Report:
    """Diagnostics collected on the way. The one changeable value that stages pass along."""

    found: list[Diagnostic] = field(default_factory=list)
    strict: bool = False
    """Whether a slip is an error: whoever keeps the document can mend it. A stranger's document is degraded there."""
    _known: set[Diagnostic] = field(default_factory=set, init=False, repr=False)

    def __post_init__(self) -> None:
        self._known.update(self.found)

    def add(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.found.append(diagnostic)

    def error_or_gap(self) -> Severity:
        """Give how bad a mistake is that costs one construct, and not the whole document."""
        return Severity.ERROR if self.strict else Severity.GAP

    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.found if d.severity is Severity.ERROR)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    def stop_on_errors(self) -> None:
        """Raise ``Refused`` with everything found, if any of it is an error."""
        if self.errors():
            raise Refused(self.found)
