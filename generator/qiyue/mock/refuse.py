"""Refuse: a failure → the vendor's own error answer. In: an operation's code table and answers. Out: Reply.

The row of the table gives code, message and further fields; the documented error answer gives the shape around them.
Where the document says nothing at all, the answer is a problem document (RFC 9457).
"""

from collections.abc import Iterator
from http import HTTPStatus
from math import ceil

from qiyue.api import Answer, AnswerEnvelope, Api, Code, ErrorTable, Kind, Media, Operation, Where
from qiyue.base import json
from qiyue.base.equality import json_equal
from qiyue.base.media import essence, preferred
from qiyue.base.where import get, put
from qiyue.mock.body import takes_json
from qiyue.mock.condition import broken, without
from qiyue.mock.failure import Failure, Order
from qiyue.mock.incoming import Reply
from qiyue.mock.samples import made, required_headers
from qiyue.mock.schemas import Schemas
from qiyue.values import Plain, thaw

REASON = "x-qiyue-reason"
"""The header in which the mock says why it refuses."""
_NOTHING = ErrorTable()
_BARE = AnswerEnvelope()
NATURAL_STATUS = {
    Kind.MISSING_CREDENTIAL: 401,
    Kind.BAD_CREDENTIAL: 401,
    Kind.BAD_SIGNATURE: 401,
    Kind.CLOCK: 401,
    Kind.REPLAY: 401,
    Kind.UNKNOWN_OPERATION: 404,
    Kind.MISSING_PARAMETER: 400,
    Kind.INVALID_PARAMETER: 400,
    Kind.TOO_LARGE: 413,
    Kind.FORBIDDEN: 403,
    Kind.NOT_FOUND: 404,
    Kind.CONFLICT: 409,
    Kind.RATE_LIMITED: 429,
    Kind.BUSINESS: 422,
    Kind.SERVER: 500,
}
"""The status of a kind, for documents that do not say."""
_ALSO = {400: (422,), 422: (400,), 413: (400, 422), 409: (400, 422), 401: (403,), 404: (400,)}
"""Other statuses that will do, when the document has one of these instead."""


class Refusals:
    """The refusals of one operation; each kind's answer is made once."""

    def __init__(self, api: Api, operation: Operation, schemas: Schemas) -> None:
        self._api, self._operation, self._schemas = api, operation, schemas
        self._table = operation.errors or _NOTHING
        envelope = operation.envelope.answer if operation.envelope else None
        self._envelope = envelope or _BARE
        self.order = Order(tuple(_spelled_out(self._table)), self._check_of)
        self._made: dict[tuple[Kind, Plain, int], Reply] = {}

    def reply(self, failure: Failure, status: int = 0) -> Reply:
        """Give the answer for a failure, with the reason in a header of ours; ``status`` overrides the document's."""
        row = row_for(self._table, failure.kind, failure.where)
        key = failure.kind, row and row.code, status
        if key not in self._made:
            self._made[key] = self._make(failure, row, status)
        made = self._made[key]
        wait = (
            [("retry-after", str(ceil(failure.after)))] if failure.kind is Kind.RATE_LIMITED and failure.after else []
        )
        return Reply(made.status, (*made.headers, (REASON, failure.reason), *wait), made.body)

    def reply_with(self, row: Code) -> Reply | None:
        """Give the answer that a row of the code table documents; ``None`` for the row of a success."""
        return self._make(Failure(row.kind, row.spots[0] if row.spots else ""), row, 0) if row.kind else None

    def _check_of(self, failure: Failure) -> Kind:
        """Name the check that finds a failure: where the row of its kind is for other spots, that of its own row."""
        row = row_for(self._table, failure.kind, failure.where)
        is_tied = any(one.spots for one in self._table.codes if one.kind is failure.kind and one.emit)
        return row.kind if is_tied and row and row.kind else failure.kind

    def _make(self, failure: Failure, row: Code | None, forced: int) -> Reply:
        status = forced or self._status(failure.kind, row)
        declared = self._declared(status)
        headers = required_headers(self._api, declared) if declared else ()
        reply = self._written(failure, row, status, declared)
        known = {name.lower() for name, _ in reply.headers}
        added = tuple(pair for pair in headers if pair[0].lower() not in known)
        return Reply(reply.status, (*reply.headers, *added), reply.body)

    def _written(self, failure: Failure, row: Code | None, status: int, declared: Answer | None) -> Reply:
        """Write the body. Where an answer of this status declares none, and no code has to be told, there is none."""
        if row is None and declared and not declared.media and declared.status.upper() != "DEFAULT":
            return Reply(status)
        media, is_error = self._media(status, row)
        if media is None:
            return _problem(failure, status, row)
        if not takes_json(essence(media.content_type)):
            text = row.message if row and row.message else failure.kind.value
            return Reply(status, (("content-type", media.content_type),), text.encode())
        own = self._own(media, row)
        spots = self._spots(failure.kind, status, row)
        if own is not None and row and not row.message:
            spots.pop(self._message_at(row), None)
        base = own if own is not None else media.examples[0].value if is_error and media.examples else None
        body = self._built(media, row, spots) if base is None else _filled(thaw(base), spots)
        content_type = "application/json" if "*" in media.content_type else media.content_type
        return Reply(status, (("content-type", content_type), *_headers(spots)), json.dumps(body))

    def _status(self, kind: Kind, row: Code | None) -> int:
        """Choose the status: the row's, else a documented one that means the kind, else 200 inside an envelope."""
        if row and row.status:
            return row.status
        if row and self._table.at == "status" and str(row.code).isdecimal():
            return int(row.code)
        documented = {answer.status.upper() for answer in self._operation.answers}
        natural = NATURAL_STATUS.get(kind, 500)
        for status in (natural, *_ALSO.get(natural, ())):
            if str(status) in documented:
                return status
        if f"{natural // 100}XX" in documented or "DEFAULT" in documented:
            return natural
        return 200 if row and self._code_at(row) else natural

    def _code_at(self, row: Code | None) -> Where:
        if row and row.at:
            return row.at
        return self._table.at if self._table.at not in ("", "status") else self._envelope.code

    def _message_at(self, row: Code | None) -> Where:
        return row.message_at if row and row.message_at else self._envelope.message

    def _declared(self, status: int) -> Answer | None:
        """Find the answer that the document declares for a status."""
        answers = {answer.status.upper(): answer for answer in self._operation.answers}
        keys = (str(status), f"{status // 100}XX", "DEFAULT")
        return next((answers[key] for key in keys if key in answers), None)

    def _media(self, status: int, row: Code | None) -> tuple[Media | None, bool]:
        """Find the documented shape, and whether it is an error's: the answer of this status, else any other error,
        else, for a code inside an envelope, the answer that carries both."""
        answers = {answer.status.upper(): answer.media for answer in self._operation.answers if answer.media}
        errors = [key for key in answers if not key.startswith(("1", "2", "3"))]
        for key in (str(status), f"{status // 100}XX", "DEFAULT", *errors):
            if key in answers and (key in errors or status < 300):
                return preferred(answers[key]), key in errors
        both = [key for key in answers if key.startswith("2")] if row and self._code_at(row) else []
        return (preferred(answers[both[0]]), False) if both else (None, False)

    def _own(self, media: Media, row: Code | None) -> Plain | None:
        """Give the documented example of this very code."""
        at = self._code_at(row)
        if row is None or not at.startswith("/"):
            return None
        return next((example.value for example in media.examples if json_equal(get(example.value, at), row.code)), None)

    def _spots(self, kind: Kind, status: int, row: Code | None) -> dict[Where, Plain]:
        """Give what belongs where: code, message, and the other fields of the row."""
        code = row.code if row else status if _like_status(self._table) else None
        message = row.message if row and row.message else kind.value
        spots = {self._message_at(row): message, self._code_at(row): code}
        return {**{where: value for where, value in spots.items() if value is not None}, **(row.set if row else {})}

    def _built(self, media: Media, row: Code | None, spots: dict[Where, Plain]) -> Plain:
        """Make a body without an example: nothing but the spots, where the schema lets it; else around a sample."""
        bare = self._told(_filled({}, spots), media, row, spots)
        if media.type is None or self._schemas.validator(media.type).is_valid(bare):
            return bare
        return self._told(_filled(made(self._api, media.type), spots), media, row, spots)

    def _told(self, body: Plain, media: Media, row: Code | None, spots: dict[Where, Plain]) -> Plain:
        """Make sure that the envelope does not say success, and carries no payload that it need not carry.

        A code at a place of its own says enough.
        """
        success, payload = self._envelope.success, self._envelope.payload
        if row and row.at:
            return body
        if success:
            body = broken(success, body, self._code_at(row))
        if not payload or payload in spots or media.type is None:
            return body
        validator = self._schemas.validator(media.type)
        candidates = [without(body, payload), put(body, payload, None)]
        return next((candidate for candidate in candidates if validator.is_valid(candidate)), body)


def _filled(body: Plain, spots: dict[Where, Plain]) -> Plain:
    for where, value in spots.items():
        if where.startswith("/"):
            body = put(body, where, thaw(value))
    return body


def _headers(spots: dict[Where, Plain]) -> tuple[tuple[str, str], ...]:
    opening = "header:"
    return tuple(
        (where.removeprefix(opening), str(value)) for where, value in spots.items() if where.startswith(opening)
    )


def row_for(table: ErrorTable, kind: Kind, where: Where = "") -> Code | None:
    """Give the row with which the vendor answers a kind at a spot: its own, else one that covers it.

    A row for this very spot comes before one for all.
    """
    emitted = [row for row in table.codes if row.emit and (not row.spots or where in row.spots)]
    emitted.sort(key=lambda row: not row.spots)
    own = (row for row in emitted if row.kind is kind)
    covering = (row for row in emitted if kind in row.covers)
    return next(own, None) or next(covering, None)


def _spelled_out(table: ErrorTable) -> Iterator[Kind]:
    """Give the order of checks; a kind that it does not name comes with the row that covers it."""
    for kind in table.check_order:
        yield kind
        row = row_for(table, kind)
        yield from (other for other in (row.covers if row else ()) if other not in table.check_order)


def _like_status(table: ErrorTable) -> bool:
    """Tell whether the codes of a table are HTTP statuses."""
    codes = [row.code for row in table.codes if row.kind is not None]
    return bool(codes) and all(isinstance(code, int) and 400 <= code < 600 for code in codes)


def _problem(failure: Failure, status: int, row: Code | None) -> Reply:
    known = {one.value: one.phrase for one in HTTPStatus}
    body: dict[str, Plain] = {"type": "about:blank", "title": known.get(status, "Error"), "status": status}
    body["detail"] = row.message if row and row.message else failure.kind.value
    if row:
        body["code"] = row.code
    return Reply(status, (("content-type", "application/problem+json"),), json.dumps(body))
