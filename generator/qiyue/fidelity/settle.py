"""Does the spec say by now what the page says?

In: an item of a drift and the merged documents of the vendor's editions. Out: whether the item is settled: the element
agrees with the new fact, or cites the new line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from qiyue.base.equality import json_equal
from qiyue.base.where import parts_of, pointer
from qiyue.fidelity.citations import Mark
from qiyue.fidelity.elements import last_name
from qiyue.fidelity.items import Item, ItemKind
from qiyue.pages.segment import normal
from qiyue.values import Missing, Plain, at

_WORDS: Final[Mapping[str, str]] = {"length": "maxLength"}
_TYPES: Final[Mapping[str, frozenset[str]]] = {
    "file": frozenset({"string"}),
    "date": frozenset({"string", "integer"}),
    "datetime": frozenset({"string", "integer"}),
    "timestamp": frozenset({"string", "integer"}),
    "decimal": frozenset({"number", "string"}),
    "float": frozenset({"number"}),
    "double": frozenset({"number"}),
    "int": frozenset({"integer"}),
    "long": frozenset({"integer"}),
    "short": frozenset({"integer"}),
    "bool": frozenset({"boolean"}),
    "list": frozenset({"array"}),
    "map": frozenset({"object"}),
    "json": frozenset({"object", "string"}),
}
"""What a page calls a type → the types of JSON that it may be."""

_UNITS: Final[Mapping[str, int]] = {"B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}


def is_resolved(item: Item, document: Plain, cited: frozenset[int]) -> bool:
    """Tell whether nothing is left to do. ``cited`` are the lines that marks of the page ``new`` cite."""
    if item.note:
        return True
    if item.what is ItemKind.NEW:
        first, _, last = item.after.removeprefix("L").partition("-")
        return cited.issuperset(range(int(first), int(last or first) + 1))
    if item.what is ItemKind.CHANGED and item.marks:
        return any(_agrees(item, mark, document) for mark in _about(item))
    if item.what is ItemKind.REWORDED and item.marks:
        return any(_says(_found(document, mark.element), item.text) for mark in item.marks)
    return False


def _about(item: Item) -> Iterator[Mark]:
    """Give the marks of elements that bear the name in question; if none does, of all."""
    names = {last_name(str(name)).casefold() for name in (item.subject, item.new)}
    named = [mark for mark in item.marks if mark.name.casefold() in names]
    yield from named or item.marks


def _agrees(item: Item, mark: Mark, document: Plain) -> bool:
    element = _found(document, mark.element)
    schema = dict(reversed(list(_members(document, element))))  # what is nearer counts
    kind, _, value = item.fact.partition("/")
    if kind == "name":
        return mark.name == last_name(str(item.new)) or mark.name == str(item.new)
    if kind == "required":
        return _required(document, mark.element) is bool(item.new)
    if kind == "type":
        written = schema.get("type")
        types = set(written if isinstance(written, list) else [written])
        return bool(types & _TYPES.get(str(item.new), {str(item.new)}))
    if kind == "enum":
        held = schema.get("enum", [])
        return isinstance(held, list) and (value in map(str, held)) is (item.new is not None)
    if kind in {"method", "path"}:
        return str(item.new).casefold() in map(str.casefold, parts_of(mark.element))
    if kind in {"meaning", "remedy", "limit", "format"}:
        return _says(schema, item.text) or _says(schema, str(item.new))
    if value.upper() in _UNITS and item.new is not None:
        return _equal(schema.get("maxLength"), int(item.new) * _UNITS[value.upper()])
    word = _WORDS.get(kind, kind)
    return word not in schema if item.new is None else word in schema and _equal(schema[word], item.new)


def _equal(left: Plain, right: Plain) -> bool:
    return json_equal(left, right) or str(left) == str(right)


def _says(element: Plain, text: str) -> bool:
    """Tell whether a description of an element holds a text."""
    if not isinstance(element, dict) or not normal(text):
        return False
    words = [element.get(word, "") for word in ("description", "summary", "title", "message", "advice", "name")]
    return normal(text) in normal(" ".join(map(str, words)))


def _members(document: Plain, element: Plain) -> Iterator[tuple[str, Any]]:
    """Give the members of a schema, of that of a parameter, and of what they refer to."""
    for _ in range(9):
        if not isinstance(element, dict):
            return
        yield from element.items()
        inner = element.get("schema", element)
        reference = inner.get("$ref") if isinstance(inner, dict) else None
        if inner is not element:
            element = inner
        elif isinstance(reference, str) and reference.startswith("#/"):
            element = _found(document, reference[1:])
        else:
            return


def _required(document: Plain, element: str) -> bool:
    parts = parts_of(element)
    if parts[-2:-1] == ("properties",):
        owner = _found(document, pointer(parts[:-2]))
        required = owner.get("required", []) if isinstance(owner, dict) else []
        return parts[-1] in required
    found = _found(document, element)
    return isinstance(found, dict) and found.get("required") is True


def _found(document: Plain, here: str) -> Plain:
    try:
        return at(document, here)
    except Missing:
        return None
