"""Drawn: the cases that schemathesis draws for one operation. This is the only module that knows its inner calls
(pinned to 4.32).

In: an operation as schemathesis holds it. Out: its cases, one after the other; for one seed always the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, zip_longest
from typing import Any, TypeAlias

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok
from schemathesis.generation.drivers import CoverageGenerator
from schemathesis.generation.feedback import NO_FEEDBACK
from schemathesis.generation.overrides import Override

from qiyue.api import Operation
from qiyue.contract.provider import BACKEND
from qiyue.contract.values_in import CONTAINERS, Case

Target: TypeAlias = Any
"""An operation as schemathesis holds it."""

_SKIPPED = {"Multipart body with custom encoding"}
"""Fills every other required part with an empty text and calls it valid."""


def targets(document: Any, seed: int) -> Mapping[str, Target]:
    """Load an OpenAPI document, and give its operations by id."""
    schema = schemathesis.openapi.from_dict(document, config=_config(seed))
    found: list[Target] = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
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


def covering(target: Target, *, negative: bool) -> Iterator[Case]:
    """Give the cases that cover an operation's keywords, valid and invalid ones by turns."""
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE][: 1 + negative]
    turns = zip_longest(*(_coverage(target, mode) for mode in modes))
    return (case for case in chain.from_iterable(turns) if case is not None)


def _coverage(target: Target, mode: GenerationMode) -> Iterator[Case]:
    config = target.schema.config.generation_for(operation=target, phase="coverage")
    cases = CoverageGenerator(
        operation=target,
        generation_modes=[mode],
        generation_config=config,
        auth_storage=None,
        override=Override(),
        feedback=NO_FEEDBACK,
    )
    for case in cases:
        said = about(case)
        if said not in _SKIPPED and not (said.startswith("Malformed Content-Type") and not target.body):
            yield case


def fuzz(target: Target, seed: int, most: int, use: Callable[[Case], None], *, negative: bool) -> None:
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
    def draw(case: Case) -> None:
        use(case)

    with suppress(Unsatisfiable):  # an operation without input has nothing that could be wrong
        draw()


def about(case: Case) -> str:
    """Give what schemathesis says that a case is about."""
    data = case.meta.phase.data if case.meta is not None else None
    return str(getattr(data, "description", None) or "")


def is_negative(case: Case) -> bool:
    return case.meta is not None and case.meta.generation.mode.is_negative


def only_adds(operation: Operation, case: Case) -> bool:
    """Tell whether a case is wrong for nothing but parameters that nobody declared: to ignore those is right."""
    meta = case.meta
    negative = {place for place, info in meta.components.items() if info.mode.is_negative} if meta else set()
    if not negative or not negative <= {ParameterLocation.QUERY, ParameterLocation.HEADER, ParameterLocation.COOKIE}:
        return False
    if "unexpected properties" in about(case) or "additionalProperties" in about(case):
        return True
    declared = {(each.location, each.name) for each in operation.parameters}
    return not any((place.value, name) in declared for place in negative for name in _held(case, place)) and not any(
        each.required and each.location in {place.value for place in negative} for each in operation.parameters
    )


def _held(case: Case, place: ParameterLocation) -> Iterable[str]:
    held = getattr(case, CONTAINERS[place]) or {}
    return held if isinstance(held, Mapping) else ()
