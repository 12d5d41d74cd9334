"""Failure: why a request is refused, and which of several reasons the vendor would name first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qiyue.api import Kind, Where

_NATURAL = (
    Kind.UNKNOWN_OPERATION,
    Kind.MISSING_CREDENTIAL,
    Kind.BAD_CREDENTIAL,
    Kind.CLOCK,
    Kind.BAD_SIGNATURE,
    Kind.REPLAY,
    Kind.RATE_LIMITED,
    Kind.FORBIDDEN,
    Kind.TOO_LARGE,
    Kind.MISSING_PARAMETER,
    Kind.INVALID_PARAMETER,
    Kind.NOT_FOUND,
    Kind.CONFLICT,
    Kind.BUSINESS,
    Kind.SERVER,
)
"""The order in which servers check, for kinds of which the document says nothing."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is wrong with a request; ``rule`` is the word of the check that found it."""

    kind: Kind
    where: Where = ""
    rule: str = ""

    @property
    def reason(self) -> str:
        """Say it in one line, without any value of the request."""
        return " ".join(part for part in (self.kind.value, self.where, self.rule) if part)


def first(failures: Iterable[Failure], order: Sequence[Kind]) -> Failure | None:
    """Choose what is reported: by the document's ``check-order``, then by the natural order, then as found."""
    ranks = {kind: rank for rank, kind in enumerate(dict.fromkeys((*order, *_NATURAL)))}
    return min(failures, key=lambda failure: ranks.get(failure.kind, len(ranks)), default=None)
