"""Ready: what does not change in a mock, made once for all mocks of one Api: how requests are read, and answered."""

from dataclasses import dataclass

from qiyue.api import Api, Operation
from qiyue.diagnostics import Report
from qiyue.mock.answer import Answers
from qiyue.mock.body import Bodies
from qiyue.mock.parameters import Parameters
from qiyue.mock.refuse import Refusals
from qiyue.mock.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Work:
    """What does not change in one operation."""

    parameters: Parameters
    bodies: Bodies
    answers: Answers
    refusals: Refusals


class Ready:
    """The schemas and operations of one Api. The report gets a gap for everything that the mock does not do."""

    def __init__(self, api: Api, report: Report) -> None:
        self.api, self.report = api, report
        self.asked, self.answered = Schemas(api, "request", report), Schemas(api, "answer", report)
        self.works = {operation.id: self._work(operation) for operation in api.operations}

    def _work(self, operation: Operation) -> Work:
        return Work(
            Parameters(operation, self.asked),
            Bodies(operation, self.asked, self.report),
            Answers(self.api, operation, self.answered, self.report),
            Refusals(self.api, operation, self.answered),
        )
