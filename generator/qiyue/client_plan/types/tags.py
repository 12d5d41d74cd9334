"""Tags. In: a union with its branches, as the document has them and as they are written. Out: tag → class.

A tag is what ``mapping`` says, else what the branch allows in the field, else what its type says in
``x-ms-discriminator-value``, as documents of Azure do, else the name of that type.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from qiyue.api import Types
from qiyue.base.value import Value
from qiyue.client_plan.types.table import TaggedUnion
from qiyue.client_plan.types.type_ref import NULL, ClassType, TaggedType, TypeRef
from qiyue.schema.discriminator import allowed_texts, type_tag
from qiyue.schema.merge import resolve
from qiyue.schema.references import target_of
from qiyue.values import Plain


class Known(Value):
    """What is written so far: a type as itself, without its children, and the unions by name."""

    types: Types
    form: Callable[[str], TypeRef]
    unions: Mapping[str, TaggedUnion]


def tagged(
    discriminator: Plain, branches: Sequence[Plain], refs: Sequence[TypeRef], known: Known, base: str = ""
) -> TaggedUnion | None:
    """Read a discriminator; ``None`` where not every branch is a class that its field can tell apart.

    ``base`` is the type that the others are children of: what they take over from it tells none of them apart.
    """
    field = discriminator.get("propertyName") if isinstance(discriminator, Mapping) else None
    pairs = [(branch, ref) for branch, ref in zip(branches, refs, strict=True) if ref != NULL]
    classes = {ref.name: branch for branch, ref in pairs if isinstance(ref, ClassType)}
    inner = [known.unions[ref.name] for _, ref in pairs if isinstance(ref, TaggedType)]
    apart = all(isinstance(ref, ClassType | TaggedType) for _, ref in pairs)
    if not isinstance(field, str) or not pairs or not apart or any(each.field != field for each in inner):
        return None
    tags = _mapped(discriminator, classes, known)
    own = _own(field, {name: branch for name, branch in classes.items() if name not in tags.values()}, known, base)
    for tag, name in (*own, *(pair for each in inner for pair in each.tags)):
        tags.setdefault(tag, name)
    rest = _class_name(known.form(base)) if base else ""
    found = dict.fromkeys([*classes, *tags.values()])
    return (
        None if found.keys() - {*tags.values(), rest} else TaggedUnion(field, tuple(found), tuple(tags.items()), rest)
    )


def _class_name(ref: TypeRef | None) -> str:
    return ref.name if isinstance(ref, ClassType) else ""


def _mapped(discriminator: Mapping[str, Plain], classes: Mapping[str, Plain], known: Known) -> dict[str, str]:
    """Return the class for each tag that the document maps."""
    written = {target_of(branch): name for name, branch in classes.items() if target_of(branch)}
    mapping = discriminator.get("mapping") or {}
    named = {
        tag: written.get(target) or _class_name(known.form(target))
        for tag, target in mapping.items()
        if target in known.types
    }
    return {tag: name for tag, name in named.items() if name}


def _own(field: str, classes: Mapping[str, Plain], known: Known, base: str) -> list[tuple[str, str]]:
    """Return the tags that classes have by themselves: what they alone allow in the field, else the type's name."""
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
    """Return the discriminator that a union has without saying so: a field that every branch requires, and in which
    each allows one text of its own. ``None`` where there is none; ``null`` counts for no branch."""
    found = [resolve(branch, types) for branch in branches]
    objects = [each for each in found if each.get("type") != "null"]
    for field in objects[0].get("properties") or () if len(objects) > 1 else ():
        if all(field in each.get("required", ()) for each in objects):
            values = [allowed_texts(each, field, types) for each in objects]
            tags = {found[0] for found in values if len(found) == 1}
            if len(tags) == len(objects):
                return {"propertyName": field}
    return None
