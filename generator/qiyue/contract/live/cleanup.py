"""Cleanup: how what a live run made is deleted again. In: a record of the run. Out: the operation that deletes it,
and its keys.

A link of the document tells, else a store of ``x-qiyue-mock`` that both operations name, else the kind of record: what
``POST /pets`` made, ``DELETE /pets/{id}`` deletes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qiyue.api import Api, Operation, Where
from qiyue.contract.live.created_records import CreatedRecord, CreatedRecords
from qiyue.contract.live.key_places import KeyPlaces
from qiyue.contract.model.effect import Effect, is_deletion, reason_to_skip
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class DeleteCall:
    """The operation that deletes, and the keys to call it with; none where the answer did not say them."""

    operation: Operation
    values: Mapping[Where, Plain]


def find_delete_call(api: Api, keys: KeyPlaces, records: CreatedRecords, made: CreatedRecord) -> DeleteCall | None:
    """Give how a record is deleted, ``None`` where the document does not tell."""
    ways = [
        DeleteCall(each, records.values(each, made))
        for each in api.operations
        if keys.effects[each.id] is Effect.CHANGES and is_deletion(each) and not reason_to_skip(each, allow_writes=True)
        if any(place.own and made.operation.id in place.makers for place in keys.of[each.id])
    ]
    complete = (
        way for way in ways if all(place.at in way.values or place.optional for place in keys.of[way.operation.id])
    )
    return next(complete, None) or (DeleteCall(ways[0].operation, {}) if ways else None)
