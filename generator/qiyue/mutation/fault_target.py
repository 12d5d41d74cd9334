"""Fault target: an Api in which faults are planted, and what is made of it once: its plan, its cases, its client."""

from dataclasses import dataclass, field

from qiyue.api import Api, Operation
from qiyue.contract.generators.plan import Plan, load_plan
from qiyue.diagnostics import Report
from qiyue.drivers import Driver
from qiyue.files import File
from qiyue.mock.schemas import Schemas
from qiyue.mutation.api_changes import filter_operation, find_keywords
from qiyue.targets import TargetInput, drive, find_target, open_client

PACKAGE_NAME = "client"


@dataclass(slots=True)
class FaultTarget:
    """One Api."""

    name: str
    api: Api
    plan: Plan
    answers: Schemas
    _edges: dict[str, frozenset[tuple[str, bool]]] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _around: dict[str, Api] = field(default_factory=dict)
    _files: tuple[File, ...] = ()
    _driver: Driver | None = None

    def has_boundary(self, operation: Operation, word: str, *, valid: bool) -> bool:
        """Tell whether a keyword is exercised by the cases of an operation, on this side of its edge."""
        if operation.id not in self._edges:
            cases = self.plan.boundary.cases(operation)
            self._edges[operation.id] = frozenset((case.place.rpartition("/")[2], case.valid) for case in cases)
        return (word, valid) in self._edges[operation.id]

    def response_keywords(self, operation: Operation) -> frozenset[str]:
        """Give all keywords, and names, that stand in the types of the answers to an operation."""
        if operation.id not in self._words:
            types = (media.type for answer in operation.answers for media in answer.media if media.type)
            self._words[operation.id] = frozenset(find_keywords(self.api, types))
        return self._words[operation.id]

    def for_operation(self, operation: Operation) -> Api:
        """Give as much of the Api as a journey of one operation needs."""
        if operation.id not in self._around:
            self._around[operation.id] = filter_operation(self.api, operation)
        return self._around[operation.id]

    @property
    def driver(self) -> Driver:
        """The right client."""
        if self._driver is None:
            self._driver = drive(self.files, PACKAGE_NAME)
        return self._driver

    @property
    def files(self) -> tuple[File, ...]:
        """What the right client is made of."""
        if not self._files:
            self._files = tuple(find_target().generate(TargetInput(self.api, PACKAGE_NAME, Report())))
        return self._files


def load_target(name: str, api: Api) -> FaultTarget:
    """Make an Api ready."""
    return FaultTarget(name, api, load_plan(api, 0), Schemas(api, "answer", Report()))


def generate_client(api: Api) -> Driver:
    """Generate a client and import it."""
    return open_client(api, PACKAGE_NAME)
