"""Verdict: was this answer a success, and if not, what kind of refusal. In: an operation of the Api and an answer as
received. Out: a verdict, from the vendor's envelope and code table, whatever the HTTP status pretends.

This reads the Api by itself and shares nothing with the generated clients: it judges them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qiyue.api import Code, Condition, Kind, Operation, Where
from qiyue.base.equality import json_equal
from qiyue.contract.http.response import ReceivedResponse
from qiyue.values import Missing, Plain

BY_STATUS = {
    400: Kind.INVALID_PARAMETER,
    401: Kind.BAD_CREDENTIAL,
    403: Kind.FORBIDDEN,
    404: Kind.NOT_FOUND,
    405: Kind.UNKNOWN_OPERATION,
    409: Kind.CONFLICT,
    410: Kind.NOT_FOUND,
    412: Kind.CONFLICT,
    413: Kind.TOO_LARGE,
    415: Kind.INVALID_PARAMETER,
    422: Kind.INVALID_PARAMETER,
    423: Kind.CONFLICT,
    429: Kind.RATE_LIMITED,
    501: Kind.UNKNOWN_OPERATION,
}
"""What a status means where the document has no code table."""
_ALSO = {
    400: (Kind.MISSING_PARAMETER, Kind.TOO_LARGE),
    401: (Kind.MISSING_CREDENTIAL, Kind.BAD_SIGNATURE, Kind.CLOCK, Kind.REPLAY),
    403: (Kind.MISSING_CREDENTIAL, Kind.BAD_CREDENTIAL),
    422: (Kind.MISSING_PARAMETER, Kind.TOO_LARGE),
}
"""What else it may mean there."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer means."""

    success: bool
    kind: Kind | None = None
    """Of a refusal; ``None`` where the document does not tell."""
    code: Plain = None
    message: str = ""
    documented: bool = True
    """Whether the document names this code (or, without a code table, this status)."""
    covers: tuple[Kind, ...] = ()
    """Other kinds for which the vendor uses the same code."""

    def __str__(self) -> str:
        if self.success:
            return "success"
        words = self.kind.value if self.kind else "a refusal without a kind"
        return f"{words} (code {self.code!r}{': ' + self.message if self.message else ''})"


def judge(operation: Operation, received: ReceivedResponse) -> Verdict:
    """Tell success from refusal, and the kind of refusal."""
    answer = operation.envelope.answer if operation.envelope else None
    fine = _is_fine(operation, received.status)
    succeeded = fine and (
        answer is None or answer.success is None or matches_condition(answer.success, received, _code_spots(operation))
    )
    rows = operation.errors.codes if operation.errors else ()
    apart = next((row for row in rows if row.at and _stands_at(received, row.at, row.code)), None)
    code = apart.code if apart else _code(operation, received)
    row = apart or _row(rows, code, received.status)
    message_at = (row and row.message_at) or (answer.message if answer else "")
    message = _text(received, message_at) if message_at else ""
    if succeeded and row is None and _is_unlisted(operation, code):
        return Verdict(success=False, kind=Kind.BUSINESS, code=code, message=message, documented=False)
    if succeeded and (row is None or row.kind is None):
        if answer and answer.payload_required and _lacks(received, answer.payload):
            return Verdict(
                success=False,
                kind=Kind.UNDECODABLE,
                code=code,
                message=f"there is nothing at {answer.payload}",
                documented=False,
            )
        return Verdict(success=True, code=code, message=message)
    if row is not None:
        documented = row.kind is not None and row.status in (0, received.status)
        return Verdict(
            success=False, kind=row.kind, code=code, message=message, documented=documented, covers=row.covers
        )
    declared = not rows and _declares(operation, received.status)
    is_silent_on_it = received.status < 500 and has_no_documented_refusal(operation, BY_STATUS.get(received.status))
    documented = not fine and (declared or is_silent_on_it)
    also = () if rows else _ALSO.get(received.status, ())
    kind = kind_of_status(received.status) if not fine else None
    return Verdict(success=False, kind=kind, code=code, message=message, documented=documented, covers=also)


def kind_of_status(status: int) -> Kind:
    """Give what a status means that is not one of success, where nothing else tells."""
    if status in BY_STATUS:
        return BY_STATUS[status]
    return Kind.SERVER if status >= 500 or status < 400 else Kind.BUSINESS


def has_no_documented_refusal(operation: Operation, kind: Kind | None = None) -> bool:
    """Tell whether the document does not say how the operation refuses for a reason; without one, and
    for one of the vendor's own, for any."""
    rows = operation.errors.codes if operation.errors else ()
    told = {one for row in rows for one in (row.kind, *row.covers) if one is not None}
    for answer in operation.answers:
        told |= _meanings(answer.status.upper())
    return not told if kind in (None, Kind.BUSINESS) else kind not in told


def _meanings(status: str) -> set[Kind]:
    """Give what a documented status may mean; that of a success means nothing here."""
    if status.isdigit():
        return set() if status < "4" else {kind_of_status(int(status)), *_ALSO.get(int(status), ())}
    return set() if status.startswith(("1", "2", "3")) else set(Kind)


def _is_fine(operation: Operation, status: int) -> bool:
    """Tell whether a status is that of a success: 2xx, and a redirection where the document has nothing else."""
    if 300 <= status < 400:
        declared = [answer.status for answer in operation.answers]
        return str(status) in declared and not any(each.startswith(("2", "default")) for each in declared)
    return 200 <= status < 300


def matches_condition(condition: Condition, received: ReceivedResponse, codes: Collection[Where] = ()) -> bool:
    """Tell whether a condition is met by an answer; at ``codes`` stand codes."""
    if condition.test == "all":
        return all(matches_condition(part, received, codes) for part in condition.parts)
    if condition.test == "any":
        return any(matches_condition(part, received, codes) for part in condition.parts)
    try:
        value = received.read(condition.at)
    except Missing:
        return condition.test == "present" and condition.value is False
    if condition.test == "present":
        return (value is not None) is condition.value
    equal = _is_code if condition.at in codes else json_equal
    return any(equal(value, each) for each in (condition.value if condition.test == "in" else [condition.value]))


def _is_code(found: Plain, code: Plain) -> bool:
    """Tell whether a code is that of the document, or its text: ``"200"`` for 200."""
    if json_equal(found, code):
        return True
    kinds = {type(found), type(code)}
    return kinds == {int, str} and str(found) == str(code)


def _code_spots(operation: Operation) -> set[Where]:
    """Give where the document says that codes stand."""
    rows = operation.errors.codes if operation.errors else ()
    answer = operation.envelope.answer if operation.envelope else None
    table = operation.errors.at if operation.errors else ""
    return {where for where in (table or (answer.code if answer else ""), *(row.at for row in rows)) if where}


def _declares(operation: Operation, status: int) -> bool:
    return any(answer.status.upper() in (str(status), f"{status // 100}XX", "DEFAULT") for answer in operation.answers)


def _code(operation: Operation, received: ReceivedResponse) -> Plain:
    where = operation.errors.at if operation.errors else ""
    if not where and operation.envelope and operation.envelope.answer:
        where = operation.envelope.answer.code
    if where in ("", "status"):
        return received.status
    try:
        return received.read(where)
    except Missing:
        return None


def _row(rows: Sequence[Code], code: Plain, status: int) -> Code | None:
    """Find the row of a code: that of this status, else one of any, else that of another."""
    found = [row for row in rows if _is_code(code, row.code)]
    found.sort(key=lambda row: (row.status != status, row.status != 0))
    return found[0] if found else None


def _is_unlisted(operation: Operation, code: Plain) -> bool:
    """Tell whether a code that no row has is a failure: some row names the code of a success, and no test tells."""
    answer = operation.envelope.answer if operation.envelope else None
    if code is None or operation.errors is None or (answer and answer.success):
        return False
    where = operation.errors.at or (answer.code if answer else "")
    return where not in ("", "status") and any(row.kind is None for row in operation.errors.codes)


def _lacks(received: ReceivedResponse, where: Where) -> bool:
    """Tell whether JSON was answered, with nothing at a spot."""
    try:
        received.body()
    except Missing:
        return False
    try:
        received.read(where)
    except Missing:
        return True
    return False


def _stands_at(received: ReceivedResponse, where: Where, code: Plain) -> bool:
    try:
        return _is_code(received.read(where), code)
    except Missing:
        return False


def _text(received: ReceivedResponse, where: Where) -> str:
    try:
        return str(received.read(where))
    except Missing:
        return ""
