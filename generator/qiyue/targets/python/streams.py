"""Events whose type describes the event itself. In: the type of an item. Out: whether it does."""

from qiyue.client_plan.types.table import TypeTable
from qiyue.client_plan.types.type_ref import TaggedType, TypeRef, without_null

_PARTS = frozenset({"event", "data", "id", "retry"})


def is_whole_event(ref: TypeRef, types: TypeTable) -> bool:
    """Tell whether a type describes events as such: ``data`` beside other parts of an event, and nothing else."""
    parts = without_null(ref)
    branches = [each for part in parts for each in (part.classes if isinstance(part, TaggedType) else (part,))]
    objects = map(types.object_of, branches)
    names = [frozenset(each.wires if each else ()) for each in objects]
    return bool(names) and all({"data"} < each <= _PARTS for each in names)
