"""Credentials: in whose name the suite calls. In: Api. Out: keys, secrets, values of client scope.

Against our own mock he is invented: a mock is told what to accept by this, a generated client is made with it, and
requests are completed by it. Against a live server he is real, and what is known of him is a ``Customer``.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode

import httpx2

from qiyue import mock
from qiyue.api import Api, Fill, Operation, SecurityScheme, Where
from qiyue.base import json
from qiyue.base.where import get
from qiyue.client_plan.credentials import credential_words
from qiyue.client_plan.settings import plan_settings, setting_name, shared_words
from qiyue.client_plan.words import Words
from qiyue.codec import behaviour
from qiyue.contract.model.mock_seeds import seeded_values
from qiyue.examples import example_requests, parameter_value, preferred_media, property_locations
from qiyue.sample import sample_of
from qiyue.values import FrozenMap, Plain

KEY = mock.SECRET
"""Every key and secret; a mock that is told nothing signs with the same one."""
WRONG = "another-key"
USER = "someone"


_NOTHING: Mapping[Words, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Customer:
    """What is known of a customer. What is missing is not in it, and is left out of requests."""

    keys: Mapping[str, str] = field(repr=False)
    """Scheme → what is sent; for ``basic``: ``user:password``."""
    secrets: Mapping[str, str] = field(repr=False)
    """Credentials that extensions name: they sign, or get a token."""
    scope: Mapping[Words, str] = field(default_factory=dict, repr=False)
    """Values of client scope, by their words in the client plan; another is as the document shows it."""


def create_test_customer(api: Api) -> Customer:
    """Give the customer whom a mock of this Api accepts."""
    keyed = (scheme for scheme in api.security_schemes if scheme.token is None)
    keys = {scheme.id: f"{USER}:{KEY}" if scheme.scheme == "basic" else KEY for scheme in keyed}
    return Customer(keys, named_credentials(api))


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is added to a request so that it is let in."""

    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.headers or self.query or self.cookies)

    def add(self, request: httpx2.Request) -> httpx2.Request:
        """Give the request with these credentials."""
        if not self:
            return request
        headers = httpx2.Headers(request.headers)
        headers.update(self.headers)
        if self.cookies:
            kept = [part for part in headers.get("cookie", "").split("; ") if part]
            headers["cookie"] = "; ".join([*kept, *(f"{name}={value}" for name, value in self.cookies.items())])
        url: httpx2.URL | str = request.url
        if self.query:  # the rest of the query stays as it was written
            url = f"{url}{'&' if '?' in str(url) else '?'}{urlencode(self.query)}"
        return httpx2.Request(request.method, url, headers=headers, content=request.content)


def required_schemes(api: Api, operation: Operation) -> tuple[SecurityScheme, ...]:
    """Give the schemes of the first alternative that needs anything, without those of the connection."""
    schemes = {scheme.id: scheme for scheme in api.security_schemes}
    chosen = next((alternative for alternative in operation.security if alternative), ())
    return tuple(schemes[name] for name, _ in chosen if name in schemes and schemes[name].type != "mutualTLS")


def build_credentials(api: Api, operation: Operation, keys: Mapping[str, str]) -> Credentials:
    """Give what an operation needs, with these keys by scheme."""
    places: dict[str, dict[str, str]] = {"header": {}, "query": {}, "cookie": {}}
    for scheme in required_schemes(api, operation):
        key = keys.get(scheme.id, KEY)
        if key:
            location, wire_name, value = _written(scheme, key)
            places[location][wire_name] = value
    return Credentials(places["header"], places["query"], places["cookie"])


def mock_credentials(api: Api) -> dict[str, tuple[str, ...]]:
    """Give what a mock shall accept: keys by scheme, named credentials; tokens are those that it gives out."""
    customer = create_test_customer(api)
    return {name: (value,) for name, value in {**customer.keys, **customer.secrets}.items()}


def named_credentials(api: Api) -> dict[str, str]:
    """Give the credentials that extensions name: those that get tokens, as the document shows them, and those that
    sign."""
    found = {}
    for token in (scheme.token for scheme in api.security_schemes if scheme.token):
        shown = example_requests(api, api.operation(token.operation))[0].body
        for where, name in token.request:
            value = get(shown, where)
            found[name] = value if isinstance(value, str) and value else f"{name} of {USER}"
    return {**found, **{operation.signature.secret: KEY for operation in api.operations if operation.signature}}


def client_scope_values(api: Api, operation: Operation, known: Mapping[Words, str] = _NOTHING) -> dict[Where, Plain]:
    """Give the values of client scope that an operation is sent with, by where; of some the value may be known."""
    scopes = _scopes(api, operation)
    return {where: _alike(value, known[words]) if words in known else value for where, words, value in scopes}


def token_request_fields(api: Api, operation: Operation) -> dict[Where, str]:
    """Give the names of the credentials that a token operation is called with, by where."""
    tokens = [scheme.token for scheme in api.security_schemes if scheme.token]
    return {where: name for token in tokens if token.operation == operation.id for where, name in token.request}


def client_fills(operation: Operation) -> tuple[Fill, ...]:
    """Give what a client makes by itself for every call."""
    return operation.envelope.request.fill if operation.envelope and operation.envelope.request else ()


def invent_settings(api: Api) -> FrozenMap:
    """Invent what a generated client is made with: keys, secrets, client scope, by the name of the setting."""
    planned = plan_settings(api)
    scopes = (each for operation in api.operations for each in _scopes(api, operation))
    scope = {words: value if isinstance(value, str) else str(value) for _, words, value in scopes}
    secrets = {credential_words(name): value for name, value in named_credentials(api).items()}
    pairs = {scheme.credentials[0] for scheme in planned.schemes if len(scheme.credentials) > 1}
    keys = {each.name: secrets.get(each.said, USER if each.name in pairs else KEY) for each in planned.credentials}
    shared = {each.name: scope[each.said] for each in planned.shared if each.said in scope}
    return FrozenMap({setting_name(name): value for name, value in {**keys, **shared}.items()})


def _scopes(api: Api, operation: Operation) -> Iterator[tuple[Where, Words, Plain]]:
    """Give where, words and value of each field of client scope: as the document shows it, else as a store knows it."""
    for parameter in operation.parameters:
        where = f"{parameter.location}:{parameter.name}"
        if parameter.scope and parameter.scope.client:
            known = [] if parameter.examples else seeded_values(api, operation, where)
            words = shared_words(parameter.scope, parameter.called or parameter.name)
            yield where, words, (known or [parameter_value(api, parameter)])[0]
    media = preferred_media(operation)
    for where, node in property_locations(api, media.type) if media and media.type else ():
        scope = behaviour.read_scope(node.get("x-qiyue-scope", {"client": False}))
        if scope.client:
            known = [*node.get("examples", ()), *seeded_values(api, operation, where)] or [sample_of(api, node)]
            yield where, shared_words(scope, where.rpartition("/")[2]), known[0]


def _written(scheme: SecurityScheme, key: str) -> tuple[str, str, str]:
    if scheme.type == "apiKey":
        return scheme.location, scheme.name, key
    if scheme.scheme == "basic":
        pair = key if ":" in key else f"{USER}:{key}"
        return "header", "Authorization", "Basic " + b64encode(pair.encode()).decode()
    word = scheme.scheme if scheme.type == "http" else "bearer"
    return "header", "Authorization", f"{word.capitalize()} {key}"


def _alike(shown: Plain, text: str) -> Plain:
    """Read a text as a value of the same kind as one that is shown."""
    try:
        return text if isinstance(shown, str) else json.loads(text)
    except json.JsonError:
        return text
