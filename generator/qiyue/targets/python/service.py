"""What all calls of a client share. In: an Api. Out: its address, its credentials, the constructor's arguments."""

from collections.abc import Iterable
from dataclasses import dataclass

from qiyue.api import SecurityScheme, Server
from qiyue.runtime import operation as runtime
from qiyue.runtime.settings import ClientOptions
from qiyue.targets.python.context import Context
from qiyue.targets.python.docs import described, source_of
from qiyue.targets.python.words import KEYWORDS, Scope, constant, snake

CONSTRUCTOR = ClientOptions.__annotations__.keys() | {"http_client", "options", "self", "sleep"}
"""Arguments that every client has."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One credential: an argument of the constructor."""

    argument: str
    env: str
    text: str


def plan_service(context: Context) -> tuple[runtime.Service, tuple[Secret, ...]]:
    """Decide what the client knows, and what its constructor takes."""
    api, prefix = context.api, constant(context.package)
    scope = Scope(CONSTRUCTOR | KEYWORDS)
    schemes, secrets = [], []
    for scheme in api.security_schemes:
        if not is_sent(scheme):
            context.gap(
                "security-by-transport", f"{scheme.id}: give an http_client that does {scheme.type}", scheme.place
            )
            continue
        own = [_secret(scope.take(word, "_"), scheme, prefix) for word in _words(scheme)]
        secrets += own
        schemes.append(_scheme(scheme, own))
    service = runtime.Service(
        name=context.package,
        env=prefix,
        version=api.version,
        base_url=_address(api.servers[0]) if api.servers else "",
        schemes=tuple(schemes),
    )
    return service, tuple(secrets)


def is_sent(scheme: SecurityScheme) -> bool:
    """Tell whether the credential travels in the request."""
    return scheme.type != "mutualTLS"


def only_address(servers: Iterable[Server], context: Context) -> str:
    """Give the address of an operation that has servers of its own."""
    own = tuple(servers)
    return _address(own[0]) if own and own != context.api.servers else ""


def _address(server: Server) -> str:
    """Fill in the variables' defaults. A relative address is none: the caller has to say where it leads."""
    url = server.url
    for name, variable in server.variables.items():
        default = variable.get("default", "") if isinstance(variable, dict) else ""
        url = url.replace("{" + name + "}", str(default))
    return url.rstrip("/") if "://" in url else ""


def _words(scheme: SecurityScheme) -> tuple[str, ...]:
    """Give the names of the arguments that a scheme wants."""
    if scheme.credential and scheme.credential.name:
        return (snake(scheme.credential.name, "credential"),)
    if scheme.type == "http" and scheme.scheme == "basic":
        return "username", "password"
    return ("api_key",) if scheme.type == "apiKey" else ("token",)


def _secret(argument: str, scheme: SecurityScheme, prefix: str) -> Secret:
    env = scheme.credential.env if scheme.credential else ""
    text = described(scheme.description, source_of(scheme.evidence))
    return Secret(argument, f"{prefix}_{constant(env or argument)}", text)


def _scheme(scheme: SecurityScheme, secrets: list[Secret]) -> runtime.SecurityScheme:
    credentials = tuple(runtime.Credential(argument=secret.argument, env=secret.env) for secret in secrets)
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
