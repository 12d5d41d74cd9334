"""Uses: how a type is written where it is used, in a grammar smaller than JSON Schema.

``{}`` is any value; else ``$ref`` to a class, a scalar, ``const``, ``items``, ``additionalProperties``, ``anyOf``, or
``python``, the name of a type of the runtime, see ``qiyue.runtime.types``.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from qiyue.values import Plain

Use: TypeAlias = Mapping[str, Plain]


def custom(name: str) -> dict[str, Plain]:
    """Give the use of a type that the runtime has."""
    return {"type": "string", "python": name}


def alias(name: str) -> dict[str, Plain]:
    """Give the use of a type that ``models.py`` has under a name, and that is neither a class nor a union with tags."""
    return {"python": name, "alias": True}


ANY: Use = {}
NULL: Use = {"type": "null"}
MAP: Use = {"type": "object", "additionalProperties": ANY}
BINARY: Use = {"type": "string", "format": "binary"}
NUMBER: Use = custom("DecimalNumber")
NUMBER_TEXT: Use = custom("DecimalText")
NUMBER_OR_TEXT: Use = custom("AnyDecimal")


def union(branches: Iterable[Use]) -> Use:
    """Join branches: nested unions opened, equal ones once, anything beside anything is anything."""
    flat: list[Use] = []
    for branch in branches:
        flat += [part for part in branch.get("anyOf", (branch,)) if part not in flat]
    if not flat or {} in flat or flat == [NULL]:
        return ANY
    if NUMBER in flat and NUMBER_TEXT in flat:
        flat[flat.index(NUMBER)] = NUMBER_OR_TEXT
        flat.remove(NUMBER_TEXT)
    without_null = [part for part in flat if part != NULL]
    joined: Use = without_null[0] if len(without_null) == 1 else {"anyOf": without_null}
    return nullable(joined) if NULL in flat else joined


def nullable(use: Use) -> Use:
    """Allow null as well."""
    if not use:
        return use
    parts = list(use.get("anyOf", (use,)))
    return use if NULL in parts else {"anyOf": [*parts, NULL]}


def size(use: Use) -> int:
    """Count the types that a use is written with."""
    parts = [use[key] for key in ("items", "additionalProperties", "inner") if key in use]
    lists = [part for key in ("anyOf", "places") for part in use.get(key, ())]
    return 1 + sum(map(size, [*parts, *lists]))


def as_text(use: Use) -> Use:
    """Give a type as JSON, a form or a parameter has it: what would be a file is text there."""
    if use.get("format") == "binary":
        return {key: value for key, value in use.items() if key != "format"}
    inner = {key: as_text(use[key]) for key in ("items", "additionalProperties", "inner") if key in use}
    lists = {key: [as_text(part) for part in use[key]] for key in ("anyOf", "places") if key in use}
    return {**use, **inner, **lists}
