"""Webhooks: what the vendor sends, as typed values. Whether it was the vendor who sent it, the caller has to check."""

from typing import Any
from urllib.parse import parse_qsl

from pydantic import ValidationError

from ..base import json
from .errors import UndecodableError
from .reading import misfits, read


def decoded(form: Any, body: bytes | str, name: str) -> Any:
    """Read a body of JSON.

    Raises:
        UndecodableError: it is not JSON, or lacks what its type requires.
    """
    raw = body.encode() if isinstance(body, str) else body
    try:
        data = json.loads(raw)
    except json.JsonError as error:
        raise UndecodableError(f"the body is {error}", operation=name, raw=raw) from None
    return _read(form, data, raw, name)


def form_decoded(form: Any, body: bytes | str, name: str) -> Any:
    """Read a body of a form.

    Raises:
        UndecodableError: it is no text, or lacks what its type requires.
    """
    raw = body.encode() if isinstance(body, str) else body
    try:
        data = dict(parse_qsl(raw.decode(), keep_blank_values=True))
    except ValueError:
        raise UndecodableError("the body is no form", operation=name, raw=raw) from None
    return _read(form, data, raw, name)


def _read(form: Any, data: Any, raw: bytes, name: str) -> Any:
    try:
        return read(form, data)
    except ValidationError as error:
        told = misfits(error, data)
        message = f"the body lacks what its type requires: {'; '.join(map(str, told))}"
        raise UndecodableError(message, operation=name, raw=raw, body=data, problems=told) from None
