"""Refusal: the error for an answer that is not a success, with the vendor's own words."""

from collections.abc import Collection
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

from pydantic import ValidationError

from ..base import json
from ..base.absent import ABSENT
from ..base.error_body import usual_code, usual_message
from ..base.kinds import Kind
from ..base.where import get
from .errors import ERROR_OF_KIND, ApiError
from .operation import AnswerEnvelope, Operation, Where
from .reading import read
from .retry import retry_after
from .steps import Received
from .text import begin_of, charset_of
from .verdict import code_row, rule_of_status


def refusal(
    operation: Operation[Any],
    envelope: AnswerEnvelope,
    received: Received,
    body: Any,
    code: Any,
    kind: Kind,
    secrets: Collection[str],
) -> ApiError:
    """Build the error."""
    row = code_row(operation, code, received.status)
    at = (row and row.message_at) or envelope.message
    message = _text_at(body, at) or usual_message(body) or (row.message if row else "") or _snippet(received)
    if code is ABSENT and not envelope.code and not operation.errors:
        usual = usual_code(body)
        code = _masked(usual, secrets) if isinstance(usual, str) else usual
    form = ERROR_OF_KIND.get(kind, ERROR_OF_KIND["server"])
    return form(
        _masked(message, secrets),
        operation=operation.id,
        status=received.status,
        headers=received.headers,
        raw=received.content,
        body=_typed(operation, received.status, body),
        code=None if code is ABSENT else code,
        trace=told_at(body, envelope.trace),
        advice=row.advice if row else "",
        retry_after=retry_after(received.headers, received.at),
        retry=row.retry if row else rule_of_status(operation, code, received.status, kind),
    )


def excerpt_of(received: Received, secrets: Collection[str]) -> str:
    """Return the first words of an answer for a person to read; ``""`` where it is no text."""
    content_type = received.headers.get("content-type", "")
    if content_type.startswith(("image/", "audio/", "video/", "application/octet-stream", "application/pdf")):
        return ""
    return _masked(begin_of(received.content, charset_of(content_type), 300), secrets)


def message_of(envelope: AnswerEnvelope, body: Any) -> str:
    return _text_at(body, envelope.message)


def _text_at(body: Any, at: Where) -> str:
    told = told_at(body, at)
    return told if isinstance(told, str) else "" if told is None else json.text(told)


def _typed(operation: Operation[Any], status: int, body: Any) -> Any:
    """Give the body as the type that is declared for the status; as it came, where there is none or it does not fit."""
    ranks = {str(status): 0, f"{status // 100}XX": 1, "default": 2}
    declared = sorted((one for one in operation.refusals if one.status in ranks), key=lambda one: ranks[one.status])
    if body is ABSENT or not declared:
        return None if body is ABSENT else body
    try:
        return read(declared[0].type, body)
    except ValidationError:
        return body


def _snippet(received: Received) -> str:
    """Give the beginning of the body; for a redirect, which is never followed, where it leads."""
    if 300 <= received.status < 400 and "location" in received.headers:
        return f"a redirect to {_host(received.headers['location']) or 'another path'} is not followed"
    return received.fault or excerpt_of(received, ())


def _masked(message: str, secrets: Collection[str]) -> str:
    """Mask secrets, also as they are written in an address."""
    long = [secret for secret in secrets if len(secret) >= 4]
    forms = {form for secret in long for form in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret))}
    for form in sorted(forms, key=len, reverse=True):
        message = message.replace(form, "***")
    return message


def told_at(body: Any, at: Where) -> Any:
    """Give what lies somewhere, ``None`` where nothing does."""
    found = get(body, at) if at and body is not ABSENT else ABSENT
    return None if found is ABSENT else found


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
