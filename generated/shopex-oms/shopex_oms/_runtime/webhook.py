"""Webhooks: what the vendor sends, as typed values. Whether it was the vendor who sent it, the caller has to check."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from pydantic import ValidationError

from . import json
from .errors import UndecodableError
from .reading import misfits, read
from .text import charset_of, decode_json, decode_text


def decoded(form: Any, body: bytes | str, name: str, headers: Mapping[str, str] | None = None) -> Any:
    """Read a body of JSON. ``headers`` say the charset, where it is not UTF-8.

    Raises:
        UndecodableError: it is not JSON, or lacks what its type requires.
    """
    raw = body.encode() if isinstance(body, str) else body
    try:
        data = json.loads(body if isinstance(body, str) else decode_json(raw, _charset(headers)))
    except ValueError as error:
        told = str(error) if isinstance(error, json.JsonError) else "in another charset than its headers name"
        raise UndecodableError(f"the body is {told}", operation=name, raw=raw) from None
    return _read(form, data, raw, name)


def form_decoded(form: Any, body: bytes | str, name: str, headers: Mapping[str, str] | None = None) -> Any:
    """Read a body of a form. Where it is not in UTF-8, ``headers`` or its own field ``charset`` say in what.

    Raises:
        UndecodableError: it is no text, or lacks what its type requires.
    """
    raw = body.encode() if isinstance(body, str) else body
    try:
        data = _form_members(raw, _charset(headers))
    except ValueError:
        raise UndecodableError("the body is no form", operation=name, raw=raw) from None
    return _read(form, data, raw, name)


def _form_members(raw: bytes, charset: str) -> dict[str, str]:
    """Give the members of a form, all read in one charset.

    Raises:
        ValueError: they are in none that is known.
    """
    pairs = parse_qsl(raw.decode("latin-1"), keep_blank_values=True, encoding="latin-1")
    members = {name.encode("latin-1"): value.encode("latin-1") for name, value in pairs}
    named = charset or members.get(b"charset", b"").decode("ascii", "ignore")
    _, found = decode_text(b"\n".join((*members.keys(), *members.values())), named)
    return {name.decode(found): value.decode(found) for name, value in members.items()}


def _charset(headers: Mapping[str, str] | None) -> str:
    named = {name.lower(): value for name, value in (headers or {}).items()}
    return charset_of(named.get("content-type", ""))


def _read(form: Any, data: Any, raw: bytes, name: str) -> Any:
    try:
        return read(form, data)
    except ValidationError as error:
        told = misfits(error, data)
        message = f"the body lacks what its type requires: {'; '.join(map(str, told))}"
        raise UndecodableError(message, operation=name, raw=raw, body=data, problems=told) from None
