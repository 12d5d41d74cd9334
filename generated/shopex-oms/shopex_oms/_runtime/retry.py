"""Retry: whether and when a call is tried again. Pure: time and randomness come in as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from .kinds import Kind

PASSING: Final[frozenset[Kind]] = frozenset({"rate-limited", "transport", "timeout"})
"""Kinds that may pass by themselves."""

PASSING_STATUSES: Final = frozenset({408, 425, 429, 500, 502, 503, 504})

MOMENT: Final = 0.001
"""Clocks may run a little slower than waits."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How patient a client is. ``budget`` is the longest a call may take with all its waits, in seconds."""

    max_retries: int = 2
    first: float = 0.5
    longest: float = 8.0
    budget: float = 120.0
    repeats_writes: bool = False
    """The caller, or a key in the request, makes sure that a call is not done twice."""

    def __post_init__(self) -> None:
        if type(self.max_retries) is not int or self.max_retries < 0:
            raise TypeError("max_retries is a whole number, 0 or more")
        if isinstance(self.budget, bool) or not isinstance(self.budget, int | float) or not self.budget >= 0:
            raise TypeError("retry_budget is a number of seconds, 0 or more")


@dataclass(frozen=True, slots=True)
class Failure:
    """What a decision needs to know of a failed attempt."""

    kind: Kind
    status: int = 0
    rule: Literal["never", "safe", "always"] | None = None
    """What the vendor's code table says."""
    sent: bool = True
    """False where the request cannot have reached the vendor."""
    retry_after: float | None = None


def wait_before_retry(
    policy: RetryPolicy, failure: Failure, *, repeatable: bool, attempt: int, elapsed: float, chance: float
) -> float | None:
    """Give the seconds to wait before the next attempt; ``None``: give up.

    ``attempt`` counts from 1, ``chance`` is in [0, 1).
    """
    if attempt > policy.max_retries or not _may_repeat(failure, repeatable=repeatable):
        return None
    wait = min(policy.longest, policy.first * 2 ** min(attempt - 1, 30)) * chance
    if failure.retry_after is not None:  # never earlier, and those who were told the same do not come together
        wait += failure.retry_after
    return wait if elapsed + wait <= policy.budget else None


def wait_for_signature(
    policy: RetryPolicy, resolution: float, now: float, *, reached: bool, elapsed: float
) -> float | None:
    """Give the seconds until a request that the vendor took for one that it has seen is signed otherwise: in its next
    span of ``resolution`` seconds. ``None`` where an attempt before may have ``reached`` the vendor: then that is what
    it has seen, and may have done."""
    wait = resolution - now % resolution + MOMENT
    return None if reached or not policy.max_retries or elapsed + wait > policy.budget else wait


def _may_repeat(failure: Failure, *, repeatable: bool) -> bool:
    if not failure.sent:
        return failure.kind in PASSING and failure.rule != "never"
    if failure.rule == "always":
        return True
    if not repeatable or failure.rule == "never":
        return False
    return failure.rule == "safe" or failure.kind in PASSING or failure.status in PASSING_STATUSES


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Read ``retry-after-ms`` or ``Retry-After`` (seconds, or a date) from headers that ignore case."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        text = headers.get(name, "").strip()
        if text.replace(".", "", 1).isdecimal() and text.isascii():
            return float(text) / unit
    try:
        return max(0.0, parsedate_to_datetime(headers.get("retry-after", "")).timestamp() - now)
    except (ValueError, OverflowError):
        return None
