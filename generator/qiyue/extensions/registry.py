"""Every ``x-qiyue-`` extension: its name, what it is for, where it may stand, and its JSON Schema for each such place.

To add one, describe its value in ``calls``, ``messages`` or ``mock`` and give it a row here.
"""

from collections.abc import Mapping
from typing import Final

from qiyue.base.value import Value
from qiyue.extensions import calls, messages, mock
from qiyue.extensions.words import JsonSchema, or_null


class Form(Value):
    """A value that an extension may have at some places; the places are kinds of ``qiyue.positions``."""

    where: tuple[str, ...]
    schema: JsonSchema


class Extension(Value):
    """One word of the vocabulary."""

    name: str
    purpose: str
    forms: tuple[Form, ...]

    @property
    def where(self) -> tuple[str, ...]:
        """Every kind of place where it may stand."""
        return tuple(place for form in self.forms for place in form.where)

    def schema(self, place: str) -> JsonSchema | None:
        """Give the JSON Schema of its value at a place; ``None`` where it may not stand."""
        return next((form.schema for form in self.forms if place in form.where), None)


_OPERATION = ("operation", "case")
_EVIDENCED = (
    *("info", "server", "tag", "operation", "case", "parameter", "body", "media", "answer", "header", "schema"),
    *("security-scheme", "code", "catalogue-row"),
)


def _one(name: str, purpose: str, where: tuple[str, ...], schema: JsonSchema) -> Extension:
    return Extension(f"x-qiyue-{name}", purpose, (Form(where, schema),))


def _default(name: str, purpose: str, schema: JsonSchema) -> Extension:
    """An extension of the whole document that an operation may replace, or switch off with null."""
    return Extension(f"x-qiyue-{name}", purpose, (Form(("root",), schema), Form(_OPERATION, or_null(schema))))


_ALL: Final = (
    _one("source", "where a fact comes from: grade, lines of a page, finding", _EVIDENCED, calls.SOURCE),
    _one(
        "sources", "the pages that evidence cites, by id: title, url, the day they were read", ("root",), calls.SOURCES
    ),
    _one(
        "findings",
        "what the pages leave open and what was chosen, by id; qiyue puts in what `findings.yaml` says",
        ("root",),
        calls.FINDINGS,
    ),
    Extension(
        "x-qiyue-name",
        "the name for callers: resource and method of an operation, or the name of a type or an argument",
        (Form(_OPERATION, calls.OPERATION_NAME), Form(("schema", "parameter"), calls.NAME)),
    ),
    _default(
        "envelope",
        "where the payload goes in a request, what is filled in; how an answer tells success, code, payload",
        messages.ENVELOPE,
    ),
    _default(
        "errors",
        "the code table: of each code `kind: success` or the kind of failure; the order in which the vendor checks",
        messages.ERRORS,
    ),
    _default("signature", "how a request is signed: canonical text, digests, secret, vectors", messages.SIGNATURE),
    _one("dispatch", "one path that carries many operations, told apart by a field", ("operation",), messages.DISPATCH),
    _one("token", "the call that gets a token, and when to renew it", ("security-scheme",), calls.TOKEN),
    _one(
        "scope", "given once per client, overridable per call", ("parameter", "schema", "security-scheme"), calls.SCOPE
    ),
    _one("pagination", "which fields carry page, size, total and items", _OPERATION, calls.PAGINATION),
    _one("time", "a vendor's way to write a time: format or epoch unit, and zone", ("schema",), calls.TIME),
    _one("safety", "whether a live run may call it, and whether a call may be repeated", _OPERATION, calls.SAFETY),
    _default("timeout", "seconds to wait for the answer", calls.TIMEOUT),
    _default("quota", "at most so many calls in so much time", calls.QUOTA),
    _one("upload", "the answer gives an address; the bytes go there, without credentials", _OPERATION, calls.UPLOAD),
    _one("catalogue", "operations that a page names without telling how to call them", ("root",), calls.CATALOGUE),
    Extension(
        "x-qiyue-mock",
        "what the mock keeps and checks: stores and seeds of the document, store and rules of an operation",
        (Form(("root",), mock.ROOT_MOCK), Form(_OPERATION, mock.OPERATION_MOCK)),
    ),
    _one("sensitive", "true: never logged", ("schema", "parameter", "header"), calls.SENSITIVE),
)

EXTENSIONS: Final[Mapping[str, Extension]] = {extension.name: extension for extension in _ALL}
"""The vocabulary, by name, in the order in which it is documented."""
