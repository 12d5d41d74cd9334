"""Environment: a real customer, as the generated client is configured. In: its declarations, the environment. Out:
what is known of the customer, which variable each value is from, and which variables are not set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qiyue.api import Api
from qiyue.contract.auth.credentials import Customer
from qiyue.drivers import Package
from qiyue.targets.python.words import snake


@dataclass(frozen=True, slots=True)
class EnvironmentConfig:
    """A customer, and where he is known from."""

    customer: Customer
    variables: Mapping[str, str]
    """Variable → value, of those that are set."""
    missing: tuple[str, ...]
    """Credentials that are not set."""


def read_environment(api: Api, package: Package, environment: Mapping[str, str]) -> EnvironmentConfig:
    """Take a customer from the environment, by the variables that the client takes its settings from."""
    service = package.service
    secret = {each.argument: each.env for scheme in service.schemes for each in scheme.credentials}
    secret |= {each.argument: each.env for each in service.secrets}
    scope = {each.argument: each.env for each in service.shared}
    variables = {env: environment[env].strip() for env in (*secret.values(), *scope.values()) if environment.get(env)}
    known = {argument: variables[env] for argument, env in (secret | scope).items() if env in variables}
    return EnvironmentConfig(
        Customer(_keys(service, known), _named(_names(api), known), _named(scope, known)),
        variables,
        tuple(env for env in dict.fromkeys(secret.values()) if env not in variables),
    )


def _keys(service: Any, known: Mapping[str, str]) -> dict[str, str]:
    """Give what is sent for each scheme whose credentials are all there; tokens have to be got first."""
    asked = (scheme for scheme in service.schemes if scheme.token is None)
    parts = {scheme.id: [known.get(each.argument, "") for each in scheme.credentials] for scheme in asked}
    return {scheme: ":".join(values) for scheme, values in parts.items() if all(values)}


def _names(api: Api) -> Iterable[str]:
    """Give the names of the credentials that extensions name."""
    tokens = (scheme.token for scheme in api.security_schemes if scheme.token)
    signing = (operation.signature.secret for operation in api.operations if operation.signature)
    return dict.fromkeys((*(name for token in tokens for _, name in token.request), *signing))


def _named(names: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Give values by name; an argument that is a word of Python, or taken, has an underscore more."""
    words = ((name, snake(name, "credential")) for name in names)
    found = ((name, known.get(word) or known.get(f"{word}_", "")) for name, word in words)
    return {name: value for name, value in found if value}
