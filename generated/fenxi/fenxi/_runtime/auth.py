"""Auth: which credentials an operation needs, and where in a request they go.

Nothing is sent where nothing is required.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from .draft import Draft
from .errors import InvalidRequestError
from .gate import Token
from .operation import Operation
from .service import SecurityScheme, Service

Credentials: TypeAlias = Mapping[str, str]
"""What the caller gave, by argument; what is missing is not in it."""


def gather(service: Service, given: Mapping[str, str | None], environment: Mapping[str, str]) -> dict[str, str]:
    """Take credentials from the arguments, else from the environment; an empty text counts as none."""
    known = [*(one for scheme in service.schemes for one in scheme.credentials), *service.secrets]
    found = {one.argument: given.get(one.argument) or environment.get(one.env, "") for one in known}
    return {argument: value.strip() for argument, value in found.items() if value.strip()}


def needed(operation: Operation[object], service: Service, credentials: Credentials) -> tuple[SecurityScheme, ...]:
    """Give the schemes of the first alternative for which every credential is there.

    Raises:
        InvalidRequestError: no alternative can be met; tells the argument and the variable to set.
    """
    schemes = {scheme.id: scheme for scheme in service.schemes}
    alternatives = [[schemes[name] for name in names if name in schemes] for names in operation.security]
    met = [parts for parts in alternatives if all(_has(part, credentials) for part in parts)]
    if not met and alternatives:
        raise InvalidRequestError(
            _missing(alternatives, credentials), operation=operation.id, kind="missing-credential"
        )
    return tuple(next(filter(None, met), []))


def authorized(
    draft: Draft, schemes: Iterable[SecurityScheme], credentials: Credentials, tokens: Mapping[str, Token]
) -> Draft:
    """Put in what the schemes need: a token where there is one, else the credentials. A caller's own header stays."""
    for scheme in schemes:
        given = [credentials[one.argument] for one in scheme.credentials]
        draft = _sent(draft, scheme, [tokens[scheme.id].text] if scheme.id in tokens else given)
    return draft


def _has(scheme: SecurityScheme, credentials: Credentials) -> bool:
    return all(one.argument in credentials for one in scheme.credentials)


def _missing(alternatives: list[list[SecurityScheme]], credentials: Credentials) -> str:
    wanted = [
        " and ".join(
            f"{one.argument}= or the environment variable {one.env}"
            for scheme in parts
            for one in scheme.credentials
            if one.argument not in credentials
        )
        for parts in alternatives
    ]
    return f"a credential is missing: give {', or '.join(dict.fromkeys(wanted))}"


def _sent(draft: Draft, scheme: SecurityScheme, values: list[str]) -> Draft:
    if not values:
        return draft
    if scheme.type == "apiKey":
        where, text = f"{scheme.location}:{scheme.name}", values[0]
    elif scheme.scheme == "basic":
        where, text = "header:Authorization", f"Basic {b64encode(':'.join(values).encode()).decode()}"
    else:
        where, text = "header:Authorization", f"{scheme.scheme.capitalize()} {values[0]}"
    given = {f"header:{name}".lower() for name in draft.header}
    return draft if where.lower() in given else draft.put(where, text)
