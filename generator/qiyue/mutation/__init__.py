"""Prove: a green run means something, because every fault of a catalogue turns it red.

In: Apis by name. Out: for each fault, and each Api that can have it, where it was found, by which check, and by how
many cases; and for each harmless difference whether the suite stayed green.
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from qiyue.api import Api
from qiyue.contract.model.operation_order import in_order
from qiyue.mutation import (
    authentication,
    client_bodies,
    client_requests,
    client_responses,
    client_specs,
    equivalents,
    request_schemas,
    server_responses,
    server_state,
    server_streams,
    signature_checks,
    vendor_rules,
)
from qiyue.mutation.example_api import build_example_api
from qiyue.mutation.fault import Fault
from qiyue.mutation.fault_run import FaultRuns
from qiyue.mutation.fault_target import load_target
from qiyue.mutation.multi_call_api import build_multi_call_api

__all__ = [
    "CATALOGUE",
    "HARMLESS",
    "Fault",
    "FaultResult",
    "build_example_api",
    "build_multi_call_api",
    "run_all",
    "run_faults",
]

HARMLESS: tuple[Fault, ...] = tuple(equivalents.equivalent_mutants())
CATALOGUE: tuple[Fault, ...] = (
    *server_responses.faults(),
    *server_streams.faults(),
    *request_schemas.faults(),
    *authentication.faults(),
    *signature_checks.faults(),
    *server_state.faults(),
    *vendor_rules.faults(),
    *client_bodies.faults(),
    *client_requests.faults(),
    *client_responses.faults(),
    *client_specs.faults(),
)


@dataclass(frozen=True, slots=True)
class FaultResult:
    """What came of one fault."""

    fault: str
    target: str
    check: str
    api: str = ""
    """Where it was planted; ``""`` where no Api has anything that could be broken like this."""
    operation: str = ""
    phase: str = ""
    cases: int = 0
    said: str = ""
    """What the check says; ``""`` where the fault was missed, or the suite stayed green."""

    @property
    def failed(self) -> bool:
        """Whether the suite said the wrong thing: nothing of a fault, or anything of a harmless difference."""
        return bool(self.api) and bool(self.said) is not bool(self.check)


def run_faults(apis: Mapping[str, Api], faults: Sequence[Fault] = CATALOGUE) -> Iterator[FaultResult]:
    """Plant every fault in every Api that could be broken like this, and look for it.

    Of an Api the operation counts in which it is found first. A harmless difference has no check that is meant for it:
    what any check says against it is said.
    """
    trials = [FaultRuns(load_target(name, api)) for name, api in apis.items()]
    for fault in faults:
        found = [proven for trial in trials if (proven := _proven(fault, trial))]
        yield from found or [FaultResult(fault.name, fault.target, fault.check)]


def run_all(apis: Mapping[str, Api], processes: int) -> Iterator[FaultResult]:
    """Prove the catalogue and that harmless differences are spared, in so many processes; the order is always the same.

    A process takes one Api and either servers or clients, the largest first.
    """
    tasks = [(name, target) for target in ("client", "mock") for name in apis]
    tasks.sort(key=lambda task: len(apis[task[0]].operations), reverse=True)
    with ProcessPoolExecutor(processes) as pool:
        done = pool.map(_task, *zip(*((name, apis[name], target) for name, target in tasks), strict=True))
        found = {(each.target, each.fault, each.api): each for part in done for each in part}
    for fault in (*CATALOGUE, *HARMLESS):
        here = [found[key] for name in apis if (key := (fault.target, fault.name, name)) in found]
        yield from here or [FaultResult(fault.name, fault.target, fault.check)]


def _task(name: str, api: Api, target: str) -> list[FaultResult]:
    return list(run_faults({name: api}, [each for each in (*CATALOGUE, *HARMLESS) if each.target == target]))


def _proven(fault: Fault, trials: FaultRuns) -> FaultResult | None:
    """Look for a fault in one Api; ``None`` where nothing can be broken like this."""
    missed: FaultResult | None = None
    for operation in in_order(trials.subject.api.operations):
        found = trials.find(fault, operation)
        if found is None:
            continue
        proven = FaultResult(
            fault.name,
            fault.target,
            found.check or fault.check,
            trials.subject.name,
            found.operation,
            found.phase,
            found.cases,
            found.said,
        )
        if found.said or not fault.check:
            return proven
        missed = missed or proven
    return missed
