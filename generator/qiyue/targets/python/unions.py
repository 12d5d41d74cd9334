"""Discriminators. In: a union with its branches, as the document has them and as they are written. Out: tag → class.

A tag is what ``mapping`` says, else what the branch allows in the field, else the name of the branch's type.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qiyue.api import Types
from qiyue.api.types import name_of
from qiyue.targets.python.merge import opened
from qiyue.targets.python.uses import NULL, Use
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class TaggedUnion:
    """An alias of ``models.py``: its classes, and the class for each tag."""

    field: str
    classes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    text: str = ""


def tagged(
    discriminator: Plain, branches: Sequence[Plain], uses: Sequence[Use], types: Types, use: Callable[[str], Use]
) -> TaggedUnion | None:
    """Read a discriminator; ``None`` where not every branch is a class that its field can tell apart."""
    field = discriminator.get("propertyName") if isinstance(discriminator, Mapping) else None
    pairs = [(branch, written) for branch, written in zip(branches, uses, strict=True) if written != NULL]
    if not isinstance(field, str) or not pairs or not all(_is_class(written) for _, written in pairs):
        return None
    mapping = {tag: use(target) for tag, target in (discriminator.get("mapping") or {}).items() if target in types}
    tags = {tag: name_of(target["$ref"]) for tag, target in mapping.items() if _is_class(target)}
    mapped = set(tags.values())
    branches_of = {name_of(written["$ref"]): branch for branch, written in pairs}
    values = {name: allowed_texts(branch, field, types) for name, branch in branches_of.items() if name not in mapped}
    shared = Counter(tag for found in values.values() for tag in found)
    for name, found in values.items():
        own = [tag for tag in found if shared[tag] == 1] or _type_name(branches_of[name])
        tags.update((tag, name) for tag in own if tag not in tags)
    classes = dict.fromkeys([*branches_of, *tags.values()])
    return None if classes.keys() - set(tags.values()) else TaggedUnion(field, tuple(classes), tuple(tags.items()))


def implied(branches: Sequence[Plain], types: Types) -> Plain:
    """Give the discriminator that a union has without saying so: a field that every branch requires, and in which each
    allows one text of its own. ``None`` where there is none; ``null`` counts for no branch."""
    found = [opened(branch, types) for branch in branches]
    objects = [each for each in found if each.get("type") != "null"]
    for field in objects[0].get("properties") or () if len(objects) > 1 else ():
        if all(field in each.get("required", ()) for each in objects):
            values = [allowed_texts(each, field, types) for each in objects]
            tags = {found[0] for found in values if len(found) == 1}
            if len(tags) == len(objects):
                return {"propertyName": field}
    return None


def _is_class(use: Use) -> bool:
    return "$ref" in use


def _type_name(branch: Plain) -> list[str]:
    return [name_of(branch["$ref"])] if isinstance(branch, Mapping) and "$ref" in branch else []


def allowed_texts(branch: Plain, field: str, types: Types) -> tuple[str, ...]:
    """Give the texts and numbers that a branch allows in a field, where it lists them."""
    said = opened((opened(branch, types).get("properties") or {}).get(field), types)
    values = (said["const"],) if "const" in said else said.get("enum", ())
    return tuple(str(value) for value in values if isinstance(value, str | int))
