"""Schemas from what a page says: rows of tables, tokens of samples.

In: facts. Out: plain JSON Schema; where table and sample contradict, both are allowed.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from qiyue.base.where import parts_of
from qiyue.pages import Fact, json_type
from qiyue.values import Plain

Schema = dict[str, Any]

LIMITS: Final = ("maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems")
_FOR: Final = {
    "maximum": {"integer", "number"},
    "minimum": {"integer", "number"},
    "maxLength": {"string"},
    "minLength": {"string"},
    "maxItems": {"array"},
    "minItems": {"array"},
}
_DATE: Final = re.compile(r"yyyy-MM-dd", re.IGNORECASE)
_STEP: Final = re.compile(r"[^.\[\]]+|\[[^\]]*\]")


def field(facts: Iterable[Fact]) -> Schema:
    """Give the schema of one row."""
    told: dict[str, Plain] = {}
    values = []
    for fact in facts:
        told.setdefault(fact.what, fact.value)
        if fact.what.startswith("enum/"):
            values.append(fact.what.removeprefix("enum/"))
    kind = json_type(str(told.get("type", "")))
    schema: Schema = {"type": "string", "format": "binary"} if kind == "file" else {"type": kind} if kind else {}
    if kind == "number":
        schema["format"] = "decimal"
    if _DATE.fullmatch(str(told.get("format", ""))):
        schema["format"] = "date"
    schema |= _limits(told, kind)
    if len(values) > 1 and kind in {"string", "integer"} and schema.get("format") != "binary":
        schema["enum"] = [_typed(value, kind) for value in values]
    for what in ("default", "const"):
        if what in told and (kind != "integer" or isinstance(told[what], int)):
            schema[what] = _typed(told[what], kind)
    return schema


def _limits(told: Mapping[str, Plain], kind: str) -> Schema:
    """Give the limits that mean something for a type; "at most 100 rows" may be said of the number of rows."""
    found: Schema = {}
    for what in LIMITS:
        name = what.replace("Items", "imum") if kind == "integer" else what
        if isinstance(value := told.get(what), int | Decimal) and kind in _FOR[name]:
            found.setdefault(name, value)
    if kind == "string" and isinstance(length := told.get("length"), int):
        found["maxLength"] = length
    return found


def _typed(value: Plain, kind: str) -> Plain:
    if kind == "string":
        return str(value)
    return int(value) if kind == "integer" and re.fullmatch(r"-?\d{1,18}", str(value)) else value


def put(root: Schema, name: str, schema: Schema, *, required: bool, description: str) -> None:
    """Put a field at its place in a mapping: ``a.b``, ``a[].b``, ``a``."""
    at = root
    steps = [step for step in _STEP.findall(name) if step]
    for step in steps[:-1]:
        at = _into(at, step)
    if not steps:
        return
    if steps[-1].startswith("["):
        _into(at, steps[-1])
        return
    properties = at.setdefault("properties", {})
    at.setdefault("type", "object")
    old = properties.get(steps[-1], {})
    properties[steps[-1]] = {**old, **schema, **({"description": description} if description else {})}
    if required and steps[-1] not in at.setdefault("required", []):
        at["required"].append(steps[-1])


def _into(at: Schema, step: str) -> Schema:
    """Go into a member, or into the items of a list."""
    if step.startswith("["):
        at["type"] = "array"
        inner: Schema = at.setdefault("items", {})
        return inner
    at.setdefault("type", "object")
    if at.get("type") == "array":
        at = at.setdefault("items", {"type": "object"})
    found: Schema = at.setdefault("properties", {}).setdefault(step, {})
    return found


def sample(tokens: Iterable[Fact]) -> Plain:
    """Give the value that tokens spell."""
    root: Plain = None
    types = {}
    for fact in tokens:
        if "#" in fact.subject:
            continue
        if fact.what == "type":
            types[fact.subject] = fact.value
            root = _set(root, fact.subject, {"object": {}, "array": []}.get(fact.value))
        elif fact.what == "value":
            root = _set(root, fact.subject, fact.value)
    return root


def _set(root: Plain, where: str, value: Plain) -> Plain:
    parts = parts_of(where)
    if not parts:
        return value
    at = root
    for part in parts[:-1]:
        at = at[int(part)] if isinstance(at, list) else at[part]
    if isinstance(at, list):
        at[int(parts[-1]) :] = [value]
    elif isinstance(at, dict):
        at[parts[-1]] = value
    return root


def fit(schema: Schema, value: Plain) -> None:
    """Widen a schema so that a value of a sample fits: unknown members are added, other types allowed."""
    kind = _kind(value)
    known = schema.get("type")
    if known is None:
        schema["type"] = kind
    elif known != kind and not (isinstance(known, list) and kind in known) and (known, kind) != ("number", "integer"):
        schema["type"] = [*(known if isinstance(known, list) else [known]), kind]
    if isinstance(value, Mapping):
        for key, item in value.items():
            fit(schema.setdefault("properties", {}).setdefault(key, {}), item)
    elif isinstance(value, list):
        items = schema.setdefault("items", {})
        for item in value:
            fit(items, item)
    if "enum" in schema and value not in schema["enum"] and not isinstance(value, dict | list):
        schema["enum"].append(value)
    if kind == "number" and schema["type"] == "number":
        schema["format"] = "decimal"


def _kind(value: Plain) -> str:
    if value is None:
        return "null"
    kinds = ((bool, "boolean"), (int, "integer"), (Decimal, "number"), (str, "string"), (list, "array"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "object")
