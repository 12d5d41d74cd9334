"""Environment: a real customer, as the generated client is configured. In: an Api, the variables that its client reads,
the environment. Out: what is known of the customer, which variable each value is from, and which are not set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qiyue.api import Api
from qiyue.client_plan.credentials import credential_words
from qiyue.client_plan.model import Credential, Settings, Shared
from qiyue.client_plan.settings import plan_settings, setting_name
from qiyue.client_plan.words import Words
from qiyue.contract.auth.credentials import Customer


@dataclass(frozen=True, slots=True)
class EnvironmentConfig:
    """A customer, and where he is known from."""

    customer: Customer
    variables: Mapping[str, str]
    """Variable → value, of those that are set."""
    missing: tuple[str, ...]
    """Credentials that are not set."""


def read_environment(api: Api, reads: Mapping[str, str], environment: Mapping[str, str]) -> EnvironmentConfig:
    """Take a customer from the environment; ``reads`` are the variables of a client by the names of its settings."""
    settings = plan_settings(api)
    secret = _variables(settings.credentials, reads)
    scope = _variables(settings.shared, reads)
    variables = {env: environment[env].strip() for env in (*secret.values(), *scope.values()) if environment.get(env)}
    known = {name: variables[env] for name, env in (secret | scope).items() if env in variables}
    secrets = {each.said: known[each.name] for each in reversed(settings.credentials) if known.get(each.name)}
    named = {name: secrets[words] for name in _names(api) if (words := credential_words(name)) in secrets}
    shared = {each.said: known[each.name] for each in settings.shared if known.get(each.name)}
    return EnvironmentConfig(
        Customer(_keys(api, settings, known), named, shared),
        variables,
        tuple(env for env in dict.fromkeys(secret.values()) if env not in variables),
    )


def _variables(settings: Iterable[Credential | Shared], reads: Mapping[str, str]) -> dict[Words, str]:
    return {each.name: reads[name] for each in settings if (name := setting_name(each.name)) in reads}


def _names(api: Api) -> Iterable[str]:
    """Give the names of the credentials that extensions name."""
    tokens = (scheme.token for scheme in api.security_schemes if scheme.token)
    signing = (operation.signature.secret for operation in api.operations if operation.signature)
    return dict.fromkeys((*(name for token in tokens for _, name in token.request), *signing))


def _keys(api: Api, settings: Settings, known: Mapping[Words, str]) -> dict[str, str]:
    """Give what is sent for each scheme whose credentials are all there; tokens have to be got first."""
    got = {scheme.id for scheme in api.security_schemes if scheme.token}
    asked = (scheme for scheme in settings.schemes if scheme.id not in got)
    parts = {scheme.id: [known.get(name, "") for name in scheme.credentials] for scheme in asked}
    return {scheme: ":".join(values) for scheme, values in parts.items() if all(values)}
