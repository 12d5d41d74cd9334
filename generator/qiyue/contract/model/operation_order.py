"""Operation order: what makes objects comes before what finds them, what deletes them last."""

from collections.abc import Iterable

from qiyue.api import Operation
from qiyue.contract.model.effect import is_deletion

_ORDER = {"create": 0, "save": 0, "keep": 0, "update": 2, "delete": 3}
"""What an operation does with kept objects → its place in a phase; all others come second."""
_BY_METHOD = {"POST": 0, "PUT": 2, "PATCH": 2}
"""The same of those that say nothing of kept objects."""


def in_order(operations: Iterable[Operation]) -> list[Operation]:
    """Give operations in the order in which they find what they need: what makes objects first, what deletes last."""
    return sorted(operations, key=_turn_in_phase)


def _turn_in_phase(operation: Operation) -> tuple[int, int]:
    """Give the turn of an operation; of those that delete, what lies in another thing goes before that."""
    if operation.mock and operation.mock.do:
        return _ORDER.get(operation.mock.do, 1), 0
    if is_deletion(operation):
        return _ORDER["delete"], -operation.path.count("{")
    return _BY_METHOD.get(operation.method, 1), 0
