"""What a client needs of an Api: no types that only the carrier of a dispatch has, and of an answer that may also be
a failure only the forms that the envelope's test of success lets through.

In: an Api. Out: the same Api with fewer types.
"""

from collections.abc import Mapping
from dataclasses import replace

from qiyue.api import Answer, Api, Condition, Media, Operation, Schema, TypeId, Types
from qiyue.api.types import is_named
from qiyue.base.condition import same_code, wanted_values
from qiyue.base.where import parts_of
from qiyue.schema.json_types import takes_null
from qiyue.schema.keywords import UNIONS
from qiyue.schema.merge import resolve
from qiyue.values import FrozenMap, Plain


def filter_success_branches(api: Api) -> Api:
    """Leave the types that no caller meets out of an Api."""
    carried = tuple(f"#{dispatch.carrier.id}/" for dispatch in api.dispatches)
    types = {type_id: node for type_id, node in api.types.items() if not carried or not type_id.startswith(carried)}
    operations = tuple(_operation(operation, types) for operation in api.operations)
    return replace(api, operations=operations, types=FrozenMap(types))


def _operation(operation: Operation, types: dict[TypeId, Schema]) -> Operation:
    answer = operation.envelope.answer if operation.envelope else None
    success = answer.success if answer else None
    if success is None:
        return operation
    return replace(operation, answers=tuple(_answer(operation, each, success, types) for each in operation.answers))


def _answer(operation: Operation, answer: Answer, success: Condition, types: dict[TypeId, Schema]) -> Answer:
    if not answer.status.startswith("2"):
        return answer
    own = f"#{operation.id}/answers/{answer.status}"
    media = tuple(_media(each, f"{own}/{each.content_type}", success, types) for each in answer.media)
    return replace(answer, media=media)


def _media(media: Media, own: TypeId, success: Condition, types: dict[TypeId, Schema]) -> Media:
    """Take the forms of a failure out of a union; one form left is the type itself."""
    node = resolve({} if media.type is None else types.get(media.type, {}), types)
    union = next((word for word in UNIONS if word in node), None)
    if union is None:
        return media
    kept = [form for form in node[union] if _may_hold(success, form, types)]
    if not kept or len(kept) == len(node[union]):
        return media
    if len(kept) == 1 and isinstance(kept[0], Mapping) and set(kept[0]) == {"$ref"} and is_named(kept[0]["$ref"]):
        return replace(media, type=kept[0]["$ref"])
    types[own] = FrozenMap({**node, union: tuple(kept)})
    return replace(media, type=own)


def _may_hold(condition: Condition, node: Plain, types: Types) -> bool:
    """Tell whether some value of the schema meets the condition; in doubt it may."""
    if condition.parts:
        verdicts = [_may_hold(part, node, types) for part in condition.parts]
        return all(verdicts) if condition.test == "all" else any(verdicts)
    parts = parts_of(condition.at)
    if condition.test == "present" and not condition.value:
        return not parts or not _always_there(node, parts, types)
    for name in parts:
        node = resolve(node, types).get("properties", {}).get(name, {})
    allowed = resolve(node, types)
    wanted = wanted_values(condition)
    if condition.test == "present" or not isinstance(wanted, tuple):
        return True
    known = (allowed["const"],) if "const" in allowed else allowed.get("enum")
    return known is None or any(same_code(value, each) for value in wanted for each in known)


def _always_there(node: Plain, parts: tuple[str, ...], types: Types) -> bool:
    """Tell whether something always lies there; null is nothing."""
    for name in parts:
        held = resolve(node, types)
        if name not in held.get("required", ()):
            return False
        node = held.get("properties", {}).get(name, {})
    return not takes_null(resolve(node, types))
