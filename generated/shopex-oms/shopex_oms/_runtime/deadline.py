"""Deadline: the moment at which a call ends, with all its attempts, waits and tokens, whatever it is doing then.

``Deadline`` is what a conversation looks at between its steps. Inside of a step the network streams look at the moment
of the exchange that is under way, see ``exchange``.
"""

from dataclasses import dataclass
from math import inf
from typing import Any, Final

from .absent import ABSENT, Absent
from .errors import RequestTimeoutError
from .operation import Operation
from .options import Clock
from .retry import RetryPolicy

SLACK: Final = 0.01
"""Seconds by which a timer may be early."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """``seconds`` is how long a call may take from ``began`` on, by ``clock``; infinite where nothing ends it."""

    seconds: float
    began: float
    clock: Clock

    def elapsed(self) -> float:
        return self.clock() - self.began

    def left(self) -> float:
        return inf if self.seconds == inf else self.seconds - self.elapsed()

    def is_over(self) -> bool:
        return self.left() <= SLACK

    def error(self, operation: str, message: str = "") -> RequestTimeoutError:
        """Make the error of a call that may not go on."""
        told = f"the deadline of {self.seconds:g} s for the whole call"
        text = f"{message}, and {told} comes first" if message else f"{told} has passed"
        return RequestTimeoutError(text, operation=operation, deadline=self.seconds)


def deadline_of(
    operation: Operation[Any], given: float | Absent | None, slowest: float | None, policy: RetryPolicy, clock: Clock
) -> Deadline:
    """Return the deadline of a call that begins now. Without one that is ``given`` it is what all attempts and the
    waits between them may take; files and streams, which may take any time, have none then. ``slowest`` is the timeout
    of an attempt."""
    if given is ABSENT:
        is_endless = slowest is None or operation.is_transfer
        waits = policy.budget if policy.max_retries or operation.quota else 0.0
        seconds = inf if slowest is None or is_endless else slowest * (policy.max_retries + 1) + waits
    else:
        seconds = inf if given is None else given
    return Deadline(seconds, clock(), clock)
