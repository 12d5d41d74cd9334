"""Mutation: what is made wrong on purpose while a request is completed. Nothing repairs it afterwards: what is
changed when all is signed is not signed again."""

from dataclasses import dataclass

from qiyue.api import Where
from qiyue.values import EMPTY, FrozenMap


@dataclass(frozen=True, slots=True)
class Mutation:
    """What is made wrong on purpose while a request gets what the vendor wants beside its values."""

    key: str | None = ""
    """The credential: ``""`` the right one, ``None`` none at all, else this one."""
    values: FrozenMap = EMPTY
    """Where → value: put in, and signed."""
    changed: FrozenMap = EMPTY
    """Where → value: put in when all is signed."""
    altered: FrozenMap = EMPTY
    """Where → function from what is there when all is signed to what takes its place."""
    late: float = 0
    """Seconds by which the customer's clock is slow."""
    left: frozenset[Where] = frozenset()
    """Spots that stay as they are, with everything in them."""
    again: float | None = None
    """Seconds after which it is sent a second time, as it is; ``None`` for never."""
    age: float | None = None
    """Seconds after the end of its token at which it is sent; ``None`` for at once."""
    exact: bool = False
    """Whether it tells something only of a server that goes by the very clock of its customer."""


NO_MUTATION = Mutation()
