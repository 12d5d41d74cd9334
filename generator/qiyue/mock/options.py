"""Options: what a mock may be given beside its Api."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypedDict

from qiyue.diagnostics import Report
from qiyue.mock.clock import SYSTEM, Clock
from qiyue.mock.database import Database
from qiyue.values import EMPTY, Plain

Accepted: TypeAlias = Mapping[str, Collection[str]]
"""Scheme id → the keys it accepts, ``user:password`` for ``basic``; name of a client credential → its values. What is
not named takes anything, but for a scheme with tokens: it takes those that were given out."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a mock behaves. The report gets a gap for everything that the document wants and the mock does not do."""

    seed: int = 0
    clock: Clock = SYSTEM
    accepted: Accepted = EMPTY
    secrets: Mapping[str, str] = EMPTY
    """Name of the credential that signs → the secret; ``mock.SECRET`` where it is not named."""
    quotas: bool = True
    """Whether calls above the documented quota are refused."""
    faults: Sequence[Plain] = ()
    """What goes wrong, see ``chaos``."""
    origins: Collection[str] = ()
    """Pages that may use the mock beside those of this machine: ``https://app.example.com``; ``*`` is every page."""
    database: Database | None = None
    """Where everything is kept; ``None``: in memory, for as long as the mock runs."""
    report: Report = field(default_factory=Report)


class Given(TypedDict, total=False):
    """The options as arguments."""

    seed: int
    clock: Clock
    accepted: Accepted
    secrets: Mapping[str, str]
    quotas: bool
    faults: Sequence[Plain]
    origins: Collection[str]
    database: Database
    report: Report
