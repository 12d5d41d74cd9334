"""Run config: the options of a run, as one value from the command line down."""

from hashlib import sha256

from qiyue.base.value import Value
from qiyue.contract.model.case import PHASES, Phase

MOST, RATE = 200, 5.0
"""Requests to a live server in all, and in a second, where nobody says otherwise."""


class RunConfig(Value, kw_only=True):
    """What is tested, with how many cases, for how long."""

    seed: int = 0
    """Equal seeds send equal requests."""
    max_examples: int = 50
    """Drawn cases for each operation."""
    max_cases: int | None = None
    """In all; each operation gets an equal share, at least one."""
    time_budget: float | None = None
    """Seconds."""
    operations: tuple[str, ...] | None = None
    """The ids of those that are tested; ``None``: all."""
    phases: tuple[Phase, ...] = PHASES


class LiveRunConfig(RunConfig, kw_only=True):
    """The same of a run against a live server."""

    url: str
    allow_writes: bool = False
    max_requests: int | None = MOST
    """In all."""
    rate: float = RATE
    """Requests in a second."""
    run_id: str = ""
    """Flavours what is drawn and what things are called; ``""`` lets two runs with one seed send the same."""
    require_all: bool = False
    """Whether an operation that may not be called makes the run red."""
    strict_behaviour: bool = False
    """Whether a habit that is broken makes the run red, though the server breaks it everywhere."""
    phases: tuple[Phase, ...] = ("examples", "stateful", "boundary", "coverage", "fuzzing")
    """Journeys go early: they tell most."""

    @property
    def drawn_from(self) -> int:
        """What chance begins with."""
        mixed = sha256(f"{self.seed}:{self.run_id}".encode()).digest()
        return int.from_bytes(mixed[:4], "big") if self.run_id else self.seed
