"""The lock of a client: names that stay, whatever is edited. In: a plan, or the text of a lock. Out: the other.

A line a name, sorted by what it names: a request for an operation, a JSON Pointer for a type, a field, a value.
Lines about releases stand in the same file, and are kept as they are.
"""

from collections.abc import Iterator, Mapping

from qiyue.client_plan.keys import member_key, operation_key, type_keys
from qiyue.client_plan.model import ClientPlan, Resource
from qiyue.client_plan.types.table import ObjectType
from qiyue.client_plan.words import Words
from qiyue.values import FrozenMap

_HEAD = "# Names of the client: qiyue keeps them whatever is edited. A line that is removed is named anew."
_IS = " = "
_RELEASE = "release "


def read_lock(text: str) -> FrozenMap:
    """Read the names of a lock by what they name; other lines say nothing here."""
    rows = (line.rpartition(_IS) for line in text.splitlines() if not line.startswith(("#!", "# ", _RELEASE)))
    return FrozenMap({_unescaped(key.rstrip()): name for key, is_, name in rows if is_ and key and name})


def write_lock(plan: ClientPlan, before: str = "") -> str:
    """Write the lock of a plan; the lines about releases are those of the lock before."""
    names = {_escaped(key): name for key, name in _names(plan) if key and name}
    releases = [line for line in before.splitlines() if line.startswith(_RELEASE)]
    return "\n".join([_HEAD, *releases, *(f"{key}{_IS}{names[key]}" for key in sorted(names))]) + "\n"


def _names(plan: ClientPlan) -> Iterator[tuple[str, str]]:
    operations = {each.id: operation_key(each) for each in plan.api.operations}
    for resource in plan.resources:
        yield from _of_resource(resource, (), operations)
    yield from ((key, plan.types.names[type_id]) for type_id, key in type_keys(plan.api).items())
    for name, place in plan.types.places.items():
        yield place, name
        declared = plan.types.classes[name]
        if isinstance(declared, ObjectType):
            yield from ((member_key(place, "properties", each.wire), "_".join(each.name)) for each in declared.fields)
        else:
            yield from ((member_key(place, "enum", each.value), "_".join(each.name)) for each in declared.values)


def _of_resource(
    resource: Resource, outer: tuple[Words, ...], operations: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    path = (*outer, resource.name)
    for method in resource.methods:
        yield operations[method.operation], ".".join(map("_".join, (*path, method.name)))
    for inner in resource.resources:
        yield from _of_resource(inner, path, operations)


def _escaped(key: str) -> str:
    return key.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def _unescaped(key: str) -> str:
    marks = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
    found, at = "", 0
    while at < len(key):
        pair = key[at : at + 2]
        found += marks.get(pair, key[at])
        at += 2 if pair in marks else 1
    return found
