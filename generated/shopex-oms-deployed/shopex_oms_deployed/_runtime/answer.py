"""Answer: from status, headers and bytes to typed data, or to the error that tells what the vendor said."""

from collections.abc import Collection
from typing import Any, NoReturn, TypeVar
from urllib.parse import urljoin

from pydantic import ValidationError

from . import json
from .absent import ABSENT
from .errors import UndecodableError
from .media import essence, is_json
from .operation import Answer, AnswerEnvelope, Operation
from .reading import misfits, read
from .refusal import message_of, refusal, told_at
from .response import RawResponse
from .steps import Received
from .text import charset_of, decode_json, decode_text
from .verdict import code_of, failure_of
from .where import get

T = TypeVar("T")


def read_answer(operation: Operation[T], received: Received, secrets: Collection[str] = ()) -> RawResponse[T]:
    """Read an answer.

    Raises:
        ApiError: the vendor refused, by status, envelope or code; the class tells the kind.
        UndecodableError: it did not, but the answer is not what the operation promises.
    """
    envelope = (operation.envelope and operation.envelope.answer) or AnswerEnvelope()
    answer = _declared(operation, received)
    data: Any
    body, fault = _body_of(answer, received)
    code = code_of(operation, envelope, received, body)
    if (kind := failure_of(operation, envelope, received, body, code)) is not None:
        raise refusal(operation, envelope, received, body, code, kind, secrets)
    if received.fault:
        _undecodable(operation, received, received.fault)
    if answer is not None and answer.stream:
        payload, data = ABSENT, received.opened
    elif answer is not None and answer.address:
        payload, data = ABSENT, _address(operation, received)
    elif answer is None or not _is_wrapped(answer, received):
        payload, data = ABSENT, _unwrapped(operation, answer, received, body)
    elif body is ABSENT:
        _undecodable(operation, received, fault or "the answer is empty")
    else:
        payload = get(body, envelope.payload)
        data = _payload(operation, envelope, answer, received, body, payload)
    return RawResponse(
        data=data,
        status=received.status,
        headers=received.headers,
        raw=received.content,
        body=None if body is ABSENT else body,
        code=None if code is ABSENT else code,
        message=message_of(envelope, body),
        trace=told_at(body, envelope.trace),
        operation=operation,
        answer=answer,
        payload=payload,
    )


def _body_of(answer: Answer | None, received: Received) -> tuple[Any, str]:
    """Give the body as plain data, or ``ABSENT`` and why it is not."""
    content_type = received.headers.get("content-type", "")
    if received.fault:
        return ABSENT, received.fault
    if not received.content.strip():
        return ABSENT, "the answer is empty"
    looks_so = received.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
    if not is_json(content_type) and (_is_file(answer, received) or not looks_so):
        return ABSENT, f"the answer is {content_type or 'of no media type'}, not JSON"
    try:
        return json.loads(decode_json(received.content, charset_of(content_type))), ""
    except ValueError as error:
        told = str(error) if isinstance(error, json.JsonError) else "in another charset than it names"
        return ABSENT, f"the answer is {told}{_unread_coding(received)}"


def _unread_coding(received: Received) -> str:
    """Name a content encoding that this client does not read."""
    named = {one.strip().lower() for one in received.headers.get("content-encoding", "").split(",")}
    others = sorted(named - {"", "identity", "gzip", "x-gzip", "deflate", "br", "zstd"})
    others += sorted(named & {"br", "zstd"})
    return f" (its content encoding is {', '.join(others)}, which this client may not read)" if others else ""


def _declared(operation: Operation[Any], received: Received) -> Answer | None:
    """Choose among the declared answers by status, then by media type."""
    status = str(received.status)
    ranked = [
        [one for one in operation.answers if one.status == status],
        [one for one in operation.answers if one.status.upper() == f"{status[0]}XX"],
        [one for one in operation.answers if one.status.startswith("2")],
        [one for one in operation.answers if one.status == "default"],
    ]
    fitting: list[Answer] = next(filter(None, ranked), [])
    bare = essence(received.headers.get("content-type", ""))
    named = [one for one in fitting if essence(one.content_type) == bare]
    return next(iter([*named, *(one for one in fitting if is_json(one.content_type)), *fitting]), None)


def _is_file(answer: Answer | None, received: Received) -> bool:
    """Tell whether the answer is the file that the operation gives, whatever it looks like."""
    return answer is not None and answer.type is bytes and 200 <= received.status < 300


def _is_wrapped(answer: Answer, received: Received) -> bool:
    """Tell whether the answer is to be read as JSON."""
    if answer.type is bytes or not answer.content_type:
        return False
    if answer.type in (str, None):
        return is_json(answer.content_type) or is_json(received.headers.get("content-type", ""))
    return True


def _address(operation: Operation[Any], received: Received) -> str:
    """Give where a redirect leads, as a whole address."""
    if "location" not in received.headers:
        _undecodable(operation, received, "the answer redirects, but does not say where")
    return urljoin(received.address, received.headers["location"])


def _unwrapped(operation: Operation[Any], answer: Answer | None, received: Received, body: Any) -> Any:
    if answer is None:
        return (received.content or None) if body is ABSENT else body
    if not answer.content_type:
        return None
    if answer.type is bytes:
        return received.content
    try:
        return decode_text(received.content, charset_of(received.headers.get("content-type", "")))[0]
    except ValueError:
        _undecodable(operation, received, "the answer is in another charset than it names")


def _payload(
    operation: Operation[Any], envelope: AnswerEnvelope, answer: Answer, received: Received, body: Any, payload: Any
) -> Any:
    if envelope.payload and payload in (ABSENT, None):
        if envelope.payload_required:
            _undecodable(operation, received, f"the answer says success, but nothing is at {envelope.payload}", body)
        return None
    if answer.type is None:
        return payload
    try:
        return read(answer.type, payload)
    except ValidationError as error:
        found = misfits(error, payload)
        told = "; ".join(map(str, found))
        _undecodable(operation, received, f"the answer lacks what its type requires: {told}", body, problems=found)


def _undecodable(
    operation: Operation[Any], received: Received, message: str, body: Any = None, **details: Any
) -> NoReturn:
    raise UndecodableError(
        message,
        operation=operation.id,
        status=received.status,
        headers=received.headers,
        raw=received.content,
        body=body,
        **details,
    ) from None
