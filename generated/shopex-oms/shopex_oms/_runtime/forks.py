"""Forks: what a process that is forked off must not share with its parent, or cannot use.

A lock may be held, at the moment of the fork, by a thread that the child does not have. A connection has one far side:
whoever of the two processes reads first gets the answer to the other.
"""

import os
from threading import Lock
from typing import Any
from weakref import WeakSet


class Renewed:
    """What the threads of one process share under a lock; each forked process begins with a lock of its own."""

    def __init__(self) -> None:
        self.lock = Lock()
        _known.add(self)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is copied and pickled: everything but the lock."""
        return {name: value for name, value in self.__dict__.items() if name != "lock"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Renewed.__init__(self)
        self.__dict__.update(state)

    def renew(self) -> None:
        """Let go of what is the parent's. Called in the child, before it has a second thread."""
        self.lock = Lock()


_known: WeakSet[Renewed] = WeakSet()


def _renew() -> None:
    for each in tuple(_known):
        each.renew()


if hasattr(os, "register_at_fork"):  # Windows has no forks
    os.register_at_fork(after_in_child=_renew)

this_process = os.getpid
