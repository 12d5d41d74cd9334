"""Which classes a caller can meet. In: the table of ``hoist`` and the planned operations. Out: the table of those.

Components stay, whatever holds them: users import them. What has no name of its own and is in a body whose fields are
arguments, or in the answer of a failure, is met nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import filterfalse

from qiyue.api import TypeId
from qiyue.api.types import is_named, name_of
from qiyue.targets.python.hoist import Schemas
from qiyue.targets.python.operations import Planned
from qiyue.values import Plain


def met(schemas: Schemas, planned: Sequence[Planned]) -> Schemas:
    """Leave out what no caller meets."""
    spread, failed = ({*filterfalse(is_named, found)} for found in (_spread(planned), _failed(planned)))
    own = [schemas.classes.get(name_of(schemas.uses[each].get("$ref", "")), {}) for each in spread]
    held = [use for type_id, use in schemas.uses.items() if type_id not in spread | failed]
    names = reached(schemas, [held, [node.get("properties") for node in own]])
    return replace(
        schemas,
        classes={name: node for name, node in schemas.classes.items() if name in names},
        unions={name: union for name, union in schemas.unions.items() if name in names},
        aliases={name: use for name, use in schemas.aliases.items() if name in names},
    )


def _spread(planned: Iterable[Planned]) -> Iterator[TypeId]:
    """Walk the types of bodies whose fields are arguments."""
    for each in planned:
        body = each.arguments.body
        if each.operation.body and not (body and body.argument):
            yield from (media.type for media in each.operation.body.media if media.type)


def _failed(planned: Iterable[Planned]) -> Iterator[TypeId]:
    """Walk the types of answers that no call succeeds with."""
    for each in planned:
        good = each.operation.success_answers
        failures = (answer for answer in each.operation.answers if answer not in good)
        yield from (media.type for answer in failures for media in answer.media if media.type)


def reached(schemas: Schemas, uses: Plain) -> set[str]:
    """Give the names of the classes, unions and types that hold themselves that uses lead to."""
    waiting, found = [*_names(uses)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            union = schemas.unions.get(name)
            waiting += [*union.classes, union.rest] if union else ()
            waiting += _names(schemas.aliases.get(name) or schemas.classes.get(name))
    return found


def _names(use: Plain) -> Iterator[str]:
    if isinstance(use, Mapping):
        if isinstance(use.get("$ref"), str):
            yield name_of(use["$ref"])
        elif use.get("alias") is True or isinstance(use.get("tagged"), list):
            yield use["python"]
        for part in use.values():
            yield from _names(part)
    elif isinstance(use, list | tuple):
        for part in use:
            yield from _names(part)
