"""What every view needs to know: the Api with its names and its types."""

from collections.abc import Mapping

from qiyue.api import Api, TypeId
from qiyue.base.value import Value
from qiyue.client_plan import ClientPlan
from qiyue.client_plan.types.table import Class, TypeTable
from qiyue.client_plan.types.type_ref import ANY, TypeRef
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.targets.python.callers import Callers
from qiyue.targets.python.expressions import Expression, Writer, union
from qiyue.targets.python.limits import LimitTables
from qiyue.targets.python.service import Constructor
from qiyue.targets.target import Locate
from qiyue.values import Plain

UNCHECKED = frozenset(["condition-unchecked"])
"""What the client leaves to the vendor to check: a caller can do all that the document allows."""


class Gaps(Value):
    """Tells the report what is degraded: a gap where a caller cannot do something, else a note."""

    report: Report
    locate: Locate
    places: Mapping[TypeId, str]

    def __call__(self, code: str, message: str, place: str) -> None:
        """``place`` is a JSON Pointer or a type id."""
        self._tell(code, Severity.NOTE if code in UNCHECKED else Severity.GAP, message, place)

    def note(self, code: str, message: str, place: str) -> None:
        """Tell what costs a caller nothing."""
        self._tell(code, Severity.NOTE, message, place)

    def _tell(self, code: str, severity: Severity, message: str, place: str) -> None:
        pointer = self.places.get(place, place.removeprefix("#"))
        found = self.locate(pointer) if pointer.startswith("/") else None
        self.report.add(Diagnostic(code, severity, message, found))


class Context(Value):
    """One client in the making."""

    plan: ClientPlan
    package: str
    names: Callers
    limits: LimitTables
    constructor: Constructor
    gap: Gaps

    @property
    def api(self) -> Api:
        return self.plan.api

    @property
    def types(self) -> TypeTable:
        return self.plan.types

    @property
    def classes(self) -> Mapping[str, Class]:
        return self.types.classes

    def schema(self, type_id: TypeId) -> Plain:
        """Give the node of a type as the spec has it."""
        return self.api.types.get(type_id, {})

    def runtime_type(self, ref: TypeRef) -> Expression | None:
        """Give what the runtime validates a value as; ``None`` lets every plain value through."""
        return None if ref == ANY else Writer().write(ref)


def optional(expression: Expression) -> Expression:
    """Allow ``None`` as well."""
    return union([expression, Expression("None")])
