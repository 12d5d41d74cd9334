"""Names, given before anything else is made. In: the plan. Out: Python names of types, operations, resources.

Named types come first, so their names never move; then bodies and answers of operations (``CreateVoucherRequest``).
Inline types inside them get owner + property while they are hoisted, from the same ``scope``.
"""

from collections.abc import Iterable, Iterator, Mapping

from qiyue.api import Api, Operation, TypeId
from qiyue.api.types import is_named, name_of
from qiyue.base.value import Value
from qiyue.client_plan import ClientPlan, Method, Resource
from qiyue.client_plan.words import Words
from qiyue.targets.python.expressions import RUNTIME
from qiyue.targets.python.words import BUILTINS, KEYWORDS, Scope, constant, pascal, spell
from qiyue.values import Plain

_MODEL_IMPORTS = (
    f"Annotated Any Field Literal TypeAlias TypeAliasType annotations {RUNTIME['types']} {RUNTIME['tagged']}"
)
"""What ``models.py`` imports."""

_NO_CLASSES = frozenset(name.casefold() for name in (*KEYWORDS, *BUILTINS, *_MODEL_IMPORTS.split()))

CLIENT_ATTRIBUTES = frozenset({"close", "with_options"})
"""What every client has beside its resources."""

CLIENT_MODULE_NAMES = frozenset(
    "ABSENT Absent Any Awaitable Callable ClientOptions Decimal Deviation FileInput Literal Mapping Problem "
    "RawResponse SERVICE Sequence Unpack".split()
)
"""What the modules of clients import; no client class may be called so."""

RESOURCE_MODULE_NAMES = (
    BUILTINS
    | CLIENT_MODULE_NAMES
    | frozenset("AsyncClient AsyncIterator AsyncResource CallOptions Iterator JsonText Resource SyncClient".split())
)
"""What the modules of clients and resources import; no resource class may be called so."""

METHOD_WORDS = frozenset(
    {"models", "operations", "builtins", "cached_property", "date", "datetime", "with_raw_response"}
)
"""What the body of a resource class uses by name."""


class Caller(Value):
    """Where a caller finds an operation: ``client.vouchers.create``, declared as ``CREATE_VOUCHER``."""

    resource: str
    method: str
    constant: str
    iterator: str = ""
    """``""`` where there is none, as for the two below; ``client_plan.Method`` says what they are."""
    stream: str = ""
    upload: str = ""

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"


class Names(Value):
    """The plan of names. ``scope`` goes on to name inline types."""

    types: Mapping[TypeId, str]
    callers: Mapping[str, Caller]
    """Operation id → caller."""
    resources: Mapping[str, str]
    """Attribute and module name of a resource → its class."""
    texts: Mapping[str, str]
    """Attribute of a resource → what the document says about it."""
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
    attributes = _attributes(plan.resources)
    callers = _callers(api, attributes)
    texts = {name: resource.text for name, resource in attributes.items()}
    return Names(types, callers, _resources(callers, client), texts, scope)


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


def _attributes(resources: Iterable[Resource]) -> dict[str, Resource]:
    """Spell the name of each resource; what Python or a client needs for itself gets a number."""
    scope = Scope(CLIENT_ATTRIBUTES | KEYWORDS | BUILTINS)
    return {scope.take(spell(resource.name, "default"), "_"): resource for resource in resources}


def _callers(api: Api, resources: Mapping[str, Resource]) -> dict[str, Caller]:
    """Spell the methods of each resource."""
    constants = Scope(KEYWORDS | BUILTINS)
    constant_of = {each.id: constants.take(constant(each.id, "OPERATION"), "_") for each in api.operations}
    found: dict[str, Caller] = {}
    for name, resource in resources.items():
        found |= _of_resource(name, resource.methods, constant_of)
    return {operation.id: found[operation.id] for operation in api.operations}


def _of_resource(resource: str, methods: Iterable[Method], constants: Mapping[str, str]) -> dict[str, Caller]:
    scope = Scope(METHOD_WORDS)
    named = [(method, scope.take(spell(method.name, "call"), "_")) for method in methods]
    return {method.operation: _caller(resource, method, name, constants, scope) for method, name in named}


def _caller(resource: str, method: Method, name: str, constants: Mapping[str, str], scope: Scope) -> Caller:
    def take(words: Words) -> str:
        return scope.take(spell(words, "call"), "_") if words else ""

    stream = name if method.stream == method.name else take(method.stream)
    iterator, upload = take(method.iterator), take(method.upload)
    return Caller(resource, name, constants[method.operation], iterator, stream, upload)


def _resources(callers: Mapping[str, Caller], client: str) -> dict[str, str]:
    """Give each resource its class; ``Async`` before it must be free too."""
    taken = RESOURCE_MODULE_NAMES | {client, "Async" + client}
    named: dict[str, str] = {}
    for resource in dict.fromkeys(caller.resource for caller in callers.values()):
        name = pascal(resource, "Resource")
        name = name + "Resource" if {name, "Async" + name} & taken else name
        while {name, "Async" + name} & taken:
            name += "2"
        taken |= {name, "Async" + name}
        named[resource] = name
    return named
