"""Conditions on an answer, and the codes in it: the one meaning of ``success`` and of a code table.

In: a condition, and what lies where in an answer. Out: whether it holds. Data is compared as JSON Schema does; only a
code is the same code as its text too, for vendors write ``"200"`` where their pages say 200.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, Protocol, TypeAlias

from .absent import ABSENT
from .equality import json_equal

Lookup: TypeAlias = Callable[[str], Any]
"""Gives what lies at a spot of an answer, ``ABSENT`` where nothing does."""


class Condition(Protocol):
    """``at`` with ``is``, ``in`` or ``present``; or ``all`` / ``any`` of ``parts``."""

    @property
    def at(self) -> str: ...
    @property
    def test(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def parts(self) -> Sequence["Condition"]: ...


class CodeRow(Protocol):
    """One row of a code table."""

    @property
    def code(self) -> Any: ...
    @property
    def at(self) -> str: ...


class CodeTable(Protocol):
    """A code table: where codes stand, and its rows."""

    @property
    def at(self) -> str: ...
    @property
    def codes(self) -> Sequence[CodeRow]: ...


def holds(condition: Condition, lookup: Lookup, codes: Container[str] = ()) -> bool:
    """Tell whether a condition holds; ``codes`` are the spots at which codes stand. Null is there as little as nothing
    is."""
    if condition.test in ("all", "any"):
        parts = (holds(part, lookup, codes) for part in condition.parts)
        return all(parts) if condition.test == "all" else any(parts)
    value = lookup(condition.at)
    if condition.test == "present":
        return (value is not ABSENT and value is not None) is bool(condition.value)
    equal = same_code if condition.at in codes else json_equal
    return any(equal(wanted, value) for wanted in wanted_values(condition))


def wanted_values(condition: Condition) -> Sequence[Any]:
    """Return the values that a single test takes."""
    return condition.value if condition.test == "in" else (condition.value,)


def same_code(left: Any, right: Any) -> bool:
    """Tell whether two codes are one: equal, or one is the text of the other, a whole number."""
    if json_equal(left, right):
        return True
    plain = all(isinstance(one, int | str) and not isinstance(one, bool) for one in (left, right))
    return plain and str(left) == str(right)


def code_spots(table: CodeTable | None, of_envelope: str) -> frozenset[str]:
    """Return where codes stand in an answer: where the table says, else the envelope, and where single rows do."""
    at = (table.at if table else "") or of_envelope
    spots = {at, *(row.at for row in (table.codes if table else ()))}
    return frozenset(spots - {"", "status"})


def known_codes(table: CodeTable | None, success: Condition | None, spots: Container[str]) -> Iterator[Any]:
    """Walk the codes that a table and a test of success name."""
    yield from (row.code for row in (table.codes if table else ()))
    if success is None:
        return
    for part in success.parts:
        yield from known_codes(None, part, spots)
    if not success.parts and success.at in spots and success.test != "present":
        yield from wanted_values(success)
