"""Schemas from what a page says: rows of tables, values of samples.

In: facts, values. Out: plain JSON Schema. While a body is read, a field keeps the word of its type under ``WORD``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from qiyue.base.where import parts_of
from qiyue.pages import Fact, json_type
from qiyue.values import Plain

Schema = dict[str, Any]
Steps = tuple[str, ...]
"""The way to a field: names; the elements of a list are no step of their own."""

WORD: Final = "x-word"
SOURCE: Final = "x-qiyue-source"
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
_SWITCH: Final = re.compile(
    r"(?:when |if )?set to [`'\"]?(?:true|false)\b|[`'\"]?true[`'\"]?\s?(?:/|或|or|,)\s?[`'\"]?false", re.IGNORECASE
)
_KEY: Final = re.compile(r"[A-Z]{0,4}[-_]?\d{2,}|\d+|\d{4}-\d\d(?:-\d\d)?|[0-9a-fA-F]{8}-[0-9a-fA-F\-]{27}")
"""A key of a mapping that is data: a number, a date, the id of something."""


def field(facts: Iterable[Fact]) -> Schema:
    """Give the schema of one row."""
    told: dict[str, Plain] = {}
    values = []
    for fact in facts:
        told.setdefault(fact.what, fact.value)
        if fact.what.startswith("enum/"):
            values.append(fact.what.removeprefix("enum/"))
    word = str(told.get("type", ""))
    kind = json_type(word) or ("boolean" if not word and _SWITCH.search(str(told.get("meaning", ""))) else "")
    schema: Schema = {"type": "string", "format": "binary"} if kind == "file" else {"type": kind} if kind else {}
    if word:
        schema[WORD] = word
    if kind == "number":
        schema["format"] = "decimal"
    if _DATE.fullmatch(str(told.get("format", ""))):
        schema["format"] = "date"
    schema |= _limits(told, kind)
    if len(values) > 1 and kind in {"string", "integer", "number", ""} and schema.get("format") != "binary":
        schema["enum"] = [typed(value, kind) for value in values]
    for what in ("default", "const"):
        if what in told and told[what] != "" and (kind != "integer" or isinstance(told[what], int)):
            schema[what] = typed(told[what], kind)
    return schema


def _limits(told: Mapping[str, Plain], kind: str) -> Schema:
    """Give the limits that mean something for a type; "at most 100 rows" may be said of the number of rows."""
    found: Schema = {}
    for what in LIMITS:
        name = what.replace("Items", "imum") if kind == "integer" else what
        if isinstance(value := told.get(what), int | Decimal) and kind in _FOR[name]:
            found.setdefault(name, value)
    if kind in {"integer", "number"}:
        found |= _beyond(told, kind)
    if kind == "string" and isinstance(length := told.get("length"), int):
        found["maxLength"] = length
    return found


def _beyond(told: Mapping[str, Plain], kind: str) -> Schema:
    """Give the limits that a value must not reach: of whole numbers the next one."""
    found: Schema = {}
    for what, name, step in (("below", "aximum", -1), ("above", "inimum", 1)):
        if isinstance(value := told.get(what), int | Decimal):
            whole = kind == "integer" and isinstance(value, int)
            found[f"m{name}" if whole else f"exclusiveM{name}"] = value + step if whole else value
    return found


def typed(value: Plain, kind: str) -> Plain:
    """Give a value as the type of its field has it, as far as it can be."""
    if kind == "string":
        return str(value)
    if kind == "boolean" and str(value).casefold() in {"true", "false"}:
        return str(value).casefold() == "true"
    return int(value) if kind == "integer" and re.fullmatch(r"-?\d{1,18}", str(value)) else value


def steps(name: str) -> Steps:
    """Give the way that a name spells: ``a.b``, ``a[].b``."""
    return tuple(step for step in _STEP.findall(name) if step and not step.startswith("["))


def lists(name: str) -> tuple[int, ...]:
    """Give how many steps of a name lead to each list that it spells: ``a[].b[]`` → 1, 2."""
    return tuple(len(steps(name[: found.start()])) for found in re.finditer(r"\[", name))


def make_list(root: Schema, where: Steps) -> None:
    """Let a field that only has members be a list of what has them."""
    found = at(root, where)
    if found is not None and found.get("type") != "array":
        items = {key: found.pop(key) for key in ("type", "properties", "required") if key in found}
        found |= {"type": "array", "items": items}


def put(root: Schema, where: Steps, schema: Schema, *, required: bool, description: str) -> None:
    """Put a field at its place in a mapping; what is there already is kept beside it."""
    place = root
    for step in where[:-1]:
        place = _mapping(place).setdefault(step, {SOURCE: schema[SOURCE]} if SOURCE in schema else {})
    properties = _mapping(place)
    holder = place.get("items", place)
    name = where[-1]
    old = properties.get(name)
    properties[name] = {**(old or {}), **schema, **({"description": description} if description else {})}
    needed = holder.setdefault("required", []) if required else []
    if required and (old is None or name not in needed):
        needed.append(name)


def _mapping(schema: Schema) -> Schema:
    """Give the members of a field, or of its elements, to add to."""
    if schema.get("type") == "array":
        schema = schema.setdefault("items", {})
    if schema.get("type") != "object":
        schema["type"] = "object"
    found: Schema = schema.setdefault("properties", {})
    return found


def members(schema: Schema) -> Mapping[str, Schema]:
    """Give the members of a field, or of its elements."""
    while isinstance(schema.get("items"), dict):
        schema = schema["items"]
    found: Mapping[str, Schema] = schema.get("properties", {})
    return found


def at(schema: Schema, where: Steps) -> Schema | None:
    """Give what lies at a place, None where nothing does."""
    for step in where:
        found = members(schema).get(step)
        if found is None:
            return None
        schema = found
    return schema


def holders(schema: Schema, where: Steps = ()) -> Iterator[tuple[Steps, Schema]]:
    """Give everything that has members, the nearest to the root first."""
    todo = [(where, schema)]
    for place, each in todo:
        if found := members(each):
            yield place, each
            todo += [((*place, name), part) for name, part in found.items()]


def find(schema: Schema, name: str) -> Steps:
    """Give the place of the nearest field of a name that has members or may have some; () where there is none."""
    for place, each in holders(schema):
        part = members(each).get(name)
        if part is not None and (part.get("type") in {"object", "array", None}):
            return (*place, name)
    return ()


def types(schema: Schema) -> Iterator[tuple[Steps, str]]:
    """Give the words of the types of all fields."""
    for place, each in holders(schema):
        for name, part in members(each).items():
            if word := part.get(WORD):
                yield (*place, name), str(word)


def clean(schema: Schema) -> Schema:
    """Give a schema without the words of types."""
    return {
        key: {name: clean(part) for name, part in value.items()}
        if key == "properties"
        else clean(value)
        if key in {"items", "additionalProperties"} and isinstance(value, dict)
        else value
        for key, value in schema.items()
        if key != WORD
    }


def sample(tokens: Iterable[Fact]) -> Plain:
    """Give the value that tokens spell."""
    root: Plain = None
    for fact in tokens:
        if "#" in fact.subject:
            continue
        if fact.what == "type":
            root = _set(root, fact.subject, {"object": {}, "array": []}.get(fact.value))
        elif fact.what == "value":
            root = _set(root, fact.subject, fact.value)
    return root


def _set(root: Plain, where: str, value: Plain) -> Plain:
    parts = parts_of(where)
    if not parts:
        return value
    place = root
    for part in parts[:-1]:
        place = place[int(part)] if isinstance(place, list) else place[part]
    if isinstance(place, list):
        place[int(parts[-1]) :] = [value]
    elif isinstance(place, dict):
        place[parts[-1]] = value
    return root


def fit(schema: Schema, value: Plain) -> None:
    """Widen a schema that is made of samples so that one more fits; null says nothing of a type."""
    if value is None:
        return
    kind = _kind(value)
    known = schema.get("type")
    if known is None or (known, kind) == ("integer", "number"):
        schema["type"] = kind
    elif known != kind and not (isinstance(known, list) and kind in known) and (known, kind) != ("number", "integer"):
        schema["type"] = [*(known if isinstance(known, list) else [known]), kind]
    if isinstance(value, Mapping):
        if _is_keyed_by_data(value):
            for item in value.values():
                fit(schema.setdefault("additionalProperties", {}), item)
            return
        for key, item in value.items():
            fit(schema.setdefault("properties", {}).setdefault(key, {}), item)
    elif isinstance(value, list):
        for item in value:
            fit(schema.setdefault("items", {}), item)
        schema.setdefault("items", {})
    if schema.get("type") == "number":
        schema["format"] = "decimal"


def has_data_as_keys(schema: Schema) -> bool:
    """Tell whether somewhere the keys of a mapping are data: a sample of it shows nothing of the form."""
    parts = [*schema.get("properties", {}).values(), schema.get("items", {})]
    return "additionalProperties" in schema or any(has_data_as_keys(part) for part in parts if part)


def _is_keyed_by_data(value: Mapping[str, Plain]) -> bool:
    """Tell whether the keys of a mapping are data: ids, whose values are all alike."""
    kinds = {_kind(item) for item in value.values()}
    return bool(value) and len(kinds) == 1 and all(_KEY.fullmatch(key) for key in value)


def merged(told: Schema, shown: Schema, where: str, clashes: list[str]) -> Schema:
    """Join what tables tell and samples show: types, limits and values as told, members of both.

    Contradictions are added to ``clashes`` as sentences.
    """
    if told.get("type") == "object" and WORD not in told and shown.get("type") == "array":
        told = {"type": "array", "items": told}  # the table only lists members
    types = told.get("type"), shown.get("type")
    if None not in types and types[0] != types[1] and not _fits(str(types[0]), types[1]):
        clashes.append(f"{where or 'the body'} is {types[0]} in the table, {types[1]} in the sample")
        if "properties" in told or "items" in told or types[0] not in {"object", "array"}:
            shown = {key: value for key, value in shown.items() if key not in {"properties", "items", "type"}}
        else:
            told = {**told, "type": types[1]}
    found = {**shown, **told}
    for key in ("items", "additionalProperties"):
        if key in told and key in shown:
            found[key] = merged(told[key], shown[key], f"{where}[]", clashes)
    if "properties" in told and "properties" in shown:
        ours, theirs = told["properties"], shown["properties"]
        found["properties"] = {
            name: merged(ours.get(name, {}), theirs.get(name, {}), f"{where}/{name}", clashes)
            for name in {**ours, **theirs}
        }
    return found


def _fits(told: str, shown: Plain) -> bool:
    return (told, shown) == ("number", "integer")


def _kind(value: Plain) -> str:
    if value is None:
        return "null"
    kinds = ((bool, "boolean"), (int, "integer"), (Decimal, "number"), (str, "string"), (list, "array"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "object")
