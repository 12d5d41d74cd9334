"""What a client is made with. In: an Api. Out: its address, credentials, parameters given once, variables of addresses.

All have words of their own, in the order in which the document comes to them; what every client has goes first.
"""

from collections.abc import Iterator, Mapping

from qiyue.api import Api, Operation, Scope
from qiyue.base.where import parts_of
from qiyue.client_plan.addresses import Addresses
from qiyue.client_plan.credentials import Credentials
from qiyue.client_plan.model import Settings, Shared
from qiyue.client_plan.words import Words, WordScope, env_name, split_words
from qiyue.codec import behaviour
from qiyue.examples import preferred_media
from qiyue.schema.merge import resolve
from qiyue.values import Plain

_OPTIONS = (
    "base_url clock deadline default_headers default_query environment http_client max_response_bytes max_retries "
    "monotonic on_deviation on_request on_response on_retry on_wait options random retry_budget sleep strict timeout"
)
OPTIONS: tuple[Words, ...] = tuple(tuple(name.split("_")) for name in _OPTIONS.split())
"""What every client is made with."""


def plan_settings(api: Api) -> Settings:
    """Plan what a client is given once."""
    scope = WordScope(OPTIONS)
    addresses = Addresses(api.servers, scope)
    credentials = Credentials(api.security_schemes, scope)
    shared: dict[Words, Shared] = {}
    own: dict[str, str] = {}
    elsewhere: dict[str, dict[Words, str]] = {}
    environments = addresses.environments(api.servers)
    for operation in api.operations:
        for words, said in _given_once(api, operation):
            if words not in shared:
                name = scope.take(words)
                shared[words] = Shared(name, env_name(split_words(said.env) or name), words)
        if operation.signature:
            credentials.add(operation.signature.secret, signs=True)
        if address := addresses.of(operation.servers):
            own[operation.id] = address
            named = {each.name: each.address for each in addresses.environments(operation.servers)}
            if shared_names := [each.name for each in environments if each.name in named]:
                elsewhere[operation.id] = {name: named[name] for name in shared_names}
    ids = {operation.id for operation in api.operations}
    for token in (scheme.token for scheme in api.security_schemes if scheme.token and scheme.token.operation in ids):
        for _, credential in token.request:
            credentials.add(credential)
    return Settings(
        address=addresses.base,
        addresses=own,
        environments=environments,
        elsewhere=elsewhere,
        credentials=tuple(credentials.listed),
        schemes=credentials.schemes,
        shared=tuple(shared.values()),
        variables=addresses.variables,
    )


def setting_name(words: Words) -> str:
    """Join the words of a setting: ``("api", "key")`` → ``api_key``, whatever it is called in a language."""
    return "_".join(words)


def shared_words(scope: Scope, called: str) -> Words:
    """Return the words of a parameter that a client is given once; ``called`` is its name in calls."""
    return split_words(scope.name or called) or ("parameter",)


def _given_once(api: Api, operation: Operation) -> Iterator[tuple[Words, Scope]]:
    """Walk the parameters and the members of the body that the document wants given once (``x-qiyue-scope``)."""
    for parameter in operation.parameters:
        if parameter.scope and parameter.scope.client:
            yield shared_words(parameter.scope, parameter.called or parameter.name), parameter.scope
    for wire, schema in _members(api, operation):
        scope = behaviour.read_scope(schema["x-qiyue-scope"]) if "x-qiyue-scope" in schema else None
        if scope and scope.client:
            yield shared_words(scope, wire), scope


def _members(api: Api, operation: Operation) -> Iterator[tuple[str, Mapping[str, Plain]]]:
    """Walk the members of a body's payload, and those that stand beside it."""
    media = preferred_media(operation)
    request = operation.envelope.request if operation.envelope else None
    node: Plain = {"$ref": media.type} if media and media.type else {}
    for part in (*parts_of(request.payload if request else ""), None):
        properties = resolve(node, api.types).get("properties", {})
        yield from ((wire, each) for wire, each in properties.items() if wire != part and isinstance(each, Mapping))
        node = properties.get(part, {})
