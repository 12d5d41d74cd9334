"""Discriminators: by which value of which field the branches of a union are told apart.

A tag is what ``mapping`` says, else the one value that the branch allows in the field, else what its type says in
``x-ms-discriminator-value``, as documents of Azure do, else the name of that type.
"""

from collections.abc import Mapping

from qiyue.api import TypeId, Types
from qiyue.api.types import name_of
from qiyue.schema.merge import resolve
from qiyue.schema.references import target_of
from qiyue.values import Plain


def tag_of(discriminator: Mapping[str, Plain], branch: Plain, types: Types) -> str:
    """Return the tag of a branch that refers to a type."""
    target, mapping = target_of(branch), discriminator.get("mapping")
    for tag, mapped in mapping.items() if isinstance(mapping, dict) else ():
        if mapped in (target, name_of(target)):
            return str(tag)
    listed = allowed_texts(branch, str(discriminator["propertyName"]), types)
    return listed[0] if len(listed) == 1 else type_tag(target, types)


def type_tag(target: TypeId, types: Types) -> str:
    """Return the tag that a type has where nothing lists its values."""
    node = types.get(target)
    said = node.get("x-ms-discriminator-value") if isinstance(node, dict) else None
    return said if isinstance(said, str) else name_of(target)


def allowed_texts(branch: Plain, field: str, types: Types) -> tuple[str, ...]:
    """Return the texts and numbers that a branch allows in a field, where it lists them."""
    return tuple(str(value) for value in allowed_values(branch, field, types) if isinstance(value, str | int))


def allowed_values(branch: Plain, field: str, types: Types) -> tuple[Plain, ...]:
    """Return the values that a branch allows in a field, where it lists them."""
    said = resolve((resolve(branch, types).get("properties") or {}).get(field), types)
    return (said["const"],) if "const" in said else tuple(said.get("enum", ()))
