"""Verdict: whether an answer is a success, and which kind of failure it is if not."""

from typing import Any

from .absent import ABSENT
from .equality import json_equal
from .kinds import Kind, kind_of_status
from .operation import AnswerEnvelope, CodeRow, Condition, Operation, Where
from .steps import Received
from .where import get


def code_of(operation: Operation[Any], envelope: AnswerEnvelope, received: Received, body: Any) -> Any:
    """Give the vendor's code, else ``ABSENT``; one that stands at a place of its own comes first."""
    for row in operation.errors.codes if operation.errors else ():
        if row.at and _same_code(row.code, _read(row.at, received, body)):
            return row.code
    at = _place(operation, envelope)
    return received.status if at == "status" else _read(at, received, body)


def _read(at: Where, received: Received, body: Any) -> Any:
    if at.startswith("header:"):
        return received.headers.get(at.removeprefix("header:"), ABSENT)
    return get(body, at) if at and body is not ABSENT else ABSENT


def failure_of(
    operation: Operation[Any], envelope: AnswerEnvelope, received: Received, body: Any, code: Any
) -> Kind | None:
    """Tell the kind of failure; ``None`` for a success, and for what nothing tells from one.

    A documented failure is one, whatever else the answer says.
    """
    row = code_row(operation, code, received.status)
    if row and row.kind:
        return row.kind
    promised = any(answer.status == str(received.status) for answer in operation.answers)
    if not promised and not 200 <= received.status < 300:
        return kind_of_status(received.status)
    if envelope.success is not None:
        return None if body is ABSENT or holds(envelope.success, body, received) else "business"
    is_unlisted = row is None and code not in (ABSENT, None) and _place(operation, envelope) != "status"
    return "business" if is_unlisted and _has_success_row(operation) else None


def place_of_unknown(operation: Operation[Any], envelope: AnswerEnvelope) -> Where:
    """Give where the code of an operation is that does not say which code is a success; else ``""``."""
    place = _place(operation, envelope)
    is_told = envelope.success is not None or _has_success_row(operation)
    return "" if is_told or place == "status" else place


def _place(operation: Operation[Any], envelope: AnswerEnvelope) -> Where:
    return (operation.errors and operation.errors.at) or envelope.code


def _has_success_row(operation: Operation[Any]) -> bool:
    return any(row.kind is None for row in (operation.errors.codes if operation.errors else ()))


def holds(condition: Condition, body: Any, received: Received) -> bool:
    """Test an answer."""
    if condition.test == "all":
        return all(holds(part, body, received) for part in condition.parts)
    if condition.test == "any":
        return any(holds(part, body, received) for part in condition.parts)
    if condition.at.startswith("header:"):
        value = received.headers.get(condition.at.removeprefix("header:"), ABSENT)
    else:
        value = get(body, condition.at)
    if condition.test == "present":
        return (value not in (ABSENT, None)) is bool(condition.value)
    return any(_same_code(one, value) for one in (condition.value if condition.test == "in" else [condition.value]))


def _same_code(wanted: Any, found: Any) -> bool:
    if json_equal(wanted, found):
        return True
    plain = all(isinstance(one, int | str) and not isinstance(one, bool) for one in (wanted, found))
    return plain and str(wanted) == str(found)


def code_row(operation: Operation[Any], code: Any, status: int) -> CodeRow | None:
    """Find the row of a code, first that of this HTTP status; ``"200"`` and ``200`` are the same code."""
    rows = operation.errors.codes if operation.errors else ()
    found = [row for row in rows if _same_code(row.code, code)]
    found.sort(key=lambda row: (row.status != status, row.status != 0))
    return found[0] if found else None
