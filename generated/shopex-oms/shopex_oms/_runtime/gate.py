"""Gate: the token of one scheme, and the way to a new one, which one caller at a time may go."""

import threading
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from .errors import ClientError


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A token, and when it is time for another one, in seconds since 1970. Each renewal gives another object."""

    text: str = field(repr=False)
    until: float


class Gate:
    """What copies of a client share. ``rounds`` counts the renewals; ``came`` is what came of the last one."""

    def __init__(self) -> None:
        self.came: Token | ClientError | None = None
        self.rounds = 0
        self.lock = threading.Lock()
        """For threads."""
        self.locks: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        """For tasks: a lock for each event loop, made when it is first needed."""

    def tell(self, came: Token | ClientError) -> None:
        """Tell what came of a renewal: first that, then that there was one, for those who look without the lock."""
        self.came = came
        self.rounds += 1
