"""Fault: one way in which a server or a client can break its promises, and how it is planted.

A fault is planted for one operation: as a server, a generated client, or both, that stand in for the right ones.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.types import ASGIApp

from qiyue.api import Operation
from qiyue.contract.http.asgi_transport import Exchange
from qiyue.contract.model.case import Phase
from qiyue.contract.model.clock import Clock
from qiyue.drivers import Driver
from qiyue.mutation.fault_target import FaultTarget

PHASES: tuple[Phase, ...] = ("examples", "boundary", "coverage")
Serve: TypeAlias = Callable[[Clock], ASGIApp]


@dataclass(frozen=True, slots=True)
class Mutant:
    """What stands in for the mock or the generated client; ``None`` where that one is right."""

    serve: Serve | None = None
    driver: Callable[[Driver], Driver] | None = None
    """From the right client to a wrong one."""


Plant: TypeAlias = Callable[[FaultTarget, Operation], Mutant | None]
"""``None`` where an operation has nothing that could be broken like this."""
ExchangeCheck: TypeAlias = Callable[[FaultTarget, Operation, Exchange], bool]
"""Tells whether an exchange would have been another one with the fault."""


def changes_exchange(_subject: FaultTarget, _operation: Operation, _exchange: Exchange) -> bool:
    """Leave it to a trial to tell."""
    return True


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the catalogue."""

    name: str
    """What is wrong, as a sentence about the server or the client."""
    check: str
    """The check that is meant to find it."""
    plant: Plant
    others: tuple[str, ...] = ()
    """Checks that mean the same."""
    target: str = "mock"
    """Who has it: ``mock`` or ``client``."""
    touches: ExchangeCheck = changes_exchange
    of_acceptance: bool = False
    """Whether it lies in what is taken and what is refused: the words of an answer are no part of it."""
    phases: tuple[Phase, ...] = PHASES
    """Where it is looked for, the quickest first."""
    certain: bool = False
    """Whether it makes a difference wherever it is planted, though no single exchange may show it."""
    late: bool = False
    """Whether no valid call and no single wrong value shows it: it lies in keys, signatures, clocks."""
