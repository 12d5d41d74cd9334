"""Discriminators. In: a union with its branches, as the document has them and as they are written. Out: tag → class.

A tag is what ``mapping`` says, else what the branch allows in the field, else what its type says in
``x-ms-discriminator-value``, as documents of Azure do, else the name of that type.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from qiyue.api import Types
from qiyue.api.types import NAMED, name_of
from qiyue.base.value import Value
from qiyue.schema.discriminator import allowed_texts, type_tag
from qiyue.schema.merge import resolve
from qiyue.schema.references import target_of
from qiyue.targets.python.uses import NULL, Use
from qiyue.values import Plain

UNKNOWN = "Unknown"


class TaggedUnion(Value):
    """An alias of ``models.py``: its classes, and the class for each tag. ``rest`` is the class of an object whose tag
    is another one."""

    field: str
    classes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    rest: str = UNKNOWN


class Known(Value):
    """What is written so far: a type as itself, without its children, and the unions by name."""

    types: Types
    form: Callable[[str], Use]
    unions: Mapping[str, TaggedUnion]


def tagged(
    discriminator: Plain, branches: Sequence[Plain], uses: Sequence[Use], known: Known, base: str = ""
) -> TaggedUnion | None:
    """Read a discriminator; ``None`` where not every branch is a class that its field can tell apart.

    ``base`` is the type that the others are children of: what they take over from it tells none of them apart.
    """
    field = discriminator.get("propertyName") if isinstance(discriminator, Mapping) else None
    pairs = [(branch, use) for branch, use in zip(branches, uses, strict=True) if use != NULL]
    classes = {name_of(use["$ref"]): branch for branch, use in pairs if "$ref" in use}
    inner = [known.unions[use["python"]] for _, use in pairs if "tagged" in use]
    apart = all("$ref" in use or "tagged" in use for _, use in pairs) and all(each.field == field for each in inner)
    if not isinstance(field, str) or not pairs or not apart:
        return None
    tags = _mapped(discriminator, classes, known)
    own = _own(field, {name: branch for name, branch in classes.items() if name not in tags.values()}, known, base)
    for tag, name in (*own, *(pair for each in inner for pair in each.tags)):
        tags.setdefault(tag, name)
    rest = name_of(known.form(base)["$ref"]) if base else UNKNOWN
    found = dict.fromkeys([*classes, *tags.values()])
    told = TaggedUnion(field, tuple(found), tuple(tags.items()), rest)
    return None if found.keys() - {*tags.values(), rest} else told


def _mapped(discriminator: Mapping[str, Plain], classes: Mapping[str, Plain], known: Known) -> dict[str, str]:
    """Give the class for each tag that the document maps."""
    written = {target_of(branch): {"$ref": NAMED + name} for name, branch in classes.items() if target_of(branch)}
    mapping = discriminator.get("mapping") or {}
    uses = {tag: written.get(target) or known.form(target) for tag, target in mapping.items() if target in known.types}
    return {tag: name_of(use["$ref"]) for tag, use in uses.items() if "$ref" in use}


def _own(field: str, classes: Mapping[str, Plain], known: Known, base: str) -> list[tuple[str, str]]:
    """Give the tags that classes have by themselves: what they alone allow in the field, else the name of the type."""
    inherited = allowed_texts({"$ref": base}, field, known.types) if base else ()
    values = {name: allowed_texts(branch, field, known.types) for name, branch in classes.items()}
    shared = Counter(tag for found in values.values() for tag in found)
    pairs = []
    for name, found in values.items():
        alone = [tag for tag in found if shared[tag] == 1 and found != inherited]
        target = target_of(classes[name])
        pairs += [(tag, name) for tag in alone or ([type_tag(target, known.types)] if target else [])]
    return pairs


def implied(branches: Sequence[Plain], types: Types) -> Plain:
    """Give the discriminator that a union has without saying so: a field that every branch requires, and in which each
    allows one text of its own. ``None`` where there is none; ``null`` counts for no branch."""
    found = [resolve(branch, types) for branch in branches]
    objects = [each for each in found if each.get("type") != "null"]
    for field in objects[0].get("properties") or () if len(objects) > 1 else ():
        if all(field in each.get("required", ()) for each in objects):
            values = [allowed_texts(each, field, types) for each in objects]
            tags = {found[0] for found in values if len(found) == 1}
            if len(tags) == len(objects):
                return {"propertyName": field}
    return None
