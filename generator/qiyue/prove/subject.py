"""Subject: an Api in which faults are planted, and what is made of it once: its plan, its cases, its client."""

from dataclasses import dataclass, field

from qiyue.api import Api, Operation
from qiyue.caller import Package, in_memory
from qiyue.contract.cases import Plan, plan
from qiyue.diagnostics import Report
from qiyue.mock.schemas import Schemas
from qiyue.targets import python


@dataclass(slots=True)
class Subject:
    """One Api."""

    name: str
    api: Api
    plan: Plan
    answers: Schemas
    _edges: dict[str, frozenset[tuple[str, bool]]] = field(default_factory=dict)
    _package: Package | None = None

    def has_edge(self, operation: Operation, word: str, *, valid: bool) -> bool:
        """Tell whether a keyword is exercised by the cases of an operation, on this side of its edge."""
        if operation.id not in self._edges:
            cases = self.plan.boundary.cases(operation)
            self._edges[operation.id] = frozenset((case.place.rpartition("/")[2], case.valid) for case in cases)
        return (word, valid) in self._edges[operation.id]

    @property
    def package(self) -> Package:
        """The right client."""
        if self._package is None:
            self._package = generated(self.api)
        return self._package


def subject(name: str, api: Api) -> Subject:
    """Make an Api ready."""
    return Subject(name, api, plan(api, 0), Schemas(api, "answer", Report()))


def generated(api: Api) -> Package:
    """Generate a client and import it."""
    return in_memory(python.generate(api, "client", Report()), "client")
