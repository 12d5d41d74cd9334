"""Plan: what is sent to an operation, phase by phase.

In: Api and a seed. Out: cases, each with its phase, pushed into a function; for one seed always the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count, zip_longest
from urllib.parse import quote

from qiyue.api import Api, Operation
from qiyue.contract.generators import schemathesis_adapter
from qiyue.contract.generators.boundary import BoundaryCase, BoundaryGenerator
from qiyue.contract.generators.example_cases import ExampleCases
from qiyue.contract.generators.formats import register_file, register_formats, register_media
from qiyue.contract.generators.negative import NegativeCase, build_negative_cases
from qiyue.contract.generators.schemathesis_schema import build_validity_check, to_schemathesis_document
from qiyue.contract.generators.size_limit import exceeds_size_limit
from qiyue.contract.http.request_values import RequestValues, SchemathesisOperation, with_values
from qiyue.contract.model.case import Case, Phase
from qiyue.contract.model.mock_seeds import named_keys
from qiyue.contract.model.mutation import NO_MUTATION, Mutation
from qiyue.contract.model.stop import PhaseComplete
from qiyue.diagnostics import Report
from qiyue.emit import expand_paths
from qiyue.examples import Request, example_requests, file_types
from qiyue.mock.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Plan:
    """The operations of an Api as schemathesis sees them."""

    api: Api
    operations: Mapping[str, SchemathesisOperation]
    requests: Mapping[str, ExampleCases]
    seed: int
    boundary: BoundaryGenerator

    def each(
        self,
        operation: Operation,
        phase: Phase,
        max_examples: int,
        use: Callable[[Case], None],
        *,
        negative: bool,
        most: int | None = None,
    ) -> None:
        """Push the cases of one phase into ``use``: all of them, or no more than ``most``."""
        target = self.operations.get(operation.id)
        if target is None or most == 0:
            return
        push = use if most is None else _limited(use, most)
        try:
            self._phase(operation, target, phase, max_examples if most is None else -(-most // 2), push, negative)
        except PhaseComplete:
            return

    def _phase(
        self,
        operation: Operation,
        target: SchemathesisOperation,
        phase: Phase,
        max_examples: int,
        use: Callable[[Case], None],
        negative: bool,
    ) -> None:
        tellable = negative and _tellable(operation)
        if phase == "examples":
            for request in example_requests(self.api, operation):
                use(self.planned(operation, request, phase))
        elif phase == "boundary":
            for bounded in self.boundary.cases(operation):
                if bounded.valid or negative:
                    use(self._bounded(operation, bounded))
        elif phase == "coverage":
            push = self._drawn(operation, use)
            cases = (
                schemathesis_adapter.coverage_cases(target, negative=tellable) if self.draws(operation) else iter(())
            )
            made = (
                (self._wrong(operation, wrong) for wrong in build_negative_cases(self.api, operation))
                if negative
                else iter(())
            )
            for planned in chain.from_iterable(zip_longest(made, (_planned(case, phase) for case in cases))):
                if planned is not None:
                    (push if planned.case.meta is not None else use)(planned)
        elif self.draws(operation):
            push = self._drawn(operation, use)
            for wrong in (False, True)[: 1 + tellable]:
                schemathesis_adapter.fuzz(
                    target, self.seed, max_examples, lambda case: push(_planned(case, phase)), negative=wrong
                )

    def draws(self, operation: Operation) -> bool:
        """Tell whether cases are drawn for an operation: what comes by hand comes for all."""
        return not exceeds_size_limit(self.api, operation)

    def planned(self, operation: Operation, request: Request, phase: Phase = "examples") -> Case:
        """Give a request of the document as a case."""
        case = self.requests[operation.id].case(request)
        return Case(case, phase, positive=True, about=request.name or "example", joined=_joined(operation))

    def _wrong(self, operation: Operation, wrong: NegativeCase) -> Case:
        case = self.requests[operation.id].case(wrong.request)
        return Case(
            case,
            "coverage",
            positive=wrong.positive,
            about=wrong.about,
            kinds=wrong.kinds,
            check=wrong.check,
            mutation=wrong.mutation,
            joined=_joined(operation),
        )

    def _bounded(self, operation: Operation, bounded: BoundaryCase) -> Case:
        case = self.requests[operation.id].case(bounded.request)
        return Case(
            case,
            "boundary",
            positive=bounded.valid,
            about=bounded.about,
            kinds=bounded.kinds,
            mutation=NO_MUTATION if bounded.valid else Mutation(left=frozenset({bounded.at})),
            joined=_joined(operation),
            place=bounded.place,
            at=bounded.at,
        )

    def _drawn(self, operation: Operation, use: Callable[[Case], None]) -> Callable[[Case], None]:
        """Give what takes drawn cases. Every other valid one names objects that are known, or it would find none."""
        joined, known, numbers = _joined(operation), named_keys(self.api, operation), count()
        is_meant = build_validity_check(self.api, operation)

        def push(planned: Case) -> None:
            if (
                schemathesis_adapter.adds_unknown_only(operation, planned.case)
                if not planned.positive
                else not is_meant(planned.case)
            ):
                return
            number = next(numbers) if planned.positive and known else 1
            if number % 2 == 0:
                values = {where: values[number // 2 % len(values)] for where, values in known.items()}
                planned = replace(planned, case=with_values(planned.case, values))
            use(replace(planned, joined=joined))

        return push


def load_plan(api: Api, seed: int) -> Plan:
    """Load an Api into schemathesis."""
    register_formats()
    for operation in api.operations:
        for media in operation.body.media if operation.body else ():
            register_media(media.content_type)
            for content_types in file_types(api, media).values():
                for content_type in content_types:
                    register_file(content_type)
    boundary = BoundaryGenerator(api, Schemas(api, "request", Report()))
    targets = schemathesis_adapter.load_operations(to_schemathesis_document(api, expand_paths(api)), seed)
    return Plan(api, targets, {name: ExampleCases(target) for name, target in targets.items()}, seed, boundary)


def _limited(use: Callable[[Case], None], most: int) -> Callable[[Case], None]:
    """Give what takes no more than so many cases."""
    left = count(most, -1)

    def push(planned: Case) -> None:
        use(planned)
        if next(left) <= 1:
            raise PhaseComplete

    return push


def _joined(operation: Operation) -> frozenset[str]:
    in_query = (each for each in operation.parameters if each.location == "query" and not each.content_type)
    return frozenset(quote(each.name) for each in in_query if each.style == "form" and not each.explode)


def _planned(case: RequestValues, phase: Phase) -> Case:
    positive = not schemathesis_adapter.is_negative(case)
    return Case(
        case, phase, positive, schemathesis_adapter.describe_case(case), mutation=NO_MUTATION if positive else None
    )


def _tellable(operation: Operation) -> bool:
    """Tell whether an invalid value stays invalid on the wire: in a form every value is text."""
    if operation.body is None:
        return True
    return all("json" in media.content_type for media in operation.body.media)
