"""Body: what was sent, read by its content type and checked by its schema. In: Incoming. Out: plain data, failures."""

from collections.abc import Callable
from typing import TypeAlias

from jsonschema_rs import Draft202012Validator

from qiyue.api import Kind, Media, Operation
from qiyue.base import json
from qiyue.base.media import essence, is_json, preferred
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.mock.failure import Failure
from qiyue.mock.form import Form
from qiyue.mock.incoming import Incoming
from qiyue.mock.multipart import Part, parts
from qiyue.mock.schemas import Schemas, failures
from qiyue.schema.json_types import json_types
from qiyue.values import Plain

Read: TypeAlias = tuple[Plain, list[Failure]]
_Reader: TypeAlias = Callable[[Incoming], Read]
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
"""Bodies that may well be empty: a form without fields."""


class Bodies:
    """The body of one operation, ready to be read in each of its media types."""

    def __init__(self, operation: Operation, schemas: Schemas, report: Report) -> None:
        media = operation.body.media if operation.body else ()
        self._wanted = bool(media)
        self._required = operation.body is not None and operation.body.required
        chosen = preferred(media)
        self._preferred = essence(chosen.content_type) if chosen else ""
        self._readers = {essence(one.content_type): _reader(one, operation, schemas, report) for one in media}

    def read(self, incoming: Incoming) -> Read:
        """Give the value that was sent, and what is wrong with it."""
        if not self._wanted:
            return None, []
        if not incoming.body and incoming.media not in _FORMS:
            return None, [Failure(Kind.MISSING_PARAMETER, "", "required")] if self._required else []
        sent = incoming.media or self._preferred
        for pattern, reader in self._readers.items():
            if covers(pattern, sent):
                return reader(incoming)
        return None, [Failure(Kind.INVALID_PARAMETER, "header:Content-Type", "contentType")]


def covers(pattern: str, media: str) -> bool:
    """Tell whether a declared media type, perhaps ``image/*``, is the one that was sent."""
    if pattern == media or pattern == "*/*":
        return True
    return pattern.endswith("/*") and media.startswith(pattern[:-1])


def takes_json(media: str) -> bool:
    """Tell whether JSON may be sent where this is declared."""
    return is_json(media) or media in ("*/*", "application/*")


def _reader(media: Media, operation: Operation, schemas: Schemas, report: Report) -> _Reader:
    name = essence(media.content_type)
    shape = schemas.shape(media.type) if media.type else {}
    if name == "multipart/form-data" and "string" not in json_types(shape):
        form = Form(media, schemas, operation.id)
        return lambda incoming: _multipart(form, incoming)
    if name == "application/x-www-form-urlencoded":
        form = Form(media, schemas, operation.id)
        return lambda incoming: form.read(_fields(incoming))
    if is_json(name) or (takes_json(name) and {*json_types(shape)} - {"string"}):
        validator = schemas.validator(media.type) if media.type else None
        return lambda incoming: _json(validator, incoming)
    if "xml" in name or name.startswith("multipart/"):
        message = f"the mock takes any {name} body of {operation.id}: it does not look inside"
        report.add(Diagnostic("mock-media", Severity.GAP, message))
    longest = shape.get("maxLength")
    return lambda incoming: _opaque(longest, incoming)


def _json(validator: Draft202012Validator | None, incoming: Incoming) -> Read:
    try:
        value = incoming.json
    except json.JsonError:
        return None, [Failure(Kind.INVALID_PARAMETER, "", "json")]
    return value, list(failures(validator, value)) if validator is not None else []


def _multipart(form: Form, incoming: Incoming) -> Read:
    try:
        sent = parts(incoming.headers.get("content-type", ""), incoming.body)
    except ValueError:
        return None, [Failure(Kind.INVALID_PARAMETER, "", "multipart")]
    return form.read(sent)


def _fields(incoming: Incoming) -> list[Part]:
    return [Part(name, None, "", value.encode("utf-8", "surrogatepass")) for name, value in incoming.fields]


def _opaque(longest: int | None, incoming: Incoming) -> Read:
    if longest is not None and len(incoming.body) > longest:
        return None, [Failure(Kind.TOO_LARGE, "", "maxLength")]
    return (incoming.body.decode("utf-8", "replace") if incoming.media.startswith("text/") else None), []
