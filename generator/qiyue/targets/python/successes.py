"""Which shapes of an answer a success can have: what the envelope calls a failure is raised, never given back."""

from collections.abc import Mapping

from qiyue.api import Condition
from qiyue.api.types import name_of
from qiyue.targets.python.hoist import Use
from qiyue.targets.python.scalars import NULL
from qiyue.values import pointer_parts, same


def successes(use: Use, condition: Condition | None, classes: Mapping[str, Use]) -> Use:
    """Give the type without the branches that cannot meet the condition; all of it, if none can."""
    branches = use.get("anyOf", ())
    kept = [branch for branch in branches if condition is None or not _fails(branch, condition, classes)]
    if not kept or len(kept) == len(branches):
        return use
    return kept[0] if len(kept) == 1 else {**use, "anyOf": kept}


def _fails(branch: Use, condition: Condition, classes: Mapping[str, Use]) -> bool:
    match condition.test:
        case "all":
            return any(_fails(branch, part, classes) for part in condition.parts)
        case "any":
            return all(_fails(branch, part, classes) for part in condition.parts)
    at, required = _at(branch, condition.at, classes)
    if condition.test == "present" and not condition.value:
        return required and at is not None
    if condition.test in {"is", "in"} and at is not None and "const" in at:
        wanted = condition.value if condition.test == "in" else [condition.value]
        return not any(same(at["const"], value) for value in wanted)
    return at is None and "$ref" in branch


def _at(use: Use, where: str, classes: Mapping[str, Use]) -> tuple[Use | None, bool]:
    """Follow a pointer: give what is described there, and whether every answer has it."""
    required = True
    found: Use | None = use
    for name in () if ":" in where else pointer_parts(where):
        node = classes.get(name_of(found["$ref"]), {}) if found and "$ref" in found else {}
        found = node.get("properties", {}).get(name)
        required = required and name in node.get("required", ())
    return found, required and NULL not in (found or {}).get("anyOf", ())
