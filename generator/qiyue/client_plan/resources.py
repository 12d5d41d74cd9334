"""Resources and their methods. In: an Api, the names of its operations. Out: a tree of resources.

All operations have their names before the methods beside them (iterators, streams, uploads) get theirs, so that what
a document names itself never moves.
"""

from collections.abc import Iterable, Mapping

from qiyue.api import Api, Operation
from qiyue.client_plan.methods import plan_method
from qiyue.client_plan.model import Resource
from qiyue.client_plan.rest import Name
from qiyue.client_plan.words import Words, WordScope


def plan_resources(api: Api, names: Mapping[str, Name]) -> tuple[Resource, ...]:
    """Group the operations, in the order of the document."""
    return _level([(names[each.id].resources, names[each.id].method, each) for each in api.operations], api)


_Named = tuple[tuple[Words, ...], Words, Operation]
"""The resources that are left to go into, the name of the method, the operation."""


def _level(named: Iterable[_Named], api: Api) -> tuple[Resource, ...]:
    grouped: dict[Words, list[_Named]] = {}
    for (first, *rest), method, operation in named:
        grouped.setdefault(first, []).append((tuple(rest), method, operation))
    return tuple(_resource(name, members, api) for name, members in grouped.items())


def _resource(name: Words, members: list[_Named], api: Api) -> Resource:
    inner = _level([each for each in members if each[0]], api)
    own = [(method, operation) for deeper, method, operation in members if not deeper]
    scope = WordScope([*(method for method, _ in own), *(each.name for each in inner)])
    methods = tuple(plan_method(operation, method, scope, api.types) for method, operation in own)
    return Resource(name, _text([operation for *_, operation in members], api), methods, inner)


def _text(operations: Iterable[Operation], api: Api) -> str:
    named = {tag for each in operations for tag in each.tags[:1]}
    texts = [tag.description for tag in api.tags if tag.name in named and tag.description.strip()]
    return texts[0] if len(named) == 1 and texts else ""
