"""Case: one request of the suite, whether it is valid, and what is peculiar about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import httpx2

from qiyue.api import Kind, Where
from qiyue.contract.http.request_values import RequestValues, with_values
from qiyue.contract.http.serialize import serialize_case
from qiyue.contract.model.mutation import NO_MUTATION, Mutation
from qiyue.values import EMPTY, Plain

Phase: TypeAlias = Literal["examples", "boundary", "coverage", "fuzzing", "stateful"]


PHASES: tuple[Phase, ...] = ("examples", "boundary", "coverage", "fuzzing", "stateful")


@dataclass(frozen=True, slots=True)
class Case:
    """One case: whether it is valid, and what is peculiar about it."""

    case: RequestValues
    phase: Phase
    positive: bool
    about: str
    kinds: frozenset[Kind] = frozenset()
    """The kinds of refusal that are right for an invalid case; empty where any documented one is."""
    check: str = "refusal"
    mutation: Mutation | None = NO_MUTATION
    """How it is completed; ``None`` for a drawn invalid case: what it has wrong is left alone."""
    joined: frozenset[str] = frozenset()
    """Query parameters whose values are lists with commas: there a comma is not to be escaped."""
    place: str = ""
    """What it exercises, as a place of the document; ``""`` where that is not known."""
    at: Where = ""
    """The one spot in which it differs from the documented example; ``""`` where there may be more."""

    def request(self, values: Mapping[Where, Plain] = EMPTY) -> httpx2.Request:
        """Give the request as schemathesis writes it, with these values by where, without credentials."""
        return serialize_case(with_values(self.case, values) if values else self.case, self.joined)
