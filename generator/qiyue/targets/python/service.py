"""What all calls of a client share. In: an Api. Out: its address, its credentials, the constructor's arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qiyue.api import Api, SecurityScheme
from qiyue.base.value import Value
from qiyue.runtime import service as runtime
from qiyue.runtime.flows import TokenCall
from qiyue.runtime.operation import Shared
from qiyue.runtime.options import ClientOptions
from qiyue.targets.python.docs import described, source_of
from qiyue.targets.python.hoist import Gap
from qiyue.targets.python.servers import Addresses
from qiyue.targets.python.uses import Use
from qiyue.targets.python.words import KEYWORDS, Scope, constant, snake

CONSTRUCTOR = ClientOptions.__annotations__.keys() | {"http_client", "options", "self", "sleep"}
"""Arguments that every client has."""


_HANDSHAKES = frozenset(["digest", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256"])
"""Schemes of HTTP whose header depends on what the server asks."""


class Secret(Value):
    """One credential: an argument of the constructor."""

    argument: str
    env: str
    text: str


@dataclass(slots=True)
class Common:
    """A parameter that calls have in common: an argument of the constructor, of all the types that it has in calls."""

    argument: str
    env: str
    text: str
    uses: list[Use] = field(default_factory=list)


class Constructor:
    """What a client is configured with. Planning the operations asks for more, by name; a name has one argument."""

    def __init__(self, api: Api, package: str, gap: Gap) -> None:
        self._api, self._package, self._prefix = api, package, constant(package)
        self._scope = Scope(CONSTRUCTOR | KEYWORDS)
        self._named: dict[str, str] = {}
        self._schemes: list[runtime.SecurityScheme] = []
        self._unsent: list[Secret] = []
        self._common: dict[str, Common] = {}
        self.secrets: list[Secret] = []
        self.addresses = Addresses(api.servers, self._scope, self._prefix)
        for scheme in api.security_schemes:
            if is_sent(scheme):
                own = self._token_secrets(scheme) or [self._secret(word, scheme) for word in _words(scheme)]
                self._schemes.append(_scheme(scheme, own))
            else:
                way = f"{scheme.type} {scheme.scheme}".strip() or "it"
                gap("security-by-transport", f"{scheme.id}: give an http_client that does {way}", scheme.place)

    def secret(self, name: str, text: str) -> str:
        """Give the argument of a credential that an extension names, which is no scheme's or a scheme's too."""
        word = snake(name, "credential")
        if word not in self._named:
            self._unsent.append(self._take(word, word, text))
        return self._named[word]

    def shared(self, name: str, env: str, use: Use, text: str) -> Shared:
        """Give the argument that stands in for one of calls."""
        if name not in self._common:
            argument = self._scope.take(name, "_")
            self._common[name] = Common(argument, f"{self._prefix}_{constant(env or argument)}", text)
        common = self._common[name]
        if use not in common.uses:
            common.uses.append(use)
        return Shared(argument=common.argument, env=common.env)

    @property
    def common(self) -> tuple[Common, ...]:
        """What calls have in common."""
        return tuple(self._common.values())

    def service(self, tokens: Mapping[str, TokenCall | None]) -> runtime.Service:
        """Give what all calls share. ``tokens`` tell how schemes get theirs; one that cannot is left out."""
        api = self._api
        schemes = [replace(scheme, token=tokens.get(scheme.id)) for scheme in self._schemes]
        return runtime.Service(
            name=self._package,
            env=self._prefix,
            version=api.version,
            base_url=self.addresses.base_url,
            variables=self.addresses.variables,
            schemes=tuple(scheme for scheme in schemes if scheme.token or scheme.id not in tokens),
            secrets=tuple(map(_credential, self._unsent)),
            shared=tuple(Shared(argument=common.argument, env=common.env) for common in self.common),
        )

    def _token_secrets(self, scheme: SecurityScheme) -> list[Secret]:
        """Give the credentials that get a token; schemes that name the same one have it in common."""
        own = []
        for _, name in scheme.token.request if scheme.token else ():
            word = snake(name, "credential")
            known = [secret for secret in self.secrets if secret.argument == self._named.get(word)]
            own += known or [self._take(word, word, described(scheme.description, source_of(scheme.evidence)))]
        return own

    def _secret(self, word: str, scheme: SecurityScheme) -> Secret:
        """Take the argument for a credential; where a scheme before has the word, it is called after its own scheme."""
        if word in self._named:
            own = snake(scheme.id, word)
            word = own if own.endswith(word.rpartition("_")[2]) else f"{own}_{word}"
        env = scheme.credential.env if scheme.credential else ""
        return self._take(word, env, described(scheme.description, source_of(scheme.evidence)))

    def _take(self, word: str, env: str, text: str) -> Secret:
        argument = self._scope.take(word, "_")
        secret = Secret(argument, f"{self._prefix}_{constant(env or argument)}", text)
        self._named.setdefault(word, argument)
        self.secrets.append(secret)
        return secret


def is_sent(scheme: SecurityScheme) -> bool:
    """Tell whether the credential travels in the request as it is, in a place that the document names."""
    if scheme.type == "apiKey":
        return bool(scheme.name) and scheme.location in {"header", "query", "cookie"}
    return scheme.type in {"oauth2", "openIdConnect"} or (scheme.type == "http" and scheme.scheme not in _HANDSHAKES)


def _words(scheme: SecurityScheme) -> tuple[str, ...]:
    """Give the names of the arguments that a scheme wants."""
    if scheme.token:
        return ()
    if scheme.credential and scheme.credential.name:
        return (snake(scheme.credential.name, "credential"),)
    if scheme.type == "http" and scheme.scheme == "basic":
        return "username", "password"
    return ("api_key",) if scheme.type == "apiKey" else ("token",)


def _credential(secret: Secret) -> runtime.Credential:
    return runtime.Credential(argument=secret.argument, env=secret.env)


def _scheme(scheme: SecurityScheme, secrets: list[Secret]) -> runtime.SecurityScheme:
    credentials = tuple(map(_credential, secrets))
    if scheme.type == "apiKey":
        return runtime.SecurityScheme(
            id=scheme.id,
            type="apiKey",
            location=scheme.location,  # type: ignore[arg-type]
            name=scheme.name,
            credentials=credentials,
        )
    return runtime.SecurityScheme(
        id=scheme.id, scheme=scheme.scheme if scheme.type == "http" else "bearer", credentials=credentials
    )
