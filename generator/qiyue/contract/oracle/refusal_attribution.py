"""Refusal attribution: whether a valid request was refused for one value in it, or for what the vendor keeps.

In: Api, an operation, a case that differs from the documented example in one spot. Out: whether that spot means nothing
beside its value: no rule looks at it, and it names nothing that is kept. If then the example itself is taken where the
case is refused, the value is to blame, whatever reason the server gives.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Api, Operation, Where
from qiyue.contract.generators.expected_refusals import ExpectedRefusals
from qiyue.contract.model.case import Case
from qiyue.contract.oracle.checks import OF_STATE
from qiyue.examples import nodes_of
from qiyue.values import Plain


class RefusalAttribution:
    """The spots of one operation that mean something beside their value."""

    def __init__(self, api: Api, operation: Operation) -> None:
        self._meanings = ExpectedRefusals(api, operation)
        asked = nodes_of(api, operation)
        self._names = [at for at in _names(api, operation) if at in asked]

    def is_value_refused(self, planned: Case) -> bool:
        """Tell whether a refusal of a valid case tells of nothing but the value at its spot."""
        if not planned.positive or not planned.place or not self._meanings.at(planned.at).isdisjoint(OF_STATE):
            return False
        return not any(_touch(name, planned.at) for name in self._names)


def _names(api: Api, operation: Operation) -> Iterator[Where]:
    """Give the fields by which an operation names what is kept, and those that rules look at."""
    role = operation.mock
    if role:
        yield from filter(None, (role.key.get("from", ""), role.key.get("at", ""), role.scope))
    is_list = role is not None and role.do == "list"  # there a filter finds less, and refuses nothing
    rules = (*api.mock.get("rules", ()), *(role.rules if role else ()))
    yield from _texts(tuple(rule for rule in rules if not (is_list and "filter" in rule)))


def _texts(words: Plain) -> Iterator[str]:
    """Give every text in a rule: those that are no spots touch none."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping | tuple):
        for inner in words.values() if isinstance(words, Mapping) else words:
            yield from _texts(inner)


def _touch(one: Where, other: Where) -> bool:
    """Tell whether one spot is the other, or lies in it."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
