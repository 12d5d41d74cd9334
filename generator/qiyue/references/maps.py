"""A ``$ref`` in the place of a map or a list: OpenAPI has none there, split documents do, and other readers follow it.

``paths: {$ref: paths.yaml}`` becomes a map of the same names, each entry a reference to the entry of the target, so
that every value is read where it was written. A key of the map itself goes before one of the target.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from qiyue.base.where import pointer
from qiyue.positions import MEMBERS, Position
from qiyue.values import Plain, reference_to

_MAPS: Final = frozenset({"paths", "answers", "components"})
"""Kinds of objects that are maps themselves."""
_TEXTS: Final = frozenset({"info", "server", "tag", "other"})
"""Kinds of objects that hold texts, and no reference of their own."""

Find: TypeAlias = Callable[[dict[str, Any], str], tuple[str, Plain] | None]
"""What holds a ``$ref``, and its pointer → the pointer of the target and the target; None where there is none."""
Settle: TypeAlias = Callable[[dict[str, Any], str], None]


def expand_map_references(position: Position, find: Find, settle: Settle) -> None:
    """Put the entries of its target in the place of each reference that stands for a map or a list.

    ``settle`` is told of every reference that is written.
    """
    if position.kind in _MAPS | _TEXTS and isinstance(position.data.get("$ref"), str):
        _expand(position, find, settle)
    for key, holds in MEMBERS[position.kind].items():
        value = position.data.get(key)
        here = position.pointer + pointer([key])
        if holds[0] in "{[" and isinstance(value, dict) and isinstance(value.get("$ref"), str):
            found = find(value, here)
            if found is not None and isinstance(found[1], dict if holds[0] == "{" else list):
                position.data[key] = _entries(found, value, settle)


def _expand(position: Position, find: Find, settle: Settle) -> None:
    """Expand an object that is itself a reference."""
    found = find(position.data, position.pointer)
    if found is None or not isinstance(found[1], dict):
        return
    if position.kind in _MAPS:
        entries = _entries(found, position.data, settle)
    else:
        own = {key: value for key, value in position.data.items() if key != "$ref"}
        entries = {**{key: value for key, value in found[1].items() if _is_text(value)}, **own}
    position.data.clear()
    position.data.update(entries)


def _entries(found: tuple[str, Plain], beside: dict[str, Any], settle: Settle) -> Any:
    """References to every entry of the target; ``beside`` are entries that go before those of the target."""
    target, data = found
    if isinstance(data, list):
        return [_reference(f"{target}/{index}", settle) for index in range(len(data))]
    entries = {
        name: _reference(target + pointer([name]), settle) if isinstance(value, dict) else value
        for name, value in data.items()
        if not isinstance(value, list)
    }
    return {**entries, **{name: value for name, value in beside.items() if name != "$ref"}}


def _is_text(value: Plain) -> bool:
    """Tell whether a value may be copied: one that holds others could hold the place that it is copied to."""
    if isinstance(value, dict):
        return "$ref" not in value and not any(isinstance(each, dict | list) for each in value.values())
    return not isinstance(value, list)


def _reference(target: str, settle: Settle) -> dict[str, Any]:
    reference = {"$ref": reference_to(target)}
    settle(reference, target)
    return reference
