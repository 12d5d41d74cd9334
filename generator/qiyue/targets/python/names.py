"""Names, given before anything else is made. In: the plan. Out: Python names of types, operations, resources.

Named types come first, so their names never move; then bodies and answers of operations (``CreateVoucherRequest``).
Inline types inside them get owner + property while they are hoisted, from the same ``scope``.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Api, Operation, TypeId
from qiyue.api.types import is_named, name_of
from qiyue.base.value import Value
from qiyue.client_plan import ClientPlan
from qiyue.targets.python.callers import Caller, Group, spell_callers
from qiyue.targets.python.expressions import RUNTIME
from qiyue.targets.python.words import BUILTINS, KEYWORDS, Scope, pascal
from qiyue.values import Plain

_MODEL_IMPORTS = (
    f"Annotated Any Field Literal TypeAlias TypeAliasType annotations {RUNTIME['types']} {RUNTIME['tagged']}"
)
"""What ``models.py`` imports."""

_NO_CLASSES = frozenset(name.casefold() for name in (*KEYWORDS, *BUILTINS, *_MODEL_IMPORTS.split()))


class Names(Value):
    """The plan of names. ``scope`` goes on to name inline types."""

    types: Mapping[TypeId, str]
    callers: Mapping[str, Caller]
    """Operation id → caller."""
    groups: Mapping[str, Group]
    """Resources by the attributes that lead to them, joined by dots."""
    scope: Scope


def plan_names(plan: ClientPlan, client: str) -> Names:
    """Name everything; ``client`` is the name of the client's class."""
    api, scope = plan.api, Scope(_NO_CLASSES)
    types: dict[TypeId, str] = {}
    for type_id, wanted in _wanted(api):
        if type_id in api.types and type_id not in types:
            types[type_id] = _class_name(scope, wanted)
    for type_id in api.types:
        if type_id not in types:
            types[type_id] = _class_name(scope, pascal(type_id, "Type"))
    spelled = spell_callers(api, plan.resources, client)
    return Names(types, spelled.callers, spelled.groups, scope)


def _class_name(scope: Scope, wanted: str) -> str:
    """Take a name; a reserved one becomes ``XModel`` rather than ``X2``."""
    return scope.take(wanted + "Model" if wanted.casefold() in _NO_CLASSES else wanted)


def _wanted(api: Api) -> Iterator[tuple[TypeId, str]]:
    """Walk the types that have an id with the names they would like, in the order of who comes first."""
    for type_id in api.types:
        if is_named(type_id):
            yield type_id, pascal(_called(api.types[type_id]) or name_of(type_id), "Type")
    for operation in (*api.operations, *api.webhooks):
        yield from _of_operation(operation)


def _called(node: Plain) -> str:
    """Give the name that the document gives a type."""
    return str(node.get("x-qiyue-name", "")) if isinstance(node, Mapping) else ""


def _of_operation(operation: Operation) -> Iterator[tuple[TypeId, str]]:
    owner = pascal(operation.id, "Operation")
    for media in operation.body.media if operation.body else ():
        if media.type is not None:
            yield media.type, owner + "Request"
    succeeded = False
    for answer in operation.answers:
        first = answer.status.startswith("2") and not succeeded
        succeeded = succeeded or first
        for media in answer.media:
            if media.type is not None:
                yield media.type, owner + ("Response" if first else pascal(f"response {answer.status}"))
        for header in answer.headers:
            yield header.type, owner + pascal(header.name) + "Header"
    for parameter in operation.parameters:
        yield parameter.type, owner + pascal(parameter.name, "Parameter")
    for callback in operation.callbacks:
        for inner in callback.operations:
            yield from _of_operation(inner)
