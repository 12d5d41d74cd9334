"""Keywords of a schema, kept only as JSON Schema has them: what every later stage may rely on.

In: one keyword as published, with whatever it holds. Out: the keyword in its own form; or nothing, and said.
Types that other languages have (``int``, ``any``, ``file``) are read as what they mean.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from qiyue.base import json
from qiyue.document import Node
from qiyue.values import FrozenMap, Plain, freeze

_TYPES: Final = frozenset("null boolean object array number string integer".split())
_FOREIGN: Final[Mapping[str, tuple[str, str]]] = {
    "any": ("", ""),
    "mixed": ("", ""),
    "int": ("integer", ""),
    "int32": ("integer", "int32"),
    "int64": ("integer", "int64"),
    "long": ("integer", "int64"),
    "float": ("number", "float"),
    "double": ("number", "double"),
    "decimal": ("number", ""),
    "bool": ("boolean", ""),
    "str": ("string", ""),
    "text": ("string", ""),
    "date": ("string", "date"),
    "datetime": ("string", "date-time"),
    "date-time": ("string", "date-time"),
    "uuid": ("string", "uuid"),
    "uri": ("string", "uri"),
    "url": ("string", "uri"),
    "file": ("string", "binary"),
    "binary": ("string", "binary"),
    "list": ("array", ""),
    "map": ("object", ""),
    "dict": ("object", ""),
}
"""Word in small letters → type and format."""

_QUOTED: Final = re.compile(r"/(?P<pattern>\^.*|.*\$)/(?P<flags>[dgimsuvy]*)", re.DOTALL)

Entries: TypeAlias = Iterator[tuple[str, Plain]]


def _is_number(value: Plain) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_count(value: Plain) -> bool:
    return _is_number(value) and value >= 0 and value == int(value)


_FORMS: Final[Mapping[str, tuple[str, Callable[[Plain], bool]]]] = {
    word: (wanted, test)
    for words, wanted, test in (
        ("format pattern contentMediaType contentEncoding", "text", lambda value: isinstance(value, str)),
        ("title description", "text", lambda value: isinstance(value, str) or _is_number(value)),
        ("minimum maximum exclusiveMinimum exclusiveMaximum", "a number", _is_number),
        ("multipleOf", "a number above 0", lambda value: _is_number(value) and value > 0),
        ("uniqueItems deprecated readOnly writeOnly", "true or false", lambda value: isinstance(value, bool)),
        ("minLength maxLength minItems maxItems minProperties maxProperties", "a count", _is_count),
        ("minContains maxContains", "a count", _is_count),
        ("enum examples", "a list", lambda value: isinstance(value, list)),
        ("xml externalDocs", "a mapping", lambda value: isinstance(value, dict)),
    )
    for word in words.split()
}


def read(key: str, node: Node) -> Entries:
    """Give what a keyword that holds no schema says."""
    if key == "type":
        yield from _type(node)
    elif key == "required":
        yield from _required(key, node)
    elif key == "pattern" and isinstance(node.data, str) and (quoted := _QUOTED.fullmatch(node.data)):
        yield from _unquoted(quoted, node)
    elif key in _FORMS:
        wanted, test = _FORMS[key]
        if test(node.data):
            yield key, _in_form(key, node.data)
        else:
            node.odd(wanted)
    else:
        yield key, freeze(node.data)


def _in_form(key: str, value: Plain) -> Plain:
    if key in {"title", "description"}:
        return str(value)
    return int(value) if _FORMS[key][0] == "a count" else freeze(value)


def enum_of_items(node: Node, built: dict[str, Plain]) -> dict[str, Plain]:
    """Let values that stand beside ``type: array``, and are no lists, be those of the items."""
    values, items = built.get("enum"), built.get("items", FrozenMap())
    if built.get("type") != "array" or not values or not isinstance(items, Mapping) or "enum" in items:
        return built
    if any(isinstance(value, tuple) or value is None for value in values):
        return built
    node.note("odd-shape", "no list is among the values of this list; they are read as those of its items")
    return {
        **{key: value for key, value in built.items() if key != "enum"},
        "items": FrozenMap({**items, "enum": values}),
    }


def _required(key: str, node: Node) -> Entries:
    if not isinstance(node.data, list):
        node.odd("a list of names")
        return
    names = tuple(name for name in node.data if isinstance(name, str))
    if len(names) < len(node.data):
        node.odd("a list of names only")
    if names:
        yield key, names


def _unquoted(quoted: re.Match[str], node: Node) -> Entries:
    """Give a pattern that stands between slashes, as in the source of a program, where no text could ever match it."""
    if set(quoted["flags"]) & {"i", "m", "s"}:
        node.gap("odd-pattern", "a pattern with flags is not checked")
    else:
        node.note("odd-pattern", "a pattern between slashes is read without them")
        yield "pattern", quoted["pattern"]


def _type(node: Node) -> Entries:
    if node.data is None:
        node.odd("a type")
        return
    words = node.data if isinstance(node.data, list) else [node.data]
    known: dict[str, None] = {}
    formats: dict[str, None] = {}
    for word in words:
        if isinstance(word, str) and word in _TYPES:
            known[word] = None
            continue
        if not isinstance(word, str) or word.lower() not in _FOREIGN.keys() | _TYPES:
            node.gap("odd-type", f"{str(word)[:40]!r} is no type of JSON; any value is taken")
            return
        read_as, form = _FOREIGN.get(word.lower(), (word.lower(), ""))
        node.note("odd-type", f"the type {word!r} is read as {f'{read_as} {form}'.strip() or 'any value'!r}")
        if not read_as:
            return
        known[read_as] = None
        formats[form] = None
    if known:
        yield "type", tuple(known) if isinstance(node.data, list) else next(iter(known))
    if len(known) == 1 and any(formats):
        yield "format", next(filter(None, formats))


def coerce_enum(node: Node, schema: dict[str, Plain]) -> dict[str, Plain]:
    """Give a schema whose ``enum`` has values of its ``type``: ``1`` without quotes is text under ``type: string``."""
    types = schema.get("type")
    words = [word for word in ([types] if isinstance(types, str) else types or ()) if word != "null"]
    if "enum" not in schema or len(words) != 1 or words[0] not in _SPELLINGS:
        return schema
    spelled = tuple(map(_SPELLINGS[words[0]], schema["enum"]))
    strays = [value for value, other in zip(schema["enum"], spelled, strict=True) if type(value) is not type(other)]
    if not strays:
        return schema
    told = ", ".join(str(value)[:40] for value in strays[:3])
    (node.child("enum") or node).note("odd-enum", f"values of another type than {words[0]} are read as it: {told}")
    return {**schema, "enum": tuple(dict.fromkeys(spelled))}


def _as_string(value: Plain) -> Plain:
    return json.text(value) if isinstance(value, bool | int | Decimal) else value


def _as_number(value: Plain) -> Plain:
    return json.loads(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


def _as_integer(value: Plain) -> Plain:
    return int(value) if isinstance(value, str) and _INTEGER.fullmatch(value) else value


def _as_boolean(value: Plain) -> Plain:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]{0,18})")
_NUMBER: Final = re.compile(rf"{_INTEGER.pattern}(\.[0-9]{{1,30}})?")
_SPELLINGS: Final[Mapping[str, Callable[[Plain], Plain]]] = {
    "string": _as_string,
    "number": _as_number,
    "integer": _as_integer,
    "boolean": _as_boolean,
}


def discriminator(node: Node, name: Callable[[str], str | None]) -> Entries:
    """Give ``discriminator``; ``name`` knows the type that a reference leads to."""
    found = node.data
    if not isinstance(found, dict) or not isinstance(found.get("propertyName"), str):
        node.odd("a mapping with `propertyName`")
        return
    rest = node.rest(["mapping"])
    mapping = {value: name(target.data) or target.data for value, target in node.mapping("mapping") if _is_text(target)}
    yield "discriminator", FrozenMap({**rest, "mapping": FrozenMap(mapping)}) if "mapping" in found else rest


def _is_text(node: Node) -> bool:
    if not isinstance(node.data, str):
        node.odd("text")
    return isinstance(node.data, str)
