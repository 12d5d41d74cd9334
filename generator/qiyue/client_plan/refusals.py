"""Refusals: the answers of failures. In: an Api, or an operation. Out: the Api in which equal bodies of failures have
one type, and what is read of the answers of an operation.

Documents write the body of their errors out again and again, for each status of each operation.
"""

from collections.abc import Mapping
from dataclasses import replace

from qiyue.api import Answer, Api, Operation, TypeId
from qiyue.api.types import is_named
from qiyue.base.media import is_json
from qiyue.client_plan.model import Result
from qiyue.values import FrozenMap, Plain


def share_refusal_types(api: Api) -> Api:
    """Let bodies of failures that have no name and are equal be the first of them."""
    first: dict[Plain, TypeId] = {}
    taken: dict[TypeId, TypeId] = {}
    for operation in api.operations:
        for type_id in (media.type for answer in refused(operation) for media in answer.media):
            if type_id and not is_named(type_id) and type_id in api.types:
                taken[type_id] = first.setdefault(api.types[type_id], type_id)
    others = {type_id for type_id, used in taken.items() if type_id != used}
    operations = tuple(_with_types(operation, taken) for operation in api.operations) if others else api.operations
    types = FrozenMap({type_id: node for type_id, node in api.types.items() if type_id not in others})
    return replace(api, operations=operations, types=types)


def plan_refusals(operation: Operation) -> tuple[Result, ...]:
    """Choose what is read of the answers of failures: JSON that has a schema."""
    found = (
        (each, next((m for m in each.media if is_json(m.content_type) and m.type), None)) for each in refused(operation)
    )
    return tuple(
        Result(each.status if each.status == "default" else each.status.upper(), media.content_type, "json", media.type)
        for each, media in found
        if media
    )


def refused(operation: Operation) -> tuple[Answer, ...]:
    """Return the answers that no call succeeds with, without redirects."""
    good = operation.success_answers
    return tuple(each for each in operation.answers if each not in good and not each.status.startswith(("1", "2", "3")))


def _with_types(operation: Operation, taken: Mapping[TypeId, TypeId]) -> Operation:
    def renamed(answer: Answer) -> Answer:
        media = (replace(each, type=taken.get(each.type, each.type) if each.type else None) for each in answer.media)
        return replace(answer, media=tuple(media))

    bad = refused(operation)
    return replace(operation, answers=tuple(renamed(each) if each in bad else each for each in operation.answers))
