"""Slips in schemas that leave a valid document: required names without a property."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import unquote

from qiyue.lint.reporter import Reporter
from qiyue.positions import Position, walk
from qiyue.values import Missing, Plain, at

_COMPOSED: Final = frozenset({"allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependentSchemas"})
_OPEN: Final = ("patternProperties", "additionalProperties", "unevaluatedProperties")


def check(data: Plain, speaker: Reporter) -> None:
    """Say what looks like a slip."""
    for position in walk(data):
        if position.kind == "schema":
            _required(data, position, speaker)


def _required(data: Plain, position: Position, speaker: Reporter) -> None:
    names = position.data.get("required")
    if not isinstance(names, list):
        return
    whole = position
    while whole.role in _COMPOSED and whole.parent is not None and whole.parent.kind == "schema":
        whole = whole.parent
    parts = list(_parts(data, whole.data))
    if any(isinstance(part.get(word), dict) for part in parts for word in _OPEN):
        return
    known = {name for part in parts for name in part.get("properties") or ()}
    for index, name in enumerate(names):
        if isinstance(name, str) and name not in known:
            meant = next(iter(get_close_matches(name, sorted(map(str, known)), 1)), "")
            hint = f"did you mean {meant}?" if meant else "describe it under properties"
            here = f"{position.pointer}/required/{index}"
            speaker.emit("unknown-required", here, f"`{name[:60]}` is required, but no property has this name", hint)


def _parts(data: Plain, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a schema and everything that is composed into it."""
    stack, seen = [schema], set()
    while stack:
        part = stack.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        stack.extend(each for each in _composed(data, part) if isinstance(each, dict))


def _composed(data: Plain, part: dict[str, Any]) -> Iterator[Plain]:
    for word in _COMPOSED & part.keys():
        held = part[word]
        if isinstance(held, list):
            yield from held
        elif word == "dependentSchemas" and isinstance(held, dict):
            yield from held.values()
        else:
            yield held
    reference = part.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        try:
            yield at(data, unquote(reference[1:]))
        except Missing:
            return
