"""Names, given before anything else is made. In: an Api. Out: the Python name of every type, operation and resource.

Named types come first, so their names never move; then bodies and answers of operations (``CreateVoucherRequest``).
Inline types inside them get owner + property while they are hoisted, from the same ``scope``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qiyue.api import Api, Operation, TypeId
from qiyue.api.types import is_named, name_of
from qiyue.base.value import Value
from qiyue.targets.python.expressions import RUNTIME
from qiyue.targets.python.streams import is_streamed, is_whole
from qiyue.targets.python.words import BUILTINS, KEYWORDS, Scope, constant, pascal, snake
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
    """The method that walks all pages: ``iter`` beside ``list``, ``iter_orders`` beside ``orders``."""
    stream: str = ""
    """The method that reads the answer while it comes: ``stream_report`` beside ``report``, or the operation's own."""
    upload: str = ""
    """The method that puts a file where the operation says: ``upload``. The operation itself is another one then."""

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"


class Names(Value):
    """The plan of names. ``scope`` goes on to name inline types."""

    types: Mapping[TypeId, str]
    callers: Mapping[str, Caller]
    """Operation id → caller."""
    resources: Mapping[str, str]
    """Attribute and module name of a resource → its class."""
    scope: Scope


def plan_names(api: Api, client: str) -> Names:
    """Name everything; ``client`` is the name of the client's class."""
    scope = Scope(_NO_CLASSES)
    types: dict[TypeId, str] = {}
    for type_id, wanted in _wanted(api):
        if type_id in api.types and type_id not in types:
            types[type_id] = _class_name(scope, wanted)
    for type_id in api.types:
        if type_id not in types:
            types[type_id] = _class_name(scope, pascal(type_id, "Type"))
    callers = _callers(api)
    return Names(types, callers, _resources(callers, client), scope)


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


def _callers(api: Api) -> dict[str, Caller]:
    """Give each operation its resource and method; two of one name are told apart by a number."""
    constants = Scope(KEYWORDS | BUILTINS)
    spelled = Spelling(Scope(CLIENT_ATTRIBUTES | KEYWORDS | BUILTINS))
    methods: dict[str, Scope] = {}
    callers: dict[str, Caller] = {}
    for operation in api.operations:
        resource = spelled.name(snake(_resource(operation), "default"))
        scope = methods.setdefault(resource, Scope(METHOD_WORDS))
        wanted = _method(operation, resource)
        method = scope.take("upload_address" if operation.upload and wanted == "upload" else wanted, "_")
        callers[operation.id] = Caller(resource, method, constants.take(constant(operation.id, "OPERATION"), "_"))
    for operation in api.operations:
        caller = callers[operation.id]
        callers[operation.id] = _with_flows(operation, caller, methods[caller.resource])
    return callers


def _with_flows(operation: Operation, caller: Caller, scope: Scope) -> Caller:
    """Name what goes beyond one request, after all operations have their names."""
    iterator = upload = stream = ""
    good = operation.success_answers
    if any(map(is_streamed, good)):
        stream = scope.take(f"stream_{caller.method}", "_") if any(map(is_whole, good)) else caller.method
    if operation.pagination:
        iterator = scope.take("iter" if caller.method == "list" else f"iter_{caller.method}", "_")
    if operation.upload:
        upload = scope.take("upload", "_")
    return replace(caller, iterator=iterator, upload=upload, stream=stream)


class Spelling:
    """One free name for each wanted one, the same each time it is asked for."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[str, str] = {}

    def name(self, wanted: str) -> str:
        if wanted not in self._known:
            self._known[wanted] = self._scope.take(wanted, "_")
        return self._known[wanted]


def _resource(operation: Operation) -> str:
    """Give the words for the resource: the document's, else the first tag, else the first fixed path segment."""
    if operation.resource:
        return operation.resource
    if operation.tags and snake(operation.tags[0], "") != "":
        return operation.tags[0]
    return next((part for part in operation.path.split("/") if part and "{" not in part), "default")


def _method(operation: Operation, resource: str) -> str:
    """Give the method's name; an operation id that repeats its tag (``invoices/list``, ``invoices.list``) loses it."""
    if operation.name:
        return snake(operation.name, "call")
    name = snake(operation.id or operation.method, "call")
    shorter = name.removeprefix(resource + "_")
    return name if shorter in KEYWORDS or not shorter.isidentifier() else shorter


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
