"""Valid: whether a value fits a node. In: Api, a node that may refer to the Api's types. Out: yes or no."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jsonschema_rs import Draft202012, Draft202012Validator, Registry, ValidationError

from qiyue.api import Api
from qiyue.api.types import is_named, name_of
from qiyue.schema.keywords import map_subschemas, walk
from qiyue.schema.references import target_of
from qiyue.values import FrozenMap, Plain, thaw

_BASE = "qiyue:sampled"


def is_valid(api: Api, node: Any, value: Plain) -> bool:
    """Tell whether a value is valid; where the schema itself is odd, every value is."""
    return build_validator(api, node)(value)


def build_validator(api: Api, node: Any) -> Callable[[Plain], bool]:
    """Give what tells of one value after the other whether it ``is_valid``."""
    registry = _registry(_Types(api.types)) if _refers(node) else None
    try:
        validator = Draft202012Validator(thaw(_absolute(node)), registry=registry, validate_formats=True)
    except (ValidationError, ValueError):
        validator = Draft202012Validator({})

    def is_valid(value: Plain) -> bool:
        try:
            return validator.is_valid(thaw(value))
        except ValueError:
            return True

    return is_valid


def open_choice(words: dict[str, Any]) -> dict[str, Any]:
    """Read ``oneOf`` as ``anyOf`` where it chooses among named types: that these overlap is a frequent slip, and what
    is meant is their choice. Alternatives that stand in the schema itself are conditions: one of them and no other."""
    choices = words.get("oneOf")
    if not isinstance(choices, list | tuple) or not all(map(_is_named_type, choices)):
        return words
    rest = {key: value for key, value in words.items() if key != "oneOf"}
    if "anyOf" not in rest:
        return {**rest, "anyOf": choices}
    return {**rest, "allOf": [*rest.get("allOf", ()), {"anyOf": choices}]}


def checkable(words: dict[str, Any]) -> dict[str, Any]:
    """Leave out a pattern that the validator does not read, one of ``{0,262144}`` for example: all else is checked."""
    pattern = words.get("pattern")
    if not isinstance(pattern, str) or _is_read(pattern):
        return words
    return {key: value for key, value in words.items() if key != "pattern"}


@lru_cache(maxsize=4096)
def _is_read(pattern: str) -> bool:
    try:
        Draft202012Validator({"pattern": pattern})
    except (ValidationError, ValueError):
        return False
    return True


def _is_named_type(choice: Any) -> bool:
    return isinstance(choice, Mapping) and ("$ref" in choice or choice.get("type") == "null")


@dataclass(frozen=True, eq=False)
class _Types:
    """All types of an Api, told apart by identity: to compare them would be to read every schema."""

    types: FrozenMap

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Types) and self.types is other.types

    def __hash__(self) -> int:
        return id(self.types)


@lru_cache(maxsize=8)
def _registry(known: _Types) -> Registry:
    named = {name_of(type_id): thaw(_read(node)) for type_id, node in known.types.items() if is_named(type_id)}
    return Registry([(_BASE, {"components": {"schemas": named}})], draft=Draft202012)


def _refers(node: Any) -> bool:
    return any(target_of(each) for _, each in walk(node))


def _absolute(node: Any) -> Any:
    """Give a copy whose references lead into the registry."""
    if not isinstance(node, Mapping):
        return node
    words = map_subschemas(node, _absolute)
    if target := target_of(node):
        words["$ref"] = _BASE + target
    return open_choice(checkable(words))


def _read(node: Any) -> Any:
    return open_choice(checkable(map_subschemas(node, _read))) if isinstance(node, Mapping) else node
