"""Failure: why a request is refused, and which of several reasons the vendor would name first."""

from collections.abc import Callable, Iterable, Sequence
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
    after: float = 0.0
    """Seconds after which the request would pass; 0 where time does not help."""

    @property
    def reason(self) -> str:
        """Say it in one line, without any value of the request."""
        return " ".join(part for part in (self.kind.value, self.where, self.rule) if part)


def _own(failure: Failure) -> Kind:
    return failure.kind


class Order:
    """The order of checks: the document's ``check-order``, then the natural order, then as found.

    ``check_of`` names the check that finds a failure, by its kind.
    """

    def __init__(self, documented: Sequence[Kind], check_of: Callable[[Failure], Kind] = _own) -> None:
        self._ranks = {kind: rank for rank, kind in enumerate(dict.fromkeys((*documented, *_NATURAL)))}
        self._check_of = check_of

    def first(self, failures: Iterable[Failure]) -> Failure | None:
        """Choose what is reported."""
        return min(failures, key=lambda failure: self._rank(self._check_of(failure)), default=None)

    def passes(self, kind: Kind, failure: Failure | None) -> bool:
        """Tell whether a request, refused or not, has come past the check of a kind."""
        return failure is None or self._rank(self._check_of(failure)) > self._rank(kind)

    def _rank(self, kind: Kind) -> int:
        return self._ranks.get(kind, len(self._ranks))
