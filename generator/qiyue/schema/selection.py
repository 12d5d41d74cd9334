"""One form of a schema: with one branch of each union chosen. In: a node and types. Out: a node that has neither
references nor ``allOf`` nor unions."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from qiyue.api import TypeId, Types
from qiyue.base.equality import json_equal
from qiyue.schema.composition import parts
from qiyue.schema.definitions import Selected, definitions
from qiyue.schema.discriminator import allowed_values, tag_of
from qiyue.schema.json_types import json_type_of, json_types
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import merge_nodes, own_keywords, resolve
from qiyue.schema.references import target_of
from qiyue.values import EMPTY, FrozenMap, Plain

_COMBINING = frozenset({"$ref", "allOf", *UNIONS})


class RecursiveSchemaError(Exception):
    """The schema can only be met by a value that holds itself."""


def select_branches(node: Plain, types: Types, index: int = 0, above: Collection[TypeId] = ()) -> Selected:
    """Return the form of a node that takes of each union the branch with this index, counted round; null comes last.
    Where values are listed beside a union, the branches that allow one of them are counted.

    ``above`` are the types that a value of the node would lie in.

    Raises:
        Endless: the form would hold one of them, or itself.
    """
    if not isinstance(node, dict) or _COMBINING.isdisjoint(node):
        return Selected(node if isinstance(node, dict) else EMPTY)
    target = target_of(node)
    if target and len(node) == 1:
        known = definitions(types).selected
        if (target, index) not in known:
            known[target, index] = _selected(node, types, index)
        found = known[target, index]
    else:
        found = _selected(node, types, index)
    if found is None:
        raise RecursiveSchemaError(target)
    for each in found.entered:
        if each in above:
            raise RecursiveSchemaError(each)
    return found


def first_form(node: Plain, types: Types) -> Mapping[str, Plain]:
    """Return the form of a node that takes the first branch of each union; empty where it would hold itself."""
    try:
        return select_branches(node, types).node
    except RecursiveSchemaError:
        return EMPTY


def alternatives(choices: Sequence[Plain]) -> list[Plain]:
    """Return the branches of a union in the order of preference: null last."""
    return sorted(choices, key=lambda choice: isinstance(choice, dict) and choice.get("type") == "null")


def _selected(node: Mapping[str, Plain], types: Types, index: int) -> Selected | None:
    """Select; ``None`` where a choice leads back to what it is a choice of."""
    chosen: list[Plain] = []
    marks: list[Mapping[str, Plain]] = []

    def choose(part: Mapping[str, Plain], entered: set[TypeId]) -> Iterator[Plain]:
        for word in UNIONS:
            if part.get(word):
                choices = _within(alternatives(part[word]), node, types)
                branch = choices[index % len(choices)]
                if target_of(branch) in entered:
                    raise RecursiveSchemaError(target_of(branch))
                chosen.append(branch)
                marks.extend(_mark(part.get("discriminator"), branch, types))
                yield branch

    try:
        found = [part.node for part in parts(node, types, choose=choose)]
    except RecursiveSchemaError:
        return None
    own = {key: value for each in (*chosen, node) for key, value in own_keywords(each, types).items()}
    plain = [{key: value for key, value in each.items() if key not in UNIONS} for each in found]
    entered = tuple(dict.fromkeys(filter(None, map(target_of, found))))
    return Selected(FrozenMap({**merge_nodes([*plain, *marks], types), **own}), entered)


def _within(choices: list[Plain], node: Mapping[str, Plain], types: Types) -> list[Plain]:
    """Return the choices that allow a value which the node lists beside its unions; all where none does."""
    listed: Sequence[Plain] | None = None
    for part in parts(node, types):
        values = _listed(part.node)
        if values is not None:
            listed = values if listed is None else [value for value in listed if _is_among(value, values)]
    if not listed:
        return choices
    return [choice for choice in choices if any(_allows(choice, value, types) for value in listed)] or choices


def _listed(node: Plain) -> Sequence[Plain] | None:
    if not isinstance(node, dict):
        return None
    return (node["const"],) if "const" in node else node.get("enum")


def _allows(choice: Plain, value: Plain, types: Types) -> bool:
    said = resolve(choice, types)
    values, kinds = _listed(said), json_types(said)
    if values is not None:
        return _is_among(value, values)
    kind = json_type_of(value)
    return not kinds or kind in kinds or (kind == "integer" and "number" in kinds)


def _is_among(value: Plain, values: Sequence[Plain]) -> bool:
    return any(json_equal(value, each) for each in values)


def _mark(discriminator: Plain, branch: Plain, types: Types) -> Iterator[Mapping[str, Plain]]:
    """Give what a discriminator says of a chosen branch that is a type: its tag stands in the field."""
    field = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
    if isinstance(field, str) and target_of(branch):
        tag = tag_of(discriminator, branch, types)
        value = next((each for each in allowed_values(branch, field, types) if str(each) == tag), tag)
        yield FrozenMap({"properties": FrozenMap({field: FrozenMap({"const": value})}), "required": (field,)})
