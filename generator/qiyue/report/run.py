"""Run: one outcome with what it is about."""

from collections.abc import Callable
from dataclasses import dataclass

from qiyue.api import Api
from qiyue.contract import Outcome
from qiyue.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Run:
    """What a report tells of one edition or document."""

    name: str
    api: Api
    outcome: Outcome
    place: Callable[[str], Place]
    """From a JSON Pointer of the spec to file, line and column."""
