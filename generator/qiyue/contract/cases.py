"""Cases: what is sent to an operation, phase by phase. schemathesis makes them; this is the only module that knows
its inner calls (pinned to 4.32).

In: the expanded document of an Api. Out: cases, each with its phase, pushed into a function; for one seed
always the same.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias
from urllib.parse import quote

import httpx2
import hypothesis
import schemathesis
from hypothesis import HealthCheck
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SanitizationConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.core.result import Ok
from schemathesis.core.transforms import to_wire_text
from schemathesis.generation.drivers import CoverageGenerator
from schemathesis.generation.feedback import NO_FEEDBACK
from schemathesis.generation.overrides import Override
from schemathesis.transport.prepare import prepare_request

from qiyue.api import Api, Kind, Operation
from qiyue.contract.credentials import WRONG
from qiyue.contract.formats import register_file, register_formats
from qiyue.contract.provider import BACKEND
from qiyue.contract.refusals import refusals
from qiyue.contract.wire import BASE_URL
from qiyue.emit import expanded
from qiyue.examples import Request, example_requests, file_types
from qiyue.values import thaw

Case: TypeAlias = schemathesis.Case[Any]
Target: TypeAlias = Any
"""An operation as schemathesis holds it."""
Phase: TypeAlias = Literal["examples", "coverage", "fuzzing"]
PHASES: tuple[Phase, ...] = ("examples", "coverage", "fuzzing")

_SKIPPED = {"Multipart body with custom encoding"}
"""Fills every other required part with an empty text and calls it valid."""
_CONTAINERS = {
    ParameterLocation.PATH: "path_parameters",
    ParameterLocation.QUERY: "query",
    ParameterLocation.HEADER: "headers",
    ParameterLocation.COOKIE: "cookies",
}
_OWN_HEADERS = ("x-schemathesis-testcaseid", "user-agent", "accept-encoding", "connection")


@dataclass(frozen=True, slots=True)
class Planned:
    """One case: whether it is valid, and what is peculiar about it."""

    case: Case
    phase: Phase
    positive: bool
    about: str
    kinds: frozenset[Kind] = frozenset()
    """The kinds of refusal that are right for an invalid case; empty where any documented one is."""
    check: str = "refusal"
    key: str | None = ""
    """The credential: ``""`` the right one, ``None`` none at all, else this one."""
    joined: frozenset[str] = frozenset()
    """Query parameters whose values are lists with commas: there a comma is not to be escaped."""

    def request(self) -> httpx2.Request:
        """Give the request as schemathesis writes it, without credentials."""
        prepared = prepare_request(self.case, None, config=SanitizationConfig(enabled=False), base_url=BASE_URL)
        headers = {name: str(value) for name, value in prepared.headers.items() if name.lower() not in _OWN_HEADERS}
        body: Any = prepared.body or b""
        content = body.encode() if isinstance(body, str) else body
        path, mark, query = str(prepared.url).partition("?")
        pairs = (
            pair.replace("%2C", ",") if pair.partition("=")[0] in self.joined else pair for pair in query.split("&")
        )
        return httpx2.Request(str(prepared.method), path + mark + "&".join(pairs), headers=headers, content=content)


@dataclass(frozen=True, slots=True)
class Plan:
    """The operations of an Api as schemathesis sees them."""

    api: Api
    operations: Mapping[str, Target]
    seed: int

    def each(
        self, operation: Operation, phase: Phase, max_examples: int, use: Callable[[Planned], None], *, negative: bool
    ) -> None:
        """Push every case of one phase into ``use``."""
        target = self.operations.get(operation.id)
        if target is None:
            return
        joined = _joined(operation)

        def push(planned: Planned) -> None:
            use(replace(planned, joined=joined))

        modes = [GenerationMode.POSITIVE]
        if negative and _tellable(operation):
            modes.append(GenerationMode.NEGATIVE)
        if phase == "examples":
            for request in example_requests(self.api, operation):
                push(Planned(_example(target, request), phase, positive=True, about=request.name or "example"))
        elif phase == "coverage":
            for case in _coverage(target, modes):
                push(_planned(case, phase))
            for wrong in refusals(self.api, operation, WRONG) if negative else ():
                case = _example(target, wrong.request)
                use(
                    Planned(
                        case,
                        phase,
                        positive=False,
                        about=wrong.about,
                        kinds=wrong.kinds,
                        check=wrong.check,
                        key=wrong.key,
                    )
                )
        else:
            for mode in modes:
                _fuzz(target, mode, self.seed, max_examples, lambda case: push(_planned(case, phase)))


def plan(api: Api, seed: int) -> Plan:
    """Load an Api into schemathesis."""
    register_formats()
    for operation in api.operations:
        for media in operation.body.media if operation.body else ():
            for content_types in file_types(api, media).values():
                for content_type in content_types:
                    register_file(content_type)
    schema = schemathesis.openapi.from_dict(expanded(api), config=_config(seed))
    found: list[Target] = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    return Plan(api, {target.definition.raw.get("operationId", ""): target for target in found}, seed)


def _config(seed: int) -> schemathesis.Config:
    return schemathesis.Config.from_dict(
        {
            "seed": seed,
            "generation": {"database": "none", "with-security-parameters": False, "mode": "all"},
            "analysis": {"constants": {"enabled": False}},
            "phases": {"coverage": {"unexpected-methods": []}},
        }
    )


def _joined(operation: Operation) -> frozenset[str]:
    in_query = (each for each in operation.parameters if each.location == "query" and not each.content_type)
    return frozenset(quote(each.name) for each in in_query if each.style == "form" and not each.explode)


def _example(target: Target, request: Request) -> Case:
    parts: dict[str, Any] = {name: _styled(target, location, request) for location, name in _CONTAINERS.items()}
    path = parts["path_parameters"].items()
    parts["path_parameters"] = {name: quote(to_wire_text(value), safe=",;=") for name, value in path}
    for name in ("query", "headers", "cookies"):
        parts[name] = {key: _texts(value) for key, value in parts[name].items()}
    if request.content_type:
        files = {name: file.content for name, file in request.files}
        body = thaw(request.body)
        parts["body"] = files[""] if "" in files else {**body, **files} if isinstance(body, dict) else body
        parts["media_type"] = request.content_type
        parts["multipart_content_types"] = {name: file.content_type for name, file in request.files if name} or None
    case: Case = target.Case(**parts)
    return case


def _styled(target: Target, location: ParameterLocation, request: Request) -> dict[str, Any]:
    """Write lists and objects among the parameters by their style, as schemathesis does with its own cases."""
    values = thaw(request.parameter(location.value))
    write = target.get_parameter_serializer(location)
    return dict(write(values)) if write is not None and values else values


def _texts(value: Any) -> Any:
    return [to_wire_text(each) for each in value] if isinstance(value, list) else to_wire_text(value)


def _coverage(target: Target, modes: list[GenerationMode]) -> Iterator[Case]:
    config = target.schema.config.generation_for(operation=target, phase="coverage")
    cases = CoverageGenerator(
        operation=target,
        generation_modes=modes,
        generation_config=config,
        auth_storage=None,
        override=Override(),
        feedback=NO_FEEDBACK,
    )
    for case in cases:
        about = _about(case)
        if about not in _SKIPPED and not (about.startswith("Malformed Content-Type") and not target.body):
            yield case


def _fuzz(target: Target, mode: GenerationMode, seed: int, max_examples: int, use: Callable[[Case], None]) -> None:
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=max_examples,
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


def _planned(case: Case, phase: Phase) -> Planned:
    positive = case.meta is None or not case.meta.generation.mode.is_negative
    return Planned(case, phase, positive, _about(case))


def _about(case: Case) -> str:
    data = case.meta.phase.data if case.meta is not None else None
    return str(getattr(data, "description", None) or "")


def _tellable(operation: Operation) -> bool:
    """Tell whether an invalid value stays invalid on the wire: in a form every value is text."""
    if operation.body is None:
        return True
    return all("json" in media.content_type for media in operation.body.media)
