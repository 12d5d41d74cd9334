"""Boundary value: a value at the edge of what one keyword of a schema allows, just inside or just outside."""

from dataclasses import dataclass

from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class BoundaryValue:
    """One value for a node."""

    word: str
    """The keyword whose edge it is."""
    value: Plain
    valid: bool
    member: str = ""
    """The member of an object that it is about, where that is not the whole object."""
