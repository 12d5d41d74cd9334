"""Where callers find operations. In: the resources of the plan. Out: attributes, modules, classes, names of methods."""

from collections.abc import Iterable, Iterator, Mapping

from qiyue.api import Api
from qiyue.base.value import Value
from qiyue.client_plan import Method, Resource
from qiyue.client_plan.types.names import pascal
from qiyue.client_plan.words import Words
from qiyue.targets.python.words import BUILTINS, KEYWORDS, Scope, constant, spell

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
    """The attributes that lead to it: ``vouchers``, ``customers.sources``."""
    method: str
    constant: str
    iterator: str = ""
    """``""`` where there is none, as for the two below; ``client_plan.Method`` says what they are."""
    stream: str = ""
    upload: str = ""

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"


class Group(Value):
    """A resource, spelled."""

    path: str
    """The attributes that lead to it from the client: ``customers.sources``."""
    module: str
    """Its module in ``resources``: ``customers_sources``."""
    name: str
    """Its class: ``CustomersSources``."""
    text: str
    """What the document says about it."""
    inner: tuple[str, ...]
    """The paths of the resources that it has as attributes."""

    @property
    def attribute(self) -> str:
        return self.path.rpartition(".")[2]


class Callers(Value):
    """All resources of a client, and their methods."""

    groups: Mapping[str, Group]
    """By their paths; a group stands before those that it has."""
    callers: Mapping[str, Caller]
    """By the ids of operations."""


def spell_callers(api: Api, resources: Iterable[Resource], client: str) -> Callers:
    """Spell resources and methods; ``client`` is the name of the client's class."""
    constants = Scope(KEYWORDS | BUILTINS)
    constant_of = {each.id: constants.take(constant(each.id, "OPERATION"), "_") for each in api.operations}
    placed = list(_placed(resources, "", Scope(CLIENT_ATTRIBUTES | KEYWORDS | BUILTINS)))
    modules = Scope()
    module_of = {path: modules.take(path.replace(".", "_"), "_") for path, *_ in placed}
    classes = _classes(module_of, client)
    groups = {
        path: Group(path, module_of[path], classes[path], resource.text, inner) for path, resource, inner, _ in placed
    }
    found: dict[str, Caller] = {}
    for path, resource, _, scope in placed:
        found |= _of_resource(path, resource.methods, constant_of, scope)
    return Callers(groups, {operation.id: found[operation.id] for operation in api.operations})


_Placed = tuple[str, Resource, tuple[str, ...], Scope]
"""The path of a resource, the paths of those inside it, and the names that it has as attributes."""


def _placed(resources: Iterable[Resource], before: str, scope: Scope) -> Iterator[_Placed]:
    """Walk the resources that stand beside each other, and then those inside each."""
    beside = [(scope.take(spell(resource.name, "default"), "_"), resource) for resource in resources]
    for attribute, resource in sorted(beside, key=lambda each: each[0]):
        path, own = before + attribute, Scope(METHOD_WORDS)
        deeper = list(_placed(resource.resources, f"{path}.", own))
        inner = tuple(each for each, *_ in deeper if each.count(".") == path.count(".") + 1)
        yield path, resource, inner, own
        yield from deeper


def _of_resource(path: str, methods: Iterable[Method], constants: Mapping[str, str], scope: Scope) -> dict[str, Caller]:
    named = [(method, scope.take(spell(method.name, "call"), "_")) for method in methods]
    return {method.operation: _caller(path, method, name, constants, scope) for method, name in named}


def _caller(resource: str, method: Method, name: str, constants: Mapping[str, str], scope: Scope) -> Caller:
    def take(words: Words) -> str:
        return scope.take(spell(words, "call"), "_") if words else ""

    stream = name if method.stream == method.name else take(method.stream)
    iterator, upload = take(method.iterator), take(method.upload)
    return Caller(resource, name, constants[method.operation], iterator, stream, upload)


def _classes(modules: Mapping[str, str], client: str) -> dict[str, str]:
    """Give each resource its class; ``Async`` before it must be free too."""
    taken = RESOURCE_MODULE_NAMES | {client, "Async" + client}
    named: dict[str, str] = {}
    for path, module in modules.items():
        name = pascal(module, "Resource")
        name = name + "Resource" if {name, "Async" + name} & taken else name
        while {name, "Async" + name} & taken:
            name += "2"
        taken |= {name, "Async" + name}
        named[path] = name
    return named
