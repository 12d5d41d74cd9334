"""Keys that OpenAPI does not have, so that what stands under them is not read: most often a misspelt one.

In: a document in OpenAPI 3.1 form. Out: one word for each key and kind of object; the first place stands for all.
``x-`` names are free. A key that nearly is one of OpenAPI is a gap, for something was meant by it; any other is a note.
Where the report is strict both are errors.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from qiyue.base.where import pointer
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.document import Places
from qiyue.positions import FILES, MEMBERS, walk
from qiyue.values import Plain

_KEYS: Final = {
    "root": f"openapi jsonSchemaDialect security {FILES}",
    "info": "title summary description termsOfService version",
    "server": "url description",
    "tag": "name description",
    "components": "",
    "operation": "tags summary description operationId deprecated security",
    "parameter": "name in description required deprecated allowEmptyValue style explode allowReserved example",
    "header": "description required deprecated allowEmptyValue style explode allowReserved example",
    "body": "description required",
    "media": "example",
    "encoding": "contentType style explode allowReserved",
    "answer": "description",
    "link": "operationRef operationId parameters requestBody description",
    "example": "summary description value externalValue",
    "security-scheme": "type description name in scheme bearerFormat openIdConnectUrl",
    "flows": "implicit password clientCredentials authorizationCode",
    "schema": """
        $schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment
        type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
        maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired
        dependencies additionalItems format contentEncoding contentMediaType nullable
        title description default deprecated readOnly writeOnly examples example
    """,
}
"""Kind → keys that hold no object of OpenAPI. Those that do are in ``MEMBERS``. A kind that is not here has any keys;
of a path ``resolve`` says what is no method."""

KNOWN: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(words.split()) | {key for key in MEMBERS[kind] if key != "*"} for kind, words in _KEYS.items()
}
_BESIDE_REF: Final = frozenset({"$ref", "summary", "description"})
_BESIDE_OPERATION_REF: Final = _BESIDE_REF | {"operationId", "tags", "deprecated"}
_NO_OPERATIONS: Final = frozenset({"parameters", "servers", "summary", "description"})
"""Keys of a path that stand beside its operations."""
_ARTICLE: Final = {"info": "`info`", "root": "the document", "components": "`components`"}
_LEAST_LIKE: Final = 0.75


def check(data: Plain, places: Places, report: Report) -> None:
    """Say which keys of a document are not read."""
    unknown: dict[tuple[str, str, bool], list[str]] = {}
    for position in walk(data):
        known = KNOWN.get(position.kind)
        if known is None:
            continue
        refers = position.kind != "schema" and isinstance(position.data.get("$ref"), str)
        for key in position.data:
            beside = _BESIDE_OPERATION_REF if position.kind == "operation" else _BESIDE_REF
            if key not in (beside if refers else known) and not key.startswith("x-"):
                found = unknown.setdefault((position.kind, key, refers), [])
                found.append(position.pointer + pointer([key]))
    for (kind, key, refers), pointers in unknown.items():
        report.add(_said(kind, key, refers, pointers, places, report))


def _said(kind: str, key: str, refers: bool, pointers: list[str], places: Places, report: Report) -> Diagnostic:
    times = f" ({len(pointers)} times)" if len(pointers) > 1 else ""
    place = places.place(pointers[0])
    owner = _ARTICLE.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    if refers:
        message = f"`{key[:60]}` beside `$ref` of {owner} is not read{times}"
        severity, hint = Severity.NOTE, "write it where the reference leads to"
    else:
        meant = next(iter(get_close_matches(key, sorted(KNOWN[kind]), 1, _LEAST_LIKE)), "")
        message = f"{owner} has no key `{key[:60]}`: it is not read{times}"
        severity = Severity.GAP if meant else Severity.NOTE
        hint = f"did you mean `{meant}`?" if meant else "begin names of your own with x-"
    code = "unknown-keyword" if kind == "schema" else "unknown-key"
    return Diagnostic(code, Severity.ERROR if report.strict else severity, message, place, hint)


def check_operations(written: dict[str, Plain], data: dict[str, Plain], places: Places, report: Report) -> None:
    """Say of a document without operations why it has none; with nothing at all in it, there is nothing to generate.

    ``written`` is the document before its references were followed: what it has and does not give is a gap.
    """
    meant = next((key for key in data if key != "paths" and get_close_matches(key, ["paths"], 1, _LEAST_LIKE)), "")
    hint = f"did you mean `paths` by `{meant}`?" if meant else ""
    if any(key in data for key in ("paths", "webhooks", "components")):
        severity = Severity.GAP if meant or _has_operations(written.get("paths")) else Severity.NOTE
        message = "the document describes no operation that can be called: the client has none"
    else:
        severity = Severity.ERROR
        message = "the document has neither paths, nor webhooks, nor components: there is nothing to generate"
    report.add(Diagnostic("no-operations", severity, message, places.place(pointer([meant or "paths"])), hint))


def _has_operations(paths: Plain) -> bool:
    """Tell whether something in the paths of a document, as it is written, was meant as an operation."""
    if not isinstance(paths, dict):
        return bool(paths)
    return "$ref" in paths or any(
        key not in _NO_OPERATIONS and not key.startswith("x-")
        for path, item in paths.items()
        if isinstance(item, dict) and not path.startswith("x-")
        for key in item
    )
