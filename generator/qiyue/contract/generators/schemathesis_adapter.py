"""Schemathesis adapter: the cases that schemathesis draws for one operation. This is the only module that knows its
inner calls (pinned to 4.32).

In: an operation as schemathesis holds it. Out: its cases, one after the other; for one seed always the same.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, zip_longest
from typing import Any

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok
from schemathesis.generation.drivers import CoverageGenerator
from schemathesis.generation.feedback import NO_FEEDBACK
from schemathesis.generation.meta import REQUEST_SHAPE_PROBES
from schemathesis.generation.overrides import Override

from qiyue.api import Operation
from qiyue.contract.generators.hypothesis_provider import BACKEND
from qiyue.contract.http.request_values import CONTAINERS, RequestValues, SchemathesisCase, SchemathesisOperation

_SKIPPED = {"Multipart body with custom encoding"}
"""Fills every other required part with an empty text and calls it valid."""


def load_operations(document: Any, seed: int) -> Mapping[str, SchemathesisOperation]:
    """Load an OpenAPI document, and give its operations by id."""
    schema = schemathesis.openapi.from_dict(document, config=_config(seed))
    found: list[SchemathesisOperation] = [
        result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)
    ]
    return {target.definition.raw.get("operationId", ""): target for target in found}


def _config(seed: int) -> schemathesis.Config:
    return schemathesis.Config.from_dict(
        {
            "seed": seed,
            "generation": {"database": "none", "with-security-parameters": False, "mode": "all"},
            "analysis": {"constants": {"enabled": False}},
            "phases": {"coverage": {"unexpected-methods": []}},
        }
    )


def coverage_cases(target: SchemathesisOperation, *, negative: bool) -> Iterator[RequestValues]:
    """Give the cases that cover an operation's keywords, valid and invalid ones by turns."""
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE][: 1 + negative]
    turns = zip_longest(*(_coverage(target, mode) for mode in modes))
    return (case for case in chain.from_iterable(turns) if case is not None)


def _coverage(target: SchemathesisOperation, mode: GenerationMode) -> Iterator[RequestValues]:
    config = target.schema.config.generation_for(operation=target, phase="coverage")
    cases = CoverageGenerator(
        operation=target,
        generation_modes=[mode],
        generation_config=config,
        auth_storage=None,
        override=Override(),
        feedback=NO_FEEDBACK,
    )
    for case in map(_case, cases):
        said = describe_case(case)
        if said not in _SKIPPED and not (said.startswith("Malformed Content-Type") and not target.body):
            yield case


def fuzz(
    target: SchemathesisOperation, seed: int, most: int, use: Callable[[RequestValues], None], *, negative: bool
) -> None:
    """Push random cases into ``use``, all of them valid or all of them invalid."""
    mode = GenerationMode.NEGATIVE if negative else GenerationMode.POSITIVE

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=most,
        backend=BACKEND,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(target.as_strategy(generation_mode=mode, feedback=NO_FEEDBACK))
    def draw(case: SchemathesisCase) -> None:
        use(_case(case))

    with suppress(Unsatisfiable):  # an operation without input has nothing that could be wrong
        draw()


def _case(drawn: SchemathesisCase) -> RequestValues:
    return RequestValues(
        drawn.operation,
        drawn.path_parameters or {},
        drawn.query or {},
        drawn.headers or {},
        drawn.cookies or {},
        drawn.body,
        drawn.media_type,
        drawn.multipart_content_types,
        drawn.meta,
    )


def describe_case(case: RequestValues) -> str:
    """Give what schemathesis says that a case is about."""
    data = case.meta.phase.data if case.meta is not None else None
    return str(getattr(data, "description", None) or "")


def is_negative(case: RequestValues) -> bool:
    return case.meta is not None and case.meta.generation.mode.is_negative


def is_probe(case: RequestValues) -> bool:
    """Tell whether a case asks for what no document describes: another content type, or one that is malformed."""
    return case.meta is not None and getattr(case.meta.phase.data, "scenario", None) in REQUEST_SHAPE_PROBES


def adds_unknown_only(operation: Operation, case: RequestValues) -> bool:
    """Tell whether a case is wrong for nothing but parameters that nobody declared: to ignore those is right."""
    meta = case.meta
    negative = {place for place, info in meta.components.items() if info.mode.is_negative} if meta else set()
    if not negative or not negative <= {ParameterLocation.QUERY, ParameterLocation.HEADER, ParameterLocation.COOKIE}:
        return False
    if "unexpected properties" in describe_case(case) or "additionalProperties" in describe_case(case):
        return True
    declared = {(each.location, each.name) for each in operation.parameters}
    held = {(place.value, name) for place in negative for name in getattr(case, CONTAINERS[place])}
    return held.isdisjoint(declared) and not any(
        each.required and each.location in {place.value for place in negative} for each in operation.parameters
    )
