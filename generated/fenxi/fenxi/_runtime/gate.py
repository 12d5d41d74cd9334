"""Gate: the token of one scheme, and the way to a new one, which one caller at a time may go."""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from .errors import ClientError
from .forks import Renewed


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A token, and when another one is due, in seconds of a monotonic clock. Each renewal gives another object."""

    text: str = field(repr=False)
    until: float


class Gate(Renewed):
    """What copies of a client share. ``rounds`` counts the renewals; ``came`` is what came of the last one."""

    def __init__(self) -> None:
        super().__init__()
        self.came: Token | ClientError | None = None
        self.rounds = 0
        self.locks: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        """For tasks: a lock for each event loop, made when it is first needed."""

    def __getstate__(self) -> dict[str, Any]:
        return {"came": None, "rounds": 0, "locks": WeakKeyDictionary()}

    def renew(self) -> None:
        """Let go of the parent's locks, also of those for tasks: there may be a loop that goes on in the child."""
        super().renew()
        self.locks = WeakKeyDictionary()

    def tell(self, came: Token | ClientError) -> None:
        """Tell what came of a renewal: first that, then that there was one, for those who look without the lock."""
        self.came = came
        self.rounds += 1
