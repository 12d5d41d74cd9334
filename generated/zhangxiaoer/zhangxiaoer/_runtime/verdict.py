"""Verdict: whether an answer is a success, and which kind of failure it is if not."""

from collections.abc import Iterator
from typing import Any, Literal

from .absent import ABSENT
from .condition import code_spots, holds, known_codes, same_code
from .equality import json_equal
from .kinds import Kind, kind_of_status
from .operation import AnswerEnvelope, CodeRow, Operation, Where
from .steps import Received
from .where import get


def code_of(operation: Operation[Any], envelope: AnswerEnvelope, received: Received, body: Any) -> Any:
    """Give the vendor's code, else ``ABSENT``; one that stands at a place of its own comes first."""
    for row in operation.errors.codes if operation.errors else ():
        if row.at and same_code(row.code, _read(row.at, received, body)):
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
        codes = code_spots(operation.errors, envelope.code)
        is_met = body is ABSENT or holds(envelope.success, lambda at: _read(at, received, body) if at else body, codes)
        return None if is_met else "business"
    is_unlisted = row is None and code not in (ABSENT, None) and _place(operation, envelope) != "status"
    return "business" if is_unlisted and _has_success_row(operation) else None


def rules_broken_by_code(operation: Operation[Any], code: Any) -> Iterator[tuple[Where, str]]:
    """Walk what is odd about the code of a success: where it stands, and the rule that it breaks."""
    envelope = (operation.envelope and operation.envelope.answer) or AnswerEnvelope()
    at = _place(operation, envelope)
    if at and at != "status" and envelope.success is None and not _has_success_row(operation):
        yield at, "success-unknown"
    known = tuple(known_codes(operation.errors, envelope.success, code_spots(operation.errors, envelope.code)))
    is_known = any(json_equal(one, code) for one in known)
    if at.startswith("/") and not is_known and any(same_code(one, code) for one in known):
        yield at, "type"


def _place(operation: Operation[Any], envelope: AnswerEnvelope) -> Where:
    return (operation.errors and operation.errors.at) or envelope.code


def _has_success_row(operation: Operation[Any]) -> bool:
    return any(row.kind is None for row in (operation.errors.codes if operation.errors else ()))


def rule_of_status(
    operation: Operation[Any], code: Any, status: int, kind: Kind
) -> Literal["never", "safe", "always"] | None:
    """Tell what the document says of too many calls to an answer without a code, which a gateway may have given: there
    nothing was done either. No other status says as much."""
    if kind != "rate-limited" or code not in (ABSENT, None):
        return None
    rows = operation.errors.codes if operation.errors else ()
    known = [row for row in rows if row.kind == kind and (row.status == status or same_code(row.code, status))]
    return known[0].retry if known else None


def code_row(operation: Operation[Any], code: Any, status: int) -> CodeRow | None:
    """Find the row of a code, first that of this HTTP status; ``"200"`` and ``200`` are the same code."""
    rows = operation.errors.codes if operation.errors else ()
    found = [row for row in rows if same_code(row.code, code)]
    found.sort(key=lambda row: (row.status != status, row.status != 0))
    return found[0] if found else None
