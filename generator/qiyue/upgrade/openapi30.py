"""OpenAPI 3.0 to 3.1, on plain data.

In: a document of any 3.x version, all references local. Out: the same in 3.1 form; the input stays as it was. Where
``null`` needs a wrapper pointers change, and references with them. Another file of the document is of its own version,
if it says one. ``format: binary`` and ``format: byte`` stay: 3.1 allows any format, and a part of a
form that is a file is told by ``format: binary`` in both versions.
"""

from typing import Any, Final
from urllib.parse import unquote

from qiyue.base.media import essence, is_json_lines
from qiyue.base.where import parts_of, pointer
from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.positions import FILES, Position, walk
from qiyue.source import Places
from qiyue.upgrade.version import OPENAPI_31, Version, other_files, parse_version
from qiyue.values import Plain, reference_to, thaw

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


def upgrade_30(data: Plain, version: Version, places: Places, report: Report) -> Plain:
    """The 3.1 form of a document that says ``version``, 3.0 or newer."""
    is_old = version < OPENAPI_31
    newer = {
        pointer([FILES, name]) for name, file in other_files(data) if (parse_version(file) or version) >= OPENAPI_31
    }
    if version == OPENAPI_31 and len(newer) == len(list(other_files(data))) and not any(map(_is_leftover, walk(data))):
        return data
    data = thaw(data)
    if is_old and isinstance(data.get(_WEBHOOKS), dict) and "webhooks" not in data:
        data["webhooks"] = data.pop(_WEBHOOKS)
        places.rename(_WEBHOOKS, "webhooks")
    wrapped, leftovers = set(), []
    for position in walk(data):
        own = "" if not position.pointer.startswith(_IN_FILES) else pointer(parts_of(position.pointer)[:2])
        if position.kind == "media" and version > OPENAPI_31:
            _read_items(position)
        if position.kind != "schema":
            continue
        is_older = is_old if not own else own not in newer
        if not is_older and _is_leftover(position):
            leftovers.append(position.pointer)
        if (_upgrade_schema if is_older else _read_leftover)(position.data):
            wrapped.add(position.pointer)
    if leftovers:
        _say_leftovers(leftovers, places, report)
    if wrapped:
        _redirect(data, wrapped)
    if is_old:
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


def _redirect(data: Plain, wrapped: set[str]) -> None:
    """Let references into schemas that were wrapped lead to where their parts are now."""
    for position in walk(data):
        reference = position.data.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/"):
            target = unquote(reference[1:])
            moved = _moved(target, wrapped)
            if moved != target:
                position.data["$ref"] = reference_to(moved)


def _moved(target: str, wrapped: set[str]) -> str:
    here = ""
    for part in parts_of(target):
        if here in wrapped and part not in _ANNOTATIONS and not part.startswith("x-"):
            here += "/anyOf/0"
        here += pointer([part])
    return here


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
