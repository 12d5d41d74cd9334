"""Events whose type describes the event itself. In: the type of an item. Out: whether it does."""

from collections.abc import Mapping

from qiyue.api.types import name_of
from qiyue.targets.python.uses import NULL, Use

_PARTS = frozenset({"event", "data", "id", "retry"})


def is_whole_event(use: Use, classes: Mapping[str, Use]) -> bool:
    """Tell whether a type describes events as such: ``data`` beside other parts of an event, and nothing else."""
    branches = [each for part in use.get("anyOf", (use,)) for each in part.get("tagged", (part,)) if part != NULL]
    nodes = [classes[name_of(each["$ref"])] if "$ref" in each else {} for each in branches]
    names = [frozenset(node.get("properties", ())) for node in nodes]
    return bool(names) and all({"data"} < each <= _PARTS for each in names)
