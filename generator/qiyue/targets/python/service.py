"""What all calls of a client share. In: its plan. Out: its address, its credentials, the constructor's arguments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qiyue.api import SecurityScheme
from qiyue.base.value import Value
from qiyue.client_plan import ClientPlan
from qiyue.client_plan.credentials import credential_words
from qiyue.client_plan.model import Credential
from qiyue.client_plan.settings import OPTIONS
from qiyue.client_plan.texts import described, source_of
from qiyue.client_plan.types.build import Gap
from qiyue.client_plan.types.type_ref import TypeRef
from qiyue.client_plan.words import Words
from qiyue.runtime import service as runtime
from qiyue.runtime.flows import TokenCall
from qiyue.runtime.operation import Shared
from qiyue.targets.python.servers import Addresses
from qiyue.targets.python.words import KEYWORDS, Scope, constant, spell

SIGNING_TEXT = "The key that signs requests. It is never sent."


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
    types: list[TypeRef] = field(default_factory=list)


class Constructor:
    """What a client is configured with, spelled. Planning the operations asks for parameters that calls share."""

    def __init__(self, plan: ClientPlan, package: str, gap: Gap) -> None:
        api, settings = plan.api, plan.settings
        self._api, self._package, self._prefix = api, package, constant(package)
        scope = Scope({*map("_".join, OPTIONS), *KEYWORDS})
        self.addresses = Addresses(settings, scope, self._prefix)
        schemes = {scheme.id: scheme for scheme in api.security_schemes}
        taken = [(each, scope.take(spell(each.name, "credential"), "_")) for each in settings.credentials]
        self.secrets = [
            Secret(argument, f"{self._prefix}_{each.env}", _secret_text(each, schemes)) for each, argument in taken
        ]
        self._by_name = {each.name: secret for (each, _), secret in zip(taken, self.secrets, strict=True)}
        self._by_said = {each.said: self._by_name[each.name] for each in reversed(settings.credentials)}
        self._unsent = [self._by_name[each.name] for each in settings.credentials if not each.scheme]
        sent = {scheme.id: [self._by_name[name] for name in scheme.credentials] for scheme in settings.schemes}
        self._schemes = [_scheme(scheme, sent[scheme.id]) for scheme in api.security_schemes if scheme.id in sent]
        self._shared = {each.said: (each, scope.take(spell(each.name, "parameter"), "_")) for each in settings.shared}
        self._common: dict[Words, Common] = {}
        for scheme in api.security_schemes:
            if scheme.id not in sent:
                way = f"{scheme.type} {scheme.scheme}".strip() or "it"
                gap("security-by-transport", f"{scheme.id}: give an http_client that does {way}", scheme.place)

    def secret(self, name: str) -> str:
        """Give the argument of a credential that an extension names."""
        return self._by_said[credential_words(name)].argument

    def shared(self, words: Words, ref: TypeRef, text: str) -> Shared:
        """Give the argument that stands in for one of calls, which the plan knows by these words."""
        if words not in self._common:
            planned, argument = self._shared[words]
            self._common[words] = Common(argument, f"{self._prefix}_{planned.env}", text)
        common = self._common[words]
        if ref not in common.types:
            common.types.append(ref)
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
            environments=self.addresses.environments or None,
            schemes=tuple(scheme for scheme in schemes if scheme.token or scheme.id not in tokens),
            secrets=tuple(map(_credential, self._unsent)),
            shared=tuple(Shared(argument=common.argument, env=common.env) for common in self.common),
        )


def _secret_text(planned: Credential, schemes: Mapping[str, SecurityScheme]) -> str:
    scheme = schemes.get(planned.scheme)
    if scheme is None:
        return SIGNING_TEXT if planned.signs else ""
    where = f"Sent as ``{scheme.name}`` in the {scheme.location}." if scheme.type == "apiKey" else ""
    return described(scheme.description, where, source_of(scheme.evidence))


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
