"""OpenAPI 3.0 to 3.1, on plain data: the only place that knows versions.

In: a document of any 3.x version, all references local. Out: the same in 3.1 form; the input stays as it was. Where
``null`` needs a wrapper pointers change, and references with them. Another file of the document is of its own version,
if it says one. ``format: binary`` and ``format: byte`` stay: 3.1 allows any format, and a part of a
form that is a file is told by ``format: binary`` in both versions.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final
from urllib.parse import quote, unquote

from qiyue.diagnostics import Diagnostic, Refused, Report, Severity, refuse
from qiyue.positions import FILES, Position, walk
from qiyue.runtime.media import essence, is_json_lines
from qiyue.source import Places
from qiyue.values import Plain, pointer, pointer_parts, thaw

_VERSION = re.compile(r"3\.([0-9]{1,3})(\.[0-9]+)?([-+].*)?")
_IN_FILES: Final = f"/{FILES}/"
_WEBHOOKS: Final = "x-webhooks"
"""What documents of 3.0 call what 3.1 calls ``webhooks``."""
_NULL: Final = {"type": "null"}
_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_EVENT: Final = {"event": {"type": "string"}, "id": {"type": "string"}, "retry": {"type": "integer"}}
"""What an event has beside its data."""
_BESIDE_REF: Final = frozenset({"$ref", "summary", "description"})
_ANNOTATIONS: Final = frozenset(
    "title summary description default examples deprecated readOnly writeOnly externalDocs xml".split()
)
_OBJECT_WORDS: Final = frozenset({"properties", "additionalProperties", "required", "minProperties", "maxProperties"})


def to_31(data: Plain, places: Places, report: Report) -> Plain:
    """Give the 3.1 form of a document.

    Raises:
        Refused: the document does not say that it is OpenAPI 3.
    """
    minor = _minor_version(data, places, report)
    if minor > 1:
        message = f"OpenAPI {data['openapi']} is read as 3.1: of what came later only `itemSchema` of streams is seen"
        report.add(Diagnostic("newer-version", Severity.GAP, message, places.place("/openapi")))
    newer = {pointer([FILES, name]) for name, file in _files(data) if _is_newer(file, minor)}
    if minor == 1 and len(newer) == len(list(_files(data))) and not any(map(_is_leftover, walk(data))):
        return data
    data = thaw(data)
    if minor == 0 and isinstance(data.get(_WEBHOOKS), dict) and "webhooks" not in data:
        data["webhooks"] = data.pop(_WEBHOOKS)
        places.rename(_WEBHOOKS, "webhooks")
    wrapped, leftovers = set(), []
    for position in walk(data):
        own = "" if not position.pointer.startswith(_IN_FILES) else pointer(pointer_parts(position.pointer)[:2])
        if position.kind == "media" and minor > 1:
            _read_items(position)
        if position.kind != "schema":
            continue
        is_older = minor == 0 if not own else own not in newer
        if not is_older and _is_leftover(position):
            leftovers.append(position.pointer)
        if (_upgrade_schema if is_older else _read_leftover)(position.data):
            wrapped.add(position.pointer)
    if leftovers:
        _say_leftovers(leftovers, places, report)
    if wrapped:
        _redirect(data, wrapped)
    if minor == 0:
        data["openapi"] = "3.1.0"
    return data


def _is_leftover(position: Position) -> bool:
    """Tell whether a 3.1 schema allows null in the way of 3.0."""
    return position.kind == "schema" and position.data.get("nullable") is True


def _read_leftover(schema: dict[str, Any]) -> bool:
    if schema.get("nullable") is not True:
        return False
    del schema["nullable"]
    if "$ref" not in schema:
        return _allow_null(schema)
    _wrap(schema)
    return True


def _read_items(media: Position) -> None:
    """Read what 3.2 says of each item of a stream as what 3.1 says of the stream."""
    if "itemSchema" not in media.data or "schema" in media.data:
        return
    if is_json_lines(media.name):
        media.data["schema"] = media.data.pop("itemSchema")
    elif essence(media.name) == "text/event-stream":
        media.data["schema"] = {"allOf": [{"properties": _EVENT}, media.data.pop("itemSchema")]}


def _say_leftovers(leftovers: list[str], places: Places, report: Report) -> None:
    """Say it once: where one schema has it, hundreds have."""
    times = f" ({len(leftovers)} times)" if len(leftovers) > 1 else ""
    message = f"OpenAPI 3.1 has no keyword `nullable`; it is read as in 3.0: null is allowed{times}"
    severity = Severity.ERROR if report.strict else Severity.NOTE
    hint = 'write type: [string, "null"], or anyOf with {type: "null"}'
    report.add(Diagnostic("nullable", severity, message, places.place(leftovers[0] + "/nullable"), hint))


def _files(data: Plain) -> Iterator[tuple[str, Plain]]:
    files = data.get(FILES)
    yield from files.items() if isinstance(files, dict) else ()


def _is_newer(file: Plain, minor: int) -> bool:
    """Tell whether another file is of version 3.1 already; one that says nothing is of the document's version."""
    version = file.get("openapi") if isinstance(file, dict) else None
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    return (int(found[1]) if found else minor) > 0


def _redirect(data: Plain, wrapped: set[str]) -> None:
    """Let references into schemas that were wrapped lead to where their parts are now."""
    for position in walk(data):
        reference = position.data.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/"):
            target = unquote(reference[1:])
            moved = _moved(target, wrapped)
            if moved != target:
                position.data["$ref"] = "#" + quote(moved, safe="/~!$&'()*+,;=:@")


def _moved(target: str, wrapped: set[str]) -> str:
    here = ""
    for part in pointer_parts(target):
        if here in wrapped and part not in _ANNOTATIONS and not part.startswith("x-"):
            here += "/anyOf/0"
        here += pointer([part])
    return here


def _minor_version(data: Plain, places: Places, report: Report) -> int:
    if not isinstance(data, dict):
        raise refuse("wrong-version", "this is not an OpenAPI document: it is no mapping", places.place(""))
    version = data.get("openapi")
    if isinstance(version, Decimal) and not report.strict:
        message = f"the version is text, all three numbers; this number is read as {str(version)!r}"
        report.add(Diagnostic("odd-shape", Severity.NOTE, message, places.place("/openapi")))
        version = str(version)
    found = _VERSION.fullmatch(version.strip()) if isinstance(version, str) else None
    if found:
        return int(found[1])
    raise _wrong_version(data, places)


def _wrong_version(data: dict[str, Plain], places: Places) -> Refused:
    if "openapi" not in data:
        if "swagger" in data:
            hint = "convert it to OpenAPI 3 first"
            return refuse(
                "wrong-version", f"this is Swagger {str(data['swagger'])[:20]}", places.place("/swagger"), hint
            )
        message = "the document does not say its version"
        return refuse("wrong-version", message, places.place(""), "add `openapi: 3.1.0`")
    version = data["openapi"]
    place = places.place("/openapi")
    if not isinstance(version, str):
        return refuse("wrong-version", "the version must be text", place, "write `openapi: 3.1.0`, all three numbers")
    return refuse("wrong-version", f"OpenAPI {version[:20]!r} is not read", place, "qiyue reads OpenAPI 3.0 and 3.1")


def _upgrade_schema(schema: dict[str, Any]) -> bool:
    """Upgrade a schema in place; tells whether it was wrapped."""
    if isinstance(schema.get("$ref"), str):
        return _upgrade_reference(schema)
    for exclusive, bound in _BOUNDS:
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
    if "example" in schema:
        schema.setdefault("examples", [schema["example"]])
        del schema["example"]
    if isinstance(schema.get("nullable"), bool) and schema.pop("nullable"):
        return _allow_null(schema)
    return False


def _upgrade_reference(schema: dict[str, Any]) -> bool:
    """In 3.0 nothing beside ``$ref`` counts; but who writes ``nullable`` there means it."""
    nullable = schema.get("nullable") is True
    for key in [key for key in schema if key not in _BESIDE_REF and not key.startswith("x-")]:
        del schema[key]
    if nullable:
        _wrap(schema)
    return nullable


def _allow_null(schema: dict[str, Any]) -> bool:
    if "allOf" in schema or "not" in schema:
        _wrap(schema)
        return True
    kind = schema.get("type") or _implied_type(schema)
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        schema["type"] = [*kind, "null"]
    for choices, null in (("enum", None), ("oneOf", dict(_NULL)), ("anyOf", dict(_NULL))):
        if isinstance(schema.get(choices), list) and null not in schema[choices]:
            schema[choices].append(null)
    return False


def _implied_type(schema: dict[str, Any]) -> str | None:
    if not _OBJECT_WORDS.isdisjoint(schema):
        return "object"
    return "array" if "items" in schema else None


def _wrap(schema: dict[str, Any]) -> None:
    """Turn a schema into the choice between what it was and ``null``."""
    inner = {key: schema.pop(key) for key in list(schema) if key not in _ANNOTATIONS and not key.startswith("x-")}
    schema["anyOf"] = [inner, dict(_NULL)]
