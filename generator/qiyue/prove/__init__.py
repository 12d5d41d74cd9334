"""Prove: a green run means something, because every fault of a catalogue turns it red.

In: Apis by name. Out: for each fault where it was found, by which check, and by how many cases; and for each harmless
difference whether the suite stayed green.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qiyue.api import Api
from qiyue.contract.suite import in_order
from qiyue.prove import answering, asking, bodies, guarding, harmless, hearing, meaning, sending
from qiyue.prove.fault import Fault
from qiyue.prove.small import small
from qiyue.prove.subject import Subject, subject
from qiyue.prove.trial import Trials

__all__ = ["CATALOGUE", "HARMLESS", "Fault", "Proven", "prove", "small"]

HARMLESS: tuple[Fault, ...] = tuple(harmless.differences())
CATALOGUE: tuple[Fault, ...] = (
    *answering.faults(),
    *asking.faults(),
    *guarding.faults(),
    *bodies.faults(),
    *sending.faults(),
    *hearing.faults(),
    *meaning.faults(),
)


@dataclass(frozen=True, slots=True)
class Proven:
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


def prove(apis: Mapping[str, Api], faults: Sequence[Fault] = CATALOGUE) -> Iterator[Proven]:
    """Plant every fault where it can be planted with the least work, and look for it.

    A harmless difference has no check that is meant for it: what any check says against it is said.
    """
    subjects = [subject(name, apis[name]) for name in sorted(apis, key=lambda name: len(apis[name].operations))]
    trials = [(each, Trials(each)) for each in subjects]
    for fault in faults:
        yield _proven(fault, trials)


def _proven(fault: Fault, trials: Sequence[tuple[Subject, Trials]]) -> Proven:
    missed: Proven | None = None
    for each, trial in trials:
        for operation in in_order(each.api.operations):
            found = trial.find(fault, operation)
            if found is not None:
                proven = Proven(
                    fault.name,
                    fault.target,
                    fault.check,
                    each.name,
                    found.operation,
                    found.phase,
                    found.cases,
                    found.said,
                )
                if found.said or not fault.check:
                    return proven
                missed = missed or proven
    return missed or Proven(fault.name, fault.target, fault.check)
