"""Naming: each operation gets its name. In: an Api, how it is to be named. Out: a name by the id of an operation.

The document's own names stand. Others take the shortest that nobody else wants: all that want one name go on to the
next of their own, so that the order of a document changes nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from qiyue.api import Api, Operation
from qiyue.base.value import Value
from qiyue.client_plan.by_ids import name_by_ids
from qiyue.client_plan.given import given_method, given_resources
from qiyue.client_plan.keys import operation_key
from qiyue.client_plan.places import Places
from qiyue.client_plan.rest import Name, names_of
from qiyue.client_plan.subject import Subject
from qiyue.client_plan.words import Words

_WHOLE = 0.8
"""A tag with a larger share of all operations tells nothing."""


class Naming(Value):
    """How a client is to be named."""

    style: Literal["paths", "ids"] = "paths"
    """``ids``: by tag and id alone, as qiyue once did."""
    ascii: bool = False
    """Whether tags and ids of other letters are left out of names."""
    lock: Mapping[str, str] | None = None
    """The names that stay, by what they name; ``None`` where none are kept."""


def name_operations(api: Api, naming: Naming = Naming()) -> Mapping[str, Name]:
    """Name the operations of an Api."""
    held = {each.id: name for each in api.operations if (name := _held(each, naming.lock or {}))}
    wanted = {**_all_wanted(api, naming), **{key: (name,) for key, name in held.items()}}
    if naming.style == "ids" and not held:
        return {key: name for key, (name,) in wanted.items()}
    order = {each.id: (each.id not in held, each.path, each.method, each.dispatch) for each in api.operations}
    return _settled(wanted, order, {_key(name) for name in held.values()})


def _all_wanted(api: Api, naming: Naming) -> dict[str, tuple[Name, ...]]:
    """Give the names that each operation may have, the best first."""
    ids = [each.id for each in api.operations]
    operations = [_in_ascii(each) for each in api.operations] if naming.ascii else api.operations
    if naming.style == "ids":
        return {key: (name,) for key, name in zip(ids, name_by_ids(operations), strict=True)}
    places, tags = Places(operations), Counter(tag for each in operations for tag in each.tags[:1])
    vague = {tag for tag, count in tags.items() if count > _WHOLE * len(operations)}
    wanted = {key: tuple(_wanted(each, places, vague)) for key, each in zip(ids, operations, strict=True)}
    if not naming.ascii:
        return wanted
    return {key: tuple(dict.fromkeys(filter(None, map(_ascii, names)))) for key, names in wanted.items()}


def _held(operation: Operation, lock: Mapping[str, str]) -> Name | None:
    """Return the name that a lock holds."""
    *resources, method = (tuple(part.split("_")) for part in lock.get(operation_key(operation), "").split("."))
    return Name(tuple(resources), method) if resources else None


def _in_ascii(operation: Operation) -> Operation:
    """Leave other letters out of id and tags."""
    id_, *tags = ("".join(c if c.isascii() else " " for c in text).strip() for text in (operation.id, *operation.tags))
    return replace(operation, id=id_, tags=tuple(filter(None, tags)))


def _ascii(name: Name) -> Name | None:
    """Leave words of other letters out of a name; ``None`` where none is left for the method."""
    levels = (tuple(word for word in words if word.isascii()) for words in (*name.resources, name.method))
    *resources, method = levels
    return Name(tuple(filter(None, resources)) or (("default",),), method) if method else None


def _wanted(operation: Operation, places: Places, vague: set[str]) -> Iterator[Name]:
    """Walk the names that an operation may have; one that is given in full has no other."""
    resources, method = given_resources(operation), given_method(operation)
    if operation.upload and method == ("upload",):
        method = ("upload", "address")  # `upload` is the method that puts the file there
    if resources and method:
        yield Name(resources, method)
        return
    tag = next((tag for tag in operation.tags[:1] if tag not in vague), "")
    found = (
        Name(resources or each.resources, method or each.method) for each in names_of(Subject(operation, places, tag))
    )
    yield from dict.fromkeys(found)


_Order: TypeAlias = Mapping[str, tuple[bool | str, ...]]
"""Who is named first where nothing else tells operations apart."""


def _settled(wanted: Mapping[str, tuple[Name, ...]], order: _Order, held: set[str]) -> dict[str, Name]:
    """Let all that share a name go on to their next, as long as one has another; then count them."""
    turn = dict.fromkeys(wanted, 0)
    while True:
        named = {key: _beside(wanted[key][at], held) for key, at in turn.items()}
        count = Counter([*map(_key, named.values()), *_resources(named)])
        moving = [key for key, at in turn.items() if count[_key(named[key])] > 1 and at + 1 < len(wanted[key])]
        if not moving:
            return _counted(named, order)
        for key in moving:
            turn[key] += 1


def _beside(name: Name, held: set[str]) -> Name:
    """Count a resource that would be called like a method that a lock holds."""
    levels: list[Words] = []
    for level in name.resources:
        number, words = 1, level
        while _key(Name(tuple(levels), words)) in held:
            number += 1
            words = (*level, str(number))
        levels.append(words)
    return Name(tuple(levels), name.method)


def _counted(named: Mapping[str, Name], order: _Order) -> dict[str, Name]:
    """Put a number behind a name that several operations still share."""
    taken = _resources(named)
    found: dict[str, Name] = {}
    for key in sorted(named, key=lambda each: order[each]):
        name, number = named[key], 1
        while _key(name) in taken:
            number += 1
            name = Name(named[key].resources, (*named[key].method, str(number)))
        taken.add(_key(name))
        found[key] = name
    return found


def _resources(named: Mapping[str, Name]) -> set[str]:
    """Give the resources that the names make: no method beside one may be called like it."""
    chains = {name.resources[:end] for name in named.values() for end in range(1, len(name.resources) + 1)}
    return {_key(Name(each[:-1], each[-1])) for each in chains}


def _key(name: Name) -> str:
    return ".".join("_".join(words).casefold() for words in (*name.resources, name.method))
