"""Cleanup: how what a live run made is deleted again. In: a record of the run. Out: the operation that deletes it,
and its keys.

A link of the document tells, else a store of ``x-qiyue-mock`` that both operations name, else the kind of record: what
``POST /pets`` made, ``DELETE /pets/{id}`` deletes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qiyue.api import Api, Operation, Where
from qiyue.contract.live.created_records import Made, Records
from qiyue.contract.live.key_places import Keys
from qiyue.contract.model.effect import Effect, barred, deletes
from qiyue.values import Plain


@dataclass(frozen=True, slots=True)
class Undo:
    """The operation that deletes, and the keys to call it with; none where the answer did not say them."""

    operation: Operation
    values: Mapping[Where, Plain]


def undo(api: Api, keys: Keys, records: Records, made: Made) -> Undo | None:
    """Give how a record is deleted, ``None`` where the document does not tell."""
    ways = [
        Undo(each, records.values(each, made))
        for each in api.operations
        if keys.effects[each.id] is Effect.CHANGES and deletes(each) and not barred(each, allow_writes=True)
        if any(place.own and made.operation.id in place.makers for place in keys.of[each.id])
    ]
    complete = (
        way for way in ways if all(place.at in way.values or place.optional for place in keys.of[way.operation.id])
    )
    return next(complete, None) or (Undo(ways[0].operation, {}) if ways else None)
