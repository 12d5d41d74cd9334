"""OpenAPI 3.0 to 3.1, on plain data: the only place that knows versions.

In: a merged document of any 3.x version. Out: the same in 3.1 form; the input stays as it was. Pointers stay, except
where ``null`` needs a wrapper. ``format: binary`` and ``format: byte`` stay: 3.1 allows any format, and a part of a
form that is a file is told by ``format: binary`` in both versions.
"""

import re
from typing import Any, Final

from qiyue.diagnostics import Diagnostic, Refused, Report, Severity, refuse
from qiyue.positions import walk
from qiyue.source import Places
from qiyue.values import Plain, thaw

_VERSION = re.compile(r"3\.([0-9]{1,3})(\.[0-9]+)?([-+].*)?")
_NULL: Final = {"type": "null"}
_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
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
    minor = _minor_version(data, places)
    if minor == 0:
        data = thaw(data)
        data["openapi"] = "3.1.0"
        for position in walk(data):
            if position.kind == "schema":
                _upgrade_schema(position.data)
    elif minor > 1:
        message = f"OpenAPI {data['openapi']} is read as 3.1: what came later is not seen"
        report.add(Diagnostic("newer-version", Severity.GAP, message, places.place("/openapi")))
    return data


def _minor_version(data: Plain, places: Places) -> int:
    if not isinstance(data, dict):
        raise refuse("wrong-version", "this is not an OpenAPI document: it is no mapping", places.place(""))
    version = data.get("openapi")
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
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


def _upgrade_schema(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("$ref"), str):
        _upgrade_reference(schema)
        return
    for exclusive, bound in _BOUNDS:
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
    if "example" in schema:
        schema.setdefault("examples", [schema["example"]])
        del schema["example"]
    if isinstance(schema.get("nullable"), bool) and schema.pop("nullable"):
        _allow_null(schema)


def _upgrade_reference(schema: dict[str, Any]) -> None:
    """In 3.0 nothing beside ``$ref`` counts; but who writes ``nullable`` there means it."""
    nullable = schema.get("nullable") is True
    for key in [key for key in schema if key not in _BESIDE_REF and not key.startswith("x-")]:
        del schema[key]
    if nullable:
        _wrap(schema)


def _allow_null(schema: dict[str, Any]) -> None:
    if "allOf" in schema or "not" in schema:
        _wrap(schema)
        return
    kind = schema.get("type") or _implied_type(schema)
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        schema["type"] = [*kind, "null"]
    for choices, null in (("enum", None), ("oneOf", dict(_NULL)), ("anyOf", dict(_NULL))):
        if isinstance(schema.get(choices), list) and null not in schema[choices]:
            schema[choices].append(null)


def _implied_type(schema: dict[str, Any]) -> str | None:
    if not _OBJECT_WORDS.isdisjoint(schema):
        return "object"
    return "array" if "items" in schema else None


def _wrap(schema: dict[str, Any]) -> None:
    """Turn a schema into the choice between what it was and ``null``."""
    inner = {key: schema.pop(key) for key in list(schema) if key not in _ANNOTATIONS and not key.startswith("x-")}
    schema["anyOf"] = [inner, dict(_NULL)]
